using System.Text.Json;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Journeys;
using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>C# cannot say whether a flow's switch is complete; here every input meets every state.</summary>
public sealed class Every_input_to_every_state
{
    private static readonly string[] Places = ["describing", "choosing", "confirming"];

    [Theory]
    [MemberData(nameof(StatesOfARequest))]
    public async Task A_request_always_answers_and_stays_on_its_ways(string? state)
    {
        var (store, ids) = Stored();
        foreach (var incoming in Inputs.Typed().Concat(Inputs.Pressed(new RequestSupportFlow().Verbs, ["none"], [ids[0]], Keys)))
        {
            var reply = await AnswersAsync(new RequestSupportFlow(), state, incoming, store, Authority.Hannah);
            if (reply.Next is not { } next)
            {
                continue;
            }

            using var json = JsonDocument.Parse(next);
            Assert.Contains(json.RootElement.GetProperty("at").GetString(), Places);
            var draft = json.RootElement.GetProperty("draft");
            Assert.InRange(draft.GetProperty("chosen").GetArrayLength(), 0, 3);
            Assert.True(draft.GetProperty("note").GetString() is not { Length: > RequestCard.NoteMost }, "A note too long is kept.");
            var again = await new RequestSupportFlow().AgainAsync(next, Context(store, Authority.Hannah));
            Assert.NotEmpty(again.Shows);
        }
    }

    [Theory]
    [MemberData(nameof(StatesOfForming))]
    public async Task Forming_groups_always_answers_and_keeps_everybody_in_one_group(string? state)
    {
        var store = new MemoryStore();
        store.Put(Learning.Everyone());
        string[] pair = [$"{RequestCards.KeyOf(Learning.Ada.Id)}.{RequestCards.KeyOf(Learning.Gita.Id)}", $"{RequestCards.KeyOf(Learning.Ada.Id)}.{RequestCards.KeyOf(Learning.Ada.Id)}"];
        foreach (var person in new[] { Learning.Nia, Learning.Ada })
        {
            foreach (var incoming in Inputs.Typed().Concat(Inputs.Pressed(new FormGroupsFlow().Verbs, ["none"], [], pair)).Concat(Swaps()))
            {
                var reply = await AnswersAsync(new FormGroupsFlow(), state, incoming, store, person, Learning.Programme);
                Assert.True(person == Learning.Nia || reply.Next is null, "Somebody who is no lead forms groups.");
                if (reply.Next is not { } next)
                {
                    continue;
                }

                using var json = JsonDocument.Parse(next);
                var people = json.RootElement.TryGetProperty("groups", out var groups)
                    ? groups.EnumerateArray().SelectMany(group => group.EnumerateArray()).Select(one => one.GetString()).ToList()
                    : [];
                Assert.Equal(people.Count, people.Distinct().Count());
                Assert.True(json.RootElement.GetProperty("draft").GetProperty("purpose").GetString() is not { Length: > FormGroupsCard.PurposeMost + 1 }, "A purpose too long is kept.");
                Assert.NotEmpty((await new FormGroupsFlow().AgainAsync(next, Context(store.Begin(Now), person, Learning.Programme))).Shows);
            }
        }
    }

    [Theory]
    [MemberData(nameof(OneStepFlows))]
    public async Task A_flow_of_one_step_always_answers_and_ends_in_a_group(string name)
    {
        var flow = Flows.All.Single(one => one.Name == name);
        var store = new MemoryStore();
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var (fresh, itsCycle) = Learning.Running("B", Learning.Gita, Learning.Hugo, Learning.Ada);
        itsCycle = itsCycle with { Rules = itsCycle.Rules with { AgreedBy = [], AgreedOn = null }, Cadence = null };
        var asking = new LearningGroup(
            new GroupId(Guid.NewGuid()), Learning.Programme.Key, "C", Learning.Purpose, Learning.Nia.Id, Now, GroupState.Asking,
            [.. new[] { Learning.Ada, Learning.Ewa, Learning.Finn }.Select(person => new GroupMember(person.Id, MemberState.Asked, Now + NodaTime.Duration.FromDays(5)))]);
        var past = Learning.Session(cycle, "2026-11-23T13:00");
        var coming = Learning.Session(cycle, "2026-12-01T13:00");
        store.Put(Learning.Everyone());
        store.Put(group, cycle, fresh, itsCycle, asking, past, coming, Learning.Profile(Learning.Ada, capacity: 2, active: 1));
        string[] ids = [group.Id.ToString(), fresh.Id.ToString(), asking.Id.ToString(), past.Id.ToString(), coming.Id.ToString()];
        foreach (var person in new[] { Learning.Ada, Learning.Nia, Learning.Priya, Learning.Kate })
        {
            var deep = person == Learning.Ada ? ids[..1] : [];
            foreach (var incoming in Inputs.Typed().Concat(Inputs.Pressed(flow.Verbs, deep, ids)))
            {
                Assert.Null((await AnswersAsync(flow, null, incoming, store, person, Learning.Programme)).Next);
            }
        }
    }

