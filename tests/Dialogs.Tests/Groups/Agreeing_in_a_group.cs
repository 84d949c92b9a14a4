using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

public sealed class Agreeing_in_a_group
{
    [Fact]
    [Trait("Requirement", "S4-06")]
    public async Task The_lead_goes_first_with_the_ground_rules_and_all_agree_before_a_session_can_be_booked()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Joins();
        var members = scheme.In(group).ToList();
        var nia = scheme.Of(Learning.Nia);
        nia.Sees("you go first", "one thing that you find hard");
        Assert.All(members, member => Assert.False(member.Has(Verbs.RulesAgree)));
        await members[0].Says("status");
        await members[0].Presses(Verbs.RulesOpen);
        members[0].Sees("Nia Rhys leads this group and goes first");
        await members[0].Forges($$"""{"verb":"{{Verbs.RulesAgree}}","id":"{{group.Id}}","version":1,"nonce":"n"}""");
        Assert.Empty(scheme.CycleOf(group).Rules.AgreedBy);

        await nia.Presses(Verbs.RulesAgree);
        Assert.All(members, member => Assert.True(member.Has(Verbs.RulesAgree)));
        foreach (var member in members.SkipLast(1))
        {
            await member.Presses(Verbs.RulesAgree);
            Assert.False(scheme.CycleOf(group).Rules.Agreed);
        }

