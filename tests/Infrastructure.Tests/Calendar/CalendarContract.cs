using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar;

/// <summary>What every calendar must do, whoever keeps it.</summary>
public abstract class CalendarContract
{
    public abstract ICalendar Calendar { get; }

    /// <summary>How many standing events the person sees.</summary>
    protected abstract Task<int> EventsOfAsync(PersonId person);

    protected abstract Task DeclareBusyAsync(PersonId person, Interval taken);

    /// <summary>The calendar stops answering.</summary>
    protected abstract void GoAway();

    /// <summary>Somebody moves the event behind the bot's back; false where nobody can.</summary>
    protected abstract Task<bool> ChangeAsync(MeetingId meeting, Instant start);

    /// <summary>Somebody takes the event out behind the bot's back.</summary>
    protected abstract Task RemoveAsync(MeetingId meeting);

    [Fact]
    public async Task A_booked_meeting_is_in_both_calendars()
    {
        var entry = await Calendar.BookAsync(Meeting(), default);

        Assert.Equal((Thursday, Thursday + Duration.FromHours(1)), (entry.Start, entry.End));
        Assert.Equal(1, await EventsOfAsync(Amira));
        Assert.Equal(1, await EventsOfAsync(Grace));
    }

    [Fact]
    public async Task Booking_twice_makes_one_event()
    {
        var first = await Calendar.BookAsync(Meeting(), default);
        var second = await Calendar.BookAsync(Meeting(), default);

        Assert.Equal(first, second);
        Assert.Equal(1, await EventsOfAsync(Grace));
    }

    [Fact]
    public async Task Booking_again_at_another_time_moves_the_one_event()
    {
        var later = Thursday + Duration.FromDays(1);
        var first = await Calendar.BookAsync(Meeting(), default);
        var second = await Calendar.BookAsync(Meeting(start: later), default);

        Assert.Equal((first.EventId, later), (second.EventId, second.Start));
        Assert.Equal(1, await EventsOfAsync(Amira));
    }

    [Fact]
    public async Task Two_meetings_are_two_events()
    {
        var first = await Calendar.BookAsync(Meeting(1), default);
        var second = await Calendar.BookAsync(Meeting(2, Thursday + Duration.FromDays(7)), default);

        Assert.NotEqual(first.EventId, second.EventId);
        Assert.Equal(2, await EventsOfAsync(Amira));
    }

    [Fact]
    public async Task Moving_keeps_the_event()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var later = Thursday + Duration.FromDays(5);
        var moved = await Calendar.MoveAsync(Meeting(start: later), booked.EventId, default);

