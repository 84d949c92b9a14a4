using System.Globalization;
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

    /// <param name="page">Of terms; 0 is the latest.</param>
    /// <param name="commentsBefore">Comments on the cards before; they stand on the screen alone, so a file is no way to the rest.</param>
    public static async Task<Show> ShowAsync(ReportKind kind, int page, FlowContext context, int commentsBefore = 0)
    {
        var texts = context.Texts;
        context.Looking().Note(AuditActions.ReportViewed, about: null, kind.ToString());
        var terms = new TermPage(TermsShown, page * TermsShown);
        var report = await ReportPage.ReadAsync(kind, terms, context);
        var comments = report.Comments.Skip(commentsBefore).Take(CommentsShown).Select(words => new Line(texts.Plain("Report.Comment"), words)).ToList();
        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                report.Heading, texts.Plain("Report.OfProgramme", ("programme", context.Programme.Name.In(context.Me.Locale)), ("text", report.Text)),
                [
                    .. report.Sections.Where(section => section.Lines.Count > 0).Select(section => new OverseenCard.Item(section.Title, section.Lines, [])),
                    .. comments.Count > 0 ? [new OverseenCard.Item(CommentsTitle(commentsBefore, comments.Count, report.Comments.Count, context), comments, Turns(commentsBefore, report.Comments.Count).ToList())] : Array.Empty<OverseenCard.Item>(),
                ],
                [.. Enum.GetValues<ReportKind>().Where(other => other != kind).Select(other => new Button(Verbs.CoordinatorReports, Name(other, context), other.ToString()))],
                [
                    .. Terms(kind, page, context), new Button(Verbs.CoordinatorReportFile, texts.Plain("Report.Export"), kind.ToString()), OverseeCards.Home(context),
                ],
                Note: texts.Plain(kind == ReportKind.Quality ? "Report.SmallInRounds" : "Report.Small", ("least", context.Programme.Oversight.MinimumReportCount))),
            context.Frame(context.Programme.Id)));

        IEnumerable<Button> Turns(int before, int all)
        {
            if (before > 0)
                yield return Of("Report.CommentsBack", Math.Max(0, before - CommentsShown));
            if (before + CommentsShown < all)
                yield return Of("Report.CommentsMore", before + CommentsShown);
        }

        Button Of(string key, int from) => new(
            Verbs.CoordinatorReports, texts.Plain(key), string.Create(CultureInfo.InvariantCulture, $"{kind}|{from}|{page}"));
    }

    private static string CommentsTitle(int before, int shown, int all, FlowContext context) => shown == all
        ? context.Texts.Plain("Report.Comments")
        : context.Texts.Plain("Report.CommentsOf", ("from", before + 1), ("to", before + shown), ("count", all));

    /// <param name="name">What the reader calls it; null: as the kind is called.</param>
    /// <param name="back">Null: to the reports.</param>
    public static Show File(ReportKind kind, FlowContext context, string? name = null, Button? back = null)
    {
        var until = context.Now + LinkWorks;
        return context.Turn.Reference.Links?.ToReport(context.Me.Id, context.Programme.Id, kind, until) is { } link
            ? new Show.Card(ReportFileCard.Of(new ReportFileCard.View(link, name ?? Name(kind, context), context.Local(until), back), context.Frame(context.Programme.Id)))
            : context.Say("Report.NoAddress");
    }

    private static IEnumerable<Button> Terms(ReportKind kind, int page, FlowContext context)
    {
        if (kind != ReportKind.Pool && new ReportedTerms(context.Turn, context.Programme, new TermPage(TermsShown, page * TermsShown)).Earlier > 0)
            yield return Of("Report.EarlierTerms", page + 1);
        if (kind != ReportKind.Pool && page > 0)
            yield return Of("Report.LaterTerms", page - 1);

        Button Of(string key, int to) => new(Verbs.CoordinatorReports, context.Texts.Plain(key), string.Create(CultureInfo.InvariantCulture, $"{kind}|{to}"));
    }

    private static string Name(ReportKind kind, FlowContext context) => context.Texts.Plain(kind switch
    {
        ReportKind.Quality => "Report.Quality",
        ReportKind.Pool => "Report.Pool",
        _ => "Report.Participation",
    });
}
