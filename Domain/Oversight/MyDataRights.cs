using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>Somebody uses a right over their own data. It gets a number and a date at once, and reaches whoever has to act on it.</summary>
public sealed class UseRight(Turn turn)
{
    /// <summary>Key of the data protection contact in the contacts configuration.</summary>
    public const string ProtectionContact = "data-protection";

    /// <summary>Days in which a complaint has to be acknowledged; PeerBot does so at once, so they are those for a first answer.</summary>
    private const int ComplaintDays = 30;

    private readonly IStores stores = turn.Stores;

    /// <returns>The open request of that kind, where there is one: asking twice does not make it two.</returns>
    public async Task<RightsRequest> UseAsync(PersonId person, Programme programme, RightsKind kind)
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        var before = (await stores.RightsRequestsOfAsync(person)).FirstOrDefault(
            earlier => earlier.Kind == kind && earlier.ProgrammeId == programme.Id && earlier.IsOpen && earlier.DueBy >= today);
        if (before is not null)
        {
            return before;
        }

        var request = new RightsRequest(
            Guid.NewGuid(), $"DP-{today.Year}-{await stores.NextNumberAsync($"rights/{today.Year}"):000}", programme.Id, person, kind, turn.Now,
            kind == RightsKind.Complaint ? today.PlusDays(ComplaintDays) : today.PlusMonths(1), AcknowledgedOn: today);
        stores.Save(request);
        if (kind is RightsKind.Correction or RightsKind.Objection || (kind == RightsKind.Complaint && ReadersOf(kind, programme).Count == 0))
        {
            await new CoordinatorTasks(turn).OpenAsync(TaskKind.Right, programme.Id, person, request.Id.ToString("N"));
        }

        foreach (var reader in ReadersOf(kind, programme))
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellRights(request.Id, reader), reader);
        }

        return request;
    }

    /// <summary>Whom PeerBot writes to about it: the data protection contact for a complaint, whoever coordinates for the rest.</summary>
    private IReadOnlyList<PersonId> ReadersOf(RightsKind kind, Programme programme)
    {
        var contacts = turn.Reference.Contacts;
        return kind switch
        {
            RightsKind.Complaint => contacts.GetValueOrDefault(ProtectionContact)?.Person is { } person ? [person] : [],
            RightsKind.Erasure => [],
            _ =>
            [
                .. turn.Reference.OverseersOf(programme.Id)
                    .Concat(contacts.GetValueOrDefault(programme.Owner.CoordinatorContactRef)?.Person is { } contact ? [contact] : Array.Empty<PersonId>())
                    .Distinct(),
            ],
        };
    }
}
