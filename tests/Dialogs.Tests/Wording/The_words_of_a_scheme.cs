using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using PeerBot.Cards;

namespace PeerBot.Dialogs.Tests.Wording;

/// <summary>
/// Whoever and whatever a programme has a word for is called by that word: no text says "meeting" to those who have conversations, or speaks
/// of two to a group.
/// </summary>
public sealed partial class The_words_of_a_scheme
{
    private static readonly SortedDictionary<string, string> All = new(
        new[] { typeof(Texts).Assembly, typeof(Flows).Assembly }.SelectMany(Texts.ResourcesOf)
            .SelectMany(one => one.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!),
        StringComparer.Ordinal);

    /// <summary>A definition has no word for several, and these cannot be said of one.</summary>
    private static readonly string[] OfSeveral = ["CalendarChange.ManyFall", "Oversee.NoContent"];

    /// <summary>Of supervision, which is the same meeting in every scheme.</summary>
    private static readonly string[] OfSupervision = ["Supervision.Ask", "Supervision.Booked.Cancel", "Supervision.Later.Text"];

    /// <summary>The outcome of the table of inspections, whoever it is that decides.</summary>
    private static readonly string[] OfTheTable = ["Decision.CoordinatorDecides"];

    /// <summary>Rooms where two choose, are brought together or are spoken to alone; no scheme of groups opens them.</summary>
    private static readonly string[] OfTwo =
    [
        "Already.", "Ask.", "AskForPartner.", "Assign.", "Authority.", "Colleague.", "DidYouMeet.Differ", "Extension.", "Faculty.", "FindColleague.", "Gate.", "Invitation.",
        "MeetingKind.", "Met.Differ", "Paired.", "Pause.", "PeerList.", "Review.NoEnd.", "Review.Talk.", "SelfEvaluation.", "StillRight.", "Subject.", "Suggested.",
        "Supervision.", "Task.Extension", "Themes.", "Topics.", "Unanswered.",
    ];

    /// <summary>Of two people in a group or beside it: a member and their line manager, a member and whom they would rather not meet, a right and its officer.</summary>
    private static readonly string[] OfTwoAmongMany = ["Conflict.Noted.Text", "JoinGroup.ManagedBy", "JoinGroup.NeverQuiet", "JoinGroup.YouManage", "MyDataRight.Told", "MyDataRight.Write"];

    [Fact, Trait("Requirement", "A-20")]
    public void Are_in_every_text_that_people_read()
    {
        string[] allowed = [.. OfSeveral, .. OfSupervision, .. OfTheTable];
        Assert.All(allowed, key => Assert.Contains(key, All.Keys));
        Assert.Empty(All.Where(text => !IsTyped(text.Key) && !allowed.Contains(text.Key) && WrittenOut().IsMatch(Fixed().Replace(Place().Replace(text.Value, ""), "")))
            .Select(text => $"{text.Key}: {text.Value}"));
    }

    [Fact, Trait("Requirement", "S4-04")]
    public void Speak_to_a_group_of_all_and_not_of_two()
    {
        var spoken = All.Where(text => !text.Key.EndsWith(".Group", StringComparison.Ordinal) && !IsTyped(text.Key))
            .Select(text => (text.Key, Text: All.GetValueOrDefault(text.Key + ".Group", text.Value)));
        Assert.Empty(spoken
            .Where(text => !OfTwo.Any(room => text.Key.StartsWith(room, StringComparison.Ordinal)) && !OfTwoAmongMany.Contains(text.Key))
            .Where(text => Two().IsMatch(Place().Replace(text.Text, "")))
            .Select(text => $"{text.Key}: {text.Text}"));
    }

    /// <summary>What people may type is understood in every scheme, by whatever word.</summary>
    private static bool IsTyped(string key) => key.StartsWith("Typed.", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    /// <summary>A meeting for supervision, and the limit that counts meetings in person, have names of their own.</summary>
    [GeneratedRegex("(?i)supervision meetings?|in-person meetings?")]
    private static partial Regex Fixed();

    [GeneratedRegex(@"(?i)\b(meetings?|supporters?|requesters?|coordinators?|cycles?)\b")]
    private static partial Regex WrittenOut();

    [GeneratedRegex(@"(?i)\b(pair\w*|the two|you two|two of you|neither of you|you both|you and \S* both|both of you|both (agree|agreed|free|ask|asked|hear|confirm|calendars|remember))\b")]
    private static partial Regex Two();
}
