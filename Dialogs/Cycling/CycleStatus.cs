using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A running cycle on the status card: where it stands, who acts next, and what the reader can do.</summary>
internal static class CycleStatus
{
    /// <param name="several">The buttons then name the other person.</param>
    public static async Task AddAsync(Cycle cycle, bool several, FlowContext context, List<Line> lines, List<Button> buttons)
    {
        var texts = context.Texts;
        var meetings = await context.Stores.MeetingsAsync(cycle.Id);
        var terms = CycleTerms.Of(context.Programme, cycle, meetings);
        var coming = meetings.FirstOrDefault(meeting => meeting.State == MeetingState.Booked && meeting.End > context.Now);
        var other = await context.OthersAsync(cycle);
        lines.Add(new Line(texts.Plain("Status.With"), other));
        if (context.Standing is { } standing)
        {
            lines.Add(new Line(texts.Plain("Status.Phase"), standing));
        }

        lines.Add(new Line(
            texts.Plain("Status.NextMeeting"),
            coming is null ? texts.Plain("Status.NoMeeting") : texts.DateTime(context.Local(coming.Start), coming.Minutes)));
        var asked = meetings.Select(ProposeMove.Open).OfType<MoveProposal>().FirstOrDefault(open => open.AnswerBy > context.Now);
        if (asked is not null)
        {
            lines.Add(new Line(texts.Plain("Status.MoveSuggested"), texts.DateTime(context.Local(asked.Start))));
        }

        if (terms.InPersonMost is { } most)
        {
            lines.Add(new Line(texts.Plain("Status.InPerson"), texts.Plain("Status.InPersonCount", ("count", terms.InPersonCounted), ("most", most))));
        }

        lines.Add(new Line(
            texts.Plain("Status.Until"),
            await TimeCards.LastDateAsync(cycle, terms, context) is { } last ? texts.Date(last)
                : context.Programme.Cycle.Limits.Months is { } months ? texts.Plain("Status.Months", ("months", months.Value))
                : texts.Plain("Status.NoEnd")));
        var name = several ? $" – {other}" : "";
        buttons.AddRange((await ButtonsAsync(cycle, context)).Select(button => button with { Title = button.Title + name, Arg = button.Arg ?? cycle.Id.ToString() }));
        if (meetings.FirstOrDefault(meeting => ProposeMove.Open(meeting) is { } open && open == asked) is { } which)
        {
            buttons.Add(new Button(Verbs.MoveShow, texts.Plain("Status.MoveOpen") + name, which.Id.ToString()));
        }
    }

    /// <summary>What happens next and who does it.</summary>
    public static async Task<string> NextAsync(Cycle cycle, FlowContext context)
    {
        var texts = context.Texts;
        var me = context.Me.Id;
        var name = await context.OthersAsync(cycle);
        if (cycle.Paused)
        {
            return texts.Plain("Status.Paused");
        }

        if (!cycle.IsGroup && !await new WatchCycle(context.Turn).HaveSpokenAsync(cycle))
        {
            return WatchCycle.ActsFirst(cycle, context.Programme) is not { } first ? texts.Plain("Status.NextContactEither", ("date", cycle.FirstContactBy))
                : first == me ? texts.Plain("Status.NextContactYou", ("name", name), ("date", cycle.FirstContactBy))
                : texts.Plain("Status.NextContactThey", ("name", name), ("date", cycle.FirstContactBy));
        }

        if (cycle.Review is { Settled: false, WaitsForCoordinator: false } review && !review.Wishes.ContainsKey(me.Value))
        {
            return texts.Plain("Status.NextReview");
        }

        return cycle switch
        {
            { Rules.Agreed: false } => texts.Plain("Status.NextRules"),
            { Cadence: null } => texts.Plain("Status.NextRhythm", ("name", name)),
            { Cadence: { Agreed: false } proposed } when proposed.AgreedBy.Contains(me) => texts.Plain("Status.NextRhythmThey", ("name", name)),
            { Cadence.Agreed: false } => texts.Plain("Status.NextRhythmYou", ("name", name)),
            _ when (await context.Stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.State == MeetingState.Booked && meeting.End > context.Now) =>
                texts.Plain("Status.NextMeet", ("name", name)),
            _ => texts.Plain("Status.NextBook", ("name", name)),
        };
    }

    private static async Task<IReadOnlyList<Button>> ButtonsAsync(Cycle cycle, FlowContext context)
    {
        var texts = context.Texts;
        return
        [
            cycle switch
            {
                { Paused: true } => KeepCycleGoingFlow.Resume(context),
                { Rules.Agreed: false } => new Button(Verbs.RulesOpen, texts.Plain("Status.OpenRules")),
                { Cadence: not { Agreed: true } } => new Button(Verbs.CadenceOpen, texts.Plain("Status.OpenRhythm")),
                _ => new Button(Verbs.SlotFind, texts.Plain("Status.FindTime")),
            },
            .. cycle is { Review: not null, Paused: false } ? [new Button(Verbs.ReviewOpen, texts.Plain("Status.Review"))] : Array.Empty<Button>(),
            .. await ShowSharedFlow.AnythingAsync(cycle, context) ? [new Button(Verbs.SharedShow, texts.Plain("Status.Shared"))] : Array.Empty<Button>(),
            .. cycle.Paused ? [] : PhaseCards.Buttons(cycle, context),
            .. ReachMilestoneFlow.Buttons(cycle, context),
            .. AddMeetingFlow.Offered(cycle, context) ? [new Button(Verbs.ExtraFind, texts.Plain("Status.Extra"))] : Array.Empty<Button>(),
            .. ThinkAboutThemesFlow.ListOf(context) is null ? Array.Empty<Button>()
                : [new Button(Verbs.ThemesOpen, texts.Plain("Status.Themes")), new Button(Verbs.TopicsOpen, texts.Plain("Status.Topics"))],
            new Button(Verbs.CycleWithdraw, texts.Plain("Status.Finish")),
        ];
    }
}
