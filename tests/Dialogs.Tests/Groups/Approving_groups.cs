using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>Where a definition asks for a coordinator's approval, the lead's groups wait for it; nobody is asked before.</summary>
public sealed class Approving_groups
{
    [Fact]
    [Trait("Requirement", "S4-01")]
    [Trait("Requirement", "S4-14")]
    public async Task The_professional_learning_leader_looks_at_a_group_without_its_names_before_anybody_is_asked()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes();
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        scheme.Of(Learning.Nia).Sees("Your groups are sent", "Priya Shah looks at them before anybody is asked");
        Assert.All(Learning.Members, person => scheme.Of(person).NeverSaw("Would you like to be in this group?"));
        var priya = scheme.Of(Learning.Priya);
        priya.Sees("Group A waits for your yes", "Led by: Nia Rhys", Learning.Purpose, "People: 4", "Different skills");
        Assert.All(Learning.Members, person => priya.NeverSaw(person.Name));
        await scheme.Of(Learning.Nia).Says("groups");
        scheme.Of(Learning.Nia).Sees("Priya Shah looks at it before anybody is asked");

        var member = scheme.In(scheme.Group()).First();
        await member.Says("status");
        Assert.False(member.Has(Verbs.GroupOpen));
        await member.Forges($$"""{"verb":"{{Verbs.GroupJoin}}","id":"{{scheme.Group().Id}}","version":0,"nonce":"n"}""");
        member.Sees("This card is out of date");

        await priya.Presses(Verbs.GroupGateGoOn, on: "Group A waits");
        priya.Sees("Group A is answered");
        Assert.All(scheme.In(scheme.Group()), one => one.Sees("Would you like to be in this group?"));
        scheme.Of(Learning.Nia).Sees("Group A goes on");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.Action == "gate.gone-on" && entry.Actor == Learning.Priya.Id && entry.About == Learning.Nia.Id);
        Assert.Equal(GroupState.Proposed, scheme.Group("B").State);
    }

    [Fact]
    public async Task Talking_first_keeps_it_waiting_and_a_no_is_told_to_the_lead_alone()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes();
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        var priya = scheme.Of(Learning.Priya);
        var old = priya.Card(Verbs.GroupGateGoOn, on: "Group A waits");
        await priya.Presses(Verbs.GroupGateTalk, on: "Group A waits");
        scheme.Of(Learning.Nia).Sees("A word about group A", "Priya Shah");
        Assert.Equal(GroupState.Proposed, scheme.Group().State);

        await priya.Presses(Verbs.GroupGateRefuse, on: "Group A waits");
        scheme.Of(Learning.Nia).Sees("Group A does not go on");
        Assert.Equal(GroupState.Closed, scheme.Group().State);
        Assert.All(scheme.In(scheme.Group()), one => Assert.Empty(one.Messages));
        await priya.PressesOn(old, Verbs.GroupGateGoOn);
        priya.Sees("This card is out of date");

        // Its people are free for another group.
        Assert.Equal(4, (await scheme.Does(turn => new GroupPool(turn, Learning.Programme).FreeAsync())).Count(person => scheme.Group().Member(person.Id) is not null));
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task Only_whoever_oversees_decides_and_nobody_about_a_group_of_their_own()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        scheme.Reference = scheme.Reference with
        {
            Roles =
            [
                .. Authority.Reference.Roles, new RoleHolders(Learning.Id, ProgrammeRoles.Coordinator, [Learning.Priya.Id, Learning.Nia.Id]),
                new RoleHolders(Learning.Id, ProgrammeRoles.GroupLead, [Learning.Nia.Id]),
            ],
        };
        await scheme.Proposes();
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        Assert.False(scheme.Of(Learning.Nia).Has(Verbs.GroupGateGoOn));
        var yes = $$"""{"verb":"{{Verbs.GroupGateGoOn}}","id":"{{scheme.Group().Id}}","version":1,"nonce":"n"}""";
        foreach (var person in new[] { Learning.Nia, Learning.Ada })
        {
            await scheme.Of(person).Forges(yes);
            scheme.Of(person).Sees("This card is for someone else");
        }

        Assert.Equal(GroupState.Proposed, scheme.Group().State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_anybody_else_to_look_or_where_no_approval_is_asked_for_members_are_asked_at_once(bool alone)
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        scheme.Reference = alone
            ? scheme.Reference with { Roles = [.. Authority.Reference.Roles, new RoleHolders(Learning.Id, ProgrammeRoles.Coordinator, [Learning.Nia.Id]), new RoleHolders(Learning.Id, ProgrammeRoles.GroupLead, [Learning.Nia.Id])] }
            : scheme.Reference;
        Assert.Equal(
            alone ? 0 : 1,
            DecideGroup.MayDecide(scheme.Reference, Learning.Programme, Learning.Nia.Id, []).Count);
        Assert.Empty(DecideGroup.MayDecide(
            scheme.Reference, Learning.Programme with { Matching = Learning.Programme.Matching with { CoordinatorApproval = CoordinatorApproval.None } }, Learning.Nia.Id, []));
        await scheme.Proposes();
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        Assert.Equal(alone ? GroupState.Asking : GroupState.Proposed, scheme.Group().State);
    }
}
