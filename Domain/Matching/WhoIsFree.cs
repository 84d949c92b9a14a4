using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Matching;

/// <summary>Whom a person may choose from now. A conflict that either of two has declared keeps them apart both ways round, for good.</summary>
public sealed class WhoIsFree(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="but">Supporters left out, such as those who were asked already; null: nobody.</param>
    public async Task<Shortlist> ForAsync(Person person, Organisation? school, Programme programme, IReadOnlyCollection<PersonId>? but = null)
    {
        var candidates = await stores.CandidatesAsync(programme.Id);
        return Shortlist.For(
            programme, await RequesterAsync(person, school, programme),
            but is { Count: > 0 } ? [.. candidates.Where(candidate => !but.Contains(candidate.Person))] : candidates,
            turn.Now.InZone(programme.Zone).Date);
    }

    /// <summary>Whom the person of a request could choose beside those who were asked about it.</summary>
    public async Task<Shortlist> BesidesAsync(SupportRequest request)
    {
        var person = await stores.PersonAsync(request.Requester);
        var programme = turn.Programme(request.Programme);
        var asked = (await stores.AsksOfAsync(request.Id)).Select(ask => ask.Supporter).ToHashSet();
        return person is null
            ? Shortlist.For(programme, new Requester(request.Requester, new Workplace(), null, [], []), [], turn.Now.InZone(programme.Zone).Date)
            : await ForAsync(person, await SchoolAsync(person), programme, asked);
    }

    /// <summary>Whether the supporter still is somebody this person may ask: listed, trained, with room, no conflict.</summary>
    public async Task<bool> HoldsAsync(PersonId requester, PersonId supporter, Programme programme)
    {
        if (await stores.PersonAsync(requester) is not { } person
            || await stores.PersonAsync(supporter) is not { GoneSince: null } other
            || await ProfileAsync(supporter, programme) is not { } profile)
        {
            return false;
        }

        return Shortlist
            .For(
                programme, await RequesterAsync(person, await SchoolAsync(person), programme),
                [Candidate.Of(profile, other, await SchoolAsync(other))], turn.Now.InZone(programme.Zone).Date)
            .Contains(supporter);
    }

    /// <summary>Somebody whom a colleague names need not be a supporter yet; their own yes makes them one.</summary>
    internal async Task<SupporterProfile?> ProfileAsync(PersonId supporter, Programme programme)
    {
        var known = await stores.SupporterAsync(supporter, programme.Id);
        return programme.Matching.Model == MatchingModel.PreNominated
            ? SupporterProfile.ByOwnYes(known, supporter, programme, turn.Now.InZone(programme.Zone).Date)
            : known;
    }

    // A person who is a supporter as well may have barred, or been barred by, somebody in that role.
    private async Task<Requester> RequesterAsync(Person person, Organisation? school, Programme programme) => Requester.Of(
        person, school, [.. (await stores.SupporterAsync(person.Id, programme.Id))?.DeclaredConflicts ?? [], .. await PartnersAsync(person.Id, programme)],
        programme.Matching.ActionOn(ConflictTest.PreviousPair) == ConflictAction.Allow ? null
            : [.. (await stores.CyclesOfAsync(person.Id)).Where(cycle => !cycle.IsOpen).SelectMany(cycle => cycle.Others(person.Id)).Distinct()]);

    /// <summary>Where both give and receive, two who are together already have nothing to choose again.</summary>
    private async Task<IEnumerable<PersonId>> PartnersAsync(PersonId person, Programme programme) => programme.Stance.Reciprocal
        ? (await stores.OpenCyclesAsync(person)).Where(cycle => cycle.Programme.Id == programme.Id).SelectMany(cycle => cycle.Others(person))
        : [];

    private async Task<Organisation?> SchoolAsync(Person person) =>
        person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
}
