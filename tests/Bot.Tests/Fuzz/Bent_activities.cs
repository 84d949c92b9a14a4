using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;
using PeerBot.Tests.Fuzz;

namespace PeerBot.Bot.Tests.Fuzz;

/// <summary>
/// Activities of every kind, bent by chance in their tree, in their text or in their bytes, at the door of the real product: each is answered soon,
/// with a status that Teams knows, and never with an error of ours.
/// </summary>
public sealed class Bent_activities(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const int AtOnce = 8;

    /// <summary>A door takes longer than a parser: a tenth of the cases come here.</summary>
    private const int Share = 10;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(45);

    private static readonly int[] Known = [200, 400, 403, 413, 415, 501];

    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    /// <summary>
    /// A bent service address on the channel's own host leads to places that the channel does not have; so what went there is not looked at as
    /// at the end of other tests.
    /// </summary>
    public Task DisposeAsync() => Task.CompletedTask;

    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "U-22"), Trait("Requirement", "A-17")]
    public async Task Are_each_answered_soon_and_never_with_an_error()
    {
        var cards = await CardsAsync();
        using var gate = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(Fuzzing.Groups(Share).Select(async seed =>
        {
            await gate.WaitAsync();
            try
            {
                await TryAsync(seed, cards);
            }
            catch (Exception reason) when (reason is not Xunit.Sdk.XunitException)
            {
                throw new Xunit.Sdk.XunitException($"{Again(seed)}\n{reason}");
            }
            finally
            {
                gate.Release();
            }
        }));
        await stage.Bot.SettleAsync();
        Assert.True(
            stage.Bot.Log.Errors.Count == 0,
            $"PEERBOT_FUZZ_SEED={Fuzzing.Seed} PEERBOT_FUZZ_CASES={Fuzzing.Cases} tries all of them again.\n{string.Join('\n', stage.Bot.Log.Errors.Take(3))}");
    }

    private async Task TryAsync(int seed, IReadOnlyList<(Person Person, Card Card)> cards)
    {
        var random = new Random(seed);
        var (person, card) = random.Any(cards);
        var activity = random.Next(6) switch
        {
            0 => person.Message(random.Chance(50) ? Odd.Text(random) : "status"),
            1 => person.Activity(random.Any(["installationUpdate", "conversationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event", "typing", "invoke", Odd.Text(random)])),
            2 => person.Submit(card, Verb(random, card)),
            _ => person.Press(card, Verb(random, card)),
        };
        var text = (random.Chance(85) ? Odd.Bend(random, activity) : activity).ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(random.Chance(10) ? Odd.Bent(random, text) : text);
        if (random.Chance(10))
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var began = Stopwatch.GetTimestamp();
        using var response = await stage.Bot.Http.PostAsync("/api/messages", body);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(
            Known.Contains((int)response.StatusCode) && !answer.Contains("Something went wrong", StringComparison.Ordinal) && Stopwatch.GetElapsedTime(began) < Soon,
            $"{Again(seed)}: {(int)response.StatusCode} {answer}\n{Encoding.UTF8.GetString(bytes)}\n{string.Join('\n', stage.Bot.Log.Errors.Take(2))}");
    }

    private static string Again(int seed) => $"PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES={Share} tries it again";

    private static string Verb(Random random, Card card) => random.Any(card.Buttons).GetProperty("verb").GetString()!;

    /// <summary>Cards as people have them in the middle of a cycle.</summary>
    private async Task<IReadOnlyList<(Person, Card)>> CardsAsync()
    {
        var (amira, grace, sam) = (teams["Amira Khan"], teams["Grace Obi"], teams["Sam Reid"]);
        await Journey.AgreeToMeet(amira, grace, await grace.SaysYes(await grace.IsAskedBy(amira, stage.Bot, "Two years in.")));
        foreach (var words in new[] { "status", "my data", "self-evaluation", "busy times", "help", "concern" })
        {
            await amira.Says(words);
        }

        await grace.Says("availability");
        await sam.Says("coordinator");
        await stage.Bot.SettleAsync();
        return [.. new[] { amira, grace, sam }.SelectMany(person => person.Received.SelectMany(call => call.Cards).Where(card => card.Buttons.Count > 0).Select(card => (person, card)))];
    }
}
