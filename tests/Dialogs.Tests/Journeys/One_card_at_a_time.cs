using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class One_card_at_a_time
{
    [Fact, Trait("Requirement", "S2-19")]
    public async Task A_second_missed_meeting_brings_the_question_and_no_times()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var missed = Given.Meeting(cycle, "2026-11-25T10:00", MeetingState.NotHeld) with { NotHeld = NotHeldReason.Missed };
        var scheme = new Scheme("2026-11-26T10:00", cycle, missed, Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-12-03T16:30");
        var before = scheme.Amira.Messages.Count;
        await scheme.Amira.Presses(Verbs.MetNo);
        await scheme.Grace.Presses(Verbs.MetNo);

        scheme.Amira.Sees("still right");
        scheme.Grace.Sees("still right");
        Assert.DoesNotContain(scheme.Grace.News, message => message.Buttons.Any(button => button.Verb == Verbs.SlotPick));
        Assert.DoesNotContain(scheme.Amira.Messages.Skip(before), message => message.Buttons.Any(button => button.Verb == Verbs.SlotPick));
    }

    [Fact, Trait("Requirement", "S0-09")]
    public async Task A_meeting_that_moves_is_offered_times_around_its_own_day_first_and_never_its_own()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-11-24T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("wednesday 16 december at 10am");
        await scheme.Amira.Presses(Verbs.MeetingMove);
        var card = scheme.Amira.Messages[^1];
        var offered = card.Buttons.Where(button => button.Verb == Verbs.MeetingMoveTo).ToList();
        Assert.Equal(3, offered.Count);
        Assert.All(offered, button => Assert.Matches("\\b1[4-8] December", button.Title));
        Assert.DoesNotContain("Wednesday 16 December 2026, 10am–", string.Join('\n', offered.Select(button => button.Title)), StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-33")]
    public async Task A_time_that_is_refused_when_none_is_left_leads_to_Teams_and_to_a_review()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson, pairedAt: "2026-05-20T10:00");
        var scheme = new Scheme(
            "2026-11-25T16:50", cycle, Given.Meeting(cycle, "2026-05-25T10:00", MeetingState.Held, MeetingMode.InPerson, initial: true),
            Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.Says("today at 7pm");
        var card = scheme.Amira.Messages[^1];
        Assert.Contains(card.Buttons, button => button.Verb == Verbs.ReviewAsk);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task A_coordinator_goes_back_from_a_request_and_from_each_receipt()
    {
        var request = Given.Request(Authority.Hannah, preferences: [Authority.Peter, Authority.Grace]);
        var scheme = new Scheme("2026-11-24T10:00", request, Given.Ask(request, Authority.Peter));
        await scheme.Sam.Says("requests");
        await scheme.Sam.Presses(Verbs.CoordinatorRequest);
        await scheme.Sam.PressesOn(scheme.Sam.Messages[^1], Verbs.CoordinatorRequests);
        scheme.Sam.Sees("Open requests", "Hannah Cole");
        await scheme.Sam.Presses(Verbs.CoordinatorRequest);
        await scheme.Sam.Presses(Verbs.UnansweredRemind);
        await scheme.Sam.PressesOn(scheme.Sam.Messages[^1], Verbs.CoordinatorRequests);
        scheme.Sam.Sees("Open requests", "Hannah Cole");
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task A_list_of_supporters_says_how_many_there_are()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Sam.Says("supporters");
        scheme.Sam.Sees($"1 to 5 of {scheme.Store.All<SupporterProfile>().Count(profile => profile.State == SupporterState.Listed)}");
    }
}
