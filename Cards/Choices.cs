using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>One choice of a list: what the press sends, and its words.</summary>
public sealed record Choice(string Value, string Text);

/// <summary>One line of a table of two columns.</summary>
public sealed record Line(string Title, string Value);

/// <summary>Help from elsewhere: "NOSS", and where to find it (a work number, an address), if known.</summary>
public sealed record Signpost(string Name, string? Where = null);

/// <summary>Work details of an office holder; never personal ones.</summary>
public sealed record WorkContact(string Name, string? Role = null, string? Email = null, string? Phone = null, string? Hours = null);

/// <summary>What the definition says about confidentiality.</summary>
/// <param name="NamedContactRole">The person a concern goes to, without "the": "Head of Safeguarding".</param>
public sealed record Confidentiality(string Statement, string NamedContactRole);

/// <param name="Key">Short opaque value that the press carries: the slot's instant.</param>
/// <param name="Start">On the clock of the reader.</param>
/// <param name="Why">Why it is offered, in a few words; null where nobody asked.</param>
public sealed record Slot(string Key, LocalDateTime Start, string? Why = null);

/// <summary>A button given by the flow.</summary>
public sealed record Button(string Verb, string Title, string? Arg = null);

/// <summary>What a request may be about; the words are texts <c>Area.*</c>.</summary>
public static class Areas
{
    public static IReadOnlyList<string> All { get; } =
        ["staffing", "governance", "inspection", "finance", "workload", "additional-needs", "leading-change", "other", "not-said"];
}

/// <summary>Values of <see cref="InputIds.Mode"/>; words are texts <c>Mode.*</c>.</summary>
public static class ModeValues
{
    public const string Either = "either";

    public static string Of(MeetingMode mode) => mode switch
    {
        MeetingMode.Teams => "teams",
        MeetingMode.InPerson => "in-person",
        MeetingMode.PhoneWork => "phone-work",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Null for "either" and for anything else.</summary>
    public static MeetingMode? Parse(string? value) => value switch
    {
        "teams" => MeetingMode.Teams,
        "in-person" => MeetingMode.InPerson,
        "phone-work" => MeetingMode.PhoneWork,
        _ => null,
    };
}

/// <summary>Values of <see cref="InputIds.Reason"/>; the reason is for the coordinator alone.</summary>
public static class DeclineReasons
{
    public static IReadOnlyList<string> All { get; } = ["no-time", "conflict", "not-my-area", "not-said"];
}

/// <summary>Values of <see cref="InputIds.Notes"/>: whether notes are kept and by whom.</summary>
public static class NotesRules
{
    public static IReadOnlyList<string> All { get; } = ["none", "requester", "supporter", "each-own"];
}

/// <summary>Values of <see cref="InputIds.Ways"/>: how two people reach each other. Personal phones are not among them.</summary>
public static class ContactWays
{
    public static IReadOnlyList<string> All { get; } = ["teams", "work-email", "work-phone"];
}
