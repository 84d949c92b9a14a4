using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    public static readonly IReadOnlyList<Slot> Slots =
    [
        new("2026-12-03T15:30:00Z", At(2026, 12, 3, 15, 30)),
        new("2026-12-08T13:15:00Z", At(2026, 12, 8, 13, 15)),
        new("2026-12-10T15:45:00Z", At(2026, 12, 10, 15, 45)),
    ];

    public static readonly PickTimeCard.View PickTime = new(
        Grace, Slots, 60, MeetingMode.Teams, More: true, new LocalDate(2026, 11, 27), new LocalDate(2027, 5, 28));

    public static readonly BookedCard.View Booked = new(
        BookedCard.State.Booked, At(2026, 12, 3, 15, 30), 60, MeetingMode.InPerson, Grace, "Peer support – protected time",
        1, 6, new LocalDate(2027, 6, 3), null, First: true);

    public static readonly ReminderCard.View Reminder = new(
        At(2026, 12, 3, 15, 30), 60, MeetingMode.Teams, Grace, Join,
        Question: "What would you like to be different by the end of this cycle?", Until: new LocalDate(2027, 5, 28));

    private static readonly IReadOnlyList<string> Appointment = AppointmentText.Of(
        new MeetingId(new Guid("7f9c2ba4-e88f-4c1d-9b0a-5d3e6f1a2b3c")), "Peer support – protected time", Instant.FromUtc(2026, 12, 3, 15, 30),
        Instant.FromUtc(2026, 12, 3, 16, 30), Instant.FromUtc(2026, 11, 24, 10, 0));

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Meetings()
    {
        yield return ("C10-pick-time", () => PickTimeCard.Of(PickTime, Frame));
        yield return (
            "C10-pick-time-none",
            () => PickTimeCard.Of(PickTime with { Slots = [], More = false, Problem = "That time has just been taken." }, Frame));
        foreach (var unseen in new[] { PickTimeCard.Unseen.Reader, PickTimeCard.Unseen.Other, PickTimeCard.Unseen.Both })
            yield return ($"C10-pick-time-unseen-{unseen}", () => PickTimeCard.Of(PickTime with { Unseen = unseen }, Frame));
        yield return ("C10-refused", () => TimeRefusedCard.Of(
            new(new TimeRefusedCard.Rule.AfterHours(new LocalTime(16, 0)), At(2026, 12, 3, 18, 0), Slots[0]), Frame));
        yield return ("C10-refused-no-time-left", () => TimeRefusedCard.Of(
            new(new TimeRefusedCard.Rule.InPersonUsedUp(6), At(2026, 12, 3, 15, 30), null), Frame));
        yield return ("C10-confirm-time", () => ConfirmTimeCard.Of(new(Slots[0], 60, MeetingMode.Teams, Grace, []), Frame));
        yield return ("C10-confirm-time-advice", () => ConfirmTimeCard.Of(
            new(Slots[0], 60, MeetingMode.Teams, Grace, ["6pm is after hours for this scheme: a meeting is in the working day or starts by 4pm."]), Frame));
        yield return ("C11-booking", () => BookedCard.Of(Booked with { State = BookedCard.State.Booking }, Frame));
        yield return ("C11-booked", () => BookedCard.Of(Booked, Frame));
        yield return ("C11-booked-teams", () => BookedCard.Of(
            Booked with { Mode = MeetingMode.Teams, Join = Join, InPersonNumber = null, First = false }, Frame));
        yield return ("C11-booked-teams-without-link", () => BookedCard.Of(
            Booked with { Mode = MeetingMode.Teams, InPersonNumber = null, First = false }, Frame));
        yield return ("C11-booked-without-mailbox", () => BookedCard.Of(Booked with { Appointment = Appointment }, Frame));
        yield return ("C11-pending", () => BookedCard.Of(
            Booked with { State = BookedCard.State.CalendarPending, Until = null, Appointment = Appointment }, Frame));
        yield return ("C11-moved", () => BookedCard.Of(
            Booked with { State = BookedCard.State.Moved, Before = At(2026, 12, 1, 9, 0), ByOther = true, OtherName = Hostile }, Frame));
        yield return ("C11-cancelled", () => BookedCard.Of(Booked with { State = BookedCard.State.Cancelled, ByOther = true }, Frame));
        foreach (var what in new CalendarNewsCard.What[]
            {
                new CalendarNewsCard.What.Gone(), new CalendarNewsCard.What.Moved(), new CalendarNewsCard.What.Declined(),
                new CalendarNewsCard.What.Elsewhere(
                    At(2026, 12, 3, 18, 0), 45, "6pm is after hours for this scheme: a meeting is in the working day or starts by 4pm."),
            })
        {
            yield return (
                $"U13-calendar-{what.GetType().Name}",
                () => CalendarNewsCard.Of(new(what, At(2026, 12, 3, 15, 30), 60, MeetingMode.Teams, what is CalendarNewsCard.What.Moved ? Hostile : Grace), Frame));
        }

        yield return ("C11-cancelled-teams", () => BookedCard.Of(
            Booked with { State = BookedCard.State.Cancelled, Mode = MeetingMode.Teams, InPersonNumber = null, InPersonCount = 2 }, Frame));
        yield return ("C11-shortened", () => BookedCard.Of(Booked with { State = BookedCard.State.Shortened, Minutes = 20, First = false }, Frame));
        yield return ("C10-refused-review", () => TimeRefusedCard.Of(
            new(
                new TimeRefusedCard.Rule.InPersonUsedUp(6, Held: true), At(2026, 12, 3, 15, 30), null,
                [new(Verbs.SlotPick, "Meet on Teams instead", "2026-12-03T15:30:00Z/teams"), new(Verbs.ReviewAsk, "Ask for a review")]),
            Frame));
        yield return ("C15-reminder-requester", () => ReminderCard.Of(Reminder, Frame));
        yield return ("C15-reminder-supporter-first", () => ReminderCard.Of(
            Reminder with
            {
                Question = null,
                Tip = "Listen much more than you talk. After your question, wait.",
                CheckIn = "How is your world at the moment?",
                FirstMeeting = (Promise, PairRole.Supporter),
            },
            Frame));
        yield return ("C16-did-you-meet", () => DidYouMeetCard.Of(new(At(2026, 12, 3, 15, 30), Grace), Frame));
        yield return ("C16-did-you-meet-differ", () => DidYouMeetCard.Of(new(At(2026, 12, 3, 15, 30), Grace, Differ: true), Frame));
        yield return ("C18-move", () => MoveCard.Of(new(At(2026, 12, 3, 15, 30), 60, MeetingMode.Teams, Grace, Slots, More: true), Frame));
        yield return ("C18-cancel", () => MoveCard.Of(
            new(At(2026, 12, 3, 15, 30), 60, MeetingMode.Teams, Grace, [], More: false, Cancelling: true, new LocalDate(2027, 5, 28)), Frame));
        yield return ("C18-cancel-or-shorter", () => MoveCard.Of(
            new(At(2026, 12, 3, 15, 30), 60, MeetingMode.Teams, Grace, Slots, More: true, Cancelling: true, new LocalDate(2027, 5, 28), Shorter: 20), Frame));
        foreach (var state in Enum.GetValues<MoveTogetherCard.State>())
        {
            yield return ($"C18-together-{state}", () => MoveTogetherCard.Of(
                new(
                    state, At(2026, 12, 3, 15, 30), Slots[1], 30, MeetingMode.Teams, Grace,
                    ["Tuesday 8 December 2026 would be one more in its month. The scheme suggests no more than 1 a month. You may still choose it if you both agree."],
                    state == MoveTogetherCard.State.Choosing ? null : At(2026, 12, 1, 17, 30), state == MoveTogetherCard.State.Choosing ? Slots[2] : null,
                    Mine: state == MoveTogetherCard.State.Waiting),
                Frame));
        }

        foreach (var why in Enum.GetValues<MoveOff>())
            yield return ($"C18-stays-{why}", () => MoveOffCard.Of(new(why, At(2026, 12, 3, 15, 30), At(2026, 12, 8, 13, 15), 60, MeetingMode.Teams, Grace), Frame));
        yield return ("C18-stays-own", () => MoveOffCard.Of(new(null, At(2026, 12, 3, 15, 30), At(2026, 12, 8, 13, 15), 60, MeetingMode.Teams, Grace), Frame));
        yield return ("C11-moved-together", () => BookedCard.Of(Booked with { State = BookedCard.State.Moved, Together = true, First = false }, Frame));
        yield return ("C18-shorter", () => ShorterCard.Of(new(At(2026, 12, 3, 15, 30), 60, 20, Amira), Frame));
        yield return ("C16-still-right", () => StillRightCard.Of(new(Grace), Frame));
    }
}
