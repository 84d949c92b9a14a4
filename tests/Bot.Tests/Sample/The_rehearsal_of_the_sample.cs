using NodaTime;
using PeerBot.Bot.Rehearsal;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Bot.Tests.Sample;

public sealed class The_rehearsal_of_the_sample : IAsyncLifetime
{
    private static readonly Instant Thursday = Instant.FromUtc(2026, 12, 3, 15, 30);
    private static readonly Interval ThatDay = new(Instant.FromUtc(2026, 12, 3, 0, 0), Instant.FromUtc(2026, 12, 4, 0, 0));

    private readonly SampleHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Amira Khan", "Grace Obi")]
    [InlineData("Grace Obi", "Amira Khan")]
    public async Task A_booked_meeting_is_in_both_calendars_with_the_name_of_the_other(string name, string other)
    {
        await BookAsync(MeetingState.Booked, null);

        var calendar = await host.Rehearsal.CalendarAsync(SampleHost.Shown(name), ThatDay, default);

        var meeting = Assert.Single(calendar.Meetings);
        Assert.Equal(("Peer support", Thursday, "In person"), (meeting.Subject, meeting.Start, meeting.Mode));
        Assert.Equal(RehearsalMeetingState.Booked, meeting.State);
        Assert.Equal([other], meeting.With);
    }

    [Theory]
    [InlineData(MeetingState.Held, null, "Held")]
    [InlineData(MeetingState.NotHeld, NotHeldReason.Missed, "NotHeld")]
    [InlineData(MeetingState.NotHeld, NotHeldReason.Cancelled, "Cancelled")]
    public async Task What_became_of_a_meeting_is_shown(MeetingState state, NotHeldReason? reason, string shown)
    {
        await BookAsync(state, reason);

        var calendar = await host.Rehearsal.CalendarAsync(SampleHost.Shown("Amira Khan"), ThatDay, default);

        Assert.Equal(shown, Assert.Single(calendar.Meetings).State.ToString());
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await BookAsync(MeetingState.Booked, null);

        Assert.Empty((await host.Rehearsal.CalendarAsync(SampleHost.Shown("Peter Lloyd"), ThatDay, default)).Meetings);
    }

    [Fact]
    public async Task Beginning_again_takes_everything_back_to_the_sample()
    {
        await BookAsync(MeetingState.Booked, null);

        await host.Rehearsal.ResetAsync(default);

        Assert.Empty((await host.Rehearsal.CalendarAsync(SampleHost.Shown("Amira Khan"), ThatDay, default)).Meetings);
        Assert.NotNull(await host.Begin().PersonAsync(SampleHost.Id("Amira Khan")));
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-23")] // over the weekend
    [InlineData("2026-11-24", "2026-11-25")]
    [InlineData("2026-10-23", "2026-11-02")] // over half-term
    [InlineData("2026-12-18", "2027-01-04")] // over Christmas
    [InlineData("2027-07-20", "2027-07-21")] // the calendar ends here
    [InlineData("2027-07-30", "2027-08-02")]
    public void The_next_working_day_is_one_on_which_schools_are_open(string day, string next) =>
        Assert.Equal(Day(next), host.Rehearsal.NextWorkingDay(Day(day)));

    [Fact]
    public async Task Nothing_is_due_in_a_fresh_sample() =>
        Assert.Null(await host.Rehearsal.NextDueAsync(SampleHost.SaturdayEvening, default));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private async Task BookAsync(MeetingState state, NotHeldReason? reason)
    {
        var (amira, grace) = (SampleHost.Id("Amira Khan"), SampleHost.Id("Grace Obi"));
        var id = new MeetingId(Guid.NewGuid());
        await host.Calendar.BookAsync(
            new CalendarMeeting(
                id, amira, [grace], "Peer support", Thursday, Duration.FromHours(1), SampleHost.London, MeetingMode.InPerson), default);
        var work = host.Begin();
        work.Save(new Meeting(
            id, new CycleId(Guid.NewGuid()), amira, [grace], Thursday, 60, MeetingMode.InPerson, Initial: true, state, reason));
        await work.CommitAsync();
    }
}
