namespace PeerBot.Cards;

/// <summary>C19 for whoever oversees: both ask for more, separately. What either of them wrote is not here.</summary>
public static class ExtensionCard
{
    /// <param name="Months">At most so many more; null: the definition adds none.</param>
    /// <param name="Meetings">At most so many more in person; null as before.</param>
    /// <param name="Lines">Where the cycle stands.</param>
    public sealed record View(string RequesterName, string SupporterName, int? Months, int? Meetings, IReadOnlyList<Line> Lines);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var what = (view.Months, view.Meetings) switch
        {
            ({ } months, { } meetings) => texts.Plain("Extension.MonthsAndMeetings", ("months", months), ("meetings", meetings)),
            ({ } months, null) => texts.Plain("Extension.Months", ("months", months)),
            (null, { } meetings) => texts.Plain("Extension.Meetings", ("meetings", meetings)),
            _ => texts.Plain("Extension.More"),
        };
        return frame.Card(
            "Extension", texts.Plain("Extension.Heading"),
            [
                Blocks.Text(texts.Say("Extension.Text", ("requester", view.RequesterName), ("supporter", view.SupporterName), ("what", what))),
                Blocks.Facts(view.Lines),
                Blocks.Small(texts.Say("Extension.Separately")),
            ],
            frame.Press(Verbs.ExtensionAgree, texts.Plain("Extension.Agree")).Main(),
            frame.Press(Verbs.ExtensionTalk, texts.Plain("Extension.Talk")),
            frame.Press(Verbs.ExtensionRefuse, texts.Plain("Extension.Refuse")));
    }
}
