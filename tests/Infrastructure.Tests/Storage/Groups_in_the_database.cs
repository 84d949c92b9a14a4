using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Groups_in_the_database
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_groups_cycle_is_found_by_its_members_and_not_by_its_lead(Engine engine)
    {
        await using var database = await StoredAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal(Sample.GroupId.Cycle, Assert.Single(await work.OpenCyclesAsync(Sample.Amira)).Id);
        Assert.Equal(Sample.GroupId.Cycle, Assert.Single(await work.OpenCyclesAsync(Sample.Bob)).Id);
        Assert.Empty(await work.OpenCyclesAsync(Sample.Eve));

        // Whoever has left finds it among what is held about them, and not among what runs.
        Assert.Empty(await work.OpenCyclesAsync(Sample.Cleo));
        Assert.Equal(Sample.GroupId.Cycle, Assert.Single(await work.CyclesOfAsync(Sample.Cleo)).Id);
        Assert.Single(await work.CyclesOfAsync(Sample.Amira));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Groups_are_found_by_whoever_was_asked_and_by_their_programme(Engine engine)
    {
        await using var database = await StoredAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await work.GroupsOfAsync(Sample.Bob));
        Assert.Empty(await work.GroupsOfAsync(Sample.Eve));
        Assert.Single(await work.GroupsInAsync(Sample.Programme));
        Assert.Empty(await work.GroupsInAsync("another"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_that_is_removed_leaves_nothing_behind(Engine engine)
    {
        await using var database = await StoredAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Remove((await work.GroupAsync(Sample.GroupId))!);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        work = database.Store.BeginTurn(Sample.Now);
        Assert.Null(await work.GroupAsync(Sample.GroupId));
        Assert.Empty(await work.GroupsOfAsync(Sample.Bob));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_who_is_taken_out_stands_in_no_group_any_more(Engine engine)
    {
        await using var database = await StoredAsync(engine);
        var nobody = new PersonId("erased:1");
        foreach (var person in new[] { Sample.Bob, Sample.Eve })
        {
            var work = database.Store.BeginTurn(Sample.Now);
            await work.AnonymiseAsync(person, nobody, 100);
            await work.ForgetAsync(person);
            Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        }

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Empty(await after.GroupsOfAsync(Sample.Bob));
        Assert.Equal([Sample.Amira, nobody], (await after.CycleAsync(Sample.GroupId.Cycle))!.Members);
        var group = (await after.GroupAsync(Sample.GroupId))!;
        Assert.Equal((nobody, nobody), (group.Lead, group.Members[1].Person));

        // The night on which the group itself is due.
        after.Remove(group);
        Assert.IsType<CommitOutcome.Committed>(await after.CommitAsync());
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).GroupsOfAsync(Sample.Amira));
    }

    private static async Task<TestDatabase> StoredAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        var group = Sample.Group(Sample.GroupId);
        work.Save(group with { Members = [.. group.Members, new GroupMember(Sample.Cleo, MemberState.Left, Sample.Now)] });
        work.Save(Sample.Cycle(Sample.GroupId) with { Closed = null, ClosedAt = null });
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        return database;
    }
}
