using System.Collections.Concurrent;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>
/// People who go on talking whatever happens to the bot. Each knows what was accepted from them, so that in the end it can be counted whether
/// every activity took effect once and every message came.
/// </summary>
internal sealed class Load(Fleet fleet, FakeConnector connector, Stores stores)
{
    private static readonly string[] Chatting = ["Helen Marsh", "Tom Aldridge", "Ngozi Adeyemi", "Joanna Tate"];
    private static readonly (string Head, string Supporter)[] Paired = [("Amira Khan", "Grace Obi"), ("Zainab Hussain", "Peter Lloyd")];

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, int> accepted = new();
    private readonly ConcurrentDictionary<string, int> moves = new();
    private readonly List<Task> talks = [];
    private readonly List<(Person Head, Card Card)> booked = [];
    private Teams teams = null!;
    private int cardsEach;

    /// <summary>Activities that were accepted.</summary>
    public int Accepted => accepted.Values.Sum() + moves.Values.Sum();

    public Teams Teams => teams;

    /// <summary>Who is paired has a first meeting, and everybody has been greeted, before anything goes wrong.</summary>
    /// <param name="paired">How many pairs; 0 for talk alone.</param>
    public async Task BeginAsync(int paired, Action<Teams>? meet = null)
    {
        teams = await fleet.TeamsAsync(connector);
        meet?.Invoke(teams);
        foreach (var (head, supporter) in Paired.Take(paired))
            booked.Add((teams[head], await PairAsync(teams[head], teams[supporter])));
        foreach (var name in Chatting)
            await SayHelpAsync(teams[name]);
        await fleet.SettleAsync();
        cardsEach = Arrived(teams[Chatting[0]]).Sum(call => call.Cards.Count);
        Assert.True(cardsEach > 0, teams[Chatting[0]].Read);

        talks.AddRange(Chatting.Select(name => Task.Run(() => ChatAsync(teams[name]))));
        talks.AddRange(booked.Select(pair => Task.Run(() => MoveOnAndOnAsync(pair.Head, pair.Card))));
    }

