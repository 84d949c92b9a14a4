using System.Text.RegularExpressions;
using PeerBot.Cards;

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
    private static readonly IReadOnlyList<(string Words, Command Command)> All =
    [
        ("Typed.Help", Command.Help), ("Typed.Cancel", Command.Cancel), ("Typed.StartAgain", Command.StartAgain), ("Typed.Status", Command.Status),
        ("Typed.Concern", Command.Concern), ("Typed.CallMe", Command.CallMe), ("Typed.MyData", Command.MyData), ("Typed.Programmes", Command.Programmes),
        ("Typed.BusyTimes", Command.BusyTimes), ("Typed.AsText", Command.AsText), ("Typed.AsCards", Command.AsCards), ("Typed.Hello", Command.Hello),
        ("Typed.Home", Command.Home),
    ];

    public static Command? Read(string text, Texts texts)
    {
        if (text.Trim() == "?")
        {
            return Command.Help;
        }

        foreach (var (words, command) in All)
        {
            if (texts.Means(text, words))
            {
                return command;
            }
        }

        return null;
    }

    /// <summary>True for yes or stop, false for no or keep going, null for anything else.</summary>
    public static bool? YesOrNo(string text, Texts texts) => Number(text) switch
    {
        1 => true,
        2 => false,
        _ => texts.Means(text, "Typed.Yes") ? true : texts.Means(text, "Typed.No") ? false : null,
    };

    /// <summary>The number typed, from 1; null for anything else.</summary>
    public static int? Number(string text) =>
        Digits().IsMatch(text) && int.TryParse(text.Trim(), out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^\s*[0-9]{1,3}\s*$")]
    private static partial Regex Digits();
}
