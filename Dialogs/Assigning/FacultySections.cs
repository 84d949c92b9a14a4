using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>The parts of a report for a programme that spreads over faculties. A small number is never told.</summary>
internal static class FacultySections
{
    public static async Task<IReadOnlyList<ReportSection>> OfAsync(FlowContext context)
    {
        if (await new FacultyReport(context.Turn, context.Programme).ReadAsync() is not { } figures)
        {
            return [];
        }

        var texts = context.Texts;
        var across = texts.Plain("Faculty.Across");
        return
        [
            new ReportSection(
                texts.Plain("Faculty.Heading"),
                [
                    new Line(texts.Plain("Faculty.Covered"), figures.Faculties.Count == 0 ? texts.Plain("Oversee.None") : texts.List(figures.Faculties)),
                    new Line(texts.Plain("Faculty.Pairs"), ReportPage.Figure(figures.Pairs, context)),
                    ReportPage.Lines(figures.Across, [across, texts.Plain("Faculty.Within")], context)[0] with { Title = across },
                    new Line(texts.Plain("Faculty.Became"), ReportPage.Figure(figures.BecameSupporters, context)),
                    .. ReportPage.Lines(figures.People, [.. figures.Faculties.Select(name => texts.Plain("Faculty.People", ("faculty", name)))], context),
                ]),
            .. context.Programme.Cycle.Phases.Count == 0
                ? Array.Empty<ReportSection>()
                : [new ReportSection(texts.Plain("Faculty.Phases"), ReportPage.Lines(figures.Phases, [.. context.Programme.Cycle.Phases.Select(phase => phase.Label)], context))],
        ];
    }
}