    /// <summary>Everybody finishes what they are at, and so does the bot.</summary>
    public async Task EndAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(talks);
        await fleet.SettleAsync();
    }

    /// <summary>What has to be true however often the bot died meanwhile.</summary>
    /// <returns>How many cards came again in words.</returns>
    public async Task<int> AssertNothingIsLostOrDoubledAsync()
    {
        var inWords = 0;
        foreach (var name in Chatting)
        {
            var (person, said) = (teams[name], accepted[name]);
            Assert.Equal(said, await stores.VersionOfChatAsync(person.Chat));
            var arrived = Arrived(person);
            var nonces = arrived.SelectMany(call => call.Cards).Select(NonceOf).ToList();
            Assert.Equal(nonces.Count, nonces.Distinct().Count());
            var words = arrived.Count(call => call.Cards.Count == 0);
            inWords += words;
            Assert.InRange(nonces.Count + words, said * cardsEach, int.MaxValue);
            Assert.InRange(nonces.Count, 0, said * cardsEach);
        }

        var meetings = await stores.MeetingsAsync();
        foreach (var head in moves.Keys)
        {
            var meeting = Assert.Single(meetings, one => one.GetProperty("organiser").GetString() == teams[head].Key.Value);
            Assert.Equal(moves[head], meeting.TryGetProperty("sequence", out var sequence) ? sequence.GetInt32() : 0);
            Assert.Equal("Written", meeting.GetProperty("calendar").GetString(), ignoreCase: true);
        }

        await stores.AssertSoundAsync();
        return inWords;
    }

    /// <summary>An older state of a card never comes after a newer one, however often either comes.</summary>
    public void AssertNoCardGoesBack()
    {
        foreach (var (head, card) in booked)
        {
            var states = connector.Calls.Where(call => call.Method == "PUT" && call.Message == card.Message).Select(VersionOf).OfType<long>().ToList();
            Assert.NotEmpty(states);
            Assert.True(states.SequenceEqual(states.Order()), $"{head.Name} saw the states {string.Join(", ", states)}.");
        }
    }

    private async Task ChatAsync(Person person)
    {
        while (!stopping.IsCancellationRequested)
        {
            await SayHelpAsync(person);
            await Task.Delay(TimeSpan.FromMilliseconds(30));
        }
    }

    /// <summary>Every third time Teams is not sure that it was taken, and sends it once more; every fifth time to two processes at once.</summary>
    private async Task SayHelpAsync(Person person)
    {
        var help = person.Message("help");
        var (number, arrived) = (accepted.GetValueOrDefault(person.Name) + 1, Arrived(person).Count);
        var sends = number % 5 == 0 ? [person.Sends(help), person.Sends(help.DeepClone())] : new[] { person.Sends(help) };
        foreach (var answer in await Task.WhenAll(sends))
            Assert.Equal(200, answer.Status);
        if (number % 3 == 0)
            Assert.Equal(200, (await person.Sends(help)).Status);
        accepted[person.Name] = number;
        await connector.UntilAsync(() => Arrived(person).Count > arrived ? person : null, () => $"{person.Name} was not answered.\n{string.Join("\n---\n", fleet.Errors)}");
    }

    /// <summary>One meeting that is moved again and again, so that it is easy to say how often.</summary>
    private async Task MoveOnAndOnAsync(Person head, Card card)
    {
        moves[head.Name] = 0;
        for (var turn = 0; !stopping.IsCancellationRequested; turn++)
        {
            var times = (await head.Presses(card, "Move")).Card;
            var buttons = times.Buttons.Where(button => button.GetProperty("verb").GetString() == "meeting.move-to").ToList();
            if (buttons.Count == 0)
            {
                // An update that came twice was taken for the next one.
                card = (await head.Hears("Cancel meeting", "PUT")).Cards[0];
                continue;
            }

            var press = head.Press(times, buttons[turn % buttons.Count].GetProperty("title").GetString()!);
            var answer = await head.Sends(press) with { Pressed = times };
            if (!answer.Raw.Contains("Booking…", StringComparison.Ordinal))
                continue;
            if (turn % 3 == 0)
                await IssueAnewAsync(head, press, answer);
            moves[head.Name]++;
            card = (await head.Hears("Cancel meeting", "PUT")).Cards[0];
        }
    }

    /// <summary>Teams gives a press that it sends again a new id after a while.</summary>
    private static async Task IssueAnewAsync(Person head, System.Text.Json.Nodes.JsonObject press, Answer before)
    {
        press["id"] = $"f:{Guid.NewGuid()}";
        Assert.Equal(before.Raw, (await head.Sends(press)).Raw);
    }

    private static async Task<Card> PairAsync(Person head, Person supporter)
    {
        await supporter.GetsTheApp();
        await head.AsksForSupport("A note.", supporter.Name);
        var paired = await supporter.SaysYes(await supporter.HearsCard($"{head.Name}, {head.Organisation}"));
        var times = await Journey.AgreeToMeet(head, supporter, paired);
        await head.Presses(times, "slot.pick");
        return (await head.Hears("It is in both calendars", "PUT")).Cards[0];
    }

    /// <summary>Everything that reached the channel, also where the bot died before it heard so.</summary>
    private IReadOnlyList<Call> Arrived(Person person) => [.. connector.Calls.Where(call => call.Conversation == person.Chat && call.Method == "POST")];

    private static long? VersionOf(Call call) => call.Cards[0].Buttons
        .Where(button => button.GetProperty("verb").GetString() == "meeting.move").Select(button => (long?)button.GetProperty("data").GetProperty("version").GetInt64())
        .FirstOrDefault();

    private static string NonceOf(Card card) => card.Buttons[0].GetProperty("data").GetProperty("nonce").GetString()!;
}
