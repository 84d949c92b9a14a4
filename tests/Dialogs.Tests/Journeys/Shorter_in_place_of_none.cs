using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Shorter_in_place_of_none
{
    [Fact, Trait("Requirement", "S0-09")]
    public async Task Twenty_minutes_are_suggested_and_hold_when_the_other_agrees()
    {
        var scheme = await SuggestedAsync();
        scheme.Amira.Sees("Grace Obi is asked whether 20 minutes would do");
        scheme.Grace.Sees("20 minutes this time?", "Amira Khan asks whether 20 minutes would do this time");
        Assert.Equal(60, scheme.Only<Meeting>().Minutes);
        var before = scheme.Only<Meeting>();

        await scheme.Grace.Presses(Verbs.MeetingShorterYes);
        var after = scheme.Only<Meeting>();
        Assert.Equal((before.Id, before.Start, 20), (after.Id, after.Start, after.Minutes));
        Assert.Equal(NodaTime.Duration.FromMinutes(20), Assert.Single(scheme.Calendar.Events).Length);
        scheme.Grace.Sees("Shorter this time", "3.30–3.50pm");
        scheme.Amira.Sees("Shorter this time", "3.30–3.50pm", "In person: 1 of 6");
    }

    [Fact]
    public async Task It_stays_as_it_is_when_the_other_would_rather_not()
    {
        var scheme = await SuggestedAsync();
        await scheme.Grace.Presses(Verbs.MeetingShorterNo);
        scheme.Grace.Sees("It stays as it is");
        scheme.Amira.Sees("Grace Obi would rather keep the full time");
        Assert.Equal((60, 0), (scheme.Only<Meeting>().Minutes, scheme.Only<Meeting>().Sequence));
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task In_the_evening_the_question_waits_and_is_dropped_when_the_meeting_is_off_by_then()
    {
        var scheme = await BookedAsync();
        await scheme.MovesTo("2026-12-02T19:00");
        await scheme.Amira.Presses(Verbs.MeetingCancel);
        await scheme.Amira.Presses(Verbs.MeetingShorten);
        scheme.Grace.SeesNothing();
        await scheme.Grace.Says("I need to move my meeting");
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);
        await scheme.MovesTo("2026-12-03T08:30");
        Assert.False(scheme.Grace.Has(Verbs.MeetingShorterYes));
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task Nobody_answers_for_the_other_one_and_an_old_card_changes_nothing()
    {
        var scheme = await SuggestedAsync();
        var meeting = scheme.Only<Meeting>();
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.MeetingShorterYes}}","id":"{{meeting.Id}}","version":0}""");
        scheme.Amira.Sees("This card is out of date");
        var card = scheme.Grace.Card(Verbs.MeetingShorterYes);
        await scheme.Grace.PressesOn(card, Verbs.MeetingShorterYes);
        await scheme.Grace.PressesOn(card, Verbs.MeetingShorterYes);
        scheme.Grace.Sees("This card is out of date");
        Assert.Equal((20, 1), (scheme.Only<Meeting>().Minutes, scheme.Only<Meeting>().Sequence));
    }

    private static async Task<Scheme> BookedAsync()
    {
        var scheme = new Scheme(
            "2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace, Domain.Scheduling.MeetingMode.InPerson), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        return scheme;
    }

    private static async Task<Scheme> SuggestedAsync()
    {
        var scheme = await BookedAsync();
        await scheme.Amira.Presses(Verbs.MeetingCancel);
        scheme.Amira.Sees("Suggest 20 minutes", "It holds if Grace Obi agrees.");
        await scheme.Amira.Presses(Verbs.MeetingShorten);
        return scheme;
    }
}
