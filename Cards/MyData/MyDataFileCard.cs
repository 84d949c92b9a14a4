using NodaTime;

namespace PeerBot.Cards;

/// <summary>C34 ‹Download›: the way to the file of the reader's own data, or of their journal alone.</summary>
public static class MyDataFileCard
{
    /// <param name="Until">When the link stops, on the clock of the reader.</param>
    /// <param name="Record">The learning record, to show to others.</param>
    public sealed record View(Uri Link, LocalDateTime Until, bool JournalOnly, bool Record = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MyDataFile", texts.Plain(view.Record ? "MyDataFile.Record" : view.JournalOnly ? "MyDataFile.Journal" : "MyDataFile.All"),
            [
                Blocks.Text(texts.Say(view.Record ? "MyDataFile.RecordText" : view.JournalOnly ? "MyDataFile.JournalText" : "MyDataFile.AllText")),
                Blocks.Notice(texts.Say("MyDataFile.Keep", ("until", texts.DateTime(view.Until)))),
            ],
            new AdaptiveOpenUrlAction(texts.Plain("MyDataFile.Open"), view.Link),
            view.JournalOnly || view.Record ? null : frame.Press(Verbs.MyDataShow, texts.Plain("MyDataFile.Back")));
    }
}
