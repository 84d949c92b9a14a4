using NodaTime;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> MyData()
    {
        Uri link = new("https://peerbot.council.example/my-data/CfDJ8LVA");
        LocalDateTime until = new(2026, 12, 15, 11, 5);
        yield return ("C34-file", () => MyDataFileCard.Of(new(link, until, JournalOnly: false), Frame));
        yield return ("C34-file-journal", () => MyDataFileCard.Of(new(link, until, JournalOnly: true), Frame));

        Line[] known = [new("Name", Amira), new("Work e-mail", "amira.khan@oakfield.example"), new("Place of work", Oakfield)];
        yield return ("C34-correct", () => MyDataCorrectCard.Of(
            new(known, [new("en-GB", "English")], "en-GB", [new("Europe/London", "London")], "Europe/London"), Frame));
        yield return ("C34-correct-languages", () => MyDataCorrectCard.Of(
            new(
                [new("Name", Hostile), .. known[1..]], [new("en-GB", "English"), new("cy-GB", "Cymraeg")], "cy-GB",
                [new("Australia/Sydney", "Sydney"), new("Europe/London", "London")], "Australia/Sydney", "Only what is on the list can be chosen."),
            Frame));

        yield return ("C34-erase", () => MyDataEraseCard.Of(new([], []), Frame));
        yield return ("C34-erase-running", () => MyDataEraseCard.Of(
            new(["Your cycle of peer support with Grace Obi", "Request 2026-014"], ["Complaint DP-2026-003, received on Saturday 21 November 2026"]), Frame));

        WorkContact officer = new("Data protection officer", "Sample Council", "dpo@council.example");
        foreach (var kind in Enum.GetValues<MyDataRightCard.Kind>())
        {
            yield return ($"C34-right-{kind}", () => MyDataRightCard.Of(
                new(kind, "DP-2026-003", new(2026, 11, 21), new(2026, 12, 21), kind == MyDataRightCard.Kind.Complaint ? officer : Coordinator, Told: true), Frame));
        }

        yield return ("C34-right-by-email", () => MyDataRightCard.Of(
            new(MyDataRightCard.Kind.Complaint, "DP-2026-003", new(2026, 11, 21), new(2026, 12, 21), officer, Told: false), Frame));
    }
}