    [Theory]
    [MemberData(nameof(OneStepFlows))]
    public async Task A_flow_of_one_step_always_answers_and_ends(string name)
    {
        var flow = Flows.All.Single(one => one.Name == name);
        var (store, ids) = Stored();
        foreach (var person in new[] { Authority.Amira, Authority.Grace, Authority.Hannah, Authority.Sam })
        {
            var deep = person == Authority.Amira || person == Authority.Grace ? ids.Take(4).ToList() : [];
            foreach (var incoming in Inputs.Typed().Concat(Inputs.Pressed(flow.Verbs, deep, ids)))
            {
                var reply = await AnswersAsync(flow, null, incoming, store, person);
                Assert.Null(reply.Next);
            }
        }
    }

    [Fact]
    public async Task The_router_answers_whatever_is_typed_at_every_step_and_every_button_there_is()
    {
        foreach (var state in StatesOfARequest().Select(row => (string?)row[0]))
        {
            var (scheme, ids) = InTheMiddle();
            var start = new StoredChat(state is null ? [] : [new StoredChat.Entry("request-support", state)], Memory.Empty).ToJson();
            foreach (var incoming in Inputs.Typed().Concat(Old_and_foreign_cards.AllVerbs.Select(verb =>
                new Incoming.Pressed(verb, ids[0], 1, null, new Dictionary<string, string>(), "m1"))))
            {
                scheme.Amira.Stored = start;
                await scheme.TakeTurnAsync(scheme.Amira, incoming);
            }
        }
    }

    [Fact]
    public void Every_button_belongs_to_one_flow_at_most_and_every_flow_has_a_name_of_its_own()
    {
        Assert.Equal(Flows.All.Count, Flows.All.Select(flow => flow.Name).Distinct().Count());
        var verbs = Flows.All.SelectMany(flow => flow.Verbs).ToList();
        Assert.Equal(verbs.Count, verbs.Distinct().Count());
        Assert.All(verbs, verb => Assert.Contains(verb, Old_and_foreign_cards.AllVerbs));
    }

    public static IEnumerable<object?[]> StatesOfARequest()
    {
        yield return [null];
        yield return [Json(new RequestState.Describing(Draft.Empty))];
        string[] all = [Authority.Peter.Id.Value, Authority.Grace.Id.Value, Authority.MoreSupporters[0].Id.Value];
        foreach (string[] chosen in new string[][] { [], all[..1], all, ["council.example:left"] })
        {
            var draft = new Draft("workload", "A short note", "teams", chosen);
            foreach (var state in new RequestState[]
            {
                new RequestState.Describing(draft), new RequestState.Choosing(draft, 0), new RequestState.Choosing(draft, 99), new RequestState.Confirming(draft),
            })
            {
                yield return [Json(state)];
            }
        }

        static string Json(RequestState state) => JsonSerializer.Serialize(state, JsonSerializerOptions.Web);
    }

    public static IEnumerable<object?[]> StatesOfForming()
    {
        yield return [null];
        var draft = new GroupDraft(Learning.Purpose, [Learning.StAidans.Id.ToString()], 3, 6, ["skills", "role", "department"]);
        string[][] groups = [[Learning.Ada.Id.Value, Learning.Ben.Id.Value, Learning.Cleo.Id.Value], [Learning.Gita.Id.Value, Learning.Hugo.Id.Value, Learning.Ines.Id.Value]];
        foreach (var state in new FormState[]
        {
            new FormState.Asking(draft with { Purpose = null }), new FormState.Asking(draft with { Smallest = 6, Largest = 3, VaryBy = [], Schools = ["x"] }),
            new FormState.Proposed(draft, groups, 1), new FormState.Proposed(draft, groups, 1, [groups[0][0], groups[1][0]], Page: 99),
            new FormState.Proposed(draft, [[.. groups[0], "school.example:left"], ["school.example:gone"]], 1), new FormState.Proposed(draft, [], 1),
        })
        {
            yield return [JsonSerializer.Serialize(state, JsonSerializerOptions.Web)];
        }
    }

