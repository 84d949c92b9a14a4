using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Checking_in
{
    private static readonly Cycle Cycle = Given.Cycle(Authority.Amira, Authority.Grace);

    private readonly Meeting meeting = Given.Meeting(Cycle, "2026-12-03T15:30", initial: true);

    [Theory]
    [InlineData(true, true, MeetingState.Held, null)]
    [InlineData(false, false, MeetingState.NotHeld, NotHeldReason.Missed)]
    [InlineData(true, false, MeetingState.Booked, null)]
    [InlineData(false, true, MeetingState.Booked, null)]
    public async Task Only_what_both_remember_settles_it(bool head, bool supporter, MeetingState state, NotHeldReason? reason)
    {
        var office = new Office("2026-12-03T17:00", Cycle, meeting);
        await office.Does(turn => AnswerAsync(turn, Cycle.Requester, head));
        Assert.Equal(MeetingState.Booked, office.Only<Meeting>().State);
        await office.Does(turn => AnswerAsync(turn, Cycle.Supporter, supporter));

        Assert.Equal((state, reason), (office.Only<Meeting>().State, office.Only<Meeting>().NotHeld));
    }

    [Fact]
    public async Task Two_who_differ_are_both_asked_again_once()
    {
        var office = new Office("2026-12-03T17:00", Cycle, meeting);
        await office.Does(turn => AnswerAsync(turn, Cycle.Requester, true));
        var first = await office.Does(turn => AnswerAsync(turn, Cycle.Supporter, false));
        Assert.True(Assert.IsType<CheckInAnswer.Differ>(first).AskedAgain);
        Assert.Equal(2, office.Due<Errand.AskDidYouMeet>(ask => ask.Again).Count);

        var second = await office.Does(turn => AnswerAsync(turn, Cycle.Requester, true));
        Assert.False(Assert.IsType<CheckInAnswer.Differ>(second).AskedAgain);
        Assert.Equal(2, office.Due<Errand.AskDidYouMeet>().Count);
    }

    [Theory]
    [InlineData(true, null, MeetingState.Held, null)]
    [InlineData(false, null, MeetingState.NotHeld, NotHeldReason.Unknown)]
    [InlineData(true, false, MeetingState.NotHeld, NotHeldReason.Unknown)]
    public async Task What_stays_open_for_five_working_days_settles_itself(bool head, bool? supporter, MeetingState state, NotHeldReason? reason)
    {
        var office = new Office("2026-12-03T17:00", Cycle, meeting);
        await office.Does(turn => AnswerAsync(turn, Cycle.Requester, head));
        if (supporter is { } answer)
        {
            await office.Does(turn => AnswerAsync(turn, Cycle.Supporter, answer));
        }

        Assert.Equal(["2026-12-10T17:30"], office.Due<Errand.SettleMeeting>());
        await office.Does(
            async turn =>
            {
                await new MeetingCheckIn(turn).SettleAsync(meeting.Id, meeting.Start);
                return true;
            },
            at: "2026-12-10T17:30");
        Assert.Equal((state, reason), (office.Only<Meeting>().State, office.Only<Meeting>().NotHeld));
    }

    [Theory]
    [InlineData("2026-12-03T16:29", 0)] // it is not over
    [InlineData("2026-12-03T17:00", 1)] // another time than the card knows
    public async Task A_card_that_is_early_or_old_changes_nothing(string now, long sequence)
    {
        var office = new Office(now, Cycle, meeting);
        Assert.IsType<CheckInAnswer.OutOfDate>(await office.Does(turn => new MeetingCheckIn(turn).AnswerAsync(Cycle.Requester, meeting.Id, sequence, true)));
        Assert.IsType<CheckInAnswer.NotYours>(await office.Does(turn => new MeetingCheckIn(turn).AnswerAsync(Authority.Peter.Id, meeting.Id, sequence, true)));
        Assert.Equal(meeting with { Version = 1 }, office.Only<Meeting>());
    }

    [Fact]
    public async Task Both_answering_at_once_settles_it_when_the_second_starts_over()
    {
        var office = new Office("2026-12-03T17:00", Cycle, meeting);
        var (one, first) = office.Open();
        var (other, second) = office.Open();
        await AnswerAsync(one, Cycle.Requester, true);
        await AnswerAsync(other, Cycle.Supporter, true);
        Assert.True(first.Commit());
        Assert.False(second.Commit());

        Assert.IsType<CheckInAnswer.Settled>(await office.Does(turn => AnswerAsync(turn, Cycle.Supporter, true)));
    }

    private Task<CheckInAnswer> AnswerAsync(Turn turn, PersonId person, bool met) => new MeetingCheckIn(turn).AnswerAsync(person, meeting.Id, 0, met);
}
