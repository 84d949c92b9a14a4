using System.Reflection;
using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Door;

/// <summary>Presses as no card of ours would send them: whoever writes to the bot's door can put anything into a button.</summary>
public sealed class Odd_presses(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Asked asked = null!;

    public static TheoryData<string> Payloads => new(
        "null", "\"\"", "\"ask.accept\"", "42", "true", "[]", "[{}]", "{}", """{"verb":null}""", """{"verb":""}""", """{"verb":"no.such-verb"}""",
        """{"verb":42}""", """{"verb":{"verb":"help"}}""", """{"verb":["help"]}""", """{"Verb":"help"}""", """{"verb":"help","verb":"ask.accept"}""",
        """{"verb":"HELP"}""", """{"verb":"help\u0000"}""", """{"verb":"../help"}""", """{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}}""",
        $$"""{"verb":"{{new string('v', 10_000)}}"}""", $$"""{"verb":"help","id":"{{new string('i', 100_000)}}"}""",
        """{"verb":"help","nonce":{"a":1}}""", """{"verb":"help","nonce":""}""", """{"verb":"help","extra":"x","extra2":{"deep":[1]},"__proto__":{}}""");

    public async Task InitializeAsync() => asked = await Asked.BeginAsync(stage);

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Are_answered_kindly_whatever_they_carry(string data)
    {
        foreach (var person in new[] { asked.Helen, asked.Amira, asked.Peter })
        {
            AssertKind(await person.Sends(person.Invoke(Execute("help", JsonNode.Parse(data)))), data);

            var old = person.Message(null);
            old["value"] = JsonNode.Parse(data);
            Assert.Equal(200, (await person.Sends(old)).Status);
        }

        await asked.GoesOn();
    }

    [Fact]
    public async Task Are_answered_kindly_whatever_the_values_are()
    {
        string[] ids = ["", "none", "0", "00000000000000000000000000000000", new string('f', 32), "nonsense", "' OR 1=1 --", new string('x', 5_000)];
        JsonNode?[] versions = [null, "", "abc", "-1", long.MinValue, long.MaxValue, 1.5, true, new JsonArray(1), new JsonObject()];
        JsonNode?[] args =
        [
            null, "", "x", "-1", "99999999999", "2026-13-45T99:99:99Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", new JsonObject(),
            new string('y', 5_000),
        ];
        foreach (var verb in Verbs)
        {
            for (var at = 0; at < versions.Length; at++)
            {
                var press = Press(verb, ids[at % ids.Length], versions[at], args[at]);
                foreach (var input in Some(at))
                    press[input] = Odd(at);
                AssertKind(await Sends(asked.Helen, press), verb);
            }
        }

        await asked.GoesOn();
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task Of_other_peoples_things_are_refused_and_learn_nothing()
    {
        foreach (var verb in Verbs)
        {
            foreach (var id in new[] { asked.Ask.Id, asked.Sent.Id })
            {
                for (var version = 0; version < 3; version++)
                    await LearnsNothing(verb, Press(verb, id, version, "2026-12-03T15:30:00Z"));
            }
        }

        await stage.Bot.SettleAsync();
        asked.AssertTellsNothing(Without(asked.Helen.Read, Choices));
        await asked.GoesOn();
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task Of_a_pair_are_refused_to_everybody_else()
    {
        var paired = await asked.Peter.SaysYes(asked.Ask);
        foreach (var verb in Verbs)
        {
            foreach (var id in new[] { paired.Id, $"{paired.Id}/before", $"{paired.Id}|before", $"{paired.Id}-before" })
            {
                var press = Press(verb, id, 1, "2026-12-03T15:30:00Z");
                foreach (var input in Inputs)
                    press[input] = "1";
                await LearnsNothing(verb, press);
            }
        }

        await stage.Bot.SettleAsync();
        asked.AssertTellsNothing(Without(asked.Helen.Read, Choices));
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        Assert.True(Assert.Single(await work.OpenCyclesAsync(asked.Peter.Key)).Rules is { Revision: 1, AgreedBy.Count: 0 });
    }

    [Fact]
    public async Task With_odd_values_of_ones_own_pair_are_answered_kindly()
    {
        var paired = await asked.Peter.SaysYes(asked.Ask);
        JsonNode?[] versions = [null, -1, long.MinValue, long.MaxValue, int.MaxValue, 1, "1", "x"];
        string?[] args = [null, "", "-1", "99999999999", "9999-12-31T23:59:59Z", "-9998-01-01T00:00:00Z", "choose-dates", "1;2;3;4;5;6"];
        // What ends the pair comes last, so that all the others meet an open one.
        foreach (var verb in Verbs.OrderBy(verb => verb == Cards.Verbs.CycleWithdraw))
        {
            for (var at = 0; at < versions.Length; at++)
            {
                var press = Press(verb, paired.Id, versions[at], args[at]);
                foreach (var input in Some(at))
                    press[input] = Odd(at);
                AssertKind(await Sends(asked.Peter, press), $"{verb} {versions[at]} {args[at]}");
            }
        }

        await asked.Amira.Says("status");
        await asked.Amira.Hears("Where things stand");
    }

    private static IReadOnlyList<string> Verbs => Constants(typeof(Cards.Verbs));

    /// <summary>All together would be more than one press may weigh.</summary>
    private static IEnumerable<string> Some(int at) => Inputs.Where((_, place) => place % 4 == at % 4);

    private static IReadOnlyList<string> Inputs => Constants(typeof(Cards.InputIds));

    /// <summary>Of the profiles to choose from, Peter's is one that Helen may see.</summary>
    private string[] Choices => [asked.Peter.Name, asked.Peter.Organisation];

    private static string[] Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(one => one.IsLiteral).Select(one => (string)one.GetRawConstantValue()!)];

    private static JsonObject Press(string verb, string id, JsonNode? version, JsonNode? arg) => new()
    {
        ["verb"] = verb,
        ["id"] = id,
        ["version"] = version?.DeepClone(),
        ["nonce"] = Guid.NewGuid().ToString(),
        ["arg"] = arg?.DeepClone(),
    };

    private static string Without(string text, params IEnumerable<string> words) =>
        words.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));

    private static Task<Answer> Sends(Person person, JsonObject press) => person.Sends(person.Invoke(Execute((string)press["verb"]!, press)));

    private async Task LearnsNothing(string verb, JsonObject press)
    {
        var answer = await Sends(asked.Helen, press);
        AssertKind(answer, verb);
        asked.AssertTellsNothing(answer.Raw);
    }

    private static JsonNode? Odd(int at) => (at % 8) switch
    {
        0 => null,
        1 => "",
        2 => new JsonArray("a", "b"),
        3 => new JsonObject { ["text"] = "x" },
        4 => -1,
        5 => new string('z', 9_000),
        6 => "9999-12-31",
        _ => "\u0000\u202E<b>&amp;{number}",
    };

    private static JsonObject Execute(string verb, JsonNode? data) =>
        new() { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data };

    private void AssertKind(Answer answer, string press) => Assert.True(
        answer.Status == 200 && answer.ToString().Length > 0 && !answer.Raw.Contains("Something went wrong", StringComparison.Ordinal),
        $"{press} was answered {answer.Status} {answer}\n{string.Join('\n', stage.Bot.Log.Errors)}");
}
