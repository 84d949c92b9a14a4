using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;
using static PeerBot.Dialogs.Tests.Driver.Faculties;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>What only a scheme with a facilitator, faculties and phases has: every input, from everybody, in every state of a request and every phase.</summary>
public sealed class Every_input_to_a_coaching_scheme
{
    private static readonly string[] Names =
        ["assign-supporter", "record-training", "take-along", "change-phase", "describe-meeting", "say-cycle-subject", "who-is-who"];

    public static TheoryData<string> Flows => [.. Names];

    [Theory, Trait("Requirement", "S1-10"), Trait("Requirement", "S1-13"), Trait("Requirement", "S1-17")]
    [MemberData(nameof(Flows))]
    public async Task Is_answered_and_changes_only_what_is_whose(string name)
    {
        var flow = Dialogs.Flows.All.Single(one => one.Name == name);
        var (scheme, ids, args) = InTheMiddle();
        var changed = 0;
        foreach (var person in new[] { Lena, Maria, Ravi, Kim, Noor })
        {
            foreach (var incoming in Inputs.Typed().Concat(Inputs.Pressed(flow.Verbs, person == Ravi ? [] : ids.Take(3).ToList(), ids, args)).Concat(Recorded(flow, args)))
            {
                var stores = scheme.Store.Begin(scheme.Now);
                var context = new FlowContext(new Turn(stores, Faculties.Reference, new MemoryCalendar(), scheme.Now), person, WattleCreek, Programme, FlowTexts.For(Programme, person.Locale));
                try
                {
                    Assert.IsType<bool>(flow.Wants((incoming as Incoming.Typed)?.Text ?? "", context));
                    var reply = await flow.StepAsync(null, incoming, context);
                    Assert.NotEmpty(reply.Shows);
                    Assert.Null(reply.Next);
                    Assert.All(reply.Shows.Select(CardOf).OfType<AdaptiveCard>(), card => Assert.InRange(card.ToUtf8().Length, 100, 28 * 1024));
                    Assert.All(stores.Changes, change => IsAllowed(change.Before, change.After, person));
                    changed += stores.Changes.Count();
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"{name} for {person.Name}: {(incoming.ToString() is { Length: > 300 } text ? text[..300] : incoming)}", exception);
                }
            }
        }

        Assert.True(changed > 0 || name == "who-is-who", "Nothing was ever done, so nothing was tried.");
    }

    private static void IsAllowed(object? before, object after, Person by)
    {
        switch (before, after)
        {
            case (SupportRequest was, SupportRequest now) when was.State != now.State:
                Assert.Equal((Domain.Support.RequestState.Open, Domain.Support.RequestState.Matched, Noor.Id), (was.State, now.State, by.Id));
                break;
            case (null, SupportRequest fresh):
                Assert.Equal((by.Id, Domain.Support.RequestState.Open, true), (fresh.Requester, fresh.State, fresh.ToAssign));
                break;
            case (Cycle was, Cycle now):
                Assert.True(was.IsOpen && was.Has(by.Id), "A cycle that is over, or not theirs.");
                Assert.Equal((was.Requester, was.Supporter), (now.Requester, now.Supporter));
                Assert.True(now.IsOpen || now.Closed == CloseReason.Completed);
                break;
            case (null, Cycle fresh):
                Assert.Equal((CycleState.Active, (string?)null), (fresh.State, fresh.Phase));
                Assert.True(by.Id == Noor.Id || fresh.Has(by.Id), "Paired by somebody else.");
                break;
            case (Meeting was, Meeting now):
                Assert.Equal((was.Id, was.State, was.Start, was.Organiser), (now.Id, now.State, now.Start, now.Organiser));
                Assert.Contains(by.Id, was.People);
                break;
            case (_, SupporterProfile now):
                Assert.InRange(now.ActiveCycles, 0, now.Capacity);
                Assert.True(now.State != SupporterState.Listed || (now.ConsentedOn is not null && now.TrainedOn is not null), "Listed without consent or training.");
                break;
            case (_, PrivateNote note):
                Assert.Equal(by.Id, note.Owner);
                break;
        }
    }

    /// <summary>A request in each of its states, a cycle in each phase and one that is over, and a coach who is full.</summary>
    private static (Scheme Scheme, IReadOnlyList<string> Ids, string[] Args) InTheMiddle()
    {
        var requests = Enum.GetValues<Domain.Support.RequestState>().Select(state => Request(Ravi) with { State = state }).ToList();
        var cycles = Programme.Cycle.Phases.Select(phase => Cycle(Lena, Maria, phase.Id)).ToList();
        var closed = Cycle(Lena, Maria) with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = At("2026-11-20T10:00") };
        var meetings = cycles.SelectMany((cycle, at) => new[] { Meeting(cycle, $"2026-11-18T{9 + at:00}:00", MeetingState.Held, initial: true), Meeting(cycle, $"2026-11-26T{9 + at:00}:00") }).ToList();
        var scheme = Scheme(
            "2026-11-23T10:00", [.. requests, .. cycles, closed, .. meetings, Coach(Maria, capacity: 2, active: 1), Coach(Tom, active: 1), Coach(Noor) with { State = SupporterState.Interested, TrainedOn = null, ConsentedOn = null }]);
        var open = requests.Single(request => request.State == Domain.Support.RequestState.Open).Id;
        return (
            scheme,
            [
                cycles[4].Id.ToString(), meetings[1].Id.ToString(), Programme.Id, .. requests.Select(request => request.Id.ToString()), .. cycles.Take(4).Select(cycle => cycle.Id.ToString()),
                closed.Id.ToString(), meetings[0].Id.ToString(),
            ],
            [
                $"{open}|{RequestCards.KeyOf(Maria.Id)}", $"{open}|{RequestCards.KeyOf(Tom.Id)}", RequestCards.KeyOf(Maria.Id), RequestCards.KeyOf(Kim.Id), open.ToString(),
                $"{cycles[4].Id}|reflect-debrief|implement", $"{cycles[0].Id}|assess|set-goals", "plan", "observe", Kim.Id.Value, Noor.Id.Value,
            ]);
    }

    /// <summary>A day that has been, with each of the people.</summary>
    private static IEnumerable<Incoming> Recorded(IFlow flow, string[] args) =>
        from verb in flow.Verbs
        from arg in args
        select new Incoming.Pressed(verb, Programme.Id, 0, arg, typeof(InputIds).GetFields().ToDictionary(field => (string)field.GetValue(null)!, _ => "2026-11-19"));

    private static AdaptiveCard? CardOf(Show show) => show switch
    {
        Show.Card card => card.Content,
        Show.Replace card => card.Content,
        _ => null,
    };
}
