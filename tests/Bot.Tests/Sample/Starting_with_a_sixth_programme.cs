using System.Net;
using Microsoft.Extensions.Configuration;
using PeerBot.Bot.Tests.Architecture;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain;
using PeerBot.Domain.Support;

namespace PeerBot.Bot.Tests.Sample;

/// <summary>The example of the guide, from a folder that the settings name.</summary>
public sealed class Starting_with_a_sixth_programme
{
    private static readonly (string, string?)[] Settings =
    [
        ("Programmes:Folder", Repository.PathOf("docs/example-programme")),
        ("Contacts:network-coordinator:Name", "Robin Vale"), ("Contacts:network-coordinator:Email", "robin.vale@network.example"),
        ("Contacts:network-child-protection:Name", "Kit Marsh"), ("Contacts:network-child-protection:Phone", "02 5550 0000"),
    ];

    [Fact]
    [Trait("Requirement", "A-20")]
    public async Task Needs_its_file_and_its_contacts_and_no_code()
    {
        await using var bot = await RunningBot.StartAsync(settings: Settings);

        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("early-years-partners", Assert.Single(bot.Service<Reference>().Programmes.Programmes).Id);
    }

    [Fact]
    [Trait("Requirement", "A-20")]
    public async Task Without_the_definition_that_somebody_still_has_a_request_under_it_does_not_start_and_says_which()
    {
        using var folder = new Folder { IsKept = true };
        await using var connector = await FakeConnector.StartAsync();
        await using (var before = await RunningBot.StartAsync(folder))
        {
            var teams = await Teams.OfAsync(before, connector);
            var work = before.Database.BeginTurn(await before.NowAsync());
            work.Save(new SupportRequest(
                new RequestId(Guid.NewGuid()), "2026-001", new("headteacher-peer-support", 1), teams["Amira Khan"].Key, RequestState.Asking, "workload", null, [],
                work.Now));
            await work.CommitAsync();
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningBot.StartAsync(folder, settings: Settings));

        Assert.Contains("version 1 of headteacher-peer-support", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put its file back", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_key_that_the_settings_do_not_know_stops_the_start_in_the_words_of_the_guide()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings.Where(one => !one.Item1.Contains("coordinator", StringComparison.Ordinal)).Select(one => KeyValuePair.Create(one.Item1, one.Item2)))
            .Build();

        var refused = Assert.Throws<InvalidOperationException>(() => ReferenceData.Load(settings, rehearsing: true));

        Assert.Contains(refused.Message, File.ReadAllLines(Repository.PathOf("docs/writing-a-programme.md")));
    }
}
