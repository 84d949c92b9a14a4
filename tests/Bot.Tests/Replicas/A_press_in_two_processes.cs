using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Cards;

namespace PeerBot.Bot.Tests.Replicas;

/// <summary>Teams may bring one press to two processes, bring it again as another activity, or bring presses in another order.</summary>
public sealed class A_press_in_two_processes
{
    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-07")]
    [Trait("Requirement", "U-08")]
    public async Task At_one_instant_has_one_effect_and_the_same_answer(bool postgres)
    {
        await using var bots = await TwoBots.StartAsync(postgres);
        var (amira, peter) = await PeopleAsync(bots);
        var ask = await AskedAsync(bots, amira, peter);
        var press = peter.Press(ask, "Yes, I will");

        var answers = await Task.WhenAll(EachAsync(bots, press, press));

        AllTheSame(answers);
        await OnePairAsync(bots, amira, peter);
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-07")]
    [Trait("Requirement", "U-08")]
    public async Task That_is_issued_anew_with_another_id_has_one_effect_and_the_same_answer(bool postgres)
    {
        await using var bots = await TwoBots.StartAsync(postgres);
        var (amira, peter) = await PeopleAsync(bots);
        var ask = await AskedAsync(bots, amira, peter);
        await bots.Other.MoveToAsync(Journey.MondayMorning);

        // At one instant to both, and once more to each when all is done.
        var answers = await Task.WhenAll(EachAsync(bots, peter.Press(ask, "Yes, I will"), peter.Press(ask, "Yes, I will")));
        await bots.SettleAsync();
        answers = [.. answers, .. await Task.WhenAll(EachAsync(bots, peter.Press(ask, "Yes, I will"), peter.Press(ask, "Yes, I will")))];

        AllTheSame(answers);
        await OnePairAsync(bots, amira, peter);
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-08")]
    [Trait("Requirement", "U-09")]
    public async Task Of_somebody_else_gets_no_part_of_the_answer_though_its_nonce_is_known(bool postgres)
    {
        await using var bots = await TwoBots.StartAsync(postgres);
        var (amira, peter) = await PeopleAsync(bots);
        var helen = (await bots.TeamsAsync())["Helen Marsh"];
        var ask = await AskedAsync(bots, amira, peter);

        var answers = await Task.WhenAll(EachAsync(bots, peter.Press(ask, "Yes, I will"), helen.Press(ask, "Yes, I will")));

        Assert.Contains(amira.Name, answers[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("This card is for someone else", answers[1].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(amira.Name, answers[1].Raw, StringComparison.Ordinal);
        await OnePairAsync(bots, amira, peter);
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-08")]
    public async Task Of_an_older_card_after_a_newer_state_is_out_of_date_and_has_no_effect(bool postgres)
    {
        await using var bots = await TwoBots.StartAsync(postgres);
        var (amira, peter) = await PeopleAsync(bots);
        var ask = await AskedAsync(bots, amira, peter);
        await amira.Says("status");
        var status = await amira.HearsCard("Where things stand");
        var withdraws = amira.Press(status, Verbs.RequestWithdraw);
        Assert.Contains("is withdrawn", (await amira.Sends(withdraws)).ToString(), StringComparison.Ordinal);

        // What was pressed before the withdrawal, and was brought after it, to the process that did not see it.
        var late = await bots.Other.PostAsync(peter.Press(ask, "Yes, I will"));
        var no = await bots.Other.PostAsync(peter.Press(ask, Verbs.AskDecline));

        foreach (var answer in new[] { late, no })
            Assert.Contains("This card is out of date", answer.ToString(), StringComparison.Ordinal);
        await bots.SettleAsync();
        var work = bots.One.Database.BeginTurn(await bots.One.NowAsync());
        Assert.Empty(await work.OpenCyclesAsync(peter.Key));
        Assert.DoesNotContain("You are paired", peter.Read + amira.Read, StringComparison.Ordinal);
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-08")]
    public async Task That_came_before_one_it_was_meant_to_follow_waits_for_nothing_and_is_done_once(bool postgres)
    {
        await using var bots = await TwoBots.StartAsync(postgres);
        var (amira, peter) = await PeopleAsync(bots);
        await peter.GetsTheApp();
        var confirm = await amira.ChoosesSupporters("Two years in.", peter.Name);
        var profile = amira.Received.SelectMany(call => call.Cards).Last(card => card.Has(Verbs.PreferenceAdd) && card.Says(peter.Name));

        // Sends the request; the choice that led to it arrives once more after it, at the other process.
        var sent = await amira.Sends(amira.Press(confirm, "Send request", ("understood", "true")));
        var late = await bots.Other.PostAsync(amira.Press(profile, Verbs.PreferenceAdd));

        Assert.Contains("2026-001", sent.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, late.Status);
        await bots.MoveToAsync(Journey.MondayMorning);
        await bots.SettleAsync();
        var work = bots.One.Database.BeginTurn(await bots.One.NowAsync());
        var request = Assert.Single(await work.OpenRequestsAsync(amira.Key));
        Assert.Single(request.Preferences);
        Assert.Single(peter.Received, call => call.Words.Contains(amira.Name, StringComparison.Ordinal));
    }

    private static async Task<(Person Amira, Person Peter)> PeopleAsync(TwoBots bots)
    {
        var teams = await bots.TeamsAsync();
        return (teams["Amira Khan"], teams["Peter Lloyd"]);
    }

    private static async Task<Card> AskedAsync(TwoBots bots, Person amira, Person peter)
    {
        var ask = await peter.IsAskedBy(amira, bots.One, "Two years in.");
        await bots.Other.MoveToAsync(Journey.MondayMorning);
        return ask;
    }

    private static IEnumerable<Task<Answer>> EachAsync(TwoBots bots, JsonNode toOne, JsonNode toOther) =>
        [bots.One.PostAsync(toOne), bots.Other.PostAsync(toOther)];

    private static void AllTheSame(IReadOnlyList<Answer> answers)
    {
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Contains("You said yes", answers[0].ToString(), StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
    }

    private static async Task OnePairAsync(TwoBots bots, Person head, Person supporter)
    {
        await bots.SettleAsync();
        await bots.PassAsync(Duration.FromMinutes(1));
        var work = bots.One.Database.BeginTurn(await bots.One.NowAsync());
        Assert.Equal(head.Key, Assert.Single(await work.OpenCyclesAsync(supporter.Key)).Requester);
        foreach (var (person, partner) in new[] { (head, supporter), (supporter, head) })
            Assert.Single(person.Received, call => call.Words.Contains($"You are paired with {partner.Name}", StringComparison.Ordinal));
    }
}
