using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using SupporterApplication = PeerBot.Domain.People.SupporterApplication;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>A word that stands nowhere else for each place that takes free text.</summary>
internal static class Secrets
{
    /// <summary>Locked inside a body that is not private as a whole.</summary>
    public const string Place = "Foxglove";

    public static readonly IReadOnlyList<string> All =
        ["Quillfeather", "Brambleknot", "Thistledown", "Marrowfat", "Periwinkle", "Snapdragon", Place, "Candytuft", "Larkspur"];

    /// <summary>Amira and Grace are paired, and every secret is stored.</summary>
    public static async Task PlantAsync(RunningBot bot, Teams teams, string more = "")
    {
        var (amira, grace) = (teams["Amira Khan"], teams["Grace Obi"]);
        var ask = await grace.IsAskedBy(amira, bot, $"{All[0]} {more}");
        await grace.SaysYes(ask);
        await bot.SettleAsync();
        var work = bot.Database.BeginTurn(await bot.NowAsync());
        var cycle = (await work.OpenCyclesAsync(amira.Key)).Single();
        work.Save(cycle with { Rules = cycle.Rules with { Place = Place } });
        work.Save(new PrivateNote(Guid.NewGuid(), amira.Key, NoteKind.Journal, cycle.Id.ToString(), $"{All[1]} {more}"));
        work.Save(new PrivateNote(Guid.NewGuid(), amira.Key, NoteKind.Topic, cycle.Id.ToString(), All[2]));
        work.Save(new PrivateNote(Guid.NewGuid(), amira.Key, NoteKind.GroundRules, cycle.Id.ToString(), All[8]));
        work.Save(new SelfEvaluation(
            amira.Key, cycle.Id, Occasion.Before, "mentoring", 1, new Dictionary<string, Confidence>(), new Dictionary<string, string> { ["s1"] = All[3] },
            null, work.Now, Name: All[4]));
        work.Save(new CycleFeedback(
            cycle.Id, amira.Key, new Dictionary<string, string> { ["difference"] = All[5] }, Permission.No, null, work.Now));
        work.Save(new SupporterApplication(amira.Key, cycle.Programme.Id, [], [], All[7]));
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
