using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Calendar;

/// <summary>Each person's meetings as a calendar to subscribe to. Calendar readers sign in nowhere: the address is the key, until its owner renews it.</summary>
internal sealed class CalendarFeeds(
    IDataProtectionProvider protection, ILocalCalendarStore calendar, IClock clock, IOptions<CalendarFeedOptions> options) : IFeedAddresses
{
    /// <summary>Title of the subscribed calendar: it stands beside the events on phones and shared screens.</summary>
    private const string Title = "PeerBot";

    private static readonly Duration Back = Duration.FromDays(366);
    private static readonly Duration Ahead = Duration.FromDays(2 * 366);

    private readonly IDataProtector protector = protection.CreateProtector("calendar-feed");

    public Uri? LinkFor(PersonId person, int number) => options.Value.PublicAddress is { } root
        ? new Uri($"{root.AbsoluteUri.TrimEnd('/')}/calendar/{protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{number}|{person}"))}.ics")
        : null;

    /// <summary>The feed that a link leads to: a year back and two ahead; null for a link that is not ours, that was renewed, or whose owner left.</summary>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (Of(token) is not var (person, number) || await calendar.FeedAsync(person, cancellation) != number)
            return null;
        var now = clock.GetCurrentInstant();
        return CalendarFeed.Write(Title, await calendar.EventsAsync(person, new Interval(now - Back, now + Ahead), cancellation));
    }

    private (PersonId Person, int Number)? Of(string token)
    {
        try
        {
            return protector.Unprotect(token).Split('|', 2) is [var number, var person]
                ? (new PersonId(person), int.Parse(number, CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            // Made up, cut short, or protected by keys that are gone: all the same to who asks.
            return null;
        }
    }
}
