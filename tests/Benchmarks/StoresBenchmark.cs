using System.Diagnostics;
using System.Globalization;
using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Benchmarks;

/// <param name="Database">Null: a SQLite file that is made for the run and deleted after it.</param>
internal sealed record StoresOptions(int Count, string? Database = null)
{
    /// <param name="count">Name of the option that says how many.</param>
    /// <returns>Null when the arguments are none of ours.</returns>
    public static StoresOptions? Read(string[] arguments, string count, int usual)
    {
        var options = new StoresOptions(usual);
        while (arguments is [var name, var value, .. var rest])
        {
            if (name == "--database")
                options = options with { Database = value };
            else if (name == count && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                options = options with { Count = number };
            else
                return null;
            arguments = rest;
        }

        return arguments.Length == 0 ? options : null;
    }
}

/// <summary>What is measured in this process: use cases over the product's own stores and definitions, each in a turn of its own.</summary>
internal static class StoresBenchmark
{
    private const int WarmUps = 50;
    private const int Measured = 1_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    /// <summary>A school day of the calendars that come with the product.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 8, 30);

    public static async Task<int> RunAsync(StoresOptions options, Func<Database, int, Task> measure)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("peerbot-benchmark-");
        try
        {
            await using var database = Database.Open(options.Database ?? $"Data Source={Path.Combine(folder.FullName, "peerbot.db")}");
            await measure(database, options.Count);
            return 0;
        }
        catch (InvalidOperationException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Reference Reference { get; } = new(
        ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow()).OrThrow(),
        CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow(), new Dictionary<string, Contact>(), Rehearsing: true);

    /// <returns>Milliseconds of each run, in order; the first ones run before the code is compiled for good and are left out.</returns>
    public static async Task<(double P50, double P99)> TimeAsync(Database database, Func<Turn, int, Task> run)
    {
        var times = new List<double>(Measured);
        var began = Stopwatch.GetTimestamp();
        for (var number = -WarmUps; number < Measured && (number < WarmUps || Stopwatch.GetElapsedTime(began) < Enough); number++)
        {
            var before = Stopwatch.GetTimestamp();
            await run(await Turn.BeginAsync(database.BeginTurn(Now), Reference, NoCalendar.Instance, Now), number + WarmUps);
            if (number >= 0)
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        times.Sort();
        return (At(times, 0.5), At(times, 0.99));
    }

    private static double At(List<double> sorted, double share) =>
        Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 2);

    /// <summary>Nothing that is measured here asks a calendar.</summary>
    private sealed class NoCalendar : ICalendar
    {
        public static readonly NoCalendar Instance = new();

        public Duration? LookEvery => null;

        public Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
            IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task CancelAsync(MeetingId meeting, IReadOnlyList<PersonId> people, string eventId, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(IReadOnlyCollection<KnownEvent> known, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Uri? FeedOf(PersonId person, int number) => null;
    }
}
