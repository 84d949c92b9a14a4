using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Journeys;
using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>
/// Generated, not written by hand: people who are no party press every button there is with every id that stands in the database, as the
/// card's id and as the button's. Whatever they press, the answer and its effects are those of an id that does not exist: so nothing of
/// others changes, and nobody can find out what exists.
/// </summary>
public sealed partial class Every_button_with_the_ids_of_others
{
    private const string Nowhere = "7a11e5b0-0000-4000-8000-00000000dead";
    private const string Slot = "2026-12-08T15:30:00Z";

    private static readonly Instant Now = SchoolTime.At("2026-11-24T10:00");

    private static readonly string[] Secrets =
        ["Amira", "Oakfield", "Quillfeather", "2026-014"];

    private static readonly Person Twin = Authority.Head("x", "Max Twin", Authority.MillRoad) with { Id = PersonId.Of("elsewhere.example", "amira") };

    private static readonly Person OtherTwin = Authority.Head("x", "Olive Twin", Authority.MillRoad) with { Id = PersonId.Of("elsewhere.example", "grace") };

    private static readonly Person OtherOfficer = Authority.Head("otto", "Otto Reed", Authority.Council) with { JobRole = "officer" };

    private static readonly Person OtherLead = Learning.Nia with { Id = PersonId.Of("school.example", "owen"), Name = "Owen Pugh" };

    /// <summary>Each with what they are.</summary>
    private static readonly Dictionary<string, Person> Attackers = new()
    {
        ["a stranger of the same tenant"] = Authority.Hannah,
        ["somebody of another tenant with the object id of the requester"] = Twin,
        ["somebody of another tenant with the object id of the supporter"] = OtherTwin,
        ["the requester of another cycle"] = Authority.Lena,
        ["the supporter of another cycle"] = Authority.Peter,
        ["the coordinator of another programme"] = OtherOfficer,
        ["the lead of other groups"] = OtherLead,
        ["a member of no group"] = Learning.Kate,
    };

    /// <summary>What these do is choose from the list that every eligible head may see; their button says whom.</summary>
    private static readonly string[] Choosing = [Verbs.PreferenceAdd, Verbs.PreferenceRemove, Verbs.PreferenceUp, Verbs.ConflictDeclare];

    private static readonly Reference Reference = Learning.Reference with
    {
        Roles =
        [
            .. Learning.Reference.Roles, new RoleHolders("peer-coaching", ProgrammeRoles.Coordinator, [OtherOfficer.Id]),
            new RoleHolders(Learning.Id, ProgrammeRoles.GroupLead, [OtherLead.Id]),
        ],
    };

    private readonly Router router = new(new StackOfTurn(), Flows.All);

    public static TheoryData<string> Names => [.. Attackers.Keys];

