using NodaTime;

namespace PeerBot.Cards;

/// <summary>C31 ‹Export CSV›: the way to a report as a file.</summary>
public static class ReportFileCard
{
    /// <param name="Report">Its name.</param>
    /// <param name="Until">When the link stops working, by the reader's clock.</param>
    /// <param name="Back">Where the reader came from; null: the reports.</param>
    public sealed record View(Uri Link, string Report, LocalDateTime Until, Button? Back = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "ReportFile", texts.Plain("ReportFile.Heading", ("report", view.Report)),
            [
                Blocks.Text(texts.Say("ReportFile.Text")),
                Blocks.Notice(texts.Say("ReportFile.Keep", ("until", view.Until))),
            ],
            new AdaptiveOpenUrlAction(texts.Plain("ReportFile.Open"), view.Link),
            view.Back is { } back ? frame.Press(back.Verb, back.Title, back.Arg) : frame.Press(Verbs.CoordinatorReports, texts.Plain("ReportFile.Back")));
    }
}
