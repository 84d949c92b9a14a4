using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Bot.Calendar;
using PeerBot.Calendar;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Sample;

public sealed class A_calendar_to_subscribe_to : IAsyncLifetime
{
    private readonly SampleHost host = new();
    private WebApplication app = null!;
    private HttpClient reader = null!;

    private CalendarFeeds Feeds => app.Services.GetRequiredService<CalendarFeeds>();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<ILocalCalendarStore>(host.Store);
        builder.Services.AddSingleton<IClock>(host);
        builder.Services.AddSingleton(Options.Create(new CalendarFeedOptions { PublicAddress = new Uri("https://peerbot.example/") }));
        builder.Services.AddSingleton<CalendarFeeds>();
        app = builder.Build();
        app.MapCalendarFeeds();
        await app.StartAsync();
        reader = app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_link_leads_to_the_meetings_of_its_owner()
    {
        await BookAsync("Amira Khan", "Grace Obi");

        using var answer = await reader.GetAsync(LinkOf("Grace Obi"));

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var feed = await answer.Content.ReadAsStringAsync();
        Assert.Contains("DTSTART:20261203T153000Z\r\n", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leads_to_no_meeting_of_others()
    {
        await BookAsync("Amira Khan", "Grace Obi");

        Assert.DoesNotContain("VEVENT", await reader.GetStringAsync(LinkOf("Peter Lloyd")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_it_already_gets_an_empty_answer_until_something_changes()
    {
        using var first = await reader.GetAsync(LinkOf("Grace Obi"));

        using var second = await AskAgainAsync(first);
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));

        await BookAsync("Amira Khan", "Grace Obi");
        using var third = await AskAgainAsync(first);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_reader_may_look_before_it_fetches()
    {
        using var answer = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, LinkOf("Grace Obi")));

        Assert.Equal((HttpStatusCode.OK, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/calendar/anything.ics")]
    [InlineData("/calendar/%20.ics")]
    [InlineData("/calendar/CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    public async Task A_made_up_link_leads_nowhere(string path)
    {
        using var answer = await reader.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_of_somebody_who_has_left_leads_nowhere()
    {
        using var answer = await reader.GetAsync(Feeds.LinkFor(PersonId.Of("tenant", "gone"), 0));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_renewed_link_leads_there_and_the_old_one_nowhere()
    {
        await ChangeAsync(work => work.KeepAsync(SampleHost.Id("Grace Obi"), new PersonalAddresses(Feed: 1)));
        await host.Store.PutBusyTimesAsync(SampleHost.Id("Grace Obi"), BusyTimes.None, default);

        using var old = await reader.GetAsync(LinkOf("Grace Obi"));
        using var renewed = await reader.GetAsync(LinkOf("Grace Obi", 1));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (old.StatusCode, renewed.StatusCode));
    }

    [Fact]
    public async Task A_link_of_somebody_whom_the_directory_no_longer_has_leads_nowhere()
    {
        await ChangeAsync(async work => work.Save((await work.PersonAsync(SampleHost.Id("Grace Obi")))! with { GoneSince = SampleHost.SaturdayEvening }));

        using var answer = await reader.GetAsync(LinkOf("Grace Obi"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Without_a_public_address_there_is_no_link()
    {
        var feeds = new CalendarFeeds(new EphemeralDataProtectionProvider(), host.Store, host, Options.Create(new CalendarFeedOptions()));

        Assert.Null(feeds.LinkFor(SampleHost.Id("Amira Khan"), 0));
    }

    [Fact]
    public void A_link_tells_nobody_whose_it_is()
    {
        var link = LinkOf("Amira Khan");

        Assert.StartsWith("https://peerbot.example/calendar/", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleHost.Shown("Amira Khan").AadObjectId, link.AbsoluteUri, StringComparison.Ordinal);
    }

    private Uri LinkOf(string name, int number = 0) => Feeds.LinkFor(SampleHost.Id(name), number)!;

    private async Task ChangeAsync(Func<TurnWork, Task> change)
    {
        var work = host.Database.BeginTurn(SampleHost.SaturdayEvening);
        await change(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }

    private Task<HttpResponseMessage> AskAgainAsync(HttpResponseMessage first)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        return reader.SendAsync(request);
    }

    private Task BookAsync(string organiser, string other) => host.Calendar.BookAsync(
        new CalendarMeeting(
            new MeetingId(Guid.NewGuid()), SampleHost.Id(organiser), [SampleHost.Id(other)], "Peer support",
            Instant.FromUtc(2026, 12, 3, 15, 30), Duration.FromHours(1), SampleHost.London, MeetingMode.Teams), default);
}
