using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>
/// Each night: who holds which role, and who is still there. Whoever is not has left the scheme with all that hangs on them; a new
/// workplace, or a school that is in the scheme no more, is looked at again.
/// </summary>
public sealed class CheckDirectory(Turn turn)
{
    /// <summary>As many as one question to the directory may name.</summary>
    public const int PeopleAtOnce = 15;

    /// <summary>Stands as the one who did it in what people can read about themselves.</summary>
    private static readonly PersonId Nobody = new("directory");

    private readonly IStores stores = turn.Stores;

    /// <summary>Reads the groups behind the roles. A group that the directory does not find leaves its role as it was.</summary>
    /// <exception cref="DirectoryUnavailableException">It did not answer.</exception>
    public async Task ReadRolesAsync()
    {
        var settings = await stores.SettingsAsync();
        var roles = new List<RoleHolders>();
        foreach (var (programme, role, group) in turn.Reference.RoleGroups)
        {
            var before = settings.Roles.FirstOrDefault(held => held.ProgrammeId == programme && held.Role == role);
            var now = await turn.Directory.MembersAsync(group, CancellationToken.None) is { } members
                ? new RoleHolders(programme, role, [.. members.OrderBy(person => person.Value, StringComparer.Ordinal)])
                : before;
            if (now is not null)
            {
                roles.Add(now);
                NoteChanges(before, now);
                if (role == ProgrammeRoles.GroupLead)
                {
                    foreach (var lead in (before?.People ?? []).Except(now.People))
                    {
                        await new ReplaceLead(turn).LeadGoesAsync(lead, lead, programme);
                    }
                }
            }
        }

        stores.Save(settings with { Roles = roles });
    }

    /// <param name="people">No more than <see cref="PeopleAtOnce"/>.</param>
    /// <exception cref="DirectoryUnavailableException">It did not answer.</exception>
    public async Task LookAtPeopleAsync(IReadOnlyList<Person> people)
    {
        var accounts = await turn.Directory.AccountsAsync([.. people.Select(person => person.Id)], CancellationToken.None);
        foreach (var person in people)
        {
            await LookAtAsync(person, accounts.GetValueOrDefault(person.Id) ?? new Account(AccountState.Unknown));
        }
    }

    /// <summary>The time for a recheck may have come as well: whoever looks at the criteria looks once.</summary>
    /// <returns>False when the same is waiting already, or was looked at.</returns>
    internal Task<bool> AskForRecheckAsync(string programmeId, Person person, Organisation? school) =>
        new CoordinatorTasks(turn).OpenOnceAsync(TaskKind.Recheck, programmeId, person.Id, FactsOf(person, school));

    private async Task LookAtAsync(Person person, Account account)
    {
        switch (account.State)
        {
            case AccountState.Disabled or AccountState.Gone when person.GoneSince is null:
                stores.Save(person with { GoneSince = turn.Now });
                new Looking(turn, person.Programmes.FirstOrDefault() ?? "", Nobody).Note(AuditActions.AccountGone, person.Id, subject: null);
                await new LeaveOrganisation(turn).LeaveAsync(person.Id);
                break;
            case AccountState.Active:
                var moved = person.Workplace is not null && account.Workplace is not null && person.Workplace != account.Workplace;
                var known = person with { GoneSince = null, Workplace = account.Workplace ?? person.Workplace };
                if (known != person)
                {
                    stores.Save(known);
                }

                await RecheckAsync(known, moved);
                break;
        }
    }

    /// <summary>A listed supporter, or somebody with a cycle, whose facts no longer fit is a task for the coordinator, never an end by itself.</summary>
    private async Task RecheckAsync(Person person, bool moved)
    {
        var school = person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        var off = await new LookAfterSupporter(turn).StoppedServingAsync(person);
        var profiles = await stores.ProfilesOfAsync(person.Id);
        var supports = profiles.Where(profile => profile.Serves).Select(profile => (profile.ProgrammeId, AsSupporter: true));

        // A cycle of somebody who is off the list waits for the coordinator already.
        var left = profiles.Where(profile => profile.State == SupporterState.Left).Select(profile => profile.ProgrammeId).Concat(off).ToHashSet();
        var running = (await stores.OpenCyclesAsync(person.Id)).Select(cycle => (ProgrammeId: cycle.Programme.Id, AsSupporter: Pairing.TakesPlace(cycle, turn.Programme(cycle.Programme)).Contains(person.Id)));
        foreach (var (programmeId, asSupporter) in supports.Concat(running).Distinct().Where(one => !one.AsSupporter || !left.Contains(one.ProgrammeId)))
        {
            if (turn.Reference.Programmes.Current(programmeId) is { } programme && (moved || !StillFits(programme, person, school, asSupporter)))
            {
                await AskForRecheckAsync(programmeId, person, school);
            }
        }
    }

    /// <summary>What the coordinator is asked to look at; after that it is news no more.</summary>
    private static string FactsOf(Person person, Organisation? school) =>
        string.Join('/', person.JobRole, person.Workplace, person.Organisation, school?.TypeGroup, school?.SchoolType, school?.Phase, school?.Group?.Id, school?.Closed);

    /// <summary>By what the register says alone: what was declared or decided stays so.</summary>
    private bool StillFits(Programme programme, Person person, Organisation? school, bool asSupporter)
    {
        if (!asSupporter)
        {
            return Eligibility.OfRequester(programme, person, school) is RequesterEligibility.Eligible;
        }

        var recorded = programme.Eligibility.Supporter.Select(criterion => criterion.Id).ToHashSet();
        var facts = new SupporterFacts([], LastInspection: null, recorded, new Dictionary<string, bool>());
        return !Eligibility.OfSupporter(programme, person, school, facts, turn.Now.InZone(programme.Zone).Date).Any(found =>
            found is { Finding: Finding.NotMet, Criterion.Kind: CriterionKind.OrganisationType or CriterionKind.JobRole or CriterionKind.Membership });
    }

    private void NoteChanges(RoleHolders? before, RoleHolders now)
    {
        var (had, has) = (before?.People ?? [], now.People);
        foreach (var person in had.Except(has).Concat(has.Except(had)))
        {
            new Looking(turn, now.ProgrammeId, Nobody).Note(AuditActions.RoleChanged, person, now.Role);
        }
    }
}
