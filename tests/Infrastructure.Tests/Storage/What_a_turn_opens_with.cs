using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class What_a_turn_opens_with
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_what_stood_there_then_and_is_not_read_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Conversation("c", Sample.Amira));
            work.Save(Sample.Person(Sample.Amira, Sample.Oakfield));
            work.Save(Sample.Organisation(Sample.Oakfield));
            work.Save(Sample.Settings());
        });
        var before = database.Store.BeginTurn(Sample.Now);
        var (conversation, person, school, settings) = (await before.ConversationAsync("c"), await before.PersonAsync(Sample.Amira),
            await before.OrganisationAsync(Sample.Oakfield), await before.SettingsAsync());

        var opened = database.Store.BeginTurn(Sample.Now);
        await opened.OpenAsync("c", Sample.Amira);
        await SaveAsync(database.Store, work =>
        {
            work.Save(conversation! with { State = "{\"later\":1}" });
            work.Save(person! with { Name = "Later" });
            work.Save(school! with { Name = "Later" });
            work.Save(settings with { Roles = [] });
        });

        SameThing.Assert(conversation, await opened.ConversationAsync("c"));
        SameThing.Assert(person, await opened.PersonAsync(Sample.Amira));
        SameThing.Assert(school, await opened.OrganisationAsync(Sample.Oakfield));
        SameThing.Assert(settings, await opened.SettingsAsync());
        opened.Save(conversation!);
        Assert.IsType<CommitOutcome.Conflict>(await opened.CommitAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_of_whom_nobody_knows_that_they_are_not_there(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work => work.Save(Sample.Person(Sample.Bob) with { Organisation = null }));
        var (stranger, without) = (database.Store.BeginTurn(Sample.Now), database.Store.BeginTurn(Sample.Now));
        await stranger.OpenAsync("c", Sample.Amira);
        await without.OpenAsync("c", Sample.Bob);

        Assert.Null(await stranger.PersonAsync(Sample.Amira));
        Assert.Null((await without.PersonAsync(Sample.Bob))!.Organisation);
        Assert.Null(await without.ConversationAsync("c"));
        stranger.Save(Sample.Conversation("c", Sample.Amira));
        without.Save(Sample.Conversation("c", Sample.Bob));
        Assert.IsType<CommitOutcome.Committed>(await stranger.CommitAsync());
        Assert.IsType<CommitOutcome.Conflict>(await without.CommitAsync());
    }

    private static async Task SaveAsync(Database store, Action<TurnWork> write)
    {
        var work = store.BeginTurn(Sample.Now);
        write(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
