using NodaTime;
using NodaTime.Text;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Section <c>Rehearsal</c> of the configuration.</summary>
internal sealed class RehearsalOptions
{
    public const string Section = "Rehearsal";

    /// <summary>Absent: on in Development. True outside Development keeps the product from starting.</summary>
    public bool? Enabled { get; init; }

    /// <summary>ISO instant at which the sample begins; the default is a Saturday evening in term.</summary>
    public string Start { get; init; } = "2026-11-21T19:05:00Z";

    /// <summary>Zone in which the page shows times.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>Where chats and clock are kept across a restart; relative to the content root.</summary>
    public string StateFile { get; init; } = "App_Data/rehearsal-chats.json";

    public Instant StartInstant() => InstantPattern.ExtendedIso.Parse(Start).Value;

    public DateTimeZone TimeZone() => DateTimeZoneProviders.Tzdb[Zone];
}
