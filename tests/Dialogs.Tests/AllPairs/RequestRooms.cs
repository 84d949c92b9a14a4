using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;
using Request = PeerBot.Domain.Support.RequestState;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>Requests and asks, with the ways from state to state.</summary>
internal static class RequestRooms
{
    public static Room Requests { get; } = new(
        "requests",
        new Dictionary<string, Party>
        {
            [Verbs.RequestWithdraw] = Party.Requester,
            [Verbs.RequestAgain] = Party.Requester,
            [Verbs.BehalfYes] = Party.Requester,
            [Verbs.BehalfNo] = Party.Requester,
            [Verbs.PreferenceAdd] = Party.Requester,
            [Verbs.PreferenceRemove] = Party.Requester,
            [Verbs.ConflictDeclare] = Party.Requester,
            [Verbs.SupportersMore] = Party.Requester,
            [Verbs.RequestReview] = Party.Requester,
            [Verbs.GateGoOn] = Party.Coordinator,
            [Verbs.GateTalk] = Party.Coordinator,
            [Verbs.GateRefuse] = Party.Coordinator,
        },
        [
            new(Verbs.RequestWithdraw, Request.Draft, Request.Withdrawn), new(Verbs.RequestWithdraw, Request.Open, Request.Withdrawn),
            new(Verbs.RequestWithdraw, Request.Asking, Request.Withdrawn), new(Verbs.RequestWithdraw, Request.Unmatched, Request.Withdrawn),
            new(Verbs.RequestWithdraw, AskState.Queued, AskState.Withdrawn), new(Verbs.RequestWithdraw, AskState.Sent, AskState.Withdrawn),
            new(Verbs.BehalfNo, Request.Draft, Request.Withdrawn),
            new(Verbs.GateGoOn, Request.Open, Request.Asking), new(Verbs.GateGoOn, Request.Open, Request.Unmatched),
            new(Verbs.GateGoOn, null, AskState.Queued),
            new(Verbs.GateGoOn, Request.Asking, Request.Matched), new(Verbs.GateGoOn, null, CycleState.Active),
            new(Verbs.GateRefuse, Request.Open, Request.Refused), new(Verbs.GateRefuse, Request.Asking, Request.Unmatched),
            new(Verbs.GateRefuse, null, AskState.Queued),
        ],
        from state in Enum.GetValues<Request>()
        from ask in Enum.GetValues<AskState>().Cast<AskState?>().Prepend(null)
        where state != Request.Draft || ask is null // nobody is asked before the yes
        from preferences in new Person[][] { [], [Authority.Grace], [Authority.Grace, Authority.Peter] }
        from flags in new (bool Suggested, bool Full)[] { (false, false), (true, false), (false, true) }
        select RequestIn(state, ask, preferences, flags.Suggested, flags.Full));

    public static Room Asks { get; } = new(
        "asks",
        new Dictionary<string, Party>
        {
            [Verbs.AskAccept] = Party.Supporter,
            [Verbs.AskDecline] = Party.Supporter,
            [Verbs.AskDeclineSend] = Party.Supporter,
            [Verbs.AskConflict] = Party.Supporter,
            [Verbs.AskBack] = Party.Supporter,
        },
        [
            new(Verbs.AskAccept, AskState.Sent, AskState.Accepted), new(Verbs.AskAccept, Request.Asking, Request.Matched),
            new(Verbs.AskAccept, null, CycleState.Active),
            // Too late: no room, paused, left, barred.
            new(Verbs.AskAccept, AskState.Sent, AskState.Overtaken), new(Verbs.AskAccept, null, AskState.Queued),
            new(Verbs.AskDeclineSend, AskState.Sent, AskState.Declined), new(Verbs.AskDeclineSend, null, AskState.Queued),
            new(Verbs.AskConflict, AskState.Sent, AskState.Declined), new(Verbs.AskConflict, null, AskState.Queued),
        ],
        from ask in Enum.GetValues<AskState>()
        from request in Enum.GetValues<Request>()
        from profile in Profiles()
        select AskIn(ask, request, profile.Name, profile.Profile));

    private static Situation RequestIn(Request state, AskState? asked, Person[] preferences, bool suggested, bool full)
    {
        var request = Given.Request(Authority.Amira, state, preferences: preferences) with
        {
            StartedBy = state == Request.Draft ? Authority.Sam.Id : null,
            OthersSuggested = suggested,
            Number = state == Request.Draft ? "" : "2026-014",
        };
        var grace = Authority.Supporter(Authority.Grace, capacity: 2, active: full ? 2 : asked == AskState.Accepted ? 1 : 0);
        List<object> given = [request, grace, Authority.Supporter(Authority.Peter, active: full ? 1 : 0), .. GateOf(request)];
        if (asked is { } of)
        {
            given.Add(Given.Ask(request, Authority.Grace, of));
        }

        return new Situation($"{state}, ask {asked}, {preferences.Length} choices, suggested {suggested}, full {full}", request.Id.ToString(), given);
    }

    private static Situation AskIn(AskState state, Request of, string profileName, SupporterProfile profile)
    {
        var request = Given.Request(Authority.Amira, of, preferences: [Authority.Grace, Authority.Peter]);
        var ask = Given.Ask(request, Authority.Grace, state);
        return new Situation($"ask {state} of {of}, supporter {profileName}", ask.Id.ToString(), request, ask, profile);
    }

    private static IEnumerable<(string Name, SupporterProfile Profile)> Profiles()
    {
        var listed = Authority.Supporter(Authority.Grace);
        return Enum.GetValues<SupporterState>().Select(state => (state.ToString(), listed with { State = state })).Concat(
        [
            ("full", listed with { ActiveCycles = 1 }),
            ("paused until", listed with { PausedUntil = SchoolTime.Date("2027-02-01") }),
            ("barred", listed with { DeclaredConflicts = [Authority.Amira.Id] }),
        ]);
    }

    private static IEnumerable<object> GateOf(SupportRequest request) =>
        [new CoordinatorTask(CoordinatorTasks.IdOf(TaskKind.Gate, request.Id.ToString()), request.Programme.Id, TaskKind.Gate, request.MadeAt, request.Requester, request.Id.ToString())];
}
