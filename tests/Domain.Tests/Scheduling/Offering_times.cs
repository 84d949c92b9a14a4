using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Offering_times
{
    private static readonly Instant Now = At("2026-11-26T16:00");

    [Fact]
    [Trait("Requirement", "S2-39")]
    public void Three_come_soonest_first_on_three_days_in_three_parts_of_the_day()
    {
        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(Rules(Heads), Plan(), Now));

        Assert.Equal(["2026-11-27T09:00", "2026-11-30T12:00", "2026-12-01T15:00"], offer.Starts.Select(s => s.Text()));
        Assert.True(offer.More);
    }

    [Fact]
    [Trait("Requirement", "S2-39")]
    public void All_are_times_at_which_both_are_free()
    {
        // Amira can meet on few afternoons, Grace on few others.
        var amira = Head(busy: [
            Busy("2026-11-27T00:00", "2026-12-03T15:30"), Busy("2026-12-04T08:30", "2026-12-08T13:15"), Busy("2026-12-08T14:15", "2026-12-10T15:45")]);
        var grace = Head(busy: [Busy("2026-12-03T16:30", "2026-12-04T18:00"), Busy("2026-12-10T16:45", "2027-03-27T00:00")]);

        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(Rules(Heads), Plan(attendees: [amira, grace]), Now));

        Assert.Equal(["2026-12-03T15:30", "2026-12-08T13:15", "2026-12-10T15:45"], offer.Starts.Select(s => s.Text()));
        Assert.False(offer.More);
    }

    [Fact]
    public void One_of_a_group_may_be_missing_where_it_has_agreed_so_and_two_may_not_even_in_turn()
    {
        // All of the term is taken for one of the three, and for the other two all but these: at 13:00 nobody else, at 14:00 one after the other.
        var away = Head(busy: [Busy("2026-11-27T00:00", "2026-12-19T00:00")]);
        var one = Head(busy: [Busy("2026-11-27T00:00", "2026-12-01T13:00"), Busy("2026-12-01T14:00", "2026-12-01T14:30"), Busy("2026-12-01T15:00", "2027-07-30T00:00")]);
        var other = Head(busy: [Busy("2026-11-27T00:00", "2026-12-01T13:00"), Busy("2026-12-01T14:00", "2027-07-30T00:00")]);
        var plan = Plan(attendees: [away, one, other]);

        Assert.IsType<SlotOffer.NoneFree>(MeetingSlots.Offer(Rules(Heads), plan, Now));
        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(Rules(Heads), plan with { MayMiss = 1 }, Now));
        Assert.Equal(["2026-12-01T13:00"], offer.Starts.Select(s => s.Text()));
        Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(plan with { MayMiss = 1 }, At("2026-12-01T13:00"), Now));
        Assert.Contains(
            Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(plan with { MayMiss = 1 }, At("2026-12-01T14:00"), Now)).Rules, rule => rule is BrokenRule.NotFree);
    }

    [Fact]
    [Trait("Requirement", "S2-39")]
    public void Every_page_holds_other_times_and_none_breaks_a_rule()
    {
        var rules = Rules(Heads);
        var plan = Plan(cycle: Cycle(("2026-12-03T15:30", MeetingMode.Teams)), attendees: [Head(busy: Busy("2026-12-01T08:00", "2026-12-09T12:10")), Head()]);
        List<Instant> seen = [];
        for (var page = 0; page < 40; page++)
        {
            var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(rules, plan, Now, page));
            seen.AddRange(offer.Starts);
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.All(seen, start => Assert.Empty(Assert.IsType<MeetingCheck.Allowed>(rules.Check(plan, start, Now)).Advice));
    }

    [Fact]
    public void When_the_days_have_had_their_turn_they_come_again()
    {
        var lastTwoDays = Head(busy: Busy("2026-11-26T00:00", "2027-05-27T08:00"));
        var plan = Plan(cycle: Cycle(("2026-12-03T15:30", MeetingMode.Teams)), attendees: [lastTwoDays]);
        var now = At("2027-05-20T10:00");

        var first = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(Rules(Heads), plan, now));

        Assert.Equal(["2027-05-27T09:00", "2027-05-27T15:00", "2027-05-28T12:00"], first.Starts.Select(s => s.Text()));
        Assert.IsType<SlotOffer.NoneFree>(MeetingSlots.Offer(Rules(Heads), plan, now, page: 30));
    }

    [Fact]
    public void A_programme_that_suggests_one_a_month_is_offered_the_next_month()
    {
        var plan = Plan(30, cycle: Cycle(("2026-12-01T10:00", MeetingMode.Teams)), attendees: [new Attendee(London, Shetland, null, [])]);

        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(Rules(MiddleLeaders), plan, Now));

        Assert.Equal(Date("2027-01-05"), offer.Starts[0].InZone(London).Date);
    }

    [Fact]
    public void A_full_cycle_is_offered_no_time_but_the_reason()
    {
        var six = Cycle([.. Enumerable.Range(1, 6).Select(i => ($"2026-12-{i:00}T10:00", MeetingMode.InPerson))]);

        var offer = Assert.IsType<SlotOffer.NotPossible>(MeetingSlots.Offer(Rules(Heads), Plan(mode: MeetingMode.InPerson, cycle: six), Now));

        Assert.Equal([new BrokenRule.InPersonLimit(6)], offer.Rules);
    }

    [Fact]
    public void People_who_are_never_free_together_are_offered_none() =>
        Assert.IsType<SlotOffer.NoneFree>(MeetingSlots.Offer(Rules(Heads), Plan(attendees: Head(busy: Busy("2026-01-01T00:00", "2028-01-01T00:00"))), Now));

    [Fact]
    public void A_cycle_that_is_over_is_offered_none() =>
        Assert.IsType<SlotOffer.NoneFree>(MeetingSlots.Offer(Rules(Heads), Plan(cycle: Cycle(("2026-05-01T10:00", MeetingMode.Teams))), Now));

    // London 08:30 ├───────┤ 16:00    Lisbon keeps the same time, Berlin is an hour ahead: 07:30 ├───────┤ 15:00 in London time
    [Fact]
    public void People_in_two_zones_meet_where_their_days_overlap()
    {
        var berlin = Head() with { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] };
        var rules = Rules(Heads);

        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(rules, Plan(attendees: [Head(), berlin]), Now));

        Assert.Equal("2026-11-27T09:00", offer.Starts[0].Text());
        Assert.All(offer.Starts, s => Assert.InRange(s.InZone(London).TimeOfDay, new LocalTime(8, 30), new LocalTime(15, 30)));
    }
}
