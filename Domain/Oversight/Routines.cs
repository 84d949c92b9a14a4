using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>
/// Errands that come round for ever: one row of each waits, and doing it sends the next. The settings keep when that is, so that two
/// processes that start at once, or a row done twice, never make two of it.
/// </summary>
public sealed class Routines(Turn turn)
{
    private const string Directory = "directory";

    /// <summary>In UTC; at night in every country that the programmes are for.</summary>
    private static readonly LocalTime Night = new(2, 0);

    /// <summary>Counts for the coordinators, each Monday when their contact window opens.</summary>
    public Task BeginDigestAsync(Programme programme) =>
        BeginAsync(NameOf(programme.Id), NextMonday(programme), at => new Errand.SendDigests(programme.Id, at));

    /// <summary>The directory is looked through at once, and each night from then on.</summary>
    public Task BeginDirectoryAsync() => BeginAsync(Directory, turn.Now, at => new Errand.CheckRoles(at));

    /// <returns>False when another row has taken its place; nothing is to be done then.</returns>
    public async Task<bool> GoOnAsync(Errand.SendDigests digests) =>
        turn.Reference.Programmes.Current(digests.ProgrammeId) is { } programme
        && await GoOnAsync(NameOf(programme.Id), digests.At, NextMonday(programme), at => new Errand.SendDigests(programme.Id, at));

    /// <returns>As for the digest.</returns>
    public Task<bool> GoOnAsync(Errand.CheckRoles check) => GoOnAsync(Directory, check.At, NextNight(), at => new Errand.CheckRoles(at));

    private static string NameOf(string programmeId) => "digest " + programmeId;

    private async Task BeginAsync(string name, Instant first, Func<Instant, Errand> errand)
    {
        var settings = await turn.Stores.SettingsAsync();
        if (settings.Routines?.ContainsKey(name) == true)
        {
            return;
        }

        Send(settings, name, first, errand);
    }

    private async Task<bool> GoOnAsync(string name, Instant was, Instant next, Func<Instant, Errand> errand)
    {
        var settings = await turn.Stores.SettingsAsync();
        if (settings.Routines?.TryGetValue(name, out var expected) != true || expected != was)
        {
            return false;
        }

        Send(settings, name, next, errand);
        return true;
    }

    private void Send(LocalSettings settings, string name, Instant at, Func<Instant, Errand> errand)
    {
        var routines = new Dictionary<string, Instant>(settings.Routines ?? new Dictionary<string, Instant>()) { [name] = at };
        turn.Stores.Save(settings with { Routines = routines });
        turn.Stores.Send(errand(at), at);
    }

    private Instant NextMonday(Programme programme)
    {
        var (zone, from) = (programme.Zone, programme.Boundaries.ContactWindow.From);
        var today = turn.Now.InZone(zone).Date;
        var monday = today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Next(IsoDayOfWeek.Monday);
        var at = zone.AtLeniently(monday + from).ToInstant();
        return at > turn.Now ? at : zone.AtLeniently(monday.PlusWeeks(1) + from).ToInstant();
    }

    private Instant NextNight()
    {
        var tonight = (turn.Now.InUtc().Date + Night).InUtc().ToInstant();
        return tonight > turn.Now ? tonight : tonight + Duration.FromDays(1);
    }
}