    /// <summary>Two of two groups, of one group, and somebody who is in none.</summary>
    private static IEnumerable<Incoming> Swaps() =>
        from verb in new[] { Verbs.GroupsSwap, Verbs.GroupsSwapDo, Verbs.GroupsPropose }
        from other in new[] { Learning.Gita, Learning.Ben, Learning.Ada, Learning.Kate }
        select new Incoming.Pressed(
            verb, "none", 1, $"{RequestCards.KeyOf(Learning.Ada.Id)}.{RequestCards.KeyOf(other.Id)}",
            new Dictionary<string, string>
            {
                [InputIds.One] = RequestCards.KeyOf(Learning.Ada.Id),
                [InputIds.Other] = RequestCards.KeyOf(other.Id),
                [InputIds.Purpose] = Learning.Purpose,
                [InputIds.Smallest] = "3",
                [InputIds.Largest] = "4",
                [InputIds.VaryBy] = "role,skills",
            });

    public static TheoryData<string> OneStepFlows => [.. Flows.All.OfType<OneStepFlow>().Select(flow => flow.Name)];

    private static string[] Keys => [RequestCards.KeyOf(Authority.Peter.Id), RequestCards.KeyOf(Authority.Lena.Id)];

    /// <summary>One step on its own turn, which is then thrown away.</summary>
    private static async Task<Reply<string>> AnswersAsync(
        IFlow flow, string? state, Incoming incoming, MemoryStore store, Person person, Domain.Programmes.Programme? programme = null)
    {
        var stores = store.Begin(Now);
        var context = Context(stores, person, programme ?? Authority.Programme);
        try
        {
            Assert.IsType<bool>(flow.Wants((incoming as Incoming.Typed)?.Text ?? "", context));
            var reply = await flow.StepAsync(state, incoming, context);
            Assert.NotEmpty(reply.Shows);
            Assert.All(reply.Shows.SelectMany(CardsOf), card => Assert.InRange(card.ToUtf8().Length, 100, 28 * 1024));
            Changes.AreAllowed(stores);
            return reply;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{flow.Name} in {state ?? "no state"} for {person.Name}: {Short(incoming)}", exception);
        }
    }

    private static NodaTime.Instant Now => SchoolTime.At("2026-11-24T10:00");

    private static FlowContext Context(MemoryStore store, Person person) => Context(store.Begin(Now), person, Authority.Programme);

    private static FlowContext Context(IStores stores, Person person, Domain.Programmes.Programme programme) => new(
        new Turn(stores, Learning.Reference, new MemoryCalendar(), Now), person,
        person.Organisation is { } at ? stores.OrganisationAsync(at).GetAwaiter().GetResult() : null, programme, FlowTexts.For(programme, person.Locale));

    private static (MemoryStore Store, IReadOnlyList<string> Ids) Stored()
    {
        var (scheme, ids) = InTheMiddle();
        return (scheme.Store, ids);
    }

