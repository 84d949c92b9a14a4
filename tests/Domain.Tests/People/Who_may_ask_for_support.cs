using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.People;

public sealed class Who_may_ask_for_support
{
    [Theory]
    [Trait("Requirement", "S2-12")]
    [InlineData("Local authority maintained schools", "headteacher", null)]
    [InlineData("Local authority maintained schools", "head-of-school", null)]
    [InlineData("Local authority maintained schools", "Headteacher", null)]
    [InlineData("Academies", "headteacher", "maintained")]
    [InlineData(null, "headteacher", "maintained")]
    [InlineData("Local authority maintained schools", "deputy-headteacher", "head")]
    [InlineData("Local authority maintained schools", null, "head")]
    [InlineData("Academies", "teacher", "maintained")]
    public void A_head_of_a_maintained_school_and_nobody_else(string? typeGroup, string? role, string? unmet)
    {
        var outcome = Eligibility.OfRequester(
            Staff.Heads, Staff.Amira with { JobRole = role }, Staff.Oakfield with { TypeGroup = typeGroup });

        Assert.Equal(unmet, outcome is RequesterEligibility.NotEligible refused ? refused.Criterion.Id : null);
    }

    [Theory]
    [Trait("Requirement", "S2-12")]
    [InlineData("Academies", "headteacher", true)]
    [InlineData("Local authority maintained schools", "executive-headteacher", true)]
    [InlineData("Academies", "executive-headteacher", true)]
    [InlineData("Academies", "teacher", false)]
    [InlineData("Independent schools", "headteacher", false)]
    [InlineData("Local authority maintained schools", "deputy-headteacher", false)]
    public void An_academy_or_executive_head_is_left_to_the_coordinator_and_the_rest_is_not(string typeGroup, string role, bool decides) =>
        Assert.Equal(
            decides,
            Assert.IsType<RequesterEligibility.NotEligible>(
                Eligibility.OfRequester(Staff.Heads, Staff.Amira with { JobRole = role }, Staff.Oakfield with { TypeGroup = typeGroup })).CoordinatorDecides);

    [Fact]
    [Trait("Requirement", "S2-12")]
    public void Nobody_whose_school_is_not_known() =>
        Assert.IsType<RequesterEligibility.NotEligible>(Eligibility.OfRequester(Staff.Heads, Staff.Amira, null));

    [Theory, Trait("Requirement", "S1-03"), Trait("Requirement", "S2-12")]
    [InlineData("peer-coaching", "tso", true)]
    [InlineData("peer-coaching", "technical-support-officer", true)]
    [InlineData("peer-coaching", "headteacher", true)]
    [InlineData("headteacher-peer-support", "head-teacher", true)]
    [InlineData("headteacher-peer-support", "Head of School", true)]
    [InlineData("headteacher-peer-support", null, false)]
    [InlineData("peer-coaching", "cleaner", false)]
    [InlineData("peer-learning-groups", "cleaner", true)]
    public void Each_programme_says_for_itself_who_however_the_role_is_written(string programme, string? role, bool eligible) =>
        Assert.Equal(
            eligible,
            Eligibility.OfRequester(Definitions.Programme(programme), Staff.Amira with { JobRole = role }, Staff.Oakfield)
                is RequesterEligibility.Eligible);

    [Fact]
    public void A_declared_membership_needs_the_declaration_and_a_prompt_needs_nothing()
    {
        var mentoring = Definitions.Programme("cld-peer-mentoring");

        Assert.IsType<RequesterEligibility.NotEligible>(Eligibility.OfRequester(mentoring, Staff.Amira, Staff.Oakfield));
        Assert.IsType<RequesterEligibility.Eligible>(
            Eligibility.OfRequester(mentoring, Staff.Amira, Staff.Oakfield, new HashSet<string> { "cld" }));
    }
}
