using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Agreeing_how_to_work
{
    private static readonly (string, string)[] FirstProposal =
        [(InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "60"), (InputIds.Mode, "teams")];

    [Fact, Trait("Requirement", "S2-31")]
    public async Task Both_tick_the_same_ground_rules_and_a_change_asks_both_again()
    {
        var scheme = await PairedAsync();
        await scheme.Grace.Presses(Verbs.RulesOpen);
        scheme.Grace.Sees("How we work together", "stay confidential", "The exception");
        await scheme.Grace.Presses(Verbs.RulesAgree);
        scheme.Amira.Sees("Grace Obi has agreed to these", "stay confidential", "The exception");

        await scheme.Amira.Presses(Verbs.RulesChange);
        await scheme.Amira.Fills(Verbs.RulesPropose, (InputIds.Change, "no notes please"));
        scheme.Amira.Sees("no notes please");
        scheme.Grace.Sees("Amira Khan", "no notes please");
        Assert.False(scheme.Only<Cycle>().Rules.Agreed);

        await scheme.Grace.Presses(Verbs.RulesAgree);
        scheme.Grace.Sees("Ground rules agreed", "Tuesday 24 November 2026");
        scheme.Amira.Sees("Ground rules agreed", "no notes please");
        Assert.Equal(SchoolTime.Date("2026-11-24"), scheme.Only<Cycle>().Rules.AgreedOn);
        Assert.True(scheme.Amira.Has(Verbs.CadencePropose));
    }

    [Fact]
    public async Task A_tick_on_a_card_from_before_a_change_shows_what_stands_now()
    {
        var scheme = await PairedAsync();
        await scheme.Grace.Presses(Verbs.RulesOpen);
        var old = scheme.Grace.Card(Verbs.RulesAgree);
        await scheme.Amira.Presses(Verbs.RulesOpen);
        await scheme.Amira.Presses(Verbs.RulesChange);
        await scheme.Amira.Fills(Verbs.RulesPropose, (InputIds.Place, "the library"));

        await scheme.Grace.PressesOn(old, Verbs.RulesAgree);
        scheme.Grace.Sees("have changed since that card");
        scheme.Grace.Sees("the library");
        Assert.False(scheme.Only<Cycle>().Rules.Agreed);
    }

    [Fact]
    public async Task Ground_rules_without_a_way_to_reach_each_other_are_asked_again()
    {
        var scheme = await PairedAsync();
        await scheme.Amira.Presses(Verbs.RulesOpen);
        await scheme.Amira.Presses(Verbs.RulesChange);
        await scheme.Amira.Fills(Verbs.RulesPropose, (InputIds.Ways, "pigeon"));

        scheme.Amira.Sees("Choose at least one way");
        Assert.Equal(1, scheme.Only<Cycle>().Rules.Revision);
    }

    [Fact]
    public async Task A_rhythm_holds_when_the_other_has_agreed_and_times_are_then_offered_to_both()
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Amira.Fills(Verbs.CadencePropose, FirstProposal);
        scheme.Amira.Sees("Your suggestion is sent");
        scheme.Grace.Sees("Amira Khan suggests", "Dates chosen as you go", "1 hour", "Teams");

        await scheme.Grace.Presses(Verbs.CadenceAccept);
        scheme.Grace.Sees("Rhythm agreed");
        scheme.Grace.Sees("Times when you and Amira Khan are both free");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
    }

    [Fact, Trait("Requirement", "S2-16")]
    public async Task A_first_meeting_of_more_than_an_hour_needs_a_yes_from_both()
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Amira.Fills(Verbs.CadencePropose, (InputIds.Minutes, "75"));
        scheme.Amira.Sees("The scheme suggests up to 1 hour. You may still choose 1 hour 15 minutes if you both agree.");
        Assert.Null(scheme.Only<Cycle>().Cadence);
        scheme.Grace.SeesNothing();

        await scheme.Amira.Presses(Verbs.CadenceConfirm);
        scheme.Grace.Sees("Amira Khan has agreed to this. It holds when you agree too.", "The scheme suggests up to 1 hour");
        Assert.False(scheme.Only<Cycle>().Cadence!.Agreed);

        await scheme.Grace.Presses(Verbs.CadenceConfirm);
        Assert.True(scheme.Only<Cycle>().Cadence!.Agreed);
        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.Equal(75, scheme.Only<Meeting>().Minutes);
    }

    [Fact, Trait("Requirement", "S2-16")]
    public async Task An_hour_needs_no_confirming_and_Teams_and_in_person_are_both_offered()
    {
        var scheme = await AgreedRulesAsync();
        Assert.Equal(["teams", "in-person"], scheme.Amira.Card(Verbs.CadencePropose).Choices(InputIds.Mode));

        await scheme.Amira.Fills(Verbs.CadencePropose, (InputIds.Minutes, "60"), (InputIds.Mode, "in-person"));
        scheme.Amira.Sees("Your suggestion is sent");
        await scheme.Grace.Presses(Verbs.CadenceAccept);
        Assert.Equal(MeetingMode.InPerson, scheme.Only<Cycle>().Cadence!.Mode);
    }

    [Fact]
    public async Task The_other_may_answer_a_rhythm_with_another_one()
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Amira.Fills(Verbs.CadencePropose, FirstProposal);
        var first = scheme.Grace.Card(Verbs.CadenceAccept);
        await scheme.Grace.Presses(Verbs.CadenceChange);
        await scheme.Grace.Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "every-weeks"), (InputIds.Weeks, "3"), (InputIds.Weekday, "4"), (InputIds.Minutes, "45"));
        scheme.Amira.Sees("Grace Obi suggests", "Every 3 weeks", "45 minutes");

        await scheme.Grace.PressesOn(first, Verbs.CadenceAccept);
        scheme.Grace.Sees("The proposal has changed since that card");
        Assert.False(scheme.Only<Cycle>().Cadence!.Agreed);
    }

    [Fact]
    public async Task Two_proposals_at_the_same_second_leave_one_and_the_other_is_shown_it()
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Grace.Says("status");
        await scheme.Grace.Presses(Verbs.CadenceOpen);
        scheme.BeforeNextCommit = () => scheme.Grace.Fills(Verbs.CadencePropose, (InputIds.Minutes, "30"));
        await scheme.Amira.Fills(Verbs.CadencePropose, (InputIds.Minutes, "45"));

        Assert.Equal(30, scheme.Only<Cycle>().Cadence!.Minutes);
        scheme.Amira.Sees("The proposal has changed since that card");
        scheme.Amira.Sees("Grace Obi suggests", "30 minutes");
    }

    [Theory]
    [InlineData("pattern", "sometimes")]
    [InlineData("minutes", "")]
    [InlineData("minutes", "4000")]
    [InlineData("mode", "by-post")]
    public async Task A_rhythm_that_is_not_complete_is_asked_again(string field, string value)
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Amira.Fills(Verbs.CadencePropose, (field, value));

        scheme.Amira.Sees("Please choose how often, how long and how you would like to meet.");
        Assert.Null(scheme.Only<Cycle>().Cadence);
    }

    [Fact]
    public async Task Only_the_schemes_own_kinds_of_conversation_are_kept()
    {
        var scheme = await AgreedRulesAsync();
        await scheme.Amira.Fills(Verbs.CadencePropose, (InputIds.Approach, "ring me on 07700 900123 tonight"));

        Kept.Nowhere(scheme, "07700");
        scheme.Grace.NeverSaw("07700");
    }

    [Fact, Trait("Requirement", "S2-09")]
    public async Task What_the_head_asked_for_stays_the_heads_whatever_the_supporter_presses()
    {
        var scheme = await PairedAsync();
        var (request, notes) = (scheme.Only<SupportRequest>(), scheme.Store.All<PrivateNote>().ToList());
        foreach (var verb in new[] { Verbs.SupportersShow, Verbs.RequestChange, Verbs.RequestSend, Verbs.RequestWithdraw, Verbs.TopicSave, Verbs.PreferenceAdd })
        {
            foreach (var id in new[] { request.Id.ToString(), scheme.Only<Cycle>().Id.ToString(), $"{scheme.Only<Cycle>().Id}.Before" })
            {
                await scheme.Grace.Forges($$"""{"verb":"{{verb}}","id":"{{id}}","version":1,"area":"finance","note":"Something else entirely","topic":"LE1"}""");
            }
        }

        Assert.Equal(request, scheme.Only<SupportRequest>());
        Assert.Equal(notes, scheme.Store.All<PrivateNote>().Where(note => note.Owner == Authority.Amira.Id));
    }

    private static async Task<Scheme> PairedAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Grace Obi");
        await scheme.Grace.Presses(Verbs.AskAccept);
        return scheme;
    }

    private static async Task<Scheme> AgreedRulesAsync()
    {
        var scheme = await PairedAsync();
        await scheme.Grace.Presses(Verbs.RulesOpen);
        await scheme.Grace.Presses(Verbs.RulesAgree);
        await scheme.Amira.Presses(Verbs.RulesAgree);
        return scheme;
    }
}
