using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.AllPairs;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Journeys;
using PeerBot.Domain.People;
using PeerBot.Tests.Fuzz;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Fuzz;

/// <summary>
/// By chance, from a seed: people press the cards they have and those of others, bent or as they are, type what they like, and time passes.
/// Nothing throws, everything is answered, and nothing ever stands in a state, or comes there by a way, that the rules do not know.
/// </summary>
public sealed class Anybody_does_anything
{
    private const int InOneWorld = 250;

    private static readonly string[] Typing =
    [
        "hi", "help", "cancel", "yes", "no", "status", "my data", "support", "offer support", "training", "availability", "journal", "my journal", "coordinator", "home", "text", "cards",
        "busy times", "concern", "start again", "supervision", "approvals", "pool", "thursday at 3.30pm", "8 december at 4pm", "every other tuesday after school for 30 minutes",
        "monday 30 november 10am to 11am", "1", "2", "A: 1", "A: 1\nB: 2\n1", "move thursday", "about", "self-evaluation", "my request", "shared with me",
    ];

    private static readonly string[] Inputs =
        [.. typeof(InputIds).GetFields().Where(one => one.IsLiteral).Select(one => (string)one.GetValue(null)!)];

    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "U-22"), Trait("Requirement", "A-17")]
    public async Task And_the_states_stay_those_of_the_rules()
    {
        foreach (var seed in Fuzzing.Groups(InOneWorld))
        {
            await LiveAsync(seed);
        }
    }

    private static async Task LiveAsync(int seed)
    {
        var random = new Random(seed);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Beginning(random));
        scheme.Rubbish = true;
        scheme.Watches = AreAllowed;
        Participant[] everybody = [scheme.Amira, scheme.Grace, scheme.Peter, scheme.Hannah, scheme.Sam, scheme.Jo, scheme.Of(Authority.Lena), scheme.Of(Authority.Adam)];
        for (var step = 0; step < InOneWorld; step++)
        {
            var what = "";
            // Who has been erased is nobody the bot knows any more.
            Participant[] people = [.. everybody.Where(one => scheme.Store.All<Person>().Any(person => person.Id == one.Id))];
            try
            {
                await (random.Next(100) switch
                {
                    < 62 => random.Any(people).Forges(what = Pressed(random, people)),
                    < 68 => random.Any(people).Forges(what = Odd.Bent(random, Pressed(random, people))),
                    < 95 => random.Any(people).Says(what = random.Chance(60) ? random.Any(Typing) : random.Chance(50) ? Odd.Bent(random, random.Any(Typing)) : Odd.Text(random)),
                    _ => scheme.MovesTo(what = SchoolTime.Written(scheme.Now + Duration.FromMinutes(random.Next(1, random.Chance(10) ? 30_000 : 1_500)))),
                });
            }
            catch (Exception reason)
            {
                throw new Xunit.Sdk.XunitException(
                    $"Seed {seed}, step {step}: PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES={InOneWorld} tries it again.\n{what}\n{reason}");
            }
        }
    }

    /// <summary>As the rules have it; who is erased is taken out of what has ended too, and its state stays.</summary>
    private static void AreAllowed(MemoryStores stores)
    {
        var changes = stores.Changes.ToLookup(change => change.After.ToString()!.Contains("erased:", StringComparison.Ordinal));
        Changes.AreAllowed(changes[false]);
        Assert.All(changes[true], change => Assert.Equal(Room.StateOf(change.Before), Room.StateOf(change.After)));
    }

    /// <summary>Some worlds begin in the middle, so that what comes late is tried as often as what comes first.</summary>
    private static IEnumerable<object> Beginning(Random random)
    {
        if (random.Chance(30))
        {
            return [];
        }

        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        return random.Chance(50)
            ? [request, Given.Ask(request, Authority.Grace), .. Volunteers.Waiting(Authority.Hannah)]
            : [Authority.Supporter(Authority.Grace, active: 1), cycle, Given.Meeting(cycle, "2026-12-03T10:00", initial: true)];
    }

    /// <summary>A button that somebody has, bent or as it is, filled in or not.</summary>
    private static string Pressed(Random random, Participant[] people)
    {
        var messages = random.Any(people).Messages;
        var buttons = messages.TakeLast(8).SelectMany(message => message.Buttons.Select(button => (message, button))).ToList();
        if (buttons.Count == 0)
        {
            return $$"""{"verb":"{{random.Any([.. Old_and_foreign_cards.AllVerbs])}}","id":"","version":1}""";
        }

        var (card, pressed) = random.Any(buttons);
        var press = JsonNode.Parse(pressed.Press(card.Fields.Select(field => KeyValuePair.Create(field.Key, Filled(random, card, field)))))!.AsObject();
        if (random.Chance(12))
        {
            press["verb"] = random.Any([.. Old_and_foreign_cards.AllVerbs]);
        }

        if (random.Chance(8))
        {
            press["version"] = random.Next(-2, 9);
        }

        if (random.Chance(10))
        {
            press[random.Any(Inputs)] = Odd.Value(random);
        }

        return random.Chance(15) ? Odd.Bend(random, press).ToJsonString() : press.ToJsonString();
    }

    private static string Filled(Random random, Message card, KeyValuePair<string, string> field)
    {
        if (random.Chance(15))
        {
            return Odd.Text(random);
        }

        IReadOnlyList<string> choices = card.Json.Contains($"\"{field.Key}\"", StringComparison.Ordinal) ? card.ChoicesOrNone(field.Key) : [];
        return choices.Count > 0 && (field.Value.Length == 0 || random.Chance(50)) ? random.Any(choices) : field.Value.Length > 0 ? field.Value : "true";
    }
}
