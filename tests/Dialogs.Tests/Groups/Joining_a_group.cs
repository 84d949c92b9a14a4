using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

public sealed class Joining_a_group
{
    [Theory]
    [InlineData("caretaker")]
    [InlineData("teaching-assistant")]
    [InlineData("headteacher")]
    [InlineData(null)]
    [Trait("Requirement", "S4-05")]
    [Trait("Requirement", "S4-03")]
    [Trait("Requirement", "S4-02")]
    public async Task Anybody_who_works_there_joins_by_saying_what_they_can_share_and_want_to_learn(string? role)
    {
        var newcomer = Learning.Ewa with { Id = PersonId.Of("school.example", "new"), Name = "Noor Ali", JobRole = role, Department = null };
        var scheme = LearningScheme.At("2026-11-23T09:00", newcomer);
        var noor = scheme.Of(newcomer);
        await noor.Says("hello");
        noor.Sees("Join the groups");
        await noor.Says("join");
        noor.Sees("I can share", "I want to learn", "It costs nothing");
        await noor.Fills(Verbs.SupporterSave, (InputIds.Summary, "woodwork, bees"), ("wantToLearn", "phonics"), (InputIds.Willing, "true"));
        noor.Sees("You are on the list");
        var profile = scheme.Store.All<SupporterProfile>().Single(one => one.Person == newcomer.Id);
        Assert.Equal((SupporterState.Listed, "woodwork, bees", "phonics"), (profile.State, profile.Summary, profile.Details["wantToLearn"]));
        await scheme.Proposes();
        Assert.Contains("Noor Ali", scheme.Of(Learning.Nia).Sees("Group A").Text);
        Assert.DoesNotContain(noor.Messages, message => message.Text.Contains('£') || message.Text.Contains("pay", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Keeps_nobody_whose_school_the_register_does_not_know()
    {
        var stranger = Learning.Ewa with { Id = PersonId.Of("school.example", "new"), Name = "Noor Ali", Organisation = null };
        var scheme = LearningScheme.At("2026-11-23T09:00", stranger);
        await scheme.Of(stranger).Says("join");
        await scheme.Of(stranger).Fills(Verbs.SupporterSave, (InputIds.Summary, "woodwork"), (InputIds.Willing, "true"));
        scheme.Of(stranger).Sees("The register does not know your school", "Priya Shah");
        Assert.NotEqual(SupporterState.Listed, scheme.Store.All<SupporterProfile>().Single(one => one.Person == stranger.Id).State);
    }

    [Fact]
    [Trait("Requirement", "S4-14")]
    [Trait("Requirement", "S4-04")]
    public async Task Each_member_is_asked_with_the_purpose_and_the_names_and_the_group_begins_when_all_have_said_yes()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var group = scheme.Group();
        var members = scheme.In(group).ToList();
        foreach (var member in members)
        {
            var card = member.Sees("Would you like to be in this group?", Learning.Purpose, "Nia Rhys", "Nobody is the teacher");
            Assert.All(members.Where(other => other != member), other => Assert.Contains(other.Person.Name, card.Text));
        }

        foreach (var member in members.SkipLast(1))
        {
            await member.Presses(Verbs.GroupJoin);
            member.Sees("You are in");
            Assert.Empty(scheme.Store.All<Cycle>());
        }

        await members[^1].Presses(Verbs.GroupJoin);
        var cycle = scheme.Only<Cycle>();
        Assert.Equal(group.Members.Select(member => member.Person), cycle.Members);
        scheme.Of(Learning.Nia).Sees("you go first");
        Assert.All(members, member => Assert.Equal(1, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == member.Id).ActiveCycles));
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_reminded_once_and_then_lapses_and_the_others_begin_without_them()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group()).ToList();
        foreach (var member in members.SkipLast(1))
        {
            await member.Presses(Verbs.GroupJoin);
        }

        var silent = members[^1];
        var card = silent.Card(Verbs.GroupJoin);
        await scheme.MovesTo("2026-11-25T12:00");
        silent.Sees("A reminder");
        await scheme.MovesTo("2026-12-01T12:00");
        silent.SeesNothing();
        Assert.Equal(MemberState.Lapsed, scheme.Group().Member(silent.Id)!.State);
        Assert.Equal(3, scheme.CycleOf(scheme.Group()).Members!.Count);

        await silent.PressesOn(card, Verbs.GroupJoin);
        silent.Sees("out of date");
        Assert.Equal(3, scheme.CycleOf(scheme.Group()).Members!.Count);
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Too_few_yeses_go_to_the_lead_alone_who_may_ask_somebody_else()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group("C")).ToList();
        foreach (var member in members.SkipLast(1))
        {
            await member.Presses(Verbs.GroupJoin);
        }

        await members[^1].Presses(Verbs.GroupDecline);
        members[^1].Sees("Not this time", "nobody is told why");
        scheme.Of(Learning.Nia).Sees("Group C is small now", "Add somebody", "Merge with another group", "Let it go");
        Assert.DoesNotContain(scheme.Store.All<Cycle>(), cycle => cycle.Id == scheme.Group("C").Id.Cycle);
        scheme.Of(Learning.Nia).NeverSaw("because");
    }

    [Fact]
    public async Task Presses_of_others_and_presses_on_old_cards_change_nothing()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group()).ToList();
        var card = members[0].Card(Verbs.GroupJoin);
        var outsider = scheme.In(scheme.Group("B")).First();
        await outsider.Forges(card.Buttons.First(button => button.Verb == Verbs.GroupJoin).Press([]));
        outsider.Sees("for someone else");
        await scheme.Of(Learning.Nia).Forges(card.Buttons.First(button => button.Verb == Verbs.GroupJoin).Press([]));
        scheme.Of(Learning.Nia).Sees("for someone else");

        await members[0].Presses(Verbs.GroupDecline);
        await members[0].PressesOn(card, Verbs.GroupJoin);
        members[0].Sees("out of date");
        Assert.Equal(MemberState.Declined, scheme.Group().Member(members[0].Id)!.State);
    }

    [Fact]
    public async Task Somebody_in_as_many_groups_as_they_wanted_is_told_so()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var member = scheme.In(scheme.Group()).First();
        scheme.Store.Put(Learning.Profile(member.Person, active: 1));
        await member.Presses(Verbs.GroupJoin);
        member.Sees("You are in a group already");
        Assert.Equal(MemberState.Asked, scheme.Group().Member(member.Id)!.State);
    }

    [Fact]
    public async Task Whoever_types_status_sees_that_they_are_asked_and_then_that_they_wait()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var member = scheme.In(scheme.Group()).First();
        await member.Says("status");
        member.Sees("you are asked to be in group A");
        await member.Presses(Verbs.GroupOpen);
        member.Sees(Learning.Purpose);
        await member.Presses(Verbs.GroupJoin);
        await member.Says("status");
        member.Sees("waiting until everybody has answered");
    }

    [Fact]
    [Trait("Requirement", "S4-05")]
    public async Task Join_means_the_scheme_with_groups_also_where_it_is_not_the_first_of_theirs()
    {
        var both = Learning.Ada with { Programmes = [Authority.Programme.Id, Learning.Id], JobRole = "headteacher", Organisation = Authority.Oakfield.Id };
        var scheme = LearningScheme.At("2026-11-24T10:00", both);
        await scheme.Of(both).Says("join");
        scheme.Of(both).Sees("Your place in the groups");
    }
}
