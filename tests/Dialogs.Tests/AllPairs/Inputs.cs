using PeerBot.Cards;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>Whatever a client or a forger can send, and whatever a person can type.</summary>
internal static class Inputs
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("ten chars ", 1000));

    public static IEnumerable<Incoming> Typed() => new[]
    {
        "", " ", "1", "2", "999", "0", "-1", "yes", "no", "help", "cancel", "support", "continue", "Workload and well-being", "Peter Lloyd",
        "thursday 3 december at 3.30pm", "thursday", "3.30pm", "31 november", "31 december 9999 at 11.59pm", "1.1.0001 10:00", "monday 4", "I need to move thursday", "a child at risk said", "journal", "my journal", "shared with me",
        "{\"verb\":\"ask.accept\"}", "<script>alert(1)</script>", "\u202E\u0000\u200B", "🙂🙂🙂", "ÄÖÜ ß ñ 漢字", Long, new string(' ', 10_000), new string('9', 10_000),
        new string('*', 10_000) + "x", new string('"', 10_000),
    }.Select(text => new Incoming.Typed(text));

    /// <param name="deep">Ids that each kind of press is tried with.</param>
    /// <param name="others">Ids that a plain press and a filled-in one are tried with; ids of nothing come beside them.</param>
    /// <param name="args">What cards of the flow carry; nonsense comes beside it.</param>
    public static IEnumerable<Incoming> Pressed(
        IEnumerable<string> verbs, IReadOnlyList<string> deep, IReadOnlyList<string> others, params IReadOnlyList<string> args)
    {
        string?[] allArgs = [null, "", .. args, "2026-12-08T15:30:00Z", "9999-12-31T23:59:59Z", "-9998-01-01T00:00:00Z", "w2.4|60|teams|", "t0-15:30|20|teams|", "c20261208T1530|60|teams|", "d82e62.d8f342", "w99.9|x|y", "|||", "-1", "2147483648", Long];
        string[] otherIds = [.. others, "", "none", Guid.Empty.ToString(), Long];
        return
            from verb in verbs
            from press in deep.SelectMany(id => Presses(verb, id, allArgs)).Concat(otherIds.SelectMany(id => PlainPresses(verb, id, allArgs)))
            select press;
    }

    private static IEnumerable<Incoming> PlainPresses(string verb, string id, string?[] args)
    {
        yield return new Incoming.Pressed(verb, id, 1, args[2], None, "m1");
        yield return new Incoming.Pressed(verb, id, 0, null, Sensible);
    }

    private static IEnumerable<Incoming> Presses(string verb, string id, string?[] args)
    {
        foreach (var arg in args)
        {
            yield return new Incoming.Pressed(verb, id, 1, arg, None, "m1");
        }

        foreach (var version in new[] { 0, 2, 8, -1, long.MaxValue, long.MinValue })
        {
            yield return new Incoming.Pressed(verb, id, version, null, None);
        }

        foreach (var inputs in Filled())
        {
            yield return new Incoming.Pressed(verb, id, 1, args[2], inputs, "m1");
            yield return new Incoming.Pressed(verb, id, 0, null, inputs);
        }
    }

    private static readonly Dictionary<string, string> None = [];

    private static readonly Dictionary<string, string> Sensible = new()
    {
        [InputIds.Area] = "workload",
        [InputIds.Note] = "A short note",
        [InputIds.Mode] = "teams",
        [InputIds.Understood] = "true",
        [InputIds.Reason] = "no-time",
        [InputIds.PauseUntil] = "2027-02-01",
        [InputIds.Place] = "the library",
        [InputIds.Ways] = "teams,work-email",
        [InputIds.Notes] = "each-own",
        [InputIds.Change] = "no notes",
        [InputIds.Pattern] = "monthly",
        [InputIds.WeekOfMonth] = "5",
        [InputIds.Weekday] = "1",
        [InputIds.Minutes] = "75",
        [InputIds.Date] = "2026-12-08",
        [InputIds.Time] = "15:30",
        [InputIds.Topic] = "LE1",
        ["LE1"] = "2",
        ["LE2"] = "4",
        ["useful"] = "3",
        ["permission"] = "all",
        [InputIds.Message] = "Thank you",
        [InputIds.Wish] = ReviewWishes.Extend,
        [InputIds.Progress] = "Further than I thought",
        [InputIds.Entry] = "One sentence of my own",
        [InputIds.Lacked] = "sooner",
        [InputIds.Bar] = "true",
    };

    private static IEnumerable<IReadOnlyDictionary<string, string>> Filled()
    {
        string[] fields = [.. typeof(InputIds).GetFields().Select(field => (string)field.GetValue(null)!), "LE1", "useful", "difference", "permission"];
        foreach (var value in new[] { "", "1", "-1", "true", "all", "message", "teams", "2026-12-03", "15:30", "07700 900123", "\u0000\u202E", "💥", "99999999999999999999", Long })
        {
            yield return fields.ToDictionary(field => field, _ => value);
        }

        yield return Sensible;
        yield return new Dictionary<string, string> { [InputIds.Date] = "9999-12-31", [InputIds.Time] = "23:59", [InputIds.PauseUntil] = "9999-12-31" };
        yield return new Dictionary<string, string> { [InputIds.Date] = "0001-01-01", [InputIds.Time] = "00:00", [InputIds.PauseUntil] = "0001-01-01" };
        yield return new Dictionary<string, string> { ["unknown field"] = "x", [""] = "y", ["verb"] = "ask.accept" };
    }
}
