using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

/// <summary>A school as a register names it. What is set locally is null here, and stays as it is.</summary>
public sealed record RegisteredSchool(int Line, Organisation Facts);

/// <summary>Somebody as the organisation's list names them.</summary>
/// <param name="School">Number of their school in its register, as it is written; null: none.</param>
/// <param name="LineManager">Their work e-mail; null: nobody.</param>
public sealed record RegisteredPerson(int Line, Person Facts, string? School = null, string? LineManager = null);

public enum RegisterFault
{
    UnknownSchool,
    ClosedSchool,
    UnknownProgramme,
    UnknownLineManager,
    OwnLineManager,
}

/// <param name="Value">What stands there.</param>
public sealed record FaultyLine(int Line, RegisterFault Fault, string Value);

public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    /// <param name="Closed">Schools that the register has closed since.</param>
    /// <param name="LeftOut">Closed schools that PeerBot never knew.</param>
    /// <param name="Rechecks">People whom the coordinator is now asked to look at again.</param>
    public sealed record TakenOver(int Added, int Changed, int Same, int Closed, int LeftOut, int Rechecks) : RegisterOutcome;

    /// <summary>Nothing was taken over.</summary>
    public sealed record Refused(IReadOnlyList<FaultyLine> Lines) : RegisterOutcome;
}

/// <summary>
/// Brings schools and people up to date with what a register says, in one turn: all of it or nothing, and the same again changes nothing. Nobody
/// is taken away: that is the directory's and the nightly deletion's to do.
/// </summary>
public sealed class TakeOverRegister(Turn turn)
{
    private const int PeopleAtOnce = 500;

    private readonly IStores stores = turn.Stores;

    public async Task<RegisterOutcome> SchoolsAsync(IReadOnlyList<RegisteredSchool> schools)
    {
        var (added, changed, same, leftOut) = (0, 0, 0, 0);
        var closed = new HashSet<OrganisationId>();
        foreach (var facts in schools.Select(school => school.Facts))
        {
            var known = await stores.OrganisationAsync(facts.Id);
            if (known is null && facts.Closed)
            {
                leftOut++;
                continue;
            }

            var now = facts with
            {
                Region = facts.Region ?? known?.Region,
                SchoolDayStart = known?.SchoolDayStart,
                SchoolDayEnd = known?.SchoolDayEnd,
                CalendarRef = known?.CalendarRef,
                Version = known?.Version ?? 0,
            };
            if (known == now)
            {
                same++;
                continue;
            }

            stores.Save(now);
            (added, changed) = known is null ? (added + 1, changed) : (added, changed + 1);
            if (known is { Closed: false } && now.Closed)
                closed.Add(now.Id);
        }

        return new RegisterOutcome.TakenOver(added, changed, same, closed.Count, leftOut, await RecheckAsync(closed));
    }

    public async Task<RegisterOutcome> PeopleAsync(IReadOnlyList<RegisteredPerson> people)
    {
        var addresses = people.ToDictionary(person => person.Facts.Email, person => person.Facts.Id, StringComparer.OrdinalIgnoreCase);
        if (people.Any(person => person.LineManager is { } manager && !addresses.ContainsKey(manager)))
        {
            await foreach (var known in EverybodyAsync())
                addresses.TryAdd(known.Email, known.Id);
        }

        var faults = new List<FaultyLine>();
        foreach (var person in people)
            faults.AddRange(await FaultsAsync(person, addresses));
        if (faults.Count > 0)
            return new RegisterOutcome.Refused(faults);

        var (added, changed, same, rechecks) = (0, 0, 0, 0);
        foreach (var person in people)
        {
            var known = await stores.PersonAsync(person.Facts.Id);
            var now = Merged(known, person, addresses);
            if (known is not null && Same(known, now))
            {
                same++;
                continue;
            }

            stores.Save(now);
            (added, changed) = known is null ? (added + 1, changed) : (added, changed + 1);
            if (known is not null && known.Organisation != now.Organisation)
                rechecks += await RecheckAsync(now);
        }

        return new RegisterOutcome.TakenOver(added, changed, same, 0, 0, rechecks);
    }

    // What the list does not have, such as somebody's language, stays as it is.
    private static Person Merged(Person? known, RegisteredPerson person, Dictionary<string, PersonId> addresses) =>
        (known ?? person.Facts) with
        {
            Name = person.Facts.Name,
            Email = person.Facts.Email,
            JobRole = person.Facts.JobRole,
            Organisation = person.Facts.Organisation,
            Department = person.Facts.Department,
            Authority = person.Facts.Authority,
            Programmes = person.Facts.Programmes,
            LineManager = person.LineManager is { } manager ? addresses[manager] : null,
        };

    private static bool Same(Person known, Person now) =>
        known.Programmes.SequenceEqual(now.Programmes) && known == now with { Programmes = known.Programmes };

    private async Task<List<FaultyLine>> FaultsAsync(RegisteredPerson person, Dictionary<string, PersonId> addresses)
    {
        var faults = new List<FaultyLine>();
        if (person.Facts.Organisation is { } at)
        {
            var school = await stores.OrganisationAsync(at);
            if (school is null)
                faults.Add(new(person.Line, RegisterFault.UnknownSchool, person.School ?? ""));
            else if (school.Closed)
                faults.Add(new(person.Line, RegisterFault.ClosedSchool, school.Name));
        }

        faults.AddRange(
            person.Facts.Programmes.Where(id => turn.Reference.Programmes.Current(id) is null)
                .Select(id => new FaultyLine(person.Line, RegisterFault.UnknownProgramme, id)));
        if (person.LineManager is { } manager)
        {
            if (!addresses.TryGetValue(manager, out var found))
                faults.Add(new(person.Line, RegisterFault.UnknownLineManager, manager));
            else if (found == person.Facts.Id)
                faults.Add(new(person.Line, RegisterFault.OwnLineManager, manager));
        }

        return faults;
    }

    private async Task<int> RecheckAsync(HashSet<OrganisationId> closed)
    {
        var rechecks = 0;
        if (closed.Count > 0)
        {
            await foreach (var person in EverybodyAsync())
                rechecks += person.Organisation is { } at && closed.Contains(at) ? await RecheckAsync(person) : 0;
        }

        return rechecks;
    }

    private async Task<int> RecheckAsync(Person person)
    {
        var asked = false;
        var school = person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        foreach (var programme in person.Programmes.Where(id => turn.Reference.Programmes.Current(id) is not null))
            asked |= await new CheckDirectory(turn).AskForRecheckAsync(programme, person, school);
        return asked ? 1 : 0;
    }

    private async IAsyncEnumerable<Person> EverybodyAsync()
    {
        PersonId? after = null;
        while (await stores.PeopleAfterAsync(after, PeopleAtOnce) is { Count: > 0 } page)
        {
            foreach (var person in page)
                yield return person;
            after = page[^1].Id;
        }
    }
}
