using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Turns;

/// <summary>Two heads ask one supporter who has one place left.</summary>
public sealed class The_last_place(Stage stage) : IClassFixture<Stage>
{
    private const int Times = 20;

    [Fact]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "U-07")]
    public async Task Goes_to_one_of_two_who_are_accepted_at_one_instant()
    {
        for (var time = 0; time < Times; time++)
        {
            await AcceptBothAsync();
            await stage.EndAsync();
        }
    }

    private async Task AcceptBothAsync()
    {
        var teams = await stage.BeginAsync();
        var (amira, zainab, peter, grace) = (teams["Amira Khan"], teams["Zainab Hussain"], teams["Peter Lloyd"], teams["Grace Obi"]);
        await grace.GetsTheApp();
        await zainab.AsksForSupport("Zainab's own words", peter.Name, grace.Name);
        var fromAmira = await peter.IsAskedBy(amira, stage.Bot, "Amira's own words", grace.Name);
        var fromZainab = await peter.HearsCard($"{zainab.Name}, {zainab.Organisation}");

        var answers = await Task.WhenAll(peter.Presses(fromAmira, "Yes, I will"), peter.Presses(fromZainab, "Yes, I will"));

        var won = Assert.Single(answers, answer => answer.Card.Says("You said yes"));
        Assert.True(answers.Single(answer => answer != won).Card.Says("The last place has just been filled"), answers.Single(answer => answer != won).ToString());
        var (winner, loser) = won == answers[0] ? (amira, zainab) : (zainab, amira);
        await winner.Hears($"You are paired with {peter.Name}");
        await loser.Hears($"I have asked {grace.Name}");
        await grace.Hears($"{loser.Name}, {loser.Organisation}");
        await RepeatingChangesNothing(peter, [fromAmira, fromZainab], answers);

        Assert.Single(peter.Received, call => call.Words.Contains("You are paired with", StringComparison.Ordinal));
        Assert.DoesNotContain("You are paired with", loser.Read, StringComparison.Ordinal);
        Assert.DoesNotContain(winner.Name, grace.Read, StringComparison.Ordinal);
        Assert.DoesNotContain(winner.Name, loser.Read, StringComparison.Ordinal);
        Assert.DoesNotContain(loser.Name, winner.Read, StringComparison.Ordinal);
        await OnePairIsStoredAsync(peter, winner);
    }

    private async Task RepeatingChangesNothing(Person peter, Card[] asks, Answer[] before)
    {
        for (var at = 0; at < asks.Length; at++)
            Assert.Equal(before[at].Body, (await peter.Presses(asks[at], "Yes, I will")).Body);
        await stage.Bot.SettleAsync();
    }

    private async Task OnePairIsStoredAsync(Person supporter, Person head)
    {
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var cycle = Assert.Single(await work.OpenCyclesAsync(supporter.Key));
        Assert.Equal(head.Key, cycle.Requester);
    }
}
