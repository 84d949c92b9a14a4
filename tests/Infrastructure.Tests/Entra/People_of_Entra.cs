using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PeerBot.Domain.People;
using PeerBot.Entra;
using PeerBot.Infrastructure.Tests.Calendar.Graph;

namespace PeerBot.Infrastructure.Tests.Entra;

public sealed class People_of_Entra
{
    private const string Tenant = "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0";
    private const string Group = "9b1d6a52-0000-4000-8000-000000000001";

    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 20).Select(number => new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1))];

    [Fact, Trait("Requirement", "U-10")]
    public async Task Members_of_a_group_are_read_page_by_page_by_way_of_its_groups()
    {
        await using var entra = await FakeEntra.StartAsync();
        entra.Groups[Group] = Ids[..5];
        using var world = World(entra);
        var members = await world.Directory.MembersAsync(Group, CancellationToken.None);
        Assert.Equal(Ids[..5].Select(Person), members);
        Assert.Equal(3, entra.Requests.Count);
        Assert.Equal($"GET /v1.0/groups/{Group}/transitiveMembers/graph.user?$select=id&$top=999", Uri.UnescapeDataString(entra.Requests[0]));
        Assert.True(world.Directory.IsThere);
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task A_group_that_is_not_there_is_no_empty_group()
    {
        await using var entra = await FakeEntra.StartAsync();
        using var world = World(entra);
        Assert.Null(await world.Directory.MembersAsync(Group, CancellationToken.None));
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task Accounts_are_on_off_or_gone_and_those_of_other_tenants_are_not_asked_for()
    {
        await using var entra = await FakeEntra.StartAsync();
        foreach (var id in Ids[..18])
        {
            entra.Users[id] = (id != Ids[1], id == Ids[0] ? " Oakfield Primary " : null);
        }

        using var world = World(entra);
        PersonId stranger = new($"0b1d6a52-0000-4000-8000-000000000001:{Ids[0]}"), odd = new($"{Tenant}:' or id eq '");
        var accounts = await world.Directory.AccountsAsync([.. Ids.Select(Person), stranger, odd], CancellationToken.None);
        Assert.Equal(new Account(AccountState.Active, "Oakfield Primary"), accounts[Person(Ids[0])]);
        Assert.Equal(new Account(AccountState.Disabled), accounts[Person(Ids[1])]);
        Assert.Equal(new Account(AccountState.Active), accounts[Person(Ids[17])]);
        Assert.Equal(new Account(AccountState.Gone), accounts[Person(Ids[18])]);
        Assert.Equal(new Account(AccountState.Unknown), accounts[stranger]);
        Assert.Equal(new Account(AccountState.Unknown), accounts[odd]);
        Assert.Equal(2 + 2, entra.Requests.Count); // the two who are gone by themselves once more
        Assert.All(entra.Requests, request => Assert.Contains("$select=id,accountEnabled,companyName", Uri.UnescapeDataString(request), StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task Nobody_is_gone_who_stands_on_a_later_page_or_whom_a_list_leaves_out()
    {
        await using var entra = await FakeEntra.StartAsync();
        foreach (var id in Ids[..15])
        {
            entra.Users[id] = (true, null);
        }

        entra.UsersInPage = 14;
        entra.Unlisted.Add(Ids[3]);
        using var world = World(entra);
        Assert.All(
            (await world.Directory.AccountsAsync([.. Ids[..15].Select(Person)], CancellationToken.None)).Values, account => Assert.Equal(AccountState.Active, account.State));

        entra.UsersInPage = 5;
        Assert.All(
            (await world.Directory.AccountsAsync([.. Ids[..15].Select(Person)], CancellationToken.None)).Values, account => Assert.Equal(AccountState.Active, account.State));
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task A_gateway_that_knows_nobody_says_nothing_about_them()
    {
        await using var entra = await FakeEntra.StartAsync();
        entra.IsBehindGateway = true;
        using var world = World(entra);
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.AccountsAsync([Person(Ids[0])], CancellationToken.None));
    }

    [Theory, Trait("Requirement", "U-10")]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task No_answer_is_never_taken_for_somebody_gone(int status)
    {
        await using var entra = await FakeEntra.StartAsync();
        entra.Failing = status;
        using var world = World(entra);
        var failure = await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.AccountsAsync([Person(Ids[0])], CancellationToken.None));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.MembersAsync(Group, CancellationToken.None));
        Assert.DoesNotContain("Khan", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("Khan", StringComparison.Ordinal) || line.Contains(Ids[0].ToString(), StringComparison.Ordinal));
    }

    [Theory, Trait("Requirement", "U-10")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    public async Task An_answer_without_a_list_is_never_taken_for_an_empty_one(string body)
    {
        await using var entra = await FakeEntra.StartAsync();
        entra.Groups[Group] = Ids[..1];
        entra.Says = body;
        using var world = World(entra);
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.AccountsAsync([Person(Ids[0])], CancellationToken.None));
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.MembersAsync(Group, CancellationToken.None));
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task A_server_that_is_not_there_is_no_answer()
    {
        var entra = await FakeEntra.StartAsync();
        using var world = World(entra);
        await entra.DisposeAsync();
        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => world.Directory.AccountsAsync([Person(Ids[0])], CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_directory_everybody_stays_as_they_are()
    {
        await using var services = new ServiceCollection().AddDirectory(Settings([])).BuildServiceProvider();
        var directory = services.GetRequiredService<IDirectory>();
        Assert.False(directory.IsThere);
        Assert.Null(await directory.MembersAsync(Group, CancellationToken.None));
        Assert.Equal(AccountState.Unknown, (await directory.AccountsAsync([Person(Ids[0])], CancellationToken.None))[Person(Ids[0])].State);
    }

    [Theory]
    [InlineData("Directory:TenantId", "", "Directory:TenantId is missing")]
    [InlineData("Graph:Credential", "", "Graph:Credential is missing")]
    [InlineData("Graph:BaseUrl", "http://graph.example/", "must start with https")]
    public void A_wrong_setting_says_what_to_set(string name, string value, string sentence)
    {
        using var services = new ServiceCollection().AddLogging().AddDirectory(Settings(new()
        {
            ["Directory:Provider"] = "Graph",
            ["Directory:TenantId"] = Tenant,
            ["Graph:BaseUrl"] = "http://127.0.0.1:1",
            ["Graph:Credential"] = "None",
            [name] = value,
        })).BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IDirectory>());
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    private static PersonId Person(Guid id) => PersonId.Of(Tenant, id.ToString());

    private static IConfiguration Settings(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private static Reached World(FakeEntra entra)
    {
        var log = new LogLines();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)).AddDirectory(Settings(new()
        {
            ["Directory:Provider"] = "Graph",
            ["Graph:TenantId"] = Tenant,
            ["Graph:BaseUrl"] = entra.Address.AbsoluteUri,
            ["Graph:Credential"] = "None",
        })).BuildServiceProvider();
        return new Reached(services, services.GetRequiredService<IDirectory>(), log);
    }

    private sealed record Reached(ServiceProvider Services, IDirectory Directory, LogLines Log) : IDisposable
    {
        public void Dispose() => Services.Dispose();
    }
}
