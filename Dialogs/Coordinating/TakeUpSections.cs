using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>The parts of a report on limits, training and supervision, for the schemes that have them.</summary>
internal static class TakeUpSections
{
    public static async Task<IReadOnlyList<ReportSection>> OfAsync(FlowContext context)
    {
        var texts = context.Texts;
        var figures = await new TakeUpReport(context.Turn, context.Programme).ReadAsync();
        return
        [
            .. Section("TakeUp.Limits", figures.Limits, [texts.Plain("TakeUp.Near"), texts.Plain("TakeUp.Within")]),
            .. Section("TakeUp.Training", figures.Training, [.. TakeUpReport.Steps.Select(step => texts.State(step))]),
            .. Section("TakeUp.Supervision", figures.Supervision, [texts.Plain("TakeUp.Asked"), texts.Plain("TakeUp.NotAsked")]),
        ];

        IEnumerable<ReportSection> Section(string title, ShownRow? row, IReadOnlyList<string> names) =>
            row is null ? [] : [new ReportSection(texts.Plain(title), ReportPage.Lines(row, names, context))];
    }
}
