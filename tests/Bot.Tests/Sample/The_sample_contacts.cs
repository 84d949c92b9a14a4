using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PeerBot.Bot.Tests.Architecture;

namespace PeerBot.Bot.Tests.Sample;

public sealed class The_sample_contacts
{
    private static readonly IConfigurationSection Contacts = new ConfigurationBuilder()
        .AddJsonFile(Repository.PathOf("Bot/appsettings.Development.json")).Build().GetSection("Contacts");

    public static TheoryData<string> Keys =>
        [.. SampleHost.Reference.Programmes.Programmes.SelectMany(programme => programme.ContactRefs).Append("data-protection").Except(Links).Distinct()];

    /// <summary>Contacts that are something to read: they have an address of their own, and nobody answers there.</summary>
    public static TheoryData<string> LinkKeys => [.. Links.Distinct()];

    private static IEnumerable<string> Links =>
        SampleHost.Reference.Programmes.Programmes.SelectMany(programme => programme.Purpose.Links).Select(link => link.ContactRef);

    [Theory]
    [MemberData(nameof(LinkKeys))]
    public void Every_link_of_a_definition_has_an_address(string key) =>
        Assert.StartsWith("https://", Contacts[$"{key}:Link"], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_contact_that_a_definition_names_can_be_reached(string key)
    {
        Assert.False(string.IsNullOrEmpty(Contacts[$"{key}:Name"]));
        Assert.EndsWith("@example.org", Contacts[$"{key}:Email"], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_numbers_are_among_those_that_belong_to_nobody()
    {
        var written = Repository.Read("Bot/appsettings.Development.json");
        var numbers = Regex.Matches(written, @"\b0\d{3,4} ?\d{3} ?\d{3,4}\b").Select(number => number.Value).ToList();

        Assert.NotEmpty(numbers);
        // Source: Ofcom, telephone numbers for use in TV and radio drama.
        Assert.All(numbers, number => Assert.StartsWith("01632 960", number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("la-peer-support-coordinator", "Sam Reid")]
    [InlineData("la-named-contact", "Jo Price")]
    public void PeerBot_can_write_to_the_coordinator_and_the_named_contact(string key, string name)
    {
        Assert.Equal(name, Contacts[$"{key}:Name"]);
        Assert.Equal(SampleHost.Id(name).Value, Contacts[$"{key}:Person"]);
    }
}