        Assert.Equal((booked.EventId, later, later + Duration.FromHours(1)), (moved.EventId, moved.Start, moved.End));
        Assert.Equal(1, await EventsOfAsync(Amira));
        Assert.Equal(1, await EventsOfAsync(Grace));
    }

    [Fact]
    public async Task Moving_twice_is_moving_once()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var meeting = Meeting(start: Thursday + Duration.FromDays(5));

        Assert.Equal(await Calendar.MoveAsync(meeting, booked.EventId, default), await Calendar.MoveAsync(meeting, booked.EventId, default));
    }

    [Fact]
    public async Task Moving_an_event_that_is_gone_makes_it_again()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await RemoveAsync(Meeting().Id);
        var later = Thursday + Duration.FromDays(5);
        var moved = await Calendar.MoveAsync(Meeting(start: later), booked.EventId, default);
        var again = await Calendar.MoveAsync(Meeting(start: later), booked.EventId, default);

        Assert.Equal(later, moved.Start);
        Assert.Equal(moved, again);
        Assert.Equal(1, await EventsOfAsync(Grace));
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    [Trait("Requirement", "U-10")]
    public async Task Whoever_has_left_has_the_event_no_more_and_the_others_keep_theirs()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var smaller = Meeting() with { Others = [], Gone = [Grace] };
        var kept = await Calendar.MoveAsync(smaller, booked.EventId, default);

        Assert.Equal((0, 1), (await EventsOfAsync(Grace), await EventsOfAsync(Amira)));
        Assert.Equal((booked.EventId, booked.Start, booked.JoinUrl), (kept.EventId, kept.Start, kept.JoinUrl));
        Assert.Equal(kept, await Calendar.MoveAsync(smaller, booked.EventId, default));
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Whoever_comes_has_the_event_too_and_the_others_keep_theirs()
    {
        var booked = await Calendar.BookAsync(Meeting() with { Others = [] }, default);
        Assert.Equal(0, await EventsOfAsync(Grace));
        var wider = Meeting() with { New = [Grace] };
        var kept = await Calendar.MoveAsync(wider, booked.EventId, default);

        Assert.Equal((1, 1), (await EventsOfAsync(Grace), await EventsOfAsync(Amira)));
        Assert.Equal((booked.EventId, booked.Start, booked.JoinUrl), (kept.EventId, kept.Start, kept.JoinUrl));
        Assert.Equal(kept, await Calendar.MoveAsync(wider, booked.EventId, default));
    }

    [Fact]
    public async Task A_cancelled_meeting_is_in_no_calendar()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default);

        Assert.Equal(0, await EventsOfAsync(Amira));
        Assert.Equal(0, await EventsOfAsync(Grace));
        Assert.IsType<EventNow.Gone>(Assert.Single(await ReadBackAsync(booked)).Value);
    }

    [Fact]
    public async Task Cancelling_twice_is_fine()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default);

        Assert.Equal(0, await EventsOfAsync(Amira));
    }

    [Fact]
    public async Task A_meeting_whose_booking_never_answered_is_cancelled_without_an_event_id()
    {
        await Calendar.BookAsync(Meeting(), default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], eventId: "", default);
        await Calendar.CancelAsync(Meeting(2).Id, [Amira, Grace], eventId: "", default);

        Assert.Equal(0, await EventsOfAsync(Grace));
    }

    [Fact]
    public async Task Reading_back_leaves_out_what_is_as_it_was()
    {
        var first = await Calendar.BookAsync(Meeting(), default);
        var second = await Calendar.BookAsync(Meeting(2, Thursday + Duration.FromDays(7)), default);

        Assert.Empty(await ReadBackAsync(Known(first), Known(second, 2)));
    }

    [Fact]
    public async Task Reading_back_shows_an_event_whose_mark_is_not_known_as_it_stands()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var read = await ReadBackAsync(Known(booked) with { Mark = null });

        Assert.Equal(booked, Assert.IsType<EventNow.Stands>(read[Meeting().Id]).Entry);
    }

    [Fact]
    [Trait("Requirement", "U-13")]
    public async Task Reading_back_an_event_that_somebody_removed_says_that_it_is_gone()
    {
        var first = await Calendar.BookAsync(Meeting(), default);
        var second = await Calendar.BookAsync(Meeting(2, Thursday + Duration.FromDays(7)), default);
        await RemoveAsync(Meeting().Id);
        var read = await ReadBackAsync(Known(first), Known(second, 2));

        Assert.Equal(Meeting().Id, Assert.Single(read).Key);
        Assert.IsType<EventNow.Gone>(read[Meeting().Id]);
    }

    [Fact]
    [Trait("Requirement", "U-13")]
    public async Task Reading_back_an_event_that_somebody_moved_says_where_it_is_and_once_more_nothing()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var later = Thursday + Duration.FromDays(5) - Duration.FromMinutes(20);
        if (!await ChangeAsync(Meeting().Id, later)) return;
        var stands = Assert.IsType<EventNow.Stands>((await ReadBackAsync(booked))[Meeting().Id]);

        Assert.Equal((booked.EventId, later, later + Duration.FromHours(1)), (stands.Entry.EventId, stands.Entry.Start, stands.Entry.End));
        Assert.Equal(booked.JoinUrl, stands.Entry.JoinUrl);
        Assert.Empty(await ReadBackAsync(stands.Entry));
    }

    [Fact]
    public async Task A_move_by_the_bot_itself_is_no_news()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var moved = await Calendar.MoveAsync(Meeting(start: Thursday + Duration.FromDays(5)), booked.EventId, default);

        Assert.Empty(await ReadBackAsync(moved));
    }

    [Fact]
    public async Task A_lost_event_is_made_anew_once_and_stands()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await RemoveAsync(Meeting().Id);
        var first = await Calendar.BookAsync(Meeting() with { Edition = 1 }, default);
        var second = await Calendar.BookAsync(Meeting() with { Edition = 1 }, default);

        Assert.Equal(first, second);
        Assert.Equal(booked.Start, first.Start);
        Assert.Equal(1, await EventsOfAsync(Grace));
        Assert.Empty(await ReadBackAsync(first));
    }

    [Fact]
    public async Task Free_busy_shows_the_meeting_to_both_until_it_is_cancelled()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var before = await Calendar.FreeBusyAsync([Amira, Grace], Day(Thursday), default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default);
        var after = await Calendar.FreeBusyAsync([Amira, Grace], Day(Thursday), default);

        foreach (var person in new[] { Amira, Grace })
        {
            Assert.Equal([Hour(Thursday)], before[person].Busy);
            Assert.Empty(after[person].Busy);
            Assert.True(after[person].Known);
        }
    }

    [Fact]
    public async Task Free_busy_is_cut_to_the_window()
    {
        await DeclareBusyAsync(Grace, new Interval(Thursday - Duration.FromDays(3), Thursday + Duration.FromHours(1)));
        var window = new Interval(Thursday - Duration.FromMinutes(7), Thursday + Duration.FromHours(2));
        var found = await Calendar.FreeBusyAsync([Grace], window, default);

        Assert.Equal([new Interval(window.Start, Thursday + Duration.FromHours(1))], found[Grace].Busy);
    }

    [Fact]
    public async Task Times_that_touch_the_window_without_reaching_into_it_are_left_out()
    {
        await DeclareBusyAsync(Grace, Hour(Thursday - Duration.FromHours(1)));
        await DeclareBusyAsync(Grace, Hour(Thursday + Duration.FromHours(1)));

        Assert.Empty((await Calendar.FreeBusyAsync([Grace], Hour(Thursday), default))[Grace].Busy);
    }

    [Fact]
    public async Task A_person_whose_calendar_cannot_be_read_is_not_known_and_hides_nobody_else()
    {
        await DeclareBusyAsync(Grace, Hour(Thursday));
        var found = await Calendar.FreeBusyAsync([Stranger, Grace], Day(Thursday), default);

        Assert.Equal((false, 0), (found[Stranger].Known, found[Stranger].Busy.Count));
        Assert.Equal([Hour(Thursday)], found[Grace].Busy);
    }

    [Fact]
    [Trait("Requirement", "U-14")]
    public async Task Half_past_three_stays_half_past_three_when_the_clocks_change()
    {
        // The clocks go forward on 28 March 2027: 3.30pm is 15:30 UTC on the Thursday before and 14:30 UTC on the Thursday after.
        var before = Instant.FromUtc(2027, 3, 25, 15, 30);
        var after = Instant.FromUtc(2027, 4, 1, 14, 30);
        var booked = await Calendar.BookAsync(Meeting(start: before), default);
        var moved = await Calendar.MoveAsync(Meeting(start: after), booked.EventId, default);

        Assert.Equal((before, after), (booked.Start, moved.Start));
        Assert.Equal([Hour(after)], (await Calendar.FreeBusyAsync([Grace], Day(after), default))[Grace].Busy);
    }

    [Fact]
    public async Task A_calendar_that_does_not_answer_says_so_in_every_call_and_takes_nobody_for_known()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        GoAway();

        Assert.False(await IsKnownAsync(Amira));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.BookAsync(Meeting(2), default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.MoveAsync(Meeting(), booked.EventId, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => ReadBackAsync(booked));
    }

    [Fact]
    public async Task A_call_that_its_caller_gives_up_is_cancelled_not_unavailable()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calendar.BookAsync(Meeting(), given.Token));
    }

    private async Task<bool> IsKnownAsync(PersonId person)
    {
        try
        {
            return (await Calendar.FreeBusyAsync([person], Day(Thursday), default))[person].Known;
        }
        catch (CalendarUnavailableException)
        {
            return false;
        }
    }

    private Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(CalendarEntry entry) => ReadBackAsync(Known(entry));

    private Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(params KnownEvent[] known) => Calendar.ReadBackAsync(known, default);

    private static KnownEvent Known(CalendarEntry entry, int number = 1) => People.Known(entry, number);
}
