using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>C31: participation, quality and pool of a programme, and each as a file.</summary>
internal static class ReportCards
{
    private const int TermsShown = 2;
    private const int CommentsShown = 10;
    private static readonly Duration LinkWorks = Duration.FromHours(1);

    public static async Task<Show> ShowAsync(ReportKind kind, FlowContext context)
    {
        var texts = context.Texts;
        context.Looking().Note(AuditActions.ReportViewed, about: null, kind.ToString());
        var page = await ReportPage.ReadAsync(kind, TermsShown, context);
        var comments = page.Comments.Take(CommentsShown).Select(words => new Line(texts.Plain("Report.Comment"), words)).ToList();
        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                page.Heading, page.Text,
                [
                    .. page.Sections.Where(section => section.Lines.Count > 0).Select(section => new OverseenCard.Item(section.Title, section.Lines, [])),
                    .. kind == ReportKind.Participation ? await FacultyCards.ItemsAsync(context) : [],
                    .. comments.Count > 0 ? [new OverseenCard.Item(texts.Plain("Report.Comments"), comments, [])] : Array.Empty<OverseenCard.Item>(),
                ],
                [.. Enum.GetValues<ReportKind>().Where(other => other != kind).Select(other => new Button(Verbs.CoordinatorReports, Name(other, context), other.ToString()))],
                [new Button(Verbs.CoordinatorReportFile, texts.Plain("Report.Export"), kind.ToString()), OverseeCards.Home(context)],
                Note: texts.Plain("Report.Small", ("least", context.Programme.Oversight.MinimumReportCount))),
            context.Frame(context.Programme.Id)));
    }

    public static Show File(ReportKind kind, FlowContext context)
    {
        var until = context.Now + LinkWorks;
        return context.Turn.Reference.Links?.ToReport(context.Me.Id, context.Programme.Id, kind, until) is { } link
            ? new Show.Card(ReportFileCard.Of(new ReportFileCard.View(link, Name(kind, context), context.Local(until)), context.Frame(context.Programme.Id)))
            : context.Say("Report.NoAddress");
    }

    private static string Name(ReportKind kind, FlowContext context) => context.Texts.Plain(kind switch
    {
        ReportKind.Quality => "Report.Quality",
        ReportKind.Pool => "Report.Pool",
        _ => "Report.Participation",
    });
}
