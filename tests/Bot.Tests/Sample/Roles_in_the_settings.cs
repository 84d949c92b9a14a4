using Microsoft.Extensions.Configuration;
using PeerBot.Bot.Tests.Architecture;
using PeerBot.Domain.Oversight;

namespace PeerBot.Bot.Tests.Sample;

public sealed class Roles_in_the_settings
{
    private const string Programme = "headteacher-peer-support";

    [Fact, Trait("Requirement", "S2-05")]
    public void A_role_is_a_list_of_people_and_a_group_beside_it()
    {
        var reference = ReferenceData.Load(
            new ConfigurationBuilder().AddJsonFile(Repository.PathOf("Bot/appsettings.Development.json")).AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"Roles:{Programme}:coordinatorGroup"] = "9b1d6a52-0000-4000-8000-000000000001",
            }).Build(),
            rehearsing: true);

        Assert.Equal(new RoleGroup(Programme, "coordinator", "9b1d6a52-0000-4000-8000-000000000001"), Assert.Single(reference.RoleGroups));
        Assert.Equal(["coordinator"], reference.Roles.Where(held => held.ProgrammeId == Programme).Select(held => held.Role));
        Assert.True(reference.Holds(SampleHost.Id("Sam Reid"), Programme, "coordinator"));
    }
}
