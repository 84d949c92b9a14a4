using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Tests.Programmes;

public sealed class Versions_of_a_programme
{
    private static readonly DefinitionSource First = Definitions.Source(_ => { }, name: "heads-1.json");

    private static DefinitionSource Version(int version, string meetings, string status = "draft") => Definitions.Source(
        json =>
        {
            json.Put("version", $"{version}");
            json.Put("cycle.limits.inPersonMeetings.value", meetings);
            json.Put("status", $"\"{status}\"");
            if (status != "draft")
                json.Put("assumptions", "[]");
        },
        name: $"heads-{version}-{status}.json");

    [Fact]
    [Trait("Requirement", "A-20")]
    public void A_new_cycle_takes_the_new_version_and_a_running_one_keeps_its_own()
    {
        var catalogue = ProgrammeCatalogue.From([First, Version(2, "5")], Definitions.Library).OrThrow();

        Assert.Equal(5, catalogue.Current(Definitions.Headteachers)!.Cycle.Limits.InPersonMeetings!.Value);
        Assert.Equal(6, catalogue.Get(new(Definitions.Headteachers, 1))!.Cycle.Limits.InPersonMeetings!.Value);
    }

    [Fact]
    public void A_draft_is_not_in_force_before_a_version_that_runs()
    {
        var catalogue = ProgrammeCatalogue.From([Version(1, "6", "active"), Version(2, "5")], Definitions.Library).OrThrow();

        Assert.Equal(1, catalogue.Current(Definitions.Headteachers)!.Version);
        Assert.Equal(2, catalogue.Get(new(Definitions.Headteachers, 2))!.Version);
    }

    [Fact]
    public void A_later_version_that_pauses_the_programme_is_in_force()
    {
        var catalogue = ProgrammeCatalogue.From([Version(1, "6", "active"), Version(2, "6", "paused")], Definitions.Library).OrThrow();

        Assert.Equal(ProgrammeStatus.Paused, catalogue.Current(Definitions.Headteachers)!.Status);
    }

    [Fact]
    public void The_same_version_in_two_files_is_refused()
    {
        var problem = Assert.Single(Definitions.Problems(First, First with { Name = "copy.json" }));

        Assert.Equal(
            "copy.json, at $.version: expected another id or version than in heads-1.json, "
            + "found \"headteacher-peer-support\" version 1 in both.",
            problem.ToString());
    }

    [Theory]
    [InlineData("draft", true, true, true)]
    [InlineData("draft", false, false, true)]
    [InlineData("active", false, true, true)]
    [InlineData("paused", false, false, true)]
    [InlineData("closed", true, false, false)]
    public void Status_decides_on_new_requests_and_new_meetings(string status, bool rehearsing, bool requests, bool meetings)
    {
        var programme = Definitions.Only(Version(1, "6", status));

        Assert.Equal(requests, programme.TakesRequests(rehearsing));
        Assert.Equal(meetings, programme.TakesMeetings);
    }
}
