using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>The part of a report for a programme that spreads over authorities. A small number is never told.</summary>
internal static class AuthoritySections
{
    public static async Task<IReadOnlyList<ReportSection>> OfAsync(FlowContext context)
    {
        if (await new AuthorityReport(context.Turn, context.Programme).ReadAsync() is not { } figures)
        {
            return [];
        }

        var texts = context.Texts;
        return
        [
            new ReportSection(
                texts.Plain("Authority.Heading"),
                [
                    new Line(texts.Plain("Authority.Covered"), figures.Authorities.Count == 0 ? texts.Plain("Oversee.None") : texts.List(figures.Authorities)),
                    new Line(texts.Plain("Faculty.Pairs"), ReportPage.Figure(figures.Pairs, context)),
                    .. ReportPage.Lines(figures.Across, [texts.Plain("Authority.Across"), texts.Plain("Authority.Others")], context),
                    .. ReportPage.Lines(figures.People, [.. figures.Authorities.Select(name => texts.Plain("Faculty.People", ("faculty", name)))], context),
                ]),
        ];
    }
}
