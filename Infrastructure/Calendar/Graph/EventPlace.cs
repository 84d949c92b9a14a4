namespace PeerBot.Calendar;

/// <summary>
/// An event and the mailbox that it was made in, which stands in its id as PeerBot keeps it: whose mailbox organises is a setting, and an
/// event is still where it was after the setting has changed.
/// </summary>
/// <param name="Id">As Graph has it; empty where booking never answered.</param>
internal readonly record struct EventPlace(string Mailbox, string Id)
{
    /// <summary>Stands in no object id, no address and no id of Graph's.</summary>
    private const char Between = '|';

    /// <param name="mailbox">Where it is if it does not say, as those do not that an earlier version has kept.</param>
    public static EventPlace Of(string eventId, string mailbox) => eventId.IndexOf(Between) is var at and >= 0
        ? new EventPlace(eventId[..at], eventId[(at + 1)..])
        : new EventPlace(mailbox, IsOfOwnCalendar(eventId) ? "" : eventId);

    public override string ToString() => $"{Mailbox}{Between}{Id}";

    /// <summary>What PeerBot's own calendar has given out names the meeting, and nothing in Microsoft 365.</summary>
    private static bool IsOfOwnCalendar(string eventId) => Guid.TryParseExact(eventId, "N", out _);
}
