using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>
/// Picks a time, moves or cancels a meeting: by button, by the fields of a card, or typed in words such as "thursday 3rd at 6pm". A time
/// that cannot be is answered with the rule and the nearest time that can.
/// </summary>
public sealed class BookMeetingFlow : OneStepFlow
{
    public override string Name => "book-meeting";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.SlotPick, Cards.Verbs.SlotFind, Cards.Verbs.SlotMore, Cards.Verbs.SlotNone, Cards.Verbs.SlotTyped, Cards.Verbs.MeetingComing,
        Cards.Verbs.MeetingMove, Cards.Verbs.MeetingMoveTo, Cards.Verbs.MeetingMoveMore, Cards.Verbs.MeetingCancel,
        Cards.Verbs.MeetingCancelConfirm, Cards.Verbs.MeetingKeep, Cards.Verbs.MeetingPutBack,
    ];

    public override bool Wants(string text, FlowContext context) =>
        TypedMoves.Wants(text, context) || Parse(text, context) is not TypedTime.NotATime;

    protected override Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.SlotPick or Cards.Verbs.SlotFind or Cards.Verbs.SlotMore or Cards.Verbs.SlotNone or Cards.Verbs.SlotTyped } press =>
            WithCycleAsync(press, context),
        Incoming.Pressed press => WithMeetingAsync(press, context),
        Incoming.Typed typed => TypedAsync(typed.Text, context),
        _ => Task.FromResult<IReadOnlyList<Show>>([]),
    };

    private static async Task<IReadOnlyList<Show>> WithCycleAsync(Incoming.Pressed press, FlowContext context)
    {
        // A card about a meeting that is off offers a new time too, and names the meeting.
        var about = await context.Stores.CycleAsync(new CycleId(press.About));
        var meeting = about is null ? await context.Stores.MeetingAsync(new MeetingId(press.Guid)) : null;
        var found = about ?? (meeting is null ? null : await context.Stores.CycleAsync(meeting.Cycle));
        if (found is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (cycle is not { IsOpen: true, Cadence.Agreed: true })
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        if (!context.Turn.TakesMeetings(cycle.Programme))
        {
            return [context.Say("Time.SchemeClosed")];
        }

        // In a group the same times were offered to all the others, too.
        var off = cycle.IsGroup && meeting is { State: MeetingState.NotHeld } ? meeting : null;
        if (off is not null && press.Verb != Cards.Verbs.SlotNone && await new BookMeeting(context.Turn).InPlaceOfAsync(off) is { } booked)
        {
            return await PlaceTakenAsync(booked, cycle, context);
        }

        switch (press.Verb)
        {
            case Cards.Verbs.SlotPick when TimeCards.Instant(press.Arg) is { } start:
                return await BookAsync(cycle, start, press.Card, context, TimeCards.ModeOf(press.Arg), off);
            case Cards.Verbs.SlotTyped:
                return await TypedOnCardAsync(cycle, press, context, off);
            case Cards.Verbs.SlotNone:
                return [context.Receipt(context.Texts.Plain("Time.None.Heading"), context.Texts.Plain("Time.None.Text"))];
            default:
                var page = press.Verb == Cards.Verbs.SlotMore ? (int)Math.Clamp(press.Version + 1, 0, 50) : 0;
                return [new Show.Replace(await TimeCards.PickAsync(cycle, context, page, mode: TimeCards.ModeOf(press.Arg), off: off))];
        }
    }

    private static async Task<IReadOnlyList<Show>> PlaceTakenAsync(Meeting booked, Cycle cycle, FlowContext context) =>
        [context.Say("Time.PlaceTaken"), new Show.Replace(await TimeCards.BookedAsync(booked, cycle, context, byOther: true))];

    /// <param name="mode">Null: as the two have agreed.</param>
    private static async Task<IReadOnlyList<Show>> BookAsync(
        Cycle cycle, Instant start, string? card, FlowContext context, MeetingMode? mode = null, Meeting? off = null) =>
        await new BookMeeting(context.Turn).BookAsync(context.Me.Id, cycle.Id, start, card, mode, off) switch
        {
            Booking.PlaceTaken taken => await PlaceTakenAsync(taken.Meeting, cycle, context),
            Booking.Booked when card is null => [context.Say("Time.Booking")],
            Booking.Booked booked => [new Show.Replace(await TimeCards.BookedAsync(booked.Meeting, cycle, context, byOther: false))],
            Booking.Refused when await new BookMeeting(context.Turn).CheckAsync(cycle, start.InZone(context.Programme.Zone).LocalDateTime, mode: mode)
                is MeetingCheck.NeedsConfirmation => [await PlanSeriesFlow.ConfirmAsync(cycle, start, context)],
            Booking.Refused refused =>
                [new Show.Replace(await TimeCards.RefusedAsync(cycle, refused.Rules[0], context.Local(start), refused.Nearest, context, start))],
            Booking.NotYours => [context.NotYours()],
            Booking.Closed => [context.Say("Time.SchemeClosed")],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };

    /// <summary>The date and time fields of the card.</summary>
    private static async Task<IReadOnlyList<Show>> TypedOnCardAsync(Cycle cycle, Incoming.Pressed press, FlowContext context, Meeting? off)
    {
        var date = LocalDatePattern.Iso.Parse(press.Input(InputIds.Date) ?? "");
        var time = press.Input(InputIds.Time) ?? "";
        if (date.Success && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time) is { Success: true, Value: var clock })
        {
            return await CheckAsync(cycle, date.Value + clock, context, press.Card, TimeCards.ModeOf(press.Arg), off: off);
        }

        if (date.Success && Parse(time, context) is TypedTime.TimeOnly only)
        {
            return await CheckAsync(cycle, date.Value + only.Time, context, press.Card, TimeCards.ModeOf(press.Arg), off: off);
        }

        var problem = context.Texts.Plain(date.Success ? "Time.NeedTime" : "Time.NeedDate");
        return [new Show.Replace(await TimeCards.PickAsync(cycle, context, problem: problem, mode: TimeCards.ModeOf(press.Arg), off: off))];
    }

    private static async Task<IReadOnlyList<Show>> TypedAsync(string text, FlowContext context)
    {
        if (TypedMoves.Wants(text, context))
        {
            return await TypedMoves.AnswerAsync(text, context);
        }

        var cycles = await context.CyclesAsync(cycle => cycle.Cadence is { Agreed: true });
        if (cycles is not [var ready])
        {
            return cycles.Count == 0 ? [context.Say("Time.NoCycle")] : [context.Say("Time.WithWhom"), new Show.Card(await StatusCards.StatusAsync(context))];
        }

        context = context.In(ready);
        return Parse(text, context) switch
        {
            TypedTime.Understood understood when await TypedMoves.ComingAsync(ready, context) is [var coming, ..] => await TypedMoves.MoveOrAddAsync(coming, understood.When, ready, context),
            TypedTime.Understood understood => await CheckAsync(ready, understood.When, context, card: null, saidBack: true),
            TypedTime.DateOnly day => [context.Say("Time.WhatTime", ("date", day.Date))],
            TypedTime.TimeOnly only => [context.Say("Time.WhatDay", ("time", only.Time))],
            TypedTime.Ambiguous unclear => [Question(unclear, context)],
            TypedTime.Impossible impossible => [Impossible(impossible.What, context)],
            _ => [new Show.NotUnderstood("About.Time")],
        };
    }

    /// <param name="saidBack">Typed in words: what was understood is said back, and booked by a press.</param>
    internal static async Task<IReadOnlyList<Show>> CheckAsync(
        Cycle cycle, LocalDateTime when, FlowContext context, string? card, MeetingMode? mode = null, bool saidBack = false, Meeting? off = null)
    {
        var start = context.Programme.Zone.MapLocal(when) is { Count: > 0 } mapped ? mapped.First().ToInstant() : (Instant?)null;
        return await new BookMeeting(context.Turn).CheckAsync(cycle, when, mode: mode) switch
        {
            // What the scheme only advises on is said once, before anything is booked.
            MeetingCheck.Allowed { Advice: var advice } when start is { } at && (saidBack || advice.Count > 0) =>
                [new Show.Replace(await TimeCards.ConfirmAsync(cycle, at, advice, context, mode, off))],
            MeetingCheck.Allowed when start is { } at => await BookAsync(cycle, at, card, context, mode, off),
            MeetingCheck.Refused refused => [new Show.Replace(await TimeCards.RefusedAsync(cycle, refused.Rule, when, refused.Nearest, context, start))],
            MeetingCheck.NeedsConfirmation when start is { } at => [await PlanSeriesFlow.ConfirmAsync(cycle, at, context)],
            _ => [new Show.NotUnderstood("About.Time")],
        };
    }

    private static async Task<IReadOnlyList<Show>> WithMeetingAsync(Incoming.Pressed press, FlowContext context)
    {
        if (await context.Stores.MeetingAsync(new MeetingId(press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (meeting.State != MeetingState.Booked || meeting.Sequence != press.Version || meeting.Start <= context.Now)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var booking = new BookMeeting(context.Turn);
        switch (press.Verb)
        {
            case Cards.Verbs.MeetingMoveTo when TimeCards.Instant(press.Arg) is { } start:
                return await MoveTogetherCards.WishAsync(meeting, cycle, start, context)
                    ?? await MovedAsync(await booking.MoveAsync(context.Me.Id, meeting.Id, press.Version, start, press.Card), meeting, start, cycle, context);
            case Cards.Verbs.MeetingCancelConfirm:
                return await MovedAsync(
                    await booking.CancelAsync(context.Me.Id, meeting.Id, press.Version), meeting, meeting.Start, cycle, context);
            case Cards.Verbs.MeetingPutBack:
                return await MovedAsync(
                    await new CalendarReadBack(context.Turn).PutBackAsync(context.Me.Id, meeting.Id, press.Version, press.Card), meeting,
                    meeting.Start, cycle, context);
            case Cards.Verbs.MeetingMove or Cards.Verbs.MeetingCancel:
                return [new Show.Replace(await TimeCards.MoveAsync(meeting, cycle, context, 0, press.Verb == Cards.Verbs.MeetingCancel))];
            case Cards.Verbs.MeetingMoveMore:
                var page = int.TryParse(press.Arg, out var asked) ? Math.Clamp(asked, 0, 50) : 1;
                return [new Show.Replace(await TimeCards.MoveAsync(meeting, cycle, context, page, cancelling: false))];
            default:
                return [new Show.Replace(await TimeCards.BookedAsync(meeting, cycle, context, byOther: false))];
        }
    }

    internal static async Task<IReadOnlyList<Show>> MovedAsync(
        Booking booking, Meeting meeting, Instant start, Cycle cycle, FlowContext context) => booking switch
        {
            Booking.Moved moved =>
            [
                new Show.Replace(await TimeCards.BookedAsync(moved.Meeting, cycle, context, byOther: false)), .. StillProtected(moved.Meeting, cycle, context),
            ],
            Booking.Cancelled cancelled => [new Show.Replace(await TimeCards.BookedAsync(cancelled.Meeting, cycle, context, byOther: false))],
            // The card of a refused time books a new meeting; this one is to move, so its own card comes again with other times.
            Booking.Refused refused =>
            [
                new Show.Say(TimeCards.Sentence(refused.Rules[0], context.Local(start), context, cycle)),
            new Show.Replace(await TimeCards.MoveAsync(meeting, cycle, context, page: 0, cancelling: false)),
        ],
            Booking.NotYours => [context.NotYours()],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };

    /// <summary>Asked of whoever has just moved it, and of nobody else; no answer is kept (S3-25).</summary>
    private static IReadOnlyList<Show> StillProtected(Meeting moved, Cycle cycle, FlowContext context) =>
        context.Programme.Notifications.ProtectedTimeAfterMoves is { } moves && moved.Sequence >= moves
            ?
            [
                new Show.Card(PromptCard.Of(
                    new PromptCard.View(
                        context.Texts.Plain("Protected.Heading"), context.Texts.Plain("Protected.Text"), [],
                        [new Button(Cards.Verbs.CardOk, context.Texts.Plain("Protected.Yes")), new Button(Cards.Verbs.CadenceOpen, context.Texts.Plain("Protected.Rhythm"), cycle.Id.ToString())]),
                    context.Frame(cycle.Id))),
            ]
            : [];

    internal static TypedTime Parse(string text, FlowContext context) =>
        TypedTime.Parse(
            text, context.Local(context.Now), schoolDayEnd: context.School?.SchoolDayEnd ?? context.Programme.Boundaries.SessionWindow.To,
            calendar: context.Turn.Reference.Calendars.For(context.Programme.Boundaries, context.School?.CalendarRef));

    internal static Show Question(TypedTime.Ambiguous unclear, FlowContext context)
    {
        var choices = unclear.Choices.Select(choice => choice switch
        {
            TypedTime.Understood understood => context.Texts.DateTime(understood.When),
            TypedTime.DateOnly day => context.Texts.Date(day.Date),
            TypedTime.TimeOnly only => context.Texts.Time(only.Time),
            _ => "",
        }).Where(words => words.Length > 0).ToList();
        return choices.Count == 0 ? context.Say("Time.WhichDay") : context.Say("Time.WhichOne", ("choices", string.Join(" / ", choices)));
    }

    internal static Show Impossible(ImpossibleTime what, FlowContext context) => what switch
    {
        ImpossibleTime.WeekdayMismatch { NextAgreeing: { } next } mismatch =>
            context.Say("Time.WeekdayMismatchNext", ("date", mismatch.Date), ("next", next)),
        ImpossibleTime.WeekdayMismatch mismatch => context.Say("Time.WeekdayMismatch", ("date", mismatch.Date)),
        ImpossibleTime.NoSuchDate => context.Say("Time.NoSuchDate"),
        ImpossibleTime.NoHalfTermKnown => context.Say("Time.NoHalfTerm"),
        _ => context.Say("Time.NoSuchTime"),
    };
}
