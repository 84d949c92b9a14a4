using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>When a supporter cannot meet, as they have said themselves: whole days. Empty for everybody else.</summary>
internal sealed class Availability(Turn turn, Programme programme)
{
    /// <summary>Days on which they hear nothing.</summary>
    public async Task<IReadOnlyList<DateInterval>> AwayAsync(PersonId person) =>
        await turn.Stores.SupporterAsync(person, programme.Id) is { Absences.Count: > 0 } profile
            ? [.. profile.Absences.Select(away => away.Days)]
            : [];

    /// <summary>Times that are not offered, from now on for so long: days away, and weekdays that do not suit.</summary>
    public async Task<IReadOnlyList<Interval>> BusyAsync(PersonId person, DateTimeZone zone, Duration ahead)
    {
        if (await turn.Stores.SupporterAsync(person, programme.Id) is not { } profile || (profile.Absences.Count == 0 && profile.Days is null))
        {
            return [];
        }

        var busy = profile.Absences.Select(away => Of(away.From, away.Until, zone)).ToList();
        if (profile.Days is { } days)
        {
            for (var date = turn.Now.InZone(zone).Date; date <= (turn.Now + ahead).InZone(zone).Date; date = date.PlusDays(1))
            {
                if (!days.Contains(date.DayOfWeek))
                {
                    busy.Add(Of(date, date, zone));
                }
            }
        }

        return busy;
    }

    private static Interval Of(LocalDate from, LocalDate until, DateTimeZone zone) =>
        new(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(until.PlusDays(1)).ToInstant());
}
