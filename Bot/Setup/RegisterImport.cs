using System.Globalization;
using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Scheduling;
using PeerBot.Register;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>
/// <c>import schools FILE</c> and <c>import people FILE</c>: brings schools and people up to date with a file, or says line by line why not. One turn
/// writes all of it; while a line is refused nothing is written.
/// </summary>
internal sealed class RegisterImport(Database database, Reference reference, ICalendar calendar, IClock clock)
{
    private const string Usage =
        """
        Usage:
          import schools FILE.csv [--authority NAME] [--regions FILE.csv] [--dry-run]
          import people FILE.csv --tenant TENANT-ID [--dry-run]
        """;

    /// <returns>0: taken over; 1: lines were refused, and nothing was taken over; 2: the command was not understood.</returns>
    public async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var options = Options.Read(args);
        if (options is null)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        if (new[] { options.File, options.Regions }.FirstOrDefault(path => path is not null && !File.Exists(path)) is { } missing)
        {
            await output.WriteLineAsync($"There is no file {missing}.");
            return 2;
        }

        var file = await File.ReadAllBytesAsync(options.File);
        return options.What == "people" ? await PeopleAsync(file, options, output) : await SchoolsAsync(file, options, output);
    }

    private async Task<int> SchoolsAsync(byte[] file, Options options, TextWriter output)
    {
        var (regions, faults) = options.Regions is { } path ? RegionMap.Read(await File.ReadAllBytesAsync(path)) : (RegionMap.None, []);
        if (regions is null)
            return Refuse(faults, output);
        return SchoolsFile.Read(file, regions, options.Authority) switch
        {
            Reading<RegisteredSchool>.Read read => await TakeOverAsync(read, (register, items) => register.SchoolsAsync(items), options, output),
            Reading<RegisteredSchool>.Refused refused => Refuse(refused.Lines, output),
            _ => throw new InvalidOperationException("There is no third outcome."),
        };
    }

    private async Task<int> PeopleAsync(byte[] file, Options options, TextWriter output) => PeopleFile.Read(file, options.Tenant) switch
    {
        Reading<RegisteredPerson>.Read read => await TakeOverAsync(read, (register, items) => register.PeopleAsync(items), options, output),
        Reading<RegisteredPerson>.Refused refused => Refuse(refused.Lines, output),
        _ => throw new InvalidOperationException("There is no third outcome."),
    };

    private async Task<int> TakeOverAsync<T>(
        Reading<T>.Read read, Func<TakeOverRegister, IReadOnlyList<T>, Task<RegisterOutcome>> takeOver, Options options, TextWriter output)
    {
        foreach (var note in read.Notes)
            await output.WriteLineAsync(Words(note));
        while (true)
        {
            var now = clock.GetCurrentInstant();
            var work = database.BeginTurn(now);
            var outcome = await takeOver(new(await Turn.BeginAsync(work, reference, calendar, now)), read.Items);
            if (outcome is RegisterOutcome.Refused refused)
                return Refuse([.. refused.Lines.Select(Words)], output);

            // PeerBot may be running: what it wrote meanwhile is read again.
            if (!options.DryRun && await work.CommitAsync() is CommitOutcome.Conflict)
                continue;
            var done = (RegisterOutcome.TakenOver)outcome;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(options.DryRun ? "Would be taken over" : "Taken over")}: {done.Added} new, {done.Changed} changed, {done.Same} as before; "
                + $"{done.Closed} schools have closed; {done.Rechecks} people are for the coordinator to look at again. Left out: {read.LeftOut + done.LeftOut}."));
            return 0;
        }
    }

    private static int Refuse(IReadOnlyList<RefusedLine> lines, TextWriter output)
    {
        foreach (var line in lines.OrderBy(line => line.Line))
            output.WriteLine(Words(line));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Nothing was taken over: {lines.Select(line => line.Line).Distinct().Count()} lines were refused."));
        return 1;
    }

    private static string Words(RefusedLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line.Line}{(line.Column is { } column ? $", {column}" : "")}: {line.Why}");

    private static RefusedLine Words(FaultyLine line) => line.Fault switch
    {
        RegisterFault.UnknownSchool => new(line.Line, "Organisation URN", $"PeerBot knows no school {line.Value}; import schools first."),
        RegisterFault.ClosedSchool => new(line.Line, "Organisation URN", $"{line.Value} is closed."),
        RegisterFault.UnknownProgramme => new(line.Line, "Programmes", $"There is no programme \"{line.Value}\"."),
        RegisterFault.UnknownLineManager => new(line.Line, "Line manager", $"Nobody of the address {line.Value} is in the file or known."),
        _ => new(line.Line, "Line manager", "Nobody manages themselves."),
    };

    private sealed record Options(string What, string File, string? Authority, string? Regions, Guid Tenant, bool DryRun)
    {
        /// <summary>Null: not understood.</summary>
        public static Options? Read(string[] args)
        {
            if (args is not ["schools" or "people", { Length: > 0 } path, .. var rest])
                return null;
            var options = new Options(args[0], path, null, null, Guid.Empty, false);
            for (var i = 0; i < rest.Length; i++)
            {
                var value = rest.ElementAtOrDefault(i + 1);
                options = (rest[i], options.What) switch
                {
                    ("--dry-run", _) => options with { DryRun = true },
                    ("--authority", "schools") when value is not null => options with { Authority = value },
                    ("--regions", "schools") when value is not null => options with { Regions = value },
                    ("--tenant", "people") when Guid.TryParse(value, out var tenant) => options with { Tenant = tenant },
                    _ => null,
                };
                if (options is null)
                    return null;
                i += rest[i] == "--dry-run" ? 0 : 1;
            }

            return options.What == "people" && options.Tenant == Guid.Empty ? null : options;
        }
    }
}
