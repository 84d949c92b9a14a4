using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

public sealed class Forming_groups
{
    [Fact]
    public async Task A_letter_is_not_given_twice_when_older_groups_are_kept_no_longer()
    {
        var (group, _) = Learning.Running("C", Learning.Ada);
        var scheme = LearningScheme.At("2026-11-23T09:00", group with { State = GroupState.Closed });
        await scheme.Publishes();

        Assert.Equal(["C", "D", "E", "F"], scheme.Groups().Select(one => one.Name));
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public async Task Puts_eleven_people_of_two_schools_into_groups_of_varied_skills_and_says_why()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes();
        var proposal = scheme.Of(Learning.Nia).Sees(
            "3 groups: 4, 4, 3.", "every group has at least", "nobody is with their line manager", "Group A (4 people)", "Skills:", "2 schools",
            Learning.Purpose);
        Assert.All(Learning.Members, person => Assert.Contains(person.Name, proposal.Text));
        Assert.Empty(scheme.Store.All<LearningGroup>());
        Assert.All(Learning.Members, person => Assert.Empty(scheme.Of(person).Messages));
    }

    [Fact]
    [Trait("Requirement", "S4-12")]
    public async Task Takes_people_of_a_neighbouring_school_only_when_the_lead_has_linked_it()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Of(Learning.Nia).Says("form groups");
        scheme.Of(Learning.Nia).Sees("Neighbouring schools to link", "St Aidan's Primary (5)", "look after this yourself, as I do not know it: experience band");
        await scheme.Proposes(neighbours: false);
        var alone = scheme.Of(Learning.Nia).Sees("Group A");
        Assert.All(Learning.Members.Where(person => person.Organisation == Learning.StAidans.Id), person => Assert.DoesNotContain(person.Name, alone.Text));
        await scheme.Proposes();
        scheme.Of(Learning.Nia).Sees("Group A", "Gita Rao");
    }

    [Fact]
    [Trait("Requirement", "S4-14")]
    public async Task Asks_for_the_purpose_first_and_starts_nothing_without_it()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes(purpose: null);
        scheme.Of(Learning.Nia).Sees("Please write one sentence");
        var answer = await scheme.Does(turn => new PublishGroups(turn).PublishAsync(
            Learning.Nia, Learning.Programme, "  ", [], [[Learning.Ada.Id, Learning.Ben.Id, Learning.Dev.Id]]));
        Assert.IsType<Publishing.PurposeMissing>(answer);
        Assert.Empty(scheme.Store.All<LearningGroup>());
    }

    [Fact]
    public async Task Says_what_a_swap_would_cost_before_it_is_made_and_takes_it_back()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes();
        var nia = scheme.Of(Learning.Nia);
        var before = nia.Sees("Group A");

        // Ada and Ben both bring phonics, so they are apart; whoever sits with Ada goes to make room for Ben.
        var groups = GroupsOn(before);
        var ada = groups.Single(group => group.Contains("Ada Moss", StringComparison.Ordinal));
        var other = Learning.Members.First(person => person != Learning.Ada && ada.Contains(person.Name, StringComparison.Ordinal));
        await nia.Fills(Verbs.GroupsSwap, (InputIds.One, RequestCards.KeyOf(other.Id)), (InputIds.Other, RequestCards.KeyOf(Learning.Ben.Id)));
        nia.Sees("would change places with", "two who bring", "phonics", "All in all the groups would be about", "% less varied", "Do it anyway", "Undo");

        await nia.Presses(Verbs.GroupsUndo);
        Assert.Equal(groups, GroupsOn(nia.Sees("Group A")));

        await nia.Fills(Verbs.GroupsSwap, (InputIds.One, RequestCards.KeyOf(other.Id)), (InputIds.Other, RequestCards.KeyOf(Learning.Ben.Id)));
        await nia.Presses(Verbs.GroupsSwapDo);
        var swapped = GroupsOn(nia.Sees("You can undo it"));
        Assert.Contains(swapped, group => group.Contains("Ada Moss", StringComparison.Ordinal) && group.Contains("Ben Hale", StringComparison.Ordinal));

        await nia.Presses(Verbs.GroupsUndo);
        Assert.Equal(groups, GroupsOn(nia.Sees("as it was before")));
    }

    [Fact]
    public async Task Warns_when_a_swap_brings_a_line_manager_and_a_managed_person_together_and_leaves_it_to_the_two()
    {
        var managed = Learning.Dev with { LineManager = Learning.Gita.Id };
        var scheme = LearningScheme.At("2026-11-23T09:00", managed);
        await scheme.Proposes();
        var nia = scheme.Of(Learning.Nia);
        var groups = GroupsOn(nia.Sees("nobody is with their line manager"));
        var gita = groups.Single(group => group.Contains("Gita Rao", StringComparison.Ordinal));
        Assert.DoesNotContain("Dev Anand", gita);
        var other = Learning.Members.First(person => person != Learning.Gita && gita.Contains(person.Name, StringComparison.Ordinal));
        await nia.Fills(Verbs.GroupsSwap, (InputIds.One, RequestCards.KeyOf(other.Id)), (InputIds.Other, RequestCards.KeyOf(Learning.Dev.Id)));
        nia.Sees("Gita Rao manages Dev Anand", "Both would be asked");
        await nia.Presses(Verbs.GroupsSwapDo);
        await nia.Presses(Verbs.GroupsPublish);
        await scheme.Approves(last: managed);
        scheme.Of(managed).Sees("Gita Rao is your line manager", "unless both agree");
        scheme.Of(Learning.Gita).Sees("You manage Dev Anand", "unless both agree");
    }

    [Theory]
    [InlineData("3", "6", 2, "the smallest group has 3")]
    [InlineData("5", "5", 6, "do not go into groups of 5 to 5")]
    [InlineData("6", "3", 6, "smaller than the smallest")]
    public async Task Says_why_there_is_no_proposal_and_stays_at_the_question(string smallest, string largest, int people, string why)
    {
        var away = Learning.Members.Skip(people).Select(person => (object)Learning.Profile(person, active: 1));
        var scheme = LearningScheme.At("2026-11-23T09:00", away);
        await scheme.Proposes(neighbours: false, smallest, largest);
        scheme.Of(Learning.Nia).Sees(why, "Propose groups", Learning.Purpose);
    }

    [Fact]
    public async Task Tells_the_lead_how_people_get_onto_the_list_when_nobody_is_there()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00", Learning.Members.Select(person => (object)Learning.Profile(person, active: 1)));
        await scheme.Of(Learning.Nia).Says("form groups");
        scheme.Of(Learning.Nia).Sees("Nobody to put together yet", "join");
    }

    [Fact]
    public async Task Keeps_two_apart_for_good_when_one_of_them_has_said_so()
    {
        var scheme = LearningScheme.At(
            "2026-11-23T09:00", Learning.Profile(Learning.Ada) with { DeclaredConflicts = [Learning.Kate.Id] });
        await scheme.Proposes();
        var groups = GroupsOn(scheme.Of(Learning.Nia).Sees("Group A"));
        var ada = groups.Single(group => group.Contains("Ada Moss", StringComparison.Ordinal));
        Assert.DoesNotContain("Kate Doyle", ada);
        var other = Learning.Members.First(person => person != Learning.Ada && ada.Contains(person.Name, StringComparison.Ordinal));
        await scheme.Of(Learning.Nia).Fills(
            Verbs.GroupsSwap, (InputIds.One, RequestCards.KeyOf(other.Id)), (InputIds.Other, RequestCards.KeyOf(Learning.Kate.Id)));
        scheme.Of(Learning.Nia).Sees("This swap is not possible");
    }

    [Fact]
    public async Task Is_for_leads_alone()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var ada = scheme.Of(Learning.Ada);
        await ada.Forges($$"""{"verb":"{{Verbs.GroupsForm}}","id":"none","version":0,"nonce":"n"}""");
        ada.Sees("for someone else");
        await ada.Forges($$"""{"verb":"{{Verbs.GroupsRates}}","id":"none","version":0,"nonce":"n"}""");
        ada.Sees("for someone else");
        var answer = await scheme.Does(turn => new PublishGroups(turn).PublishAsync(
            Learning.Ada, Learning.Programme, "Why", [], [[Learning.Ada.Id, Learning.Ben.Id, Learning.Dev.Id]]));
        Assert.IsType<Publishing.NotYours>(answer);
    }

    [Fact]
    public async Task Makes_a_new_proposal_when_somebody_is_not_free_any_more()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Proposes();
        scheme.Store.Put(Learning.Profile(Learning.Ewa, active: 1));
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        var anew = scheme.Of(Learning.Nia).Sees("Ewa Nowak cannot be put into a group any more");
        Assert.Empty(scheme.Store.All<LearningGroup>());
        await scheme.Of(Learning.Nia).PressesOn(anew, Verbs.GroupsPublish);
        Assert.Equal(10, scheme.Store.All<LearningGroup>().Sum(group => group.Members.Count));
    }

    /// <summary>The lines of people on the card, a group each.</summary>
    private static List<string> GroupsOn(Message card) =>
        [.. card.Words.Where(line => Learning.Members.Count(person => line.Contains(person.Name, StringComparison.Ordinal)) is > 1 and < 8 && !line.Contains("manages", StringComparison.Ordinal))];
}
