using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>Who is put together, and who is not any more, by the people themselves and by a lead.</summary>
public sealed class Apart_in_groups
{
    [Fact]
    [Trait("Requirement", "U-04")]
    public async Task A_no_because_of_somebody_keeps_the_two_apart_and_nobody_hears_of_it()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group()).ToList();
        members[0].Sees("If you say no because of somebody here", "Nobody is told");
        await members[0].Fills(Verbs.GroupDecline, (InputIds.Never, RequestCards.KeyOf(members[1].Id)));
        members[0].Sees("Not this time");
        Assert.Equal([members[1].Id], ProfileOf(scheme, members[0].Id).DeclaredConflicts);
        Assert.Equal([members[0].Id], ProfileOf(scheme, members[1].Id).DeclaredConflicts);
        members[1].SeesNothing();
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.Kind != TaskKind.Gate);
    }

    [Fact]
    [Trait("Requirement", "U-04")]
    public async Task A_no_because_of_nobody_keeps_nobody_apart()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var member = scheme.In(scheme.Group()).First();
        await member.Fills(Verbs.GroupDecline);
        Assert.Equal(MemberState.Declined, scheme.Group().Member(member.Id)!.State);
        Assert.Empty(ProfileOf(scheme, member.Id).DeclaredConflicts);
    }

    [Fact]
    [Trait("Requirement", "U-04")]
    [Trait("Requirement", "U-24")]
    public async Task A_lead_can_neither_merge_nor_add_so_that_two_come_together_who_are_kept_apart()
    {
        var (a, first) = Learning.Running("A", Learning.Ada, Learning.Cleo);
        var (b, second) = Learning.Running("B", Learning.Gita, Learning.Hugo, Learning.Ines);
        b = b with { Members = [.. b.Members, new GroupMember(Learning.Kate.Id, MemberState.Asked, SchoolTime.At("2026-11-27T17:30"))] };
        var scheme = LearningScheme.Booked(a, first, b, second);
        scheme.Store.Put(Learning.Profile(Learning.Ada, active: 1) with { DeclaredConflicts = [Learning.Hugo.Id] });
        scheme.Store.Put(Learning.Profile(Learning.Ben) with { DeclaredConflicts = [Learning.Kate.Id] });
        Assert.Empty(await scheme.Does(turn => new MendGroup(turn).MayTakeAsync(a)));
        Assert.IsType<Mending.OutOfDate>(await scheme.Does(turn => new MendGroup(turn).MergeAsync(Learning.Nia.Id, a.Id, b.Id)));

        // Kate is asked and has not answered yet: whoever is kept apart from her cannot be added meanwhile.
        var free = await scheme.Does(turn => new MendGroup(turn).MayComeAsync(b));
        Assert.DoesNotContain(free, person => person.Id == Learning.Ben.Id);
        Assert.Contains(free, person => person.Id == Learning.Finn.Id);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task An_old_card_about_a_small_group_neither_closes_nor_merges_it_when_it_has_come_to_its_size_again()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var (other, its) = Learning.Running("B", Learning.Gita, Learning.Finn, Learning.Ines);
        var scheme = LearningScheme.Booked(group, cycle, other, its);
        await scheme.Leaves(Learning.Dev);
        var nia = scheme.Of(Learning.Nia);
        var small = nia.Card(Verbs.GroupLetGo);
        await nia.PressesOn(small, Verbs.GroupMergeOpen);
        var merge = nia.Card(Verbs.GroupMerge);
        await nia.PressesOn(small, Verbs.GroupAddOpen);
        await nia.Fills(Verbs.GroupAdd, (InputIds.Pick, RequestCards.KeyOf(Learning.Hugo.Id)));
        await scheme.Of(Learning.Hugo).Presses(Verbs.GroupJoin);

        await nia.PressesOn(small, Verbs.GroupLetGo);
        nia.Sees("out of date");
        await nia.FillsOn(merge, Verbs.GroupMerge, (InputIds.Pick, other.Id.ToString()));
        nia.Sees("out of date");
        Assert.Equal(GroupState.Running, scheme.Group("A").State);
        Assert.Equal(CycleState.Active, scheme.CycleOf(scheme.Group("A")).State);
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_yes_to_a_group_that_has_not_begun_is_taken_back_and_the_place_is_free_again()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var member = scheme.In(scheme.Group()).First();
        await member.Presses(Verbs.GroupJoin);
        await member.Says("status");
        var card = member.Card(Verbs.GroupTakeBack);
        await member.Presses(Verbs.GroupTakeBack);
        member.Sees("You have left the group", "You need not say why");
        Assert.Equal(MemberState.Left, scheme.Group().Member(member.Id)!.State);
        Assert.Equal(0, ProfileOf(scheme, member.Id).ActiveCycles);
        await member.PressesOn(card, Verbs.GroupTakeBack);
        member.Sees("out of date");
        Assert.Equal(0, ProfileOf(scheme, member.Id).ActiveCycles);
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public async Task Whoever_is_asked_and_has_not_answered_is_not_put_into_another_group()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        await scheme.Of(Learning.Nia).Says("form groups");
        scheme.Of(Learning.Nia).Sees("Nobody to put together yet");
        var member = scheme.In(scheme.Group()).First();
        await member.Presses(Verbs.GroupDecline);
        Assert.Equal([member.Id], (await scheme.Does(turn => new GroupPool(turn, Learning.Programme).FreeAsync())).Select(person => person.Id));
    }

    [Fact]
    [Trait("Requirement", "S4-06")]
    public async Task Until_the_ground_rules_are_agreed_a_group_is_told_of_them_and_of_no_first_contact()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle with { Cadence = null, Rules = cycle.Rules with { AgreedOn = null, AgreedBy = [] } });
        await scheme.Of(Learning.Ada).Says("status");
        var card = scheme.Of(Learning.Ada).News[^1];
        Assert.DoesNotContain("contact by", card.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("first contact", card.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("agrees how you work together", card.Text, StringComparison.Ordinal);
    }

    private static SupporterProfile ProfileOf(Scheme scheme, PersonId person) => scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == person);
}
