namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

/// <summary>At the start: one mailbox that must answer, and one that must not.</summary>
public sealed class The_check_of_the_mailbox_scope
{
    private const string Canary = "mayor@council.example";

    [Theory]
    [InlineData(true, true, "scope as meant (in scope: False, status 403)")]
    [InlineData(true, false, "can be read, so the app may read more calendars than the scheme needs")]
    public async Task Says_whether_the_canary_is_refused(bool exists, bool refused, string words)
    {
        await using var fixture = await StartAsync();
        if (exists) fixture.Graph.Mailboxes["d0000000-0000-4000-8000-000000000001"] = Canary;
        if (refused) fixture.Graph.Forbidden.Add(Canary);
        await fixture.CheckAtStartAsync();

        Assert.Contains(fixture.Log.Lines, line => line.Contains(words, StringComparison.Ordinal));
        Assert.Contains(fixture.Log.Lines, line => line.Contains("scope as meant (in scope: True, status 200)", StringComparison.Ordinal));
        Assert.All(fixture.Graph.Requests, request => Assert.EndsWith("/calendar?$select=id", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_take_a_canary_that_does_not_exist_for_a_refusal()
    {
        await using var fixture = await StartAsync();
        await fixture.CheckAtStartAsync();

        Assert.Contains(fixture.Log.Lines, line => line.Contains("answered 404 where 403 was expected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_the_organising_mailbox_cannot_be_read()
    {
        await using var fixture = await StartAsync();
        fixture.Graph.Forbidden.Add(GraphCalendarFixture.OneMailbox);
        await fixture.CheckAtStartAsync();

        Assert.Contains(fixture.Log.Lines, line => line.Contains("cannot be read (status 403); meetings will stay pending", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_stop_the_start_when_Graph_is_away()
    {
        await using var fixture = await StartAsync();
        await fixture.Graph.StopAsync();
        await fixture.CheckAtStartAsync();

        Assert.Equal(2, fixture.Log.Lines.Count(line => line.Contains("scope could not be checked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Asks_nothing_where_nothing_is_named()
    {
        await using var fixture = await GraphCalendarFixture.StartAsync();
        await fixture.CheckAtStartAsync();

        Assert.Empty(fixture.Graph.Requests);
        Assert.Contains(fixture.Log.Lines, line => line.Contains("Graph:MailboxOutOfScope is not set", StringComparison.Ordinal));
    }

    private static Task<GraphCalendarFixture> StartAsync() =>
        GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox, ("Graph:MailboxOutOfScope", Canary));
}
