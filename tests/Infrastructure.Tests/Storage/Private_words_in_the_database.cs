using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using PeerBot.Storage.Rows;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Private_words_in_the_database
{
    private const string Secret = "Quillfeather";

    [Theory, OnSqlite, OnPostgres]
    public async Task Are_protected_in_every_body_that_may_hold_them(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { PrivateText = new Turned() });
        await SaveAllAsync(database.Store);

        foreach (var table in Tables.All.Where(table => table.Columns.Any(column => column.Name == "Body")))
        {
            foreach (var body in await database.Store.Engine.ReadAsync($"SELECT \"Body\" FROM \"{table.Name}\"", [], row => row.Bytes(0).ToArray()))
                Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(body), StringComparison.OrdinalIgnoreCase);
        }

        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Contains(Secret, (await work.CycleAsync(Sample.CycleId))!.Rules.Place, StringComparison.Ordinal);
        Assert.Contains(Secret, (await work.FeedbackAsync(Sample.CycleId, Sample.Amira))!.Message, StringComparison.Ordinal);
        Assert.Contains(Secret, (await work.ConversationAsync("c"))!.State, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task From_before_there_were_keys_can_be_read_and_get_their_protection(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAllAsync(database.Store);
        var protecting = database.Open(new DatabaseOptions { PrivateText = new Turned() });
        Assert.Contains(Secret, (await protecting.BeginTurn(Sample.Now).FeedbackAsync(Sample.CycleId, Sample.Amira))!.Message, StringComparison.Ordinal);

        Assert.Equal(7, (await protecting.SweepOldRowsAsync(CancellationToken.None)).Found);
        Assert.Equal(0, (await protecting.SweepOldRowsAsync(CancellationToken.None)).Found);
        foreach (var table in Tables.All.Where(table => table is AggregateTable { IsPrivate: true } || table == Tables.Outbox || table == Tables.Answers))
        {
            foreach (var body in await database.Store.Engine.ReadAsync($"SELECT \"Body\" FROM \"{table.Name}\"", [], row => row.Bytes(0).ToArray()))
                Assert.Equal(Turned.First, body[0]);
        }

        Assert.Contains(Secret, (await protecting.BeginTurn(Sample.Now).FeedbackAsync(Sample.CycleId, Sample.Amira))!.Message, StringComparison.Ordinal);
        Assert.Equal($"\"{Secret}\"", (await protecting.FindAnswerAsync("key"))!.Answer);
    }

    [Theory, OnSqlite]
    public async Task Are_overwritten_when_they_are_deleted(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var sqlite = (PeerBot.Storage.Sqlite.SqliteEngine)database.Store.Engine;
        Assert.Equal(1, await sqlite.Writer.RunAsync(session => session.Rows("PRAGMA secure_delete", [], row => row.Number(0))[0]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keys_stay_when_everything_else_is_loaded_anew(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.Store.AddKeyAsync("k2", "<key id='2'/>", Sample.Now + Duration.FromDays(1));
        await database.Store.AddKeyAsync("k1", "<key id='1'/>", Sample.Now);
        await database.Store.AddKeyAsync("k1", "<other/>", Sample.Now);
        await database.Store.ReplaceAllAsync(new Import());
        Assert.Equal(["<key id='1'/>", "<key id='2'/>"], await database.Open().KeysAsync());
    }

    private static async Task SaveAllAsync(Database store)
    {
        var work = store.BeginTurn(Sample.Now);
        var cycle = Sample.Cycle(Sample.CycleId, Sample.Patterns[0]);
        work.Save(cycle with { Rules = cycle.Rules with { Place = $"the room of {Secret}" } });
        work.Save(Sample.Note(NoteKind.Journal, Secret));
        work.Save(Sample.SelfEvaluation(Occasion.Before) with { Evidence = new Dictionary<string, string> { ["s1"] = Secret } });
        work.Save(Sample.Feedback(Permission.All) with { Message = $"{Secret} 🙂" });
        work.Save(Sample.Application(Sample.Amira) with { Reference = Secret });
        work.Save(Sample.Conversation("c", Sample.Amira, $$"""{"draft":"{{Secret}}"}"""));
        work.Send($$"""{"text":"{{Secret}}"}""", Sample.Amira, "c", Sample.Now + Duration.FromDays(1));
        work.Receive("key", $"\"{Secret}\"");
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }

    /// <summary>Not for secrets: turns bits over, and knows what it was for.</summary>
    private sealed class Turned : IPrivateText
    {
        public const byte First = 1;

        public byte? Mark => First;

        public byte[] Protect(string purpose, byte[] text) => [First, (byte)purpose.Length, .. text.Select(one => (byte)~one)];

        public ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored)
        {
            if (stored is not [First, var length, ..])
                return stored;
            if (length != purpose.Length)
                throw new CryptographicException("For another table.");
            var text = stored[2..].ToArray();
            for (var i = 0; i < text.Length; i++)
                text[i] = (byte)~text[i];
            return text;
        }
    }
}
