using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class Both_ask_for_more
{
    [Fact, Trait("Requirement", "S2-21"), Trait("Requirement", "A-09")]
    public async Task The_coordinator_is_asked_by_name_length_and_number_alone()
    {
        var scheme = Waiting(out var cycle);
        scheme.Expects(new Errand.ShowTask(scheme.Only<CoordinatorTask>().Id, scheme.Sam.Id), "2027-05-10T08:30");
        await scheme.MovesTo("2027-05-10T09:00");
        var card = scheme.Sam.Sees("Amira Khan and Grace Obi ask for up to 3 more months and 3 more in-person meetings.", "Agree", "Talk first", "Not this time");
        Assert.All(card.Buttons.Where(button => button.Verb.StartsWith("extension.", StringComparison.Ordinal)), button => Assert.Null(button.Arg));
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.About == cycle.Requester && entry.Action == "cycle.viewed");
    }

    [Theory, Trait("Requirement", "S2-21")]
    [InlineData(Verbs.ExtensionAgree, "The new last date is Tuesday 20 July 2027.", CycleState.Extended)]
    [InlineData(Verbs.ExtensionTalk, "you would like to talk first", CycleState.Review)]
    [InlineData(Verbs.ExtensionRefuse, "finishes as planned", CycleState.Review)]
    public async Task The_answer_is_kept_and_noted_for_both(string verb, string words, CycleState state)
    {
        var scheme = Waiting(out var cycle);
        await scheme.Sam.Says("tasks");
        await scheme.Sam.Presses(Verbs.CoordinatorCycle);
        await scheme.Sam.Presses(verb);
        scheme.Sam.Sees(words);
        Assert.Equal(state, scheme.Only<Cycle>().State);
        foreach (var person in new[] { cycle.Requester, cycle.Supporter })
        {
            Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == person && entry.Action == "extension.decided");
        }
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_second_answer_comes_too_late()
    {
        var scheme = Waiting(out _);
        await scheme.Sam.Says("tasks");
        await scheme.Sam.Presses(Verbs.CoordinatorCycle);
        var card = scheme.Sam.Messages[^1];
        await scheme.Sam.PressesOn(card, Verbs.ExtensionAgree);
        await scheme.Sam.PressesOn(card, Verbs.ExtensionRefuse);
        scheme.Sam.Sees("Show what I can do now");
        Assert.Equal(CycleState.Extended, scheme.Only<Cycle>().State);
    }

    private static Scheme Waiting(out Cycle cycle)
    {
        cycle = Given.Cycle(Authority.Amira, Authority.Grace) with
        {
            State = CycleState.Review,
            Review = new CycleReview(
                SchoolTime.At("2027-05-01T09:00"),
                new Dictionary<string, ReviewWish> { [Authority.Amira.Id.Value] = ReviewWish.Extend, [Authority.Grace.Id.Value] = ReviewWish.Extend },
                WaitsForCoordinator: true),
        };
        var subject = cycle.Id.ToString();
        var task = new CoordinatorTask(
            CoordinatorTasks.IdOf(TaskKind.Extension, subject), Authority.Programme.Id, TaskKind.Extension, SchoolTime.At("2027-05-07T09:00"),
            Authority.Amira.Id, subject);
        return new Scheme("2027-05-10T08:00", cycle, task, Given.Meeting(cycle, "2026-12-03T15:30", MeetingState.Held, initial: true));
    }
}
