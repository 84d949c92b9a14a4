using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Calendar;

/// <summary>Each person's meetings as a calendar to subscribe to. Calendar readers sign in nowhere: the address is the key.</summary>
internal sealed class CalendarFeeds(
    IDataProtectionProvider protection, ILocalCalendarStore calendar, IClock clock, IOptions<CalendarFeedOptions> options) : IFeedAddresses
{
    /// <summary>Title of the subscribed calendar: it stands beside the events on phones and shared screens.</summary>
    private const string Title = "PeerBot";

    private static readonly Duration Back = Duration.FromDays(366);
    private static readonly Duration Ahead = Duration.FromDays(2 * 366);

    private readonly IDataProtector protector = protection.CreateProtector("calendar-feed");

    public Uri? LinkFor(PersonId person) => options.Value.PublicAddress is { } root
        ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/calendar/{protector.Protect(person.Value)}.ics")
        : null;

    /// <summary>The feed that a link leads to: a year back and two ahead; null for a link that is not ours or whose owner left.</summary>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (PersonOf(token) is not { } person || await calendar.BusyTimesAsync(person, cancellation) is null)
            return null;
        var now = clock.GetCurrentInstant();
        return CalendarFeed.Write(Title, await calendar.EventsAsync(person, new Interval(now - Back, now + Ahead), cancellation));
    }

    private PersonId? PersonOf(string token)
    {
        try
        {
            return new PersonId(protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            // Made up, cut short, or protected by keys that are gone: all the same to who asks.
            return null;
        }
    }
}
