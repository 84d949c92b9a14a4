using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What a reminder brings: a question from the programme's bank for the one, a tip on listening for the other.</summary>
/// <param name="meeting">The meeting that is coming.</param>
/// <param name="meetings">All of the cycle.</param>
internal sealed class Questions(FlowContext context, Cycle cycle, Meeting meeting, IReadOnlyList<Meeting> meetings)
{
    private static readonly string[] Tips = ["Tip.Wait", "Tip.Open", "Tip.Words", "Tip.Ask"];

    /// <summary>Of the stage that the cycle is in, another than last time; the last before a meeting is about impact. Null: the bank has none.</summary>
    public async Task<BankQuestion?> NextAsync() =>
        context.Turn.Reference.Library.QuestionBanks.GetValueOrDefault(context.Programme.QuestionBank.Ref)
            ?.ToBring(PhasesToAskFrom(), Stage(), await IsLastReminderAsync(), cycle.LastQuestion);

    /// <summary>One after the other, meeting by meeting; where whoever supports only asks, a question in place of an answer (S1-21).</summary>
    public async Task<string> TipAsync()
    {
        if (context.Programme.Stance.AsksOnly && await NextAsync() is { } instead)
        {
            return context.Texts.Plain("Tip.Instead", ("question", instead.Text.In(context.Me.Locale)));
        }

        var before = meetings.Count(other => other.Start < meeting.Start && other.NotHeld != NotHeldReason.Cancelled);
        var reminders = Math.Max(1, context.Programme.Notifications.MeetingReminderWorkingDaysBefore.Count);
        var last = reminders > 1 && await IsLastReminderAsync() ? 1 : 0;
        return context.Texts.Plain(Tips[((before * reminders) + last) % Tips.Length]);
    }

    /// <summary>Of the phase that the cycle is in, where it has phases and the bank knows it; else as the programme says.</summary>
    private IReadOnlyList<string> PhasesToAskFrom() =>
        PhaseNow.Of(context.Programme, cycle) is { Current.Id: var phase } && context.Programme.QuestionBank.Phases.Contains(phase)
            ? [phase]
            : context.Programme.QuestionBank.Phases;

    private CycleStage Stage()
    {
        if (cycle.Review is not null || CycleTerms.Of(context.Programme, cycle, meetings).OneInPersonLeft)
        {
            return CycleStage.End;
        }

        return meetings.Any(other => other.State == MeetingState.Held) ? CycleStage.Middle : CycleStage.Beginning;
    }

    private async Task<bool> IsLastReminderAsync()
    {
        var times = await new Hours(context.Turn, context.Programme).OfAsync(context.Me.Id);
        return context.Programme.Notifications.MeetingReminderWorkingDaysBefore.All(days => times.Morning(meeting.Start, -days).At <= context.Now);
    }
}
