using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>"Move my meeting", "move Thursday to Friday at 4pm", and a bare time while a meeting stands. What was understood is said back, and done by a press.</summary>
internal static class TypedMoves
{
    public static bool Wants(string text, FlowContext context) => WordsOf(text, context) is not null;

    public static async Task<IReadOnlyList<Show>> AnswerAsync(string text, FlowContext context)
    {
        var said = WordsOf(text, context) ?? "";
        var to = context.Texts.Around(said, "Typed.MoveTo");
        var which = BookMeetingFlow.Parse(to?.Before ?? said, context);
        if (await FindAsync(which, context) is not var (meeting, cycle))
        {
            return [context.Say("Time.NothingToMove")];
        }

        context = context.In(cycle);
        var there = context.Local(meeting.Start);
        return (to is { } parts ? BookMeetingFlow.Parse(parts.After, context) : which) switch
        {
            TypedTime.Understood understood when understood.When != there => await WishAsync(meeting, cycle, understood.When, context),
            TypedTime.DateOnly day when to is not null => await WishAsync(meeting, cycle, day.Date + there.TimeOfDay, context),
            TypedTime.TimeOnly time when to is not null => await WishAsync(meeting, cycle, there.Date + time.Time, context),
            TypedTime.Ambiguous unclear when to is not null => [BookMeetingFlow.Question(unclear, context)],
            TypedTime.Impossible impossible => [BookMeetingFlow.Impossible(impossible.What, context)],
            _ => [new Show.Card(await TimeCards.MoveAsync(meeting, cycle, context, page: 0, cancelling: false))],
        };
    }

    /// <summary>Meetings ahead, soonest first.</summary>
    public static async Task<IReadOnlyList<Meeting>> ComingAsync(Cycle cycle, FlowContext context) =>
        [.. (await context.Stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > context.Now).OrderBy(meeting => meeting.Start)];

    /// <summary>A time typed while a meeting stands may mean either, so the person says which.</summary>
    public static async Task<IReadOnlyList<Show>> MoveOrAddAsync(Meeting coming, LocalDateTime when, Cycle cycle, FlowContext context)
    {
        // The meeting that stands may be what forbids one more, and is no hindrance to moving it.
        var booking = new BookMeeting(context.Turn);
        var toMove = await booking.CheckAsync(cycle, when, coming);
        var mayMove = toMove is MeetingCheck.Allowed or MeetingCheck.NeedsConfirmation;

        // One more that takes all of them is offered where moving takes them too.
        var toAdd = await booking.CheckAsync(cycle, when);
        var mayAdd = toAdd is MeetingCheck.Allowed || (toMove is MeetingCheck.NeedsConfirmation && toAdd is MeetingCheck.NeedsConfirmation);
        if (!(mayMove || mayAdd) || StartOf(when, context) is not { } start)
        {
            return await BookMeetingFlow.CheckAsync(cycle, when, context, card: null);
        }

        var key = InstantPattern.General.Format(start);
        var words = context.Texts.DateTime(context.Local(start));
        return
        [
            new Show.Card(StatusCard.Of(
                new StatusCard.View(
                    [new Line(context.Texts.Plain("Status.NextMeeting"), context.Texts.DateTime(context.Local(coming.Start), coming.Minutes))],
                    context.Texts.Plain(mayMove && mayAdd ? "Time.MoveOrAdd" : mayMove ? "Time.MoveOnly" : "Time.AddOnly"),
                    [
                        .. mayMove ? [new Button(Verbs.MeetingMoveTo, context.Texts.Plain("Time.MoveTo", ("when", words)), key)] : Array.Empty<Button>(),
                        .. mayAdd ? [new Button(Verbs.SlotPick, context.Texts.Plain("Time.Add", ("when", words)), key)] : Array.Empty<Button>(),
                    ]),
                context.Frame(coming.Id, coming.Sequence))),
        ];
    }

    /// <summary>A meeting and the time that somebody would like for it, said back.</summary>
    public static async Task<IReadOnlyList<Show>> WishAsync(Meeting meeting, Cycle cycle, LocalDateTime when, FlowContext context)
    {
        var check = await new BookMeeting(context.Turn).CheckAsync(cycle, when, meeting);
        if (StartOf(when, context) is not { } start || check is MeetingCheck.Refused)
        {
            var rule = check is MeetingCheck.Refused refused ? refused.Rule : new BrokenRule.SkippedByClockChange();
            return [new Show.Card(await TimeCards.MoveAsync(meeting, cycle, context, 0, cancelling: false, problem: TimeCards.Sentence(rule, when, context, cycle)))];
        }

        if (await MoveTogetherCards.WishAsync(meeting, cycle, start, context) is { } together)
        {
            return together;
        }

        var words = context.Texts.DateTime(context.Local(start));
        return
        [
            new Show.Card(StatusCard.Of(
                new StatusCard.View(
                    [new Line(context.Texts.Plain("MoveTogether.Now"), context.Texts.DateTime(context.Local(meeting.Start), meeting.Minutes))],
                    context.Texts.Plain("Move.ThisOne"), [new Button(Verbs.MeetingMoveTo, context.Texts.Plain("Time.MoveTo", ("when", words)), InstantPattern.General.Format(start))]),
                context.Frame(meeting.Id, meeting.Sequence))),
        ];
    }

    private static Instant? StartOf(LocalDateTime when, FlowContext context) =>
        context.Programme.Zone.MapLocal(when) is { Count: > 0 } mapped ? mapped.First().ToInstant() : null;

    /// <summary>The meeting of the day that was named, else the next one; in the scheme spoken about first.</summary>
    private static async Task<(Meeting Meeting, Cycle Cycle)?> FindAsync(TypedTime which, FlowContext context)
    {
        (Meeting, Cycle)? next = null;
        foreach (var cycle in (await context.Stores.OpenCyclesAsync(context.Me.Id)).OrderBy(cycle => cycle.Programme.Id != context.Programme.Id))
        {
            foreach (var meeting in await ComingAsync(cycle, context))
            {
                var at = context.Local(meeting.Start);
                if (which switch
                {
                    TypedTime.DateOnly day => day.Date == at.Date,
                    TypedTime.Understood both => both.When == at,
                    TypedTime.Ambiguous either => either.Choices.Any(choice => choice is TypedTime.DateOnly one && one.Date == at.Date),
                    _ => false,
                })
                {
                    return (meeting, cycle);
                }

                next ??= (meeting, cycle);
            }
        }

        return next;
    }

    /// <summary>What is said beside "I need to move"; null for words that do not begin so.</summary>
    private static string? WordsOf(string text, FlowContext context) =>
        context.Texts.Means(text, "Typed.Move") ? "" : context.Texts.After(text, "Typed.Move");
}
