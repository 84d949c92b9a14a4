using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Bot.Tests.Replicas;

/// <summary>
/// Both of a pair press at one instant, each in another process: of two things that cannot both be, one happens and the other one hears what
/// stands; of two that can, both happen once. Whoever came first, the pair is in a state that the rules know.
/// </summary>
public sealed class Two_of_one_pair_at_one_instant
{
    private const int Times = 3;

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "U-07")]
    public async Task Change_the_ground_rules_once_and_tick_what_they_saw(bool postgres)
    {
        await using var pair = await Pair.BeginAsync(postgres);
        var first = (await pair.CycleAsync()).Rules.Revision;
        for (var time = 1; time <= Times; time++)
        {
            var (hers, his) = (await pair.ChangeCardAsync(pair.Amira), await pair.ChangeCardAsync(pair.Grace));
            var changes = await pair.BothAsync(
                pair.Amira.Press(hers, Verbs.RulesPropose, (InputIds.Place, $"Room A{time}")), pair.Grace.Press(his, Verbs.RulesPropose, (InputIds.Place, $"Room G{time}")));

            var rules = (await pair.CycleAsync()).Rules;
            Assert.Equal(first + time, rules.Revision);
            Assert.Equal(rules.ChangedBy, Assert.Single(rules.AgreedBy));
            Assert.Equal(rules.ChangedBy == pair.Amira.Key ? $"Room A{time}" : $"Room G{time}", rules.Place);
            // Whoever was second reads what the first has put, to tick it or to change it.
            Assert.All(changes, answer => Assert.Contains(rules.Place!, answer.ToString(), StringComparison.Ordinal));
        }

        await TickAndChangeAsync(pair);
    }

    /// <summary>One ticks what stands while the other changes it: the tick counts for what was ticked, never for the change.</summary>
    private static async Task TickAndChangeAsync(Pair pair)
    {
        var before = (await pair.CycleAsync()).Rules;
        var (changer, other) = before.ChangedBy == pair.Amira.Key ? (pair.Amira, pair.Grace) : (pair.Grace, pair.Amira);
        var change = changer.Press(await pair.ChangeCardAsync(changer), Verbs.RulesPropose, (InputIds.Place, "Room Z"));
        var tick = other.Press(await pair.OpensAsync(other, Verbs.RulesOpen), Verbs.RulesAgree);

        await pair.BothAsync(changer == pair.Amira ? change : tick, changer == pair.Amira ? tick : change);

        // Where the tick came first, its revision was agreed for a moment; the change asks both again.
        var after = (await pair.CycleAsync()).Rules;
        Assert.Equal((before.Revision + 1, "Room Z", changer.Key), (after.Revision, after.Place, Assert.Single(after.AgreedBy)));
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "U-07")]
    public async Task Tick_the_ground_rules_and_agree_one_rhythm_one_set_of_dates_and_one_review(bool postgres)
    {
        await using var pair = await Pair.BeginAsync(postgres);
        await TicksAsync(pair);
        await RhythmsAsync(pair);
        await DatesAsync(pair);
        await ReviewAsync(pair);
    }

    /// <summary>Two ticks can both be, and are: neither is lost.</summary>
    private static async Task TicksAsync(Pair pair)
    {
        await pair.BothAsync(
            pair.Amira.Press(await pair.OpensAsync(pair.Amira, Verbs.RulesOpen), Verbs.RulesAgree),
            pair.Grace.Press(await pair.OpensAsync(pair.Grace, Verbs.RulesOpen), Verbs.RulesAgree));
        var rules = (await pair.CycleAsync()).Rules;
        Assert.True(rules.Agreed);
        Assert.Equal(new[] { pair.Amira.Key.Value, pair.Grace.Key.Value }.Order(), rules.AgreedBy.Select(person => person.Value).Order());
    }

    private static async Task RhythmsAsync(Pair pair)
    {
        for (var time = 1; time <= Times; time++)
        {
            var proposals = await pair.BothAsync(
                pair.Amira.Press(await pair.RhythmCardAsync(pair.Amira), Verbs.CadencePropose, Monthly("2")),
                pair.Grace.Press(await pair.RhythmCardAsync(pair.Grace), Verbs.CadencePropose, Monthly("3")));

            var cadence = (await pair.CycleAsync()).Cadence!;
            Assert.Equal(cadence.ProposedBy, Assert.Single(cadence.AgreedBy));
            Assert.Equal(time, cadence.Revision);
            Assert.All(proposals, answer => Assert.Equal(200, answer.Status));
        }

        // One says yes to what stands while the other puts something else in its place.
        var before = (await pair.CycleAsync()).Cadence!;
        var (proposer, other) = before.ProposedBy == pair.Amira.Key ? (pair.Amira, pair.Grace) : (pair.Grace, pair.Amira);
        var change = proposer.Press(await pair.RhythmCardAsync(proposer), Verbs.CadencePropose, Monthly("1"));
        var yes = other.Press(await pair.OpensAsync(other, Verbs.CadenceOpen), Verbs.CadenceAccept);
        await pair.BothAsync(proposer == pair.Amira ? change : yes, proposer == pair.Amira ? yes : change);

        // The yes counts for what it was given to, never for the new one.
        var after = (await pair.CycleAsync()).Cadence!;
        Assert.Equal(after.Revision == before.Revision ? 2 : 1, after.AgreedBy.Count);
        if (!after.Agreed)
            await other.Presses(await pair.OpensAsync(other, Verbs.CadenceOpen), Verbs.CadenceAccept);
        Assert.True((await pair.CycleAsync()).Cadence!.Agreed);
    }

    private static async Task DatesAsync(Pair pair)
    {
        var suggestions = await pair.BothAsync(
            pair.Amira.Press(await pair.OpensAsync(pair.Amira, Verbs.DatesOpen), Verbs.DatesPropose),
            pair.Grace.Press(await pair.OpensAsync(pair.Grace, Verbs.DatesOpen), Verbs.DatesPropose));
        var dates = (await pair.CycleAsync()).Dates!;
        Assert.Equal((1, dates.ProposedBy), (dates.Revision, Assert.Single(dates.AgreedBy)));
        Assert.Empty(await pair.MeetingsAsync());
        // The second one sees the suggestion of the first and can agree there.
        var (first, second) = dates.ProposedBy == pair.Amira.Key ? (0, 1) : (1, 0);
        Assert.True(suggestions[second].Card.Has(Verbs.DatesAccept), suggestions[second].ToString());
        Assert.False(suggestions[first].Card.Has(Verbs.DatesAccept), suggestions[first].ToString());

        // A yes that is brought to both processes, each time as another activity.
        var other = second == 0 ? pair.Amira : pair.Grace;
        var yes = await pair.BothAsync(other.Press(suggestions[second].Card, Verbs.DatesAccept), other.Press(suggestions[second].Card, Verbs.DatesAccept));
        Assert.Equal(yes[0].Body, yes[1].Body);
        await pair.Bots.SettleAsync();
        Assert.True((await pair.CycleAsync()).Dates!.Agreed);
        Assert.Equal(dates.Starts, (await pair.MeetingsAsync()).Select(meeting => meeting.Start).Order());
    }

    private static async Task ReviewAsync(Pair pair)
    {
        var cycle = await pair.CycleAsync();
        var reviews = await pair.BothAsync(
            pair.Amira.Invoke(Forged(Verbs.ReviewAsk, cycle, "a")), pair.Grace.Invoke(Forged(Verbs.ReviewAsk, cycle, "g")));
        Assert.All(reviews, answer => Assert.True(answer.Card.Has(Verbs.ReviewSend), answer.ToString()));
        Assert.Equal(CycleState.Review, (await pair.CycleAsync()).State);

        (string, string)[] longer = [(InputIds.Wish, ReviewWishes.Extend)];
        var wishes = await pair.BothAsync(
            pair.Amira.Press(reviews[0].Card, Verbs.ReviewSend, longer), pair.Grace.Press(reviews[1].Card, Verbs.ReviewSend, longer));
        // Nobody learns from the words whether the other one was first.
        Assert.Equal(wishes[0].Card.Words, wishes[1].Card.Words);
        var review = (await pair.CycleAsync()).Review!;
        Assert.Equal((2, true), (review.Wishes.Count, review.WaitsForCoordinator));
        var work = pair.Bots.One.Database.BeginTurn(await pair.Bots.One.NowAsync());
        Assert.Single(await work.OpenTasksAsync(cycle.Programme.Id), task => task.Kind == TaskKind.Extension);
        await pair.Bots.SettleAsync();
    }

    private static (string, string)[] Monthly(string week) =>
        [(InputIds.Pattern, "monthly"), (InputIds.WeekOfMonth, week), (InputIds.Weekday, "2"), (InputIds.Time, "16:00"), (InputIds.Minutes, "60"), (InputIds.Mode, "teams")];

    /// <summary>A button that stands on a card which only a limit brings up.</summary>
    private static JsonObject Forged(string verb, Cycle cycle, string nonce) => new()
    {
        ["type"] = "Action.Execute",
        ["verb"] = verb,
        ["data"] = new JsonObject { ["verb"] = verb, ["id"] = cycle.Id.ToString(), ["version"] = 0, ["nonce"] = nonce },
    };

    /// <summary>Amira writes to one process and Grace to the other.</summary>
    private sealed class Pair(TwoBots bots, Person amira, Person grace, CycleId cycle) : IAsyncDisposable
    {
        public TwoBots Bots => bots;

        public Person Amira => amira;

        public Person Grace => grace;

        public static async Task<Pair> BeginAsync(bool postgres)
        {
            var bots = await TwoBots.StartAsync(postgres);
            var teams = await bots.TeamsAsync();
            var (amira, there) = (teams["Amira Khan"], teams["Grace Obi"]);
            var grace = teams.With(bots.Other)[there.Name];
            var ask = await grace.IsAskedBy(amira, bots.One, "Two years in.");
            await bots.Other.MoveToAsync(Journey.MondayMorning);
            await grace.SaysYes(ask);
            await amira.HearsCard("You are paired with");
            await bots.SettleAsync();
            var work = bots.One.Database.BeginTurn(await bots.One.NowAsync());
            return new Pair(bots, amira, grace, Assert.Single(await work.OpenCyclesAsync(amira.Key)).Id);
        }

        /// <summary>Presses one button of an old card, which shows what stands now.</summary>
        public async Task<Card> OpensAsync(Person person, string verb) =>
            (await person.Sends(person.Invoke(Forged(verb, await CycleAsync(), Guid.NewGuid().ToString("N"))))).Card;

        /// <summary>On which the ground rules can be changed.</summary>
        public async Task<Card> ChangeCardAsync(Person person) => (await person.Presses(await OpensAsync(person, Verbs.RulesOpen), Verbs.RulesChange)).Card;

        /// <summary>On which a rhythm can be chosen, whatever was proposed.</summary>
        public Task<Card> RhythmCardAsync(Person person) => OpensAsync(person, Verbs.CadenceChange);

        /// <summary>Hers to one process and his to the other, at one instant.</summary>
        public async Task<Answer[]> BothAsync(JsonNode hers, JsonNode his)
        {
            var answers = await Task.WhenAll(bots.One.PostAsync(hers), bots.Other.PostAsync(his));
            foreach (var answer in answers)
            {
                Assert.Equal(200, answer.Status);
                Assert.NotEqual("", answer.ToString());
                Assert.DoesNotContain("Something went wrong", answer.Raw, StringComparison.Ordinal);
            }

            await bots.SettleAsync();
            return answers;
        }

        public async Task<Cycle> CycleAsync() => (await bots.Other.Database.BeginTurn(await bots.Other.NowAsync()).CycleAsync(cycle))!;

        public async Task<IReadOnlyList<Meeting>> MeetingsAsync() =>
            [.. (await bots.One.Database.BeginTurn(await bots.One.NowAsync()).MeetingsAsync(cycle)).Where(meeting => meeting.Counts)];

        public ValueTask DisposeAsync() => bots.DisposeAsync();
    }
}
