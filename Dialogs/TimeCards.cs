using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards about times and meetings, for one of the two, drawn from what stands now.</summary>
internal static class TimeCards
{
    /// <summary>What stands in calendars, phones and lists of the office: the scheme's own word and nothing else, the same for both.</summary>
    public static string SubjectOf(Programme programme) => FlowTexts.For(programme, locale: null).Plain("Calendar.Subject");

    /// <summary>What a button carries for a time on Teams where the two have agreed to meet in person; behind a slot after a stroke.</summary>
    public const string OnTeams = "teams";

    private const char Stroke = '/';

    private static readonly Instant Earliest = NodaTime.Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = NodaTime.Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>The last day on which the pair can meet; where none is left, the last of the cycle; null: no end yet.</summary>
    /// <param name="changed">A meeting of this same turn, as it is now.</param>
    public static async Task<LocalDate?> LastDateAsync(Cycle cycle, CycleTerms terms, FlowContext context, Meeting? changed = null) =>
        await new BookMeeting(context.Turn).LastBookableAsync(cycle, changed) ?? terms.LastDate;

    /// <summary>"In person, held or booked: 1 of 6 · until Friday 28 May 2027", as things stand now; null where no number is set.</summary>
    /// <param name="changed">A meeting of this same turn, as it is now.</param>
    public static async Task<Line?> CountAsync(Cycle cycle, FlowContext context, Meeting? changed = null)
    {
        var terms = CycleTerms.Of(context.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id), changed);
        if (terms.InPersonMost is not { } most)
        {
            return null;
        }

