using NodaTime;
using NodaTime.TimeZones;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record Declaring
{
    private Declaring()
    {
    }

    public sealed record Declared(Interval Time) : Declaring;

    /// <summary>One of the two ends is missing.</summary>
    public sealed record OneEndOnly : Declaring;

    public sealed record EndsBeforeItStarts : Declaring;

    public sealed record Over : Declaring;

    public sealed record TooFarAhead : Declaring;

    public sealed record TooMany : Declaring;
}

/// <summary>Times that a person says they are taken, beside what their calendar may tell. For nobody else to see.</summary>
public sealed class DeclareBusy(Turn turn)
{
    public const int Most = 50;

    private static readonly Duration FarthestAhead = Duration.FromDays(2 * 366);

    // Where the clocks change at one of its ends, it takes the longer reading: better an hour too many than somebody called out.
    private static readonly ZoneLocalMappingResolver Opens =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Closes =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>What is not over yet, soonest first.</summary>
    public async Task<IReadOnlyList<Interval>> AheadAsync(PersonId person) =>
        [.. (await turn.Stores.BusyOnceAsync(person)).Where(time => time.End > turn.Now).OrderBy(time => time.Start)];

    /// <param name="from">Null together with <paramref name="until"/>: the whole day.</param>
    /// <param name="zone">The clock of the person.</param>
    public async Task<Declaring> AddAsync(PersonId person, LocalDate date, LocalTime? from, LocalTime? until, DateTimeZone zone)
    {
        if (from is null != until is null)
        {
            return new Declaring.OneEndOnly();
        }

        if (until <= from)
        {
            return new Declaring.EndsBeforeItStarts();
        }

        // The year is looked at before it is reckoned with: at the ends of time there is no day after.
        if (date.Year > turn.Now.InZone(zone).Year + 3)
        {
            return new Declaring.TooFarAhead();
        }

        var time = new Interval(
            from is { } opens ? zone.ResolveLocal(date + opens, Opens).ToInstant() : zone.AtStartOfDay(date).ToInstant(),
            until is { } closes ? zone.ResolveLocal(date + closes, Closes).ToInstant() : zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        if (time.End <= turn.Now)
        {
            return new Declaring.Over();
        }

        if (time.Start > turn.Now + FarthestAhead)
        {
            return new Declaring.TooFarAhead();
        }

        var ahead = await AheadAsync(person);
        if (!ahead.Contains(time))
        {
            if (ahead.Count >= Most)
            {
                return new Declaring.TooMany();
            }

            await turn.Stores.DeclareBusyAsync(person, [.. ahead, time]);
        }

        return new Declaring.Declared(time);
    }

    /// <summary>Takes the time out again; one that is not there is left alone.</summary>
    public async Task RemoveAsync(PersonId person, Instant start)
    {
        var ahead = await AheadAsync(person);
        if (ahead.Any(time => time.Start == start))
        {
            await turn.Stores.DeclareBusyAsync(person, [.. ahead.Where(time => time.Start != start)]);
        }
    }
}
