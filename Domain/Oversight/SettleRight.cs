using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

public abstract record RightSettling
{
    private RightSettling()
    {
    }

    public sealed record Done(RightsRequest Request) : RightSettling;

    /// <summary>Somebody else was there first.</summary>
    public sealed record OutOfDate : RightSettling;

    public sealed record NotYours : RightSettling;
}

/// <summary>
/// Whoever has answered a request about somebody's data says so: a coordinator, or the data protection contact, to whom alone a
/// complaint belongs. The person hears of it with the date. An erasure settles itself.
/// </summary>
public sealed class SettleRight(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<RightSettling> DoAsync(PersonId by, Guid id)
    {
        if (await stores.RightsRequestAsync(id) is not { Kind: not RightsKind.Erasure } request || request.Person == by || !MaySettle(by, request)
            || turn.Reference.Programmes.Current(request.ProgrammeId) is not { } programme)
        {
            return new RightSettling.NotYours();
        }

        if (!request.IsOpen)
        {
            return new RightSettling.OutOfDate();
        }

        var settled = request with { SettledOn = turn.Now.InZone(programme.Zone).Date };
        stores.Save(settled);
        await new CoordinatorTasks(turn).CloseAsync(TaskKind.Right, id.ToString("N"), by);
        new Looking(turn, programme.Id, by).Note(AuditActions.RightSettled, request.Person, request.Number);
        await new Hours(turn, programme).SendAsync(new Errand.TellRightSettled(id, request.Person), request.Person);
        return new RightSettling.Done(settled);
    }

    private bool MaySettle(PersonId by, RightsRequest request)
    {
        var protection = turn.Reference.Contacts.GetValueOrDefault(UseRight.ProtectionContact)?.Person;
        return by == protection
            || ((request.Kind != RightsKind.Complaint || protection is null) && turn.Reference.Oversees(by, request.ProgrammeId));
    }
}
