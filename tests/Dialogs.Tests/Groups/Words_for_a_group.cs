using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>What was written for two people does not reach a group.</summary>
public sealed class Words_for_a_group
{
    private static readonly string[] OfTwo =
        ["both calendars", "paired with", "your member", "both of you", "between the two", "between you", "the other person", "Pairs started", "Next meeting", "Kind of conversation"];

    [Fact]
    [Trait("Requirement", "S4-04")]
    public async Task Nobody_in_a_group_reads_of_a_pair()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Agrees();
        var members = scheme.In(group).ToList();
        await members[0].Says("hello");
        members[0].Sees("one of you may have to tell");
        await members[0].Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "45"), (InputIds.Mode, "teams"), (InputIds.Quorum, "0"));
        foreach (var member in members.Skip(1))
        {
            await member.Presses(Verbs.CadenceAccept);
        }

        await members[0].Presses(Verbs.SlotPick);
        await members[1].Says("status");
        members[1].Sees("In a group with", "Next group session");
        await members[1].Says("concern");
        members[1].Sees("confidential in your group");
        await members[2].Says("pause");
        await scheme.Of(Learning.Priya).Says("reports");
        scheme.Of(Learning.Priya).Sees("Groups started");

        foreach (var words in OfTwo)
        {
            Assert.All(
                members.Append(scheme.Of(Learning.Nia)).Append(scheme.Of(Learning.Priya)),
                person => Assert.DoesNotContain(person.Messages, message => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    [Trait("Requirement", "S4-08")]
    public async Task Whoever_brings_something_reads_what_they_have_put_on_the_agenda()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At("2026-11-24T09:00", group, cycle);
        await scheme.Of(Learning.Ada).Says("I have been on training or a visit outside school");
        await scheme.Of(Learning.Ada).Fills(Verbs.ShareSave, (InputIds.Share, "A course on hinge questions"));
        scheme.Of(Learning.Ada).Sees("It is on the agenda", "A course on hinge questions");
    }

    [Fact]
    public async Task The_welcome_is_the_last_word_and_ones_own_place_is_one_press_away()
    {
        var scheme = LearningScheme.At("2026-11-24T09:00");
        var ada = scheme.Of(Learning.Ada);
        await ada.Says("hello");
        var welcome = Assert.Single(ada.News);
        Assert.StartsWith("Hello Ada", welcome.Text, StringComparison.Ordinal);
        await ada.PressesOn(welcome, Verbs.SupporterHome, "Your place in the groups");
        ada.Sees("the group leads can put you into a group");
    }
}
