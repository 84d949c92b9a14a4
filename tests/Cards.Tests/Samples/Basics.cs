using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards.Tests.Samples;

/// <summary>What the samples share. A class of its own, so that it is there before any of them. The people are invented.</summary>
internal static class Basics
{
    public const string Amira = "Amira Khan";
    public const string Grace = "Grace Obi";
    public const string Peter = "Peter Lloyd";
    public const string Oakfield = "Oakfield Primary";

    /// <summary>What no notification and no press may hold.</summary>
    public static readonly string[] Personal =
        ["Amira", "Khan", "Grace", "Obi", "Peter", "Lloyd", "Sam Reid", "Jo Price", "Oakfield", "Hillside", "Brook Lane", "@", "workload", "stretched"];

    /// <summary>A name or a note of somebody who tries to break the card.</summary>
    public const string Hostile =
        "**Bold** [free](https://evil.example) <at>All</at> _x_ `code` # big \u202Eright to left\u0007 \",\"actions\":[{\"type\":\"Action.Submit\"}] {supporter}\n- one\n1. two\n\n\n\n> three &lt;b&gt; \\";

    public static readonly Words Words = new(
        "Headteacher", "Peer supporter", "Local authority", "Meeting", "Cycle of peer support", "Peer support");

    public static readonly Texts English = Texts.For("en-GB", Words);

    /// <summary>What the cards are drawn in; null: English.</summary>
    public static readonly AsyncLocal<Texts?> Language = new();

    public static CardFrame Frame => new("7f9c2ba4e88f4c1d9b0a5d3e6f1a2b3c", 3, "k3v9x2", Language.Value ?? English);

    public static readonly Confidentiality Promise = new(
        "Peer support conversations have a high degree of confidentiality and everything discussed is expected to stay confidential. "
        + "On rare occasions your supporter is professionally bound to report a safeguarding or whistleblowing concern to a named person at the local authority.",
        "Head of Safeguarding");

    public static readonly IReadOnlyList<Signpost> OtherHelp =
        [new("NOSS (Network of Staff Supporters, confidential counselling)"), new("Education Support, free and at any hour", "08000 562 561")];

    public static readonly WorkContact Coordinator = new(
        "Sam Reid", "Local authority officer", "sam.reid@council.example", "01743 000 001", "Weekdays 8.30am to 5pm");

    public static readonly IReadOnlyList<MeetingMode> Modes = [MeetingMode.InPerson, MeetingMode.Teams];

    public static readonly Uri Join = new("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0");

    public static readonly Uri Chat = new("https://teams.microsoft.com/l/chat/0/0?users=jo.price%40council.example");

    public static string Long(int length) =>
        string.Concat(Enumerable.Repeat("A sentence that goes on for quite a while, as people sometimes write. ", length / 60 + 1))[..length];

    public static LocalDateTime At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute);
}
