using System.Text.RegularExpressions;

namespace PeerBot.Dialogs;

public enum Command
{
    Help,
    Cancel,
    StartAgain,
    Status,
    Concern,
    CallMe,
    MyData,
    Programmes,
    BusyTimes,
    AsText,
    AsCards,
    Hello,
    Home,
}

/// <summary>Words that work at every step (U-06). Whole sentences only: a word inside an answer is part of the answer.</summary>
public static partial class Commands
{
    private static readonly Dictionary<string, Command> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["help"] = Command.Help,
        ["?"] = Command.Help,
        ["cancel"] = Command.Cancel,
        ["stop"] = Command.Cancel,
        ["quit"] = Command.Cancel,
        ["start again"] = Command.StartAgain,
        ["start over"] = Command.StartAgain,
        ["restart"] = Command.StartAgain,
        ["status"] = Command.Status,
        ["my request"] = Command.Status,
        ["my cycle"] = Command.Status,
        ["concern"] = Command.Concern,
        ["i need to share a concern"] = Command.Concern,
        ["share a concern"] = Command.Concern,
        ["call me"] = Command.CallMe,
        ["ask them to call me"] = Command.CallMe,
        ["my data"] = Command.MyData,
        ["privacy"] = Command.MyData,
        ["programmes"] = Command.Programmes,
        ["my programmes"] = Command.Programmes,
        ["programme"] = Command.Programmes,
        ["schemes"] = Command.Programmes,
        ["my schemes"] = Command.Programmes,
        ["switch"] = Command.Programmes,
        ["busy times"] = Command.BusyTimes,
        ["my busy times"] = Command.BusyTimes,
        ["busy"] = Command.BusyTimes,
        ["i'm busy"] = Command.BusyTimes,
        ["i’m busy"] = Command.BusyTimes,
        ["i am busy"] = Command.BusyTimes,
        ["my calendar"] = Command.BusyTimes,
        ["calendar feed"] = Command.BusyTimes,
        ["text"] = Command.AsText,
        ["cards"] = Command.AsCards,
        ["hi"] = Command.Hello,
        ["hello"] = Command.Hello,
        ["hey"] = Command.Hello,
        ["menu"] = Command.Hello,
        ["home"] = Command.Home,
        ["coordinator"] = Command.Home,
    };

    public static Command? Read(string text) =>
        Words.TryGetValue(Ends().Replace(text, ""), out var command) ? command : null;

    /// <summary>True for yes or stop, false for no or keep going, null for anything else.</summary>
    public static bool? YesOrNo(string text) => Ends().Replace(text, "").ToUpperInvariant() switch
    {
        "YES" or "Y" or "STOP" or "CANCEL" or "1" => true,
        "NO" or "N" or "KEEP GOING" or "2" => false,
        _ => null,
    };

    /// <summary>The number typed, from 1; null for anything else.</summary>
    public static int? Number(string text) =>
        Digits().IsMatch(text) && int.TryParse(text.Trim(), out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^[\s*_'""]+|[\s.!*_'""]+$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*[0-9]{1,3}\s*$")]
    private static partial Regex Digits();
}
