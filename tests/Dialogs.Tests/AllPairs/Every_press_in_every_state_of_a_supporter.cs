using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>Volunteer, coordinator and stranger press everything there is about a supporter; only the ways that are written down are taken.</summary>
public sealed class Every_press_in_every_state_of_a_supporter
{
    private static readonly Person Hannah = Authority.Hannah;

    private static readonly TrainingDate Date = new(Guid.NewGuid(), Authority.Programme.Id, SchoolTime.Date("2027-01-14"), null, "UCS");

    public static TheoryData<SupporterState> States => [.. Enum.GetValues<SupporterState>()];

    [Theory]
    [MemberData(nameof(States))]
    [Trait("Requirement", "S2-23")]
    [Trait("Requirement", "U-09")]
    public async Task Is_answered_and_takes_only_the_ways_there_are(SupporterState state)
    {
        var (store, task) = Stored(state);
        var key = RequestCards.KeyOf(Hannah.Id);
        string?[] args =
            [null, "", "yes", key, task.ToString("N"), Date.Id.ToString("N"), "report-card", "none-yet", "2026-12-08T10:00:00Z", "9999-12-31T23:59:59Z", "-1", new string('9', 500)];
        foreach (var flow in Flows.All.Where(flow => flow is OfferSupportFlow or TakeTrainingFlow or StayAvailableFlow or AskForSupervisionFlow or ApproveSupporterFlow))
        {
            foreach (var person in new[] { Hannah, Authority.Sam, Authority.Amira })
            {
                foreach (var press in from verb in flow.Verbs from id in new[] { key, "none" } from arg in args from inputs in Filled() select new Incoming.Pressed(verb, id, 1, arg, inputs, "m1"))
                {
                    var stores = store.Begin(Now);
                    var context = Context(stores, person);
                    var reply = await flow.StepAsync(null, press, context);
                    Assert.NotEmpty(reply.Shows);
                    Changes.AreAllowed(stores);
                    if (person == Authority.Amira)
                    {
                        Assert.DoesNotContain(stores.Changes, change => change.After is SupporterProfile profile && profile.Person == Hannah.Id);
                    }
                }
            }
        }
    }

    private static NodaTime.Instant Now => SchoolTime.At("2027-01-15T10:00");

    private static IEnumerable<IReadOnlyDictionary<string, string>> Filled()
    {
        yield return new Dictionary<string, string>();
        var sensible = new Dictionary<string, string>
        {
            [InputIds.Summary] = Volunteers.Summary,
            [InputIds.Experience] = "Much",
            [InputIds.Willing] = "true",
            [InputIds.Since] = "2010-09-01",
            ["local-processes"] = "true",
            ["track-record"] = "true",
            [InputIds.Referee] = "Ruth Ellis",
            [InputIds.Capacity] = "2",
            [InputIds.Days] = "1,2",
            [InputIds.Week] = "2027-01-18",
            [InputIds.Inspectorate] = "ofsted",
            [InputIds.Date] = "2026-03-12",
            [InputIds.Safeguarding] = "met",
            [InputIds.Decision] = "met",
            [InputIds.DecisionReason] = "All at the standard",
        };
        foreach (var area in new[] { "leadership-governance", "curriculum-teaching", "achievement", "attendance-behaviour", "personal-development", "inclusion" })
        {
            sensible[area] = "expected-standard";
        }

        yield return sensible;
        foreach (var odd in new[] { "07700 900123", "0001-01-01", "9999-12-31", "\u202E💥", new string('x', 9_000) })
        {
            yield return typeof(InputIds).GetFields().ToDictionary(field => (string)field.GetValue(null)!, _ => odd);
        }
    }

    private static FlowContext Context(IStores stores, Person person) => new(
        Turn.BeginAsync(stores, Volunteers.WithSupervisor, new MemoryCalendar(), Now).GetAwaiter().GetResult(), person,
        person.Organisation is { } at ? stores.OrganisationAsync(at).GetAwaiter().GetResult() : null, Authority.Programme,
        FlowTexts.For(Authority.Programme, person.Locale));

    private static (MemoryStore Store, Guid Task) Stored(SupporterState state)
    {
        var served = state is SupporterState.Listed or SupporterState.Paused;
        var trained = served || state == SupporterState.Trained;
        var profile = Authority.Supporter(Hannah, active: served ? 1 : 0) with
        {
            State = state,
            TrainedOn = trained ? SchoolTime.Date("2026-10-01") : null,
            ConsentedOn = served ? SchoolTime.Date("2026-10-02") : null,
            TrainingBookedFor = state == SupporterState.TrainingBooked ? Date.Day : null,
        };
        var request = Given.Request(Authority.Amira, preferences: [Hannah, Authority.Grace]);
        var task = new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, served ? TaskKind.Recheck : TaskKind.Approval, Now, Hannah.Id);
        List<object> given = [profile, Volunteers.Sent(Hannah, Volunteers.Good), task, Volunteers.Eve, LocalSettings.None with { TrainingDates = [Date] }];
        if (served)
        {
            given.AddRange([request, Given.Ask(request, Hannah), Given.Cycle(Authority.Amira, Hannah)]);
        }

        return (new Scheme("2027-01-15T10:00", given).Store, task.Id);
    }
}
