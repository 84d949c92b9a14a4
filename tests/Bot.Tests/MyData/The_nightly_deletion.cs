using NodaTime;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.MyData;

public sealed class The_nightly_deletion(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Goes_on_by_itself_night_after_night_and_logs_counts_alone()
    {
        await CloseAsync("2026-11-20T10:00:00Z");
        await stage.Bot.MoveToAsync("2026-12-19T12:00:00Z");
        Assert.Contains("Marmalade", stage.Bot.Stored(), StringComparison.Ordinal);
        await stage.Bot.MoveToAsync("2026-12-20T02:31:00Z");

        Assert.DoesNotContain("Marmalade", stage.Bot.Stored(), StringComparison.Ordinal);
        var night = Assert.Single(stage.Bot.Log.Entries, entry => entry.Text.Contains("notes=1", StringComparison.Ordinal));
        Assert.DoesNotContain(Amira.Key.Value, night.Text, StringComparison.Ordinal);
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        Assert.True(await work.HasUpkeepAsync());
        var noted = Assert.Single(
            await work.AuditMadeAsync(new Interval(work.Now - Duration.FromHours(1), work.Now + Duration.FromSeconds(1)), 10), entry => entry.Action == "retention.ran");
        Assert.Equal((null, true), (noted.About, noted.Subject!.Contains("notes=1", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Can_be_counted_beforehand_and_is_started_once()
    {
        await CloseAsync("2026-10-01T10:00:00Z");
        var housekeeping = stage.Bot.Service<Housekeeping>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => housekeeping.EnsureAsync()));

        Assert.Equal(1, (await housekeeping.CountAsync())["notes"]);
        Assert.Contains("Marmalade", stage.Bot.Stored(), StringComparison.Ordinal);
        var rows = await stage.Bot.Database.ClaimDueAsync(await stage.Bot.NowAsync() + Duration.FromDays(2), 100, Duration.FromSeconds(1));
        Assert.Single(rows, row => row.Kind == OutboxKind.Upkeep);
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Takes_supervision_meetings_out_of_PeerBots_own_calendar_in_their_time()
    {
        var start = NodaTime.Text.InstantPattern.General.Parse("2026-11-20T15:00:00Z").Value;
        var supervision = new LocalEventRow(
            new MeetingId(Guid.NewGuid()), [Amira.Key, teams["Sam Reid"].Key], "Supervision", start, start + Duration.FromHours(1), 0, Cancelled: false, start);
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        work.Save(supervision);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());

        await stage.Bot.MoveToAsync("2028-11-19T12:00:00Z");
        Assert.NotNull(await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).EventAsync(supervision.Meeting));
        await stage.Bot.MoveToAsync("2028-11-21T12:00:00Z");
        Assert.Null(await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).EventAsync(supervision.Meeting));
    }

    private async Task CloseAsync(string at)
    {
        var when = NodaTime.Text.InstantPattern.General.Parse(at).Value;
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var person = await work.PersonAsync(Amira.Key);
        var programme = stage.Bot.Service<PeerBot.Domain.Reference>().Programmes.Current(person!.Programmes[0])!;
        var cycle = new Cycle(
            new CycleId(Guid.NewGuid()), new RequestId(Guid.NewGuid()), programme.Key, Amira.Key, teams["Grace Obi"].Key, CycleState.Closed, when - Duration.FromDays(90),
            new LocalDate(2026, 9, 1), new GroundRules(null, ["teams"], NotesKeptBy.Nobody, 1, []), Closed: CloseReason.Completed, ClosedAt: when);
        work.Save(cycle);
        work.Save(new PrivateNote(Guid.NewGuid(), Amira.Key, NoteKind.Journal, cycle.Id.ToString(), "Marmalade"));
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
