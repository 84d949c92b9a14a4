using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>The parts of a report for a programme that spreads over faculties. A small number is never told.</summary>
internal static class FacultyCards
{
    public static async Task<IReadOnlyList<OverseenCard.Item>> ItemsAsync(FlowContext context)
    {
        if (await new FacultyReport(context.Turn, context.Programme).ReadAsync() is not { } figures)
        {
            return [];
        }

        var texts = context.Texts;
        return
        [
            new OverseenCard.Item(
                texts.Plain("Faculty.Heading"),
                [
                    new Line(
                        texts.Plain("Faculty.Covered"),
                        figures.Faculties.Count == 0 ? texts.Plain("Oversee.None") : texts.List([.. figures.Faculties.Select(one => one.Name)])),
                    new Line(texts.Plain("Faculty.Pairs"), Figure(figures.Pairs)), new Line(texts.Plain("Faculty.Across"), Figure(figures.AcrossFaculties)),
                    new Line(texts.Plain("Faculty.Became"), Figure(figures.BecameSupporters)),
                    .. figures.Faculties.Select(one => new Line(texts.Plain("Faculty.People", ("faculty", one.Name)), Figure(one.Count))),
                ],
                []),
            .. figures.Phases.Count == 0
                ? Array.Empty<OverseenCard.Item>()
                : [new OverseenCard.Item(texts.Plain("Faculty.Phases"), [.. figures.Phases.Select(one => new Line(one.Name, Figure(one.Count)))], [])],
        ];

        string Figure(int? count) => ReportPage.Figure(count, context);
    }
}
