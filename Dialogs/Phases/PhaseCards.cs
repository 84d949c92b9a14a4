using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A cycle with phases, for one of the two, drawn from what stands now.</summary>
internal static class PhaseCards
{
    /// <summary>"Phase 2 of 5: Set goals"; null where the programme has no phases.</summary>
    public static string? Words(Cycle cycle, FlowContext context) => PhaseNow.Of(context.Programme, cycle) is { } now
        ? context.Texts.Plain("Phase.Now", ("number", now.At + 1), ("count", now.All.Count), ("phase", now.Current.Label))
        : null;

    /// <param name="news">What the other one has done, in a sentence; null: the reader looks for themselves.</param>
    /// <param name="subject">Words of this same turn, which the store does not list yet.</param>
    public static async Task<AdaptiveCard> PhaseAsync(Cycle cycle, PhaseNow now, FlowContext context, string? news = null, string? subject = null) => PhaseCard.Of(
        new PhaseCard.View(
            Words(cycle, context)!, await context.OthersAsync(cycle), now.Current.Prompt,
            now.Next is { } next ? StepTo(next, now, cycle) : null, now.Before is { } before ? StepTo(before, now, cycle) : null,
            now.IsLast && MayRepeat(cycle, context) ? now.All[0].Label : null, news,
            context.Programme.Relationship.OneSubjectPerCycle
                ? new PhaseCard.SubjectView(subject ?? (await new ChooseSubject(context.Turn).OfAsync(cycle))?.Text, cycle.Requester == context.Me.Id)
                : null),
        context.Frame(cycle.Id));

    /// <summary>The ways on for a card about several cycles.</summary>
    public static IEnumerable<Button> Buttons(Cycle cycle, FlowContext context)
    {
        if (PhaseNow.Of(context.Programme, cycle) is not { } now)
        {
            yield break;
        }

        if (now.Next is { } next)
        {
            yield return new Button(Verbs.PhaseMove, context.Texts.Plain("Status.NextPhase"), StepTo(next, now, cycle).Value);
        }
        else if (MayRepeat(cycle, context))
        {
            yield return new Button(Verbs.CycleAnother, context.Texts.Plain("Status.AnotherCycle"));
        }

        yield return new Button(Verbs.PhaseOpen, context.Texts.Plain("Status.PhaseAndSubject"));
    }

    /// <summary>The next groups are formed by their lead.</summary>
    private static bool MayRepeat(Cycle cycle, FlowContext context) => context.Programme.Relationship.RepeatCycles && !cycle.IsGroup;

    /// <summary>A button for a step carries where it begins too, so that it makes one step however often it is pressed.</summary>
    private static Choice StepTo(CyclePhase to, PhaseNow now, Cycle cycle) => new($"{cycle.Id}|{now.Current.Id}|{to.Id}", to.Label);
}
