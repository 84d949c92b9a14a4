namespace PeerBot.Calendar;

/// <summary>Whether the calendar that meetings go to is there at all; not whether it would book one.</summary>
public interface ICalendarSign
{
    Task<bool> AnswersAsync(CancellationToken cancellation);
}

/// <summary>PeerBot's own calendar lies in its database, which is asked for itself.</summary>
internal sealed class OwnCalendarSign : ICalendarSign
{
    public Task<bool> AnswersAsync(CancellationToken cancellation) => Task.FromResult(true);
}