        await members[^1].Forges($$"""{"verb":"{{Verbs.CadencePropose}}","id":"{{group.Id}}","version":0,"nonce":"n","pattern":"choose-dates","minutes":"45","mode":"teams","quorum":"0"}""");
        Assert.Null(scheme.CycleOf(group).Cadence);
        await members[^1].Presses(Verbs.RulesAgree);
        Assert.True(scheme.CycleOf(group).Rules.Agreed);
        members[0].Sees("Say what suits you");
    }

    [Fact]
    public async Task A_rhythm_takes_the_yes_of_everybody_and_a_time_is_booked_for_all_in_one_event()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Agrees();
        var members = scheme.In(group).ToList();
        await members[0].Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "45"), (InputIds.Mode, "in-person"), (InputIds.Quorum, "0"));
        foreach (var member in members.Skip(1).SkipLast(1))
        {
            member.Sees($"{members[0].Person.Name} suggests for your group", "Everybody");
        }

        foreach (var member in members.Skip(1).SkipLast(1))
        {
            await member.Presses(Verbs.CadenceAccept);
            Assert.False(scheme.CycleOf(group).Cadence!.Agreed);
            member.Sees("when the others have answered");
        }

        await members[^1].Presses(Verbs.CadenceAccept);
        Assert.True(scheme.CycleOf(group).Cadence!.Agreed);
        members[0].Sees("Times when everybody in your group is free");
        await members[0].Presses(Verbs.SlotPick);
        var meeting = scheme.Only<Meeting>();
        Assert.Equal(members.Select(member => member.Id), meeting.People);
        var entry = Assert.Single(scheme.Calendar.Events);
        Assert.Equal(members.Select(member => member.Id), entry.People);
        Assert.All(members, member => member.Sees(Learning.Purpose));
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public async Task All_but_one_may_do_when_the_group_has_chosen_so(string quorum, bool booked)
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Agrees();
        var members = scheme.In(group).ToList();

        // One of them is never free in the months ahead.
        scheme.Calendar.Block(members[1].Id, SchoolTime.At("2026-11-23T00:00"), SchoolTime.At("2027-07-30T00:00"));
        await members[0].Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "45"), (InputIds.Mode, "in-person"), (InputIds.Quorum, quorum));
        foreach (var member in members.Skip(2))
        {
            await member.Presses(Verbs.CadenceAccept);
        }

        Assert.Equal(booked, scheme.CycleOf(group).Cadence!.Agreed);
        if (!booked)
        {
            await members[1].Presses(Verbs.CadenceAccept);
            members[0].Sees("I found no free time for your group");
            return;
        }

        members[0].Sees("one of you has something else", "one may be missing");
        await members[0].Presses(Verbs.SlotPick);
        Assert.Equal(4, scheme.Only<Meeting>().People.Count());

        // Two who are taken are one too many.
        scheme.Calendar.Block(members[2].Id, SchoolTime.At("2026-12-08T00:00"), SchoolTime.At("2026-12-09T00:00"));
        await members[0].Says("tuesday 8 december at 1.15pm");
        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task Of_several_who_pick_a_time_in_place_of_one_that_is_off_the_first_books_it_for_all()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-12-01T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        await scheme.Of(Learning.Ada).Forges($$"""{"verb":"{{Verbs.MeetingCancelConfirm}}","id":"{{session.Id}}","version":0,"nonce":"n"}""");
        var (cleo, dev) = (scheme.Of(Learning.Cleo), scheme.Of(Learning.Dev));
        var (hers, his) = (cleo.Card(Verbs.SlotPick), dev.Card(Verbs.SlotPick));
        var slots = his.Buttons.Where(button => button.Verb == Verbs.SlotPick).ToList();
        Assert.True(slots.Count > 1);
        await cleo.PressesOn(hers, Verbs.SlotPick, button: slots[0].Title);
        await dev.PressesOn(his, Verbs.SlotPick, button: slots[1].Title);

        dev.Sees("Somebody in your group was a little faster");
        Assert.Single(scheme.Store.All<Meeting>(), meeting => meeting.State == MeetingState.Booked);
        Assert.Single(scheme.Calendar.Events);
        await dev.FillsOn(his, Verbs.SlotTyped, (InputIds.Date, "2026-12-10"), (InputIds.Time, "13:00"));
        Assert.Single(scheme.Store.All<Meeting>(), meeting => meeting.State == MeetingState.Booked);

        // That one is off as well: its place can be taken again.
        var next = scheme.Store.All<Meeting>().Single(meeting => meeting.State == MeetingState.Booked);
        await scheme.Of(Learning.Ada).Forges($$"""{"verb":"{{Verbs.MeetingCancelConfirm}}","id":"{{next.Id}}","version":{{next.Sequence}},"nonce":"m"}""");
        await dev.PressesOn(his, Verbs.SlotPick, button: slots[1].Title);
        Assert.Single(scheme.Store.All<Meeting>(), meeting => meeting.State == MeetingState.Booked);
    }

    [Fact]
    public async Task Dates_take_the_yes_of_everybody_and_are_then_booked_together()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Agrees();
        var members = scheme.In(group).ToList();
        await members[0].Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "monthly"), (InputIds.WeekOfMonth, "2"), (InputIds.Weekday, "2"), (InputIds.Minutes, "45"),
            (InputIds.Mode, "teams"), (InputIds.Quorum, "0"));
        foreach (var member in members.Skip(1))
        {
            await member.Presses(Verbs.CadenceAccept);
        }

        await members[0].Presses(Verbs.DatesPropose);
        foreach (var member in members.Skip(1).SkipLast(1))
        {
            await member.Presses(Verbs.DatesAccept);
            Assert.Empty(scheme.Store.All<Meeting>());
        }

        await members[^1].Presses(Verbs.DatesAccept);
        Assert.True(scheme.Store.All<Meeting>().Count() > 3);
        members[^1].Sees("Your group has agreed", Learning.Purpose);
        Assert.All(scheme.Calendar.Events, entry => Assert.Equal(4, entry.People.Count));
    }

    [Fact]
    public async Task A_move_and_a_cancel_reach_everybody_and_nobody_is_asked_why()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        var group = await scheme.Agrees();
        var members = scheme.In(group).ToList();
        await members[0].Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "45"), (InputIds.Mode, "in-person"), (InputIds.Quorum, "0"));
        foreach (var member in members.Skip(1))
        {
            await member.Presses(Verbs.CadenceAccept);
        }

        await members[0].Presses(Verbs.SlotPick);
        await members[1].Presses(Verbs.MeetingMove);
        members[1].Sees("The others are told in working hours");
        await members[1].Presses(Verbs.MeetingMoveTo);
        foreach (var member in members.Where(one => one != members[1]))
        {
            member.Sees("It had to be moved");
        }

        await members[2].Presses(Verbs.MeetingCancel);
        await members[2].Presses(Verbs.MeetingCancelConfirm);
        foreach (var member in members.Where(one => one != members[2]))
        {
            member.Sees("had to be cancelled");
        }

        Assert.Empty(scheme.Calendar.Events);
    }
}
