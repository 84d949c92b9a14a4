using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C02: what would help, for the requester.</summary>
public static class RequestCard
{
    public const int NoteMost = 300;

    /// <param name="Organisation">"Oakfield Primary (maintained, 210 pupils)"; null when unknown.</param>
    /// <param name="Area">Chosen before, from <see cref="Areas.All"/>.</param>
    /// <param name="Mode">Chosen before, a value of <see cref="ModeValues"/>.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt, such as a phone number in the note.</param>
    public sealed record View(
        string? Organisation, IReadOnlyList<MeetingMode> Modes, IReadOnlyList<Signpost> OtherHelp,
        string? Area = null, string? Note = null, string? Mode = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