        var count = await LastDateAsync(cycle, terms, context, changed) is { } last
            ? context.Texts.Plain("Booked.CountUntil", ("number", terms.InPersonCounted), ("most", most), ("date", last))
            : context.Texts.Plain("Booked.Count", ("number", terms.InPersonCounted), ("most", most));
        return new Line(context.Texts.Plain("Booked.InPersonSoFar"), count);
    }

    /// <summary>Up to three times both have free; where no time would do, why, and the rhythm to be changed.</summary>
    /// <param name="mode">Null: as the two have agreed.</param>
    /// <param name="off">The session of a group in whose place a time is looked for; null: of none.</param>
    public static async Task<AdaptiveCard> PickAsync(
        Cycle cycle, FlowContext context, int page = 0, string? problem = null, MeetingMode? mode = null, Meeting? off = null)
    {
        var booking = new BookMeeting(context.Turn);
        var offer = await booking.OfferAsync(cycle, page, mode: mode);
        if (offer is SlotOffer.NotPossible no)
        {
            return no.Rules[0] is BrokenRule.InPersonLimit limit ? await RefusedAsync(cycle, limit, context.Local(context.Now), nearest: null, context)
                : await PairCards.ChooseRhythmAsync(cycle, context, Sentence(no.Rules[0], context.Local(context.Now), context));
        }

        var times = offer as SlotOffer.Times;
        var latest = await booking.LastBookableAsync(cycle);
        return PickTimeCard.Of(
            new PickTimeCard.View(
                await context.OthersAsync(cycle), Slots(times, context, booking, mode), cycle.Cadence!.Minutes, mode ?? cycle.Cadence.Mode,
                times?.More ?? false, context.Local(context.Now).Date, latest, problem ?? (times is null && page > 0 ? context.Texts.Plain("Time.NoMore") : null),
                mode == MeetingMode.Teams ? OnTeams : null, UnseenOf(booking, cycle, context)),
            context.Frame(off is null ? (object)cycle.Id : off.Id, page));
    }

    public static async Task<AdaptiveCard> MoveAsync(
        Meeting meeting, Cycle cycle, FlowContext context, int page, bool cancelling, string? notice = null, string? problem = null)
    {
        var booking = new BookMeeting(context.Turn);
        var times = await booking.OfferAsync(cycle, page, meeting) as SlotOffer.Times;
        return MoveCard.Of(
            new MoveCard.View(
                context.Local(meeting.Start), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle),
                Slots(times, context, booking), times?.More ?? false, cancelling, await booking.LastBookableAsync(cycle), page,
                cancelling && ShortenMeeting.MayBe(meeting) ? ShortenMeeting.Minutes : null, notice, problem),
            context.Frame(meeting.Id, meeting.Sequence));
    }

    /// <param name="byOther">The other one moved or cancelled it.</param>
    /// <param name="label">Words of this same turn, which the store does not list yet; empty: none.</param>
    public static async Task<AdaptiveCard> BookedAsync(Meeting meeting, Cycle cycle, FlowContext context, bool byOther, string? label = null)
    {
        var meetings = (await context.Stores.MeetingsAsync(cycle.Id)).Where(other => other.Id != meeting.Id).Append(meeting).OrderBy(one => one.Start).ToList();
        var terms = CycleTerms.Of(context.Programme, cycle, meetings);
        var inPerson = meetings.Where(other => other.Counts && other.Mode == MeetingMode.InPerson).ToList().FindIndex(other => other.Id == meeting.Id);
        var state = meeting switch
        {
            { State: MeetingState.NotHeld } => BookedCard.State.Cancelled,
            { Calendar: CalendarState.Waiting } => BookedCard.State.CalendarPending,
            { Calendar: CalendarState.Pending } => BookedCard.State.Booking,
            { Shortened: true } => BookedCard.State.Shortened,
            { Sequence: > 0 } => BookedCard.State.Moved,
            _ => BookedCard.State.Booked,
        };
        return BookedCard.Of(
            new BookedCard.View(
                state, context.Local(meeting.Start), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle), SubjectOf(context.Programme),
                inPerson >= 0 && terms.InPersonMost is not null ? inPerson + 1 : null, terms.InPersonMost,
                await LastDateAsync(cycle, terms, context, meeting), meeting.JoinUrl, ByOther: byOther, First: meeting.Initial,
                Appointment: NeedsAppointment(meeting, context)
                    ? AppointmentText.Of(meeting.Id, SubjectOf(context.Programme), meeting.Start, meeting.End, context.Now) : null,
                InPersonCount: terms.InPersonCounted, Kind: KindOf(meeting, cycle, context),
                Label: label is null ? (await new DescribeMeeting(context.Turn).LabelAsync(meeting.Id))?.Text : label.Length > 0 ? label : null,
                CanDescribe: cycle.IsOpen && context.Programme.Cycle.MeetingKinds.Count > 0, Notes: await SessionCards.NotesAsync(meeting, cycle, context),
                Together: meeting.Move is { Agreed: true }),
            context.Frame(meeting.Id, meeting.Sequence));
    }

    /// <summary>What a meeting is to be, as the reader calls it; null: not said.</summary>
    public static string? KindOf(Meeting meeting, Cycle cycle, FlowContext context) =>
        context.Programme.Cycle.KindFor(meeting.Kind, partner: context.Me.Id == cycle.Supporter)?.Label;

    private static PickTimeCard.Unseen UnseenOf(BookMeeting booking, Cycle cycle, FlowContext context) =>
        booking.SomebodyMisses && booking.Unseen.Count == 0 ? PickTimeCard.Unseen.OneMissing
        : (booking.Unseen.Contains(context.Me.Id), cycle.Others(context.Me.Id).Any(booking.Unseen.Contains)) switch
        {
            (true, true) => PickTimeCard.Unseen.Both,
            (true, false) => PickTimeCard.Unseen.Reader,
            (false, true) => PickTimeCard.Unseen.Other,
            _ => PickTimeCard.Unseen.Nobody,
        };

    /// <summary>While the calendar is away, and always for somebody who has no mailbox, no invitation comes.</summary>
    private static bool NeedsAppointment(Meeting meeting, FlowContext context) =>
        meeting.Calendar == CalendarState.Waiting || (meeting.Calendar == CalendarState.Written && context.Me.Email.Length == 0);

    /// <summary>A typed time as it was understood, before anything is booked.</summary>
    public static async Task<AdaptiveCard> ConfirmAsync(
        Cycle cycle, Instant start, IReadOnlyList<BrokenRule> advice, FlowContext context, MeetingMode? mode = null, Meeting? off = null) => ConfirmTimeCard.Of(
        new ConfirmTimeCard.View(
            SlotOf(start, context, mode), cycle.Cadence!.Minutes, mode ?? cycle.Cadence.Mode, await context.OthersAsync(cycle),
            [.. advice.Select(rule => Sentence(rule, context.Local(start), context))]),
        context.Frame(off is null ? (object)cycle.Id : off.Id));

    /// <summary>The rule and the nearest time that can be; for what no time mends, the rhythm to be changed.</summary>
    /// <param name="start">The time that was asked for, which may do on Teams; null where none was.</param>
    public static async Task<AdaptiveCard> RefusedAsync(
        Cycle cycle, BrokenRule rule, LocalDateTime asked, Instant? nearest, FlowContext context, Instant? start = null) =>
        rule is BrokenRule.InPersonLimit limit ? await UsedUpAsync(cycle, limit, asked, context, start)
        : RuleOf(rule, context, cycle) is { } known
            ? TimeRefusedCard.Of(
                new TimeRefusedCard.View(
                    known, asked, nearest is { } at ? SlotOf(at, context) : null,
                    rule is BrokenRule.BeyondCycle ? ReviewCycleFlow.Instead(cycle, teams: null, context) : nearest is null ? InsteadOf(cycle, context) : null),
                context.Frame(cycle.Id))
            : rule.AnotherTimeHelps ? await PickAsync(cycle, context, problem: Sentence(rule, asked, context))
            : await PairCards.ChooseRhythmAsync(cycle, context, Sentence(rule, asked, context));

    /// <summary>No time is left: what there is beside one. Null where there is nothing.</summary>
    private static IReadOnlyList<Button>? InsteadOf(Cycle cycle, FlowContext context) =>
        ReviewCycleFlow.Instead(cycle, cycle.Cadence?.Mode == MeetingMode.InPerson ? OnTeams : null, context) is { Count: > 0 } instead ? instead : null;

    /// <summary>As many in person as a cycle holds: a review may be asked for, and there is always Teams (4.7).</summary>
    private static async Task<AdaptiveCard> UsedUpAsync(Cycle cycle, BrokenRule.InPersonLimit limit, LocalDateTime asked, FlowContext context, Instant? start)
    {
        var terms = CycleTerms.Of(context.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id));
        return TimeRefusedCard.Of(
            new TimeRefusedCard.View(
                new TimeRefusedCard.Rule.InPersonUsedUp(limit.Most, terms.InPersonHeld >= limit.Most), asked, Nearest: null,
                ReviewCycleFlow.Instead(cycle, start is { } at ? $"{InstantPattern.General.Format(at)}{Stroke}{OnTeams}" : OnTeams, context)),
            context.Frame(cycle.Id));
    }

    public static string Sentence(BrokenRule rule, LocalDateTime asked, FlowContext context, Cycle? cycle = null) =>
        RuleOf(rule, context, cycle) is { } known ? TimeRefusedCard.Sentence(known, asked, context.Texts) : rule switch
        {
            BrokenRule.SkippedByClockChange => context.Texts.Plain("Time.Skipped", ("date", asked.Date)),
            BrokenRule.CalendarNotLoaded => context.Texts.Plain("Time.TermsNotKnown", ("date", asked.Date)),
            BrokenRule.InServiceDay => context.Texts.Plain("Time.InServiceDay", ("date", asked.Date)),
            BrokenRule.NoCommonHours => context.Texts.Plain("Time.NoCommonHours", ("date", asked.Date)),
            BrokenRule.TooLong most => context.Texts.Plain("Time.LongerThanSuggested", ("most", context.Texts.Length(most.MostMinutes))),
            BrokenRule.TooShort least => context.Texts.Plain("Time.ShorterThanSuggested", ("least", context.Texts.Length(least.LeastMinutes))),
            BrokenRule.TotalLimit limit => context.Texts.Plain("Time.AllUsedUp", ("most", limit.Most)),
            _ => context.Texts.Plain("Time.OtherRhythm"),
        };

    /// <summary>The start that a slot's button carries; null for anything else. The ends of time have no local time to show.</summary>
    public static Instant? Instant(string? key) =>
        key is not null && InstantPattern.General.Parse(key.Split(Stroke)[0]) is { Success: true, Value: var instant } && instant > Earliest && instant < Latest
            ? instant
            : null;

    /// <summary>The way to meet that a button carries; null: as the two have agreed.</summary>
    public static MeetingMode? ModeOf(string? key) => key?.Split(Stroke)[^1] == OnTeams ? MeetingMode.Teams : null;

    private static List<Slot> Slots(SlotOffer.Times? times, FlowContext context, BookMeeting booking, MeetingMode? mode = null) => times is null ? []
        : [.. times.Slots.Select(slot => SlotOf(slot.Start, context, mode) with
        {
            Why = string.Join(context.Texts.Plain("List.Comma"), slot.Why.Select(why => Because(why, allSeen: booking is { Unseen.Count: 0, SomebodyMisses: false }, context))),
        })];

    /// <param name="allSeen">False where a calendar could not be looked into, or where one of a group has something else: nobody says then that all are free.</param>
    private static string Because(SlotReason why, bool allSeen, FlowContext context) => context.Texts.Plain(why switch
    {
        SlotReason.EverybodyFree when !allSeen => "Slot.WithinRules",
        SlotReason.EverybodyFree => "Slot.EverybodyFree",
        SlotReason.DayAndTimeOfRhythm => "Slot.DayAndTimeOfRhythm",
        SlotReason.DayOfRhythm => "Slot.DayOfRhythm",
        SlotReason.AwayFromTheEdge => "Slot.AwayFromTheEdge",
        SlotReason.NoTravel => "Slot.NoTravel",
        _ => throw new InvalidOperationException($"A time is offered because of {why}, which has no words."),
    });

    internal static Slot SlotOf(Instant start, FlowContext context, MeetingMode? mode = null) =>
        new(InstantPattern.General.Format(start) + (mode == MeetingMode.Teams ? $"{Stroke}{OnTeams}" : ""), context.Local(start));

    /// <summary>Null for a rule that the card has no words for.</summary>
    private static TimeRefusedCard.Rule? RuleOf(BrokenRule rule, FlowContext context, Cycle? cycle = null) => rule switch
    {
        BrokenRule.InThePast => new TimeRefusedCard.Rule.InThePast(),
        BrokenRule.AfterHours after => new TimeRefusedCard.Rule.AfterHours(after.LatestStart),
        BrokenRule.BeforeHours before => new TimeRefusedCard.Rule.BeforeHours(before.EarliestStart),
        BrokenRule.EndsTooLate late => new TimeRefusedCard.Rule.EndsTooLate(late.LatestEnd),
        BrokenRule.Weekend => new TimeRefusedCard.Rule.NotAMeetingDay(),
        BrokenRule.HalfTerm closure => new TimeRefusedCard.Rule.OutOfTerm(closure.Name),
        BrokenRule.OutOfTerm => new TimeRefusedCard.Rule.OutOfTerm(null),
        BrokenRule.BankHoliday holiday => new TimeRefusedCard.Rule.BankHoliday(holiday.Title),
        BrokenRule.BeyondCycle beyond => new TimeRefusedCard.Rule.BeyondEnd(
            beyond.LastDate, cycle?.Extension is null ? context.Programme.Cycle.Limits.Months?.Value : null),
        BrokenRule.InPersonLimit limit => new TimeRefusedCard.Rule.InPersonUsedUp(limit.Most),
        BrokenRule.TooManyInMonth => new TimeRefusedCard.Rule.AlreadyOneThisMonth(),
        BrokenRule.TooSoon soon => new TimeRefusedCard.Rule.TooSoonAfterTheLast(soon.LeastDays),
        BrokenRule.NotFree => new TimeRefusedCard.Rule.NotFree(),
        _ => null,
    };
}