    /// <summary>Each kind of thing in each of its states.</summary>
    private static (Scheme Scheme, IReadOnlyList<string> Ids) InTheMiddle()
    {
        var request = Given.Request(Authority.Adam, preferences: [Authority.Grace, Authority.Peter]);
        var asks = Enum.GetValues<AskState>().Select(state => Given.Ask(request, Authority.Grace, state)).ToList();
        var ready = Given.Cycle(Authority.Amira, Authority.Grace) with
        {
            Dates = new DatesAgreement([SchoolTime.At("2027-01-12T15:30"), SchoolTime.At("2027-02-09T15:30")], Authority.Grace.Id, [Authority.Grace.Id], [], 1),
        };
        var fresh = Given.Cycle(Authority.Amira, Authority.Grace);
        fresh = fresh with { Rules = fresh.Rules with { AgreedBy = [], AgreedOn = null }, Cadence = null };
        var proposed = Given.Cycle(Authority.Amira, Authority.Grace);
        proposed = proposed with { Cadence = proposed.Cadence! with { AgreedBy = [Authority.Amira.Id], Overrides = ["S2-16"], Minutes = 75 } };
        var full = Given.Cycle(Authority.Amira, Authority.Grace, Domain.Scheduling.MeetingMode.InPerson);
        var closed = Given.Cycle(Authority.Amira, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed };
        Cycle[] later =
        [
            ready with { Id = new CycleId(Guid.NewGuid()), Paused = true }, ready with { Id = new CycleId(Guid.NewGuid()), Stalled = true },
            InReview(ready, []), InReview(ready, [Authority.Grace]), InReview(ready, [Authority.Amira, Authority.Grace]),
            ready with
            {
                Id = new CycleId(Guid.NewGuid()),
                State = CycleState.Extended,
                Extension = new Domain.Scheduling.CycleExtension(new NodaTime.LocalDate(2027, 9, 3), 3),
                SharedViews = [new SharedView(Authority.Grace.Id, "m1")],
            },
        ];
        PrivateNote[] entries =
        [
            new(Guid.NewGuid(), Authority.Amira.Id, NoteKind.Journal, ready.Id.ToString(), "An entry of my own"),
            new(Guid.NewGuid(), Authority.Amira.Id, NoteKind.Journal, closed.Id.ToString(), "An earlier entry", Shared: true),
        ];
        List<Meeting> meetings =
        [
            Given.Meeting(ready, "2026-12-03T10:00", initial: true), Given.Meeting(ready, "2026-11-23T10:00"),
            Given.Meeting(ready, "2026-11-10T10:00", MeetingState.Held),
            Given.Meeting(ready, "2026-11-11T10:00", MeetingState.NotHeld) with { NotHeld = NotHeldReason.Missed },
            Given.Meeting(ready, "2026-11-20T10:00") with { CheckIns = new Dictionary<string, bool> { [Authority.Amira.Id.Value] = true } },
            Given.Meeting(ready, "2026-12-10T10:00") with { ShorterAskedBy = Authority.Grace.Id },
            .. later.Select((cycle, at) => Given.Meeting(cycle, $"2026-12-{11 + at}T10:00")),
            .. Given.Held(full, Domain.Scheduling.MeetingMode.InPerson, "2026-10-05T10:00", 6),
        ];
        var scheme = new Scheme(
            "2026-11-24T10:00",
            [request, .. asks, ready, fresh, proposed, full, closed, .. later, .. entries, .. meetings, Authority.Supporter(Authority.Grace, capacity: 3, active: 1)]);
        string[] cycles = [.. new[] { ready, fresh, proposed, full, closed }.Select(cycle => cycle.Id.ToString())];
        return (scheme,
        [
            cycles[0], meetings[0].Id.ToString(), asks.Single(ask => ask.State == AskState.Sent).Id.ToString(), $"{cycles[0]}.{Occasion.Before}",
            request.Id.ToString(), .. asks.Select(ask => ask.Id.ToString()), .. cycles[1..], .. meetings.Skip(1).Take(5).Select(meeting => meeting.Id.ToString()),
            .. later.Select(cycle => cycle.Id.ToString()), .. meetings.Skip(6).Take(later.Length).Select(meeting => meeting.Id.ToString()),
            .. cycles.Select(cycle => $"{cycle}.{Occasion.Before}"), $"{cycles[4]}.{Occasion.After}",
        ]);
    }

    private static Cycle InReview(Cycle like, IReadOnlyList<Person> asking) => like with
    {
        Id = new CycleId(Guid.NewGuid()),
        State = CycleState.Review,
        Review = new CycleReview(Now, asking.ToDictionary(person => person.Id.Value, _ => ReviewWish.Extend), WaitsForCoordinator: asking.Count == 2),
    };

    private static IEnumerable<AdaptiveCard> CardsOf(Show show) => show switch
    {
        Show.Card card => [card.Content],
        Show.Replace card => [card.Content],
        Show.Carousel many => many.Cards,
        _ => [],
    };

    private static string Short(Incoming incoming) => incoming.ToString() is { Length: > 300 } text ? text[..300] : incoming.ToString();
}
