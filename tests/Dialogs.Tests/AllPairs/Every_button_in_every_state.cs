using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Journeys;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>
/// Generated, not written by hand: each button of a room is pressed in each state of its thing by each kind of person. Only what the
/// room names happens, and all of it does; everything else is a kind answer that changes nothing.
/// </summary>
public sealed class Every_button_in_every_state
{
    private const string NotForYou = "This card is for someone else";

    private static readonly Reference Reference = Authority.Coordinated();

    public static TheoryData<string> Rooms => [.. Room.All.Select(room => room.Name)];

    [Theory, Trait("Requirement", "U-08"), Trait("Requirement", "U-09"), Trait("Requirement", "A-04"), Trait("Requirement", "A-17")]
    [MemberData(nameof(Rooms))]
    public async Task Does_what_its_room_names_and_nothing_else(string name)
    {
        var room = Room.All.Single(one => one.Name == name);
        var seen = new HashSet<Way>();
        foreach (var situation in room.Situations)
        {
            var store = new MemoryStore();
            store.Put(Authority.Everyone());
            store.Put(situation.Given);
            foreach (var (verb, owner) in room.Owners)
            {
                foreach (var party in Enum.GetValues<Party>())
                {
                    await PressAsync(room, store, situation, verb, party, isOwner: party == owner, seen);
                }
            }
        }

        Assert.Empty(room.Ways.Except(seen));
    }

    [Fact]
    public void Every_button_of_the_rooms_is_one() =>
        Assert.All(Room.All.SelectMany(room => room.Owners.Keys), verb => Assert.Contains(verb, Old_and_foreign_cards.AllVerbs));

    private static async Task PressAsync(
        Room room, MemoryStore store, Situation situation, string verb, Party party, bool isOwner, HashSet<Way> seen)
    {
        var stores = store.Begin(SchoolTime.At("2026-11-24T10:00"));
        var press = new Incoming.Pressed(verb, situation.Id, 1, RequestCards.KeyOf(Authority.Peter.Id), new Dictionary<string, string>(), "m1");
        var where = $"{verb} by {party} in {situation.Name}";
        var reply = await Flows.All.Single(flow => flow.Verbs.Contains(verb)).StepAsync(null, press, Context(stores, Room.Of(party)));

        Assert.True(reply.Shows.Count > 0, $"No answer to {where}.");
        Changes.AreAllowed(stores);
        if (!isOwner)
        {
            Assert.True(reply.Shows is [Show.Replace { Content: var card }] && card.ToJson().Contains(NotForYou, StringComparison.Ordinal), $"Not refused: {where}.");
            Assert.True(stores.Saved.Count == 0 && stores.Sent.Count == 0 && stores.NumbersTaken.Count == 0, $"Something was changed: {where}.");
            return;
        }

        foreach (var (before, after) in stores.Changes)
        {
            if (Room.StateOf(after) is { } now && !now.Equals(Room.StateOf(before)))
            {
                var way = new Way(verb, Room.StateOf(before), now);
                Assert.True(room.Ways.Contains(way), $"{way.From?.ToString() ?? "new"} to {way.To}: {where}.");
                seen.Add(way);
            }
        }
    }

    private static FlowContext Context(IStores stores, Person person) => new(
        new Turn(stores, Reference, new MemoryCalendar(), SchoolTime.At("2026-11-24T10:00")), person,
        person.Organisation is { } at ? stores.OrganisationAsync(at).GetAwaiter().GetResult() : null,
        Reference.Programmes.Current(Authority.Programme.Id)!, FlowTexts.For(Authority.Programme, person.Locale));
}
