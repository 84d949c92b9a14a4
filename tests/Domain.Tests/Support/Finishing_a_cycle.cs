using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Finishing_a_cycle
{
    private static readonly Cycle Cycle = Given.Cycle(Authority.Amira, Authority.Grace);

    [Theory, Trait("Requirement", "S2-35")]
    [InlineData(true, true, CloseReason.EndedEarly)]
    [InlineData(true, false, CloseReason.Completed)]
    [InlineData(false, true, CloseReason.NeverMet)]
    [InlineData(false, false, CloseReason.NeverMet)]
    public async Task It_frees_the_place_and_asks_for_feedback_where_a_meeting_was_held(bool met, bool toCome, CloseReason reason)
    {
        var office = Running(met, toCome);
        await office.Does(turn => new FinishCycle(turn).FinishAsync(Cycle.Supporter, Cycle.Id));

        Assert.Equal((CycleState.Closed, reason), (office.Only<Cycle>().State, office.Only<Cycle>().Closed));
        Assert.Equal(0, office.Profile(Authority.Grace).ActiveCycles);
        Assert.Equal(met ? ["2026-12-09T08:30"] : [], office.Due<Errand.AskFeedback>(ask => ask.To == Cycle.Requester));
        Assert.Equal(met ? ["2026-12-09T08:30"] : [], office.Due<Errand.OfferSelfEvaluation>(offer => offer is { Occasion: Occasion.After } && offer.To == Cycle.Requester));
        Assert.Equal(["2026-12-09T08:30"], office.Due<Errand.TellClosed>(closed => closed.To == Cycle.Requester));
        Assert.Empty(office.Due<Errand.TellClosed>(closed => closed.To == Cycle.Supporter));
    }

    [Theory]
    [InlineData("amira")]
    [InlineData("grace")]
    public async Task Meetings_to_come_are_cancelled_in_the_name_of_the_one_who_finishes(string who)
    {
        var office = Running(met: true, toCome: true);
        var person = who == "amira" ? Cycle.Requester : Cycle.Supporter;
        await office.Does(turn => new FinishCycle(turn).FinishAsync(person, Cycle.Id));

        var off = office.Store.All<Meeting>().MaxBy(meeting => meeting.Start)!;
        Assert.Equal((MeetingState.NotHeld, NotHeldReason.Cancelled, 1), (off.State, off.NotHeld, off.Sequence));
        Assert.Single(office.Due<Errand.WriteCalendar>(write => write.Meeting == off.Id && write.Actor == person));
    }

    [Fact]
    public async Task Finishing_twice_or_by_somebody_else_changes_nothing()
    {
        var office = Running(met: true, toCome: false);
        Assert.IsType<Finishing.NotYours>(await office.Does(turn => new FinishCycle(turn).FinishAsync(Authority.Peter.Id, Cycle.Id)));
        await office.Does(turn => new FinishCycle(turn).FinishAsync(Cycle.Requester, Cycle.Id));
        var (rows, errands) = (office.Store.Rows, office.Store.Errands);

        Assert.IsType<Finishing.OutOfDate>(await office.Does(turn => new FinishCycle(turn).FinishAsync(Cycle.Supporter, Cycle.Id)));
        Assert.Equal(rows, office.Store.Rows);
        Assert.Equal(errands, office.Store.Errands);
    }

    [Fact]
    public async Task Both_finishing_at_once_frees_one_place()
    {
        var office = new Office("2026-12-08T21:00", Cycle, Authority.Supporter(Authority.Grace, capacity: 3, active: 2));
        var (one, first) = office.Open();
        var (other, second) = office.Open();
        await new FinishCycle(one).FinishAsync(Cycle.Requester, Cycle.Id);
        await new FinishCycle(other).FinishAsync(Cycle.Supporter, Cycle.Id);

        Assert.True(first.Commit());
        Assert.False(second.Commit());
        Assert.Equal(1, office.Profile(Authority.Grace).ActiveCycles);
    }

    private static Office Running(bool met, bool toCome) => new(
        "2026-12-08T21:00",
        [
            Cycle, Authority.Supporter(Authority.Grace, active: 1),
            .. met ? new[] { Given.Meeting(Cycle, "2026-12-03T15:30", MeetingState.Held, initial: true) } : [],
            .. toCome ? new[] { Given.Meeting(Cycle, "2026-12-15T15:30") } : [],
        ]);
}
