using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Turns;

/// <summary>Two heads who have the same supporter, each in a pair of their own, want the same hour of theirs.</summary>
public sealed class One_supporter_in_two_pairs(Stage stage) : IClassFixture<Stage>
{
    private const int Times = 6;

    [Fact]
    [Trait("Requirement", "A-04")]
    public async Task Is_never_booked_twice_for_one_hour()
    {
        for (var time = 0; time < Times; time++)
        {
            await BookBothAsync(time);
            await stage.EndAsync();
        }
    }

    private async Task BookBothAsync(int time)
    {
        var teams = await stage.BeginAsync();
        var (amira, zainab, grace) = (teams["Amira Khan"], teams["Zainab Hussain"], teams["Grace Obi"]);
        await zainab.AsksForSupport("Zainab's own words", grace.Name);
        var fromAmira = await grace.IsAskedBy(amira, stage.Bot, "Amira's own words");
        var fromZainab = await grace.HearsCard($"{zainab.Name}, {zainab.Organisation}");
        var forAmira = await Journey.AgreeToMeet(amira, grace, await grace.SaysYes(fromAmira));
        var forZainab = await Journey.AgreeToMeet(zainab, grace, await grace.SaysYes(fromZainab));

        // Whatever the cards offer, both press the same hour.
        var hers = amira.Press(forAmira, Slots(forAmira).Order(StringComparer.Ordinal).ElementAt(time % 3));
        var others = zainab.Press(forZainab, Slots(forZainab).First());
        others["value"]!["action"]!["data"]!["arg"] = hers["value"]!["action"]!["data"]!["arg"]!.DeepClone();
        var answers = await Task.WhenAll(amira.Sends(hers), zainab.Sends(others));

        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var meetings = new List<Domain.Support.Meeting>();
        foreach (var cycle in await work.OpenCyclesAsync(grace.Key))
            meetings.AddRange((await work.MeetingsAsync(cycle.Id)).Where(meeting => meeting.Counts));
        Assert.True(meetings.Count >= 1, string.Join<Answer>('\n', answers));
        Assert.DoesNotContain(meetings, one => meetings.Any(other => one.Id != other.Id && one.Start < other.End && other.Start < one.End));
        Assert.Single(answers, answer => answer.Raw.Contains("Booking…", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Slots(Card card) => card.Buttons
        .Where(button => button.GetProperty("verb").GetString() == "slot.pick").Select(button => button.GetProperty("title").GetString()!);
}