    [Theory, Trait("Requirement", "U-09"), Trait("Requirement", "A-17"), Trait("Requirement", "A-14")]
    [MemberData(nameof(Names))]
    public async Task Is_answered_as_if_they_did_not_exist(string name)
    {
        var (store, ids) = World();
        var attacker = Attackers[name];
        foreach (var verb in Old_and_foreign_cards.AllVerbs)
        {
            foreach (var inputs in Fillings)
            {
                var nothing = new Dictionary<string, string>();
                foreach (var id in ids)
                {
                    if (!nothing.TryGetValue(TwinOf(id), out var asNothing))
                    {
                        asNothing = nothing[TwinOf(id)] = await PressAsync(store, attacker, verb, TwinOf(id), Slot, inputs);
                    }

                    AssertAlike(asNothing, await PressAsync(store, attacker, verb, id, Slot, inputs), $"{verb} {id}");
                    if (!Choosing.Contains(verb))
                    {
                        AssertAlike(
                            await PressAsync(store, attacker, verb, Authority.Programme.Id, TwinOf(id), inputs),
                            await PressAsync(store, attacker, verb, Authority.Programme.Id, id, inputs), $"{verb} arg {id}");
                    }
                }
            }
        }
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task These_tests_would_see_a_difference()
    {
        var (store, ids) = World();
        var differences = new List<string>();
        foreach (var id in ids)
        {
            var nothing = await PressAsync(store, Authority.Grace, Verbs.SlotFind, TwinOf(id), null, Fillings[0]);
            differences.AddRange(await PressAsync(store, Authority.Grace, Verbs.SlotFind, id, null, Fillings[0]) == nothing ? [] : [id]);
        }

        // Her own pair is told from nothing, what is Amira's alone is not.
        Assert.Contains(store.All<Cycle>().First(cycle => cycle.IsOpen && cycle.Has(Authority.Grace.Id)).Id.ToString(), differences);
        Assert.DoesNotContain(store.All<SupportRequest>().First().Id.ToString(), differences);
    }

    /// <summary>Nothing filled in, and something in every field.</summary>
    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Fillings { get; } =
    [
        new Dictionary<string, string>(),
        typeof(InputIds).GetFields().Where(one => one.IsLiteral).ToDictionary(one => (string)one.GetValue(null)!, _ => "1"),
    ];

    /// <summary>A pair in the middle of a cycle, what went before it, a volunteer who waits for approval, and everybody's papers.</summary>
    private static (MemoryStore Store, IReadOnlyList<string> Ids) World()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.MoreSupporters[0]]);
        var ask = Given.Ask(request, Authority.MoreSupporters[0]);
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var closed = Given.Cycle(Authority.Amira, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed };
        var rights = new RightsRequest(Guid.NewGuid(), "DP-2026-001", Authority.Programme.Id, Authority.Amira.Id, RightsKind.Complaint, Now, new(2026, 12, 24));
        var (group, itsCycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var asking = group with { Id = new GroupId(Guid.NewGuid()), Purpose = "Quillfeather", State = GroupState.Asking };
        var training = new TrainingDate(Guid.NewGuid(), Authority.Programme.Id, new(2026, 12, 10), null, null);
        object[] theirs =
        [
            request, ask, cycle, closed, rights,
            Given.Request(Authority.Amira, Domain.Support.RequestState.Draft), Given.Request(Authority.Amira, Domain.Support.RequestState.Open),
            Given.Meeting(cycle, "2026-12-03T10:00"), Given.Meeting(cycle, "2026-11-23T10:00"), Given.Meeting(closed, "2026-10-05T10:00", MeetingState.Held),
            Note(NoteKind.ForSupporter, request.Id.ToString()), Note(NoteKind.Journal, cycle.Id.ToString()), Note(NoteKind.Topic, cycle.Id.ToString()),
            new SelfEvaluation(
                Authority.Amira.Id, cycle.Id, Occasion.Before, "mentoring", 1, new Dictionary<string, Confidence>(),
                new Dictionary<string, string> { ["s1"] = "Quillfeather" }, null, Now),
            new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Stalled, Now, Authority.Amira.Id, cycle.Id.ToString()),
            .. Volunteers.Waiting(Authority.Adam),
            group with { Purpose = "Quillfeather" }, itsCycle, asking, Learning.Session(itsCycle, "2026-12-01T13:00"), Learning.Session(itsCycle, "2026-11-23T13:00"),
            new PrivateNote(Guid.NewGuid(), Learning.Dev.Id, NoteKind.ShareItem, itsCycle.Id.ToString(), "Quillfeather left us", Shared: true, WrittenAt: Now),
        ];
        var store = new MemoryStore();
        store.Put(Authority.Everyone());
        store.Put(Learning.Everyone());
        store.Put(
            OtherLead, Twin, OtherTwin, OtherOfficer, Given.Cycle(Authority.Lena, Authority.Peter),
            LocalSettings.None with { TrainingDates = [training] });
        store.Put(theirs);
        return (store,
        [
            .. theirs.Select(thing => Shelf.Of(thing).KeyOf(thing)).Append(training.Id.ToString()),
            .. from one in new[] { cycle.Id, closed.Id } from occasion in Enum.GetNames<Occasion>() select $"{one}.{occasion}",
            Authority.Amira.Id.Value, Authority.Grace.Id.Value, RequestCards.KeyOf(Authority.Adam.Id),
        ]);

        static PrivateNote Note(NoteKind kind, string subject) => new(Guid.NewGuid(), Authority.Amira.Id, kind, subject, "Quillfeather left us");
    }

    /// <returns>Everything that came of it, as one text; nothing is committed.</returns>
    private async Task<string> PressAsync(
        MemoryStore store, Person person, string verb, string id, string? arg, IReadOnlyDictionary<string, string> inputs)
    {
        var stores = store.Begin(Now);
        using var turn = new TurnContext(new SilentAdapter(), new Activity { Type = ActivityTypes.Message });
        turn.TurnState.Set(new DialogState());
        var context = new FlowContext(
            await Turn.BeginAsync(stores, Reference, new MemoryCalendar(), Now), person, await stores.OrganisationAsync(person.Organisation!.Value),
            Reference.Programmes.Current(Authority.Programme.Id)!, FlowTexts.For(Authority.Programme, person.Locale));
        var desk = new FlowDesk(context, new Incoming.Pressed(verb, id, 1, arg, inputs, "m1"), Memory.Empty);
        await router.RouteAsync(turn, desk, CancellationToken.None);

        var answer = string.Join('\n', desk.Shows.Select(Words));
        if (person.Id != Authority.Grace.Id)
        {
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, answer, StringComparison.Ordinal));
        }

        var saved = stores.Saved.Select(one => $"saves {one.Key} {one.Value.Removed}").Concat(stores.Sent.Select(sent => $"sends {sent.Errand}")).Order(StringComparer.Ordinal);
        return Settled($"{answer}\n{string.Join('\n', saved)}", store, id, arg);
    }

    private static string Words(Show show) => show switch
    {
        Show.Say say => say.Text,
        Show.Card card => card.Content.ToJson(),
        Show.Replace card => card.Content.ToJson(),
        Show.Carousel many => string.Join('\n', many.Cards.Select(card => card.ToJson())),
        _ => show.ToString(),
    };

    /// <summary>Without what is new at each press; ids that stand in the database stay.</summary>
    private static string Settled(string text, MemoryStore store, string id, string? arg) =>
        Ids().Replace(text, found => store.Rows.Keys.Any(row => row.Key.Contains(found.Value, StringComparison.Ordinal)) && found.Value != id && found.Value != arg ? found.Value : "·");

    /// <summary>An id of the same form that is nobody's.</summary>
    private static string TwinOf(string id) => AnyId().Replace(id, found => found.Length switch
    {
        36 => Nowhere,
        32 => Nowhere.Replace("-", "", StringComparison.Ordinal),
        16 => "0123456789abcdef",
        _ => "council.example:nobody",
    });

    private static void AssertAlike(string nothing, string real, string press) =>
        Assert.True(nothing == real, $"{press} is told apart from an id that does not exist:\n{nothing}\n---\n{real}");

    [GeneratedRegex("(?<=\"nonce\":\")[^\"]*|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|^[0-9a-f]{16}$|council.example:[a-z]+")]
    private static partial Regex AnyId();
}
