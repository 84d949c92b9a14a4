using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Keeping_a_journal
{
    private const string Entry = "I found the words for what had been bothering me";

    [Fact, Trait("Requirement", "S0-12")]
    public async Task After_a_meeting_held_the_head_is_offered_one_box_and_skips_it_in_one_press()
    {
        var scheme = await MetAsync();
        await scheme.Grace.Presses(Verbs.MetYes);
        Assert.False(scheme.Grace.Has(Verbs.JournalSave));
        await scheme.Amira.Presses(Verbs.MetYes);
        scheme.Amira.Sees("Your journal", "Only you can read this", "What is one sentence you want to write in your journal?");

        await scheme.Amira.Presses(Verbs.JournalSkip);
        scheme.Amira.Sees("That is fine");
        Assert.Empty(scheme.Store.All<PrivateNote>());
    }

    [Fact, Trait("Requirement", "S0-12"), Trait("Requirement", "A-14")]
    public async Task An_entry_is_kept_for_its_owner_and_is_there_when_they_ask_for_their_journal()
    {
        var scheme = await MetAsync();
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, Entry));
        scheme.Amira.Sees("Saved in your journal", Entry);
        Assert.Equal((NoteKind.Journal, Authority.Amira.Id, false), (scheme.Only<PrivateNote>().Kind, scheme.Only<PrivateNote>().Owner, scheme.Only<PrivateNote>().Shared));

        await scheme.Amira.Presses(Verbs.JournalList);
        scheme.Amira.Sees("My journal", "Thursday 3 December 2026", Entry);
        Assert.False(scheme.Amira.Has(Verbs.JournalShare));
        await scheme.Amira.Says("journal");
        Assert.Equal("", scheme.Amira.Card(Verbs.JournalSave).Fields[InputIds.Entry]);
        await scheme.Amira.Says("my journal");
        scheme.Amira.Sees(Entry);
        scheme.Grace.NeverSaw(Entry);
    }

    [Fact, Trait("Requirement", "S2-38")]
    public async Task A_phone_number_in_it_is_refused_and_what_was_written_stays_on_the_card()
    {
        var scheme = await MetAsync();
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, "ring Dev on 07700 900123 about it"));
        scheme.Amira.Sees("Please leave out phone numbers");
        Assert.Equal("ring Dev on 07700 900123 about it", scheme.Amira.Card(Verbs.JournalSave).Fields[InputIds.Entry]);
        Assert.Empty(scheme.Store.All<PrivateNote>());

        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, " "));
        scheme.Amira.Sees("Please write something, or press Skip.");
    }

    [Fact]
    public async Task Where_the_programme_has_no_journal_for_supporters_none_is_offered()
    {
        var scheme = await MetAsync();
        await scheme.Grace.Says("my journal");
        scheme.Grace.Sees("There is no journal for you here at the moment.");
        var cycle = scheme.Only<Cycle>();
        await scheme.Grace.Forges($$"""{"verb":"{{Verbs.JournalSave}}","id":"{{cycle.Id}}","version":0,"entry":"{{Entry}}"}""");
        Assert.Empty(scheme.Store.All<PrivateNote>());
    }

    [Fact, Trait("Requirement", "S2-31")]
    public async Task Where_entries_stay_with_their_owner_a_forged_press_shares_nothing()
    {
        var scheme = await MetAsync();
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, Entry));
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.JournalShare}}","id":"{{scheme.Only<Cycle>().Id}}","version":0,"arg":"{{scheme.Only<PrivateNote>().Id:N}}"}""");
        scheme.Amira.Sees("Entries cannot be shared in this scheme.");
        Assert.False(scheme.Only<PrivateNote>().Shared);
    }

    [Fact, Trait("Requirement", "A-12")]
    public async Task An_entry_is_shared_and_unshared_one_by_one_and_the_card_that_showed_it_is_covered()
    {
        var (scheme, cycle) = WhereEntriesMayBeShared();
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, "The first, which stays with me"));
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, Entry));
        await scheme.Amira.Presses(Verbs.JournalShare);
        scheme.Amira.Sees("Grace Obi can read this entry until you stop sharing.");
        scheme.Grace.Sees("Something is shared with you", "Amira Khan lets you read something of theirs");
        scheme.Grace.NeverSaw(Entry);

        await scheme.Grace.Presses(Verbs.SharedShow);
        await scheme.Grace.Presses(Verbs.SharedOpen);
        var open = scheme.Grace.Sees("From the journal of Amira Khan", Entry);
        scheme.Grace.NeverSaw("which stays with me");

        await scheme.MovesTo("2026-11-25T21:00");
        await scheme.Amira.Presses(Verbs.JournalUnshare);
        scheme.Amira.Sees("No longer shared");
        Assert.True(open.IsReplaced);
        scheme.Grace.Sees("No longer shared", "is not shared with you any more");
        Assert.DoesNotContain(scheme.Grace.Messages, message => !message.IsReplaced && message.Text.Contains(Entry, StringComparison.Ordinal));

        await scheme.Grace.Presses(Verbs.SharedShow);
        scheme.Grace.Sees("Amira Khan shares nothing with you at the moment.");
        await scheme.Grace.Forges($$"""{"verb":"{{Verbs.SharedOpen}}","id":"{{cycle.Id}}","version":0,"arg":"journal"}""");
        Assert.DoesNotContain(scheme.Grace.Messages, message => !message.IsReplaced && message.Text.Contains(Entry, StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "A-15")]
    public async Task An_entry_that_sounds_like_a_disclosure_is_not_passed_on()
    {
        var (scheme, _) = WhereEntriesMayBeShared();
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, "We spoke about safeguarding training"));
        await scheme.Amira.Presses(Verbs.JournalShare);
        scheme.Amira.Sees("Share a concern");
        Assert.False(scheme.Only<PrivateNote>().Shared);
        scheme.Grace.SeesNothing();
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task Nobody_shares_or_reads_an_entry_of_somebody_else()
    {
        var (scheme, cycle) = WhereEntriesMayBeShared();
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, Entry));
        foreach (var person in new[] { scheme.Grace, scheme.Hannah, scheme.Of(Authority.Sam) })
        {
            await person.Forges($$"""{"verb":"{{Verbs.JournalShare}}","id":"{{cycle.Id}}","version":0,"arg":"{{scheme.Only<PrivateNote>().Id:N}}"}""");
            person.Sees("This card is for someone else");
            foreach (var verb in new[] { Verbs.SharedOpen, Verbs.JournalList, Verbs.JournalOpen })
            {
                await person.Forges($$"""{"verb":"{{verb}}","id":"{{cycle.Id}}","version":0,"arg":"journal"}""");
            }

            person.NeverSaw(Entry);
        }

        Assert.False(scheme.Only<PrivateNote>().Shared);
    }

    private static async Task<Scheme> MetAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-12-03T16:45");
        return scheme;
    }

    private static (Scheme Scheme, Cycle Cycle) WhereEntriesMayBeShared()
    {
        var programme = Authority.Reference.Programmes.Current("aspiring-middle-leaders")!;
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with { Programme = programme.Key };
        return (new Scheme("2026-11-25T10:00", cycle), cycle);
    }
}
