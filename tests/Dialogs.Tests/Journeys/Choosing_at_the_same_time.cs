using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>CLD peer mentoring: invitations that cross, and what is left of others once two are together.</summary>
public sealed class Choosing_at_the_same_time
{
    private readonly Scheme scheme = new(
        "2026-11-24T10:00",
        [
            .. Scotland.Everyone(), Scotland.Joined(Scotland.Isla, "Community development"), Scotland.Joined(Scotland.Morven, "Youth work"),
            Scotland.Joined(Scotland.Callum, "Adult learning"),
        ])
    {
        Reference = Scotland.Reference,
    };

    private Participant Isla => scheme.Of(Scotland.Isla);

    private Participant Morven => scheme.Of(Scotland.Morven);

    private Participant Callum => scheme.Of(Scotland.Callum);

    [Fact, Trait("Requirement", "S3-06")]
    public async Task Two_who_have_invited_each_other_have_chosen_each_other()
    {
        await InvitesAsync(Isla, Scotland.Morven);
        await InvitesAsync(Morven, Scotland.Isla);

        Morven.Sees("You and Isla Ross have chosen each other");
        Assert.Equal(CycleState.Active, scheme.Only<Cycle>().State);
        Assert.DoesNotContain(scheme.Store.All<Ask>(), ask => ask.IsOpen);
        Assert.DoesNotContain(scheme.Store.All<SupportRequest>(), request => request.IsOpen);
    }

    [Fact, Trait("Requirement", "S3-06"), Trait("Requirement", "U-07")]
    public async Task Whoever_has_found_somebody_waits_for_no_other_yes()
    {
        await InvitesAsync(Isla, Scotland.Morven);
        await InvitesAsync(Callum, Scotland.Isla);
        await Isla.Presses(Verbs.AskAccept);
        Assert.Equal(Scotland.Callum.Id, scheme.Only<Cycle>().Requester);

        await Morven.Presses(Verbs.AskAccept);

        Morven.Sees("out of date");
        Assert.Single(scheme.Store.All<Cycle>());
        Assert.Equal(Domain.Support.RequestState.Withdrawn, scheme.Store.All<SupportRequest>().Single(request => request.Requester == Scotland.Isla.Id).State);
    }

    [Fact, Trait("Requirement", "S3-06"), Trait("Requirement", "U-07")]
    public async Task Whoever_is_chosen_back_has_no_room_for_those_who_wait_for_them()
    {
        await InvitesAsync(Callum, Scotland.Isla);
        await InvitesAsync(Isla, Scotland.Morven);
        await Morven.Presses(Verbs.AskAccept);

        await Isla.Presses(Verbs.AskAccept);

        Assert.Single(scheme.Store.All<Cycle>());
        Assert.Equal(Domain.Support.RequestState.Unmatched, scheme.Store.All<SupportRequest>().Single(request => request.Requester == Scotland.Callum.Id).State);
    }

    [Fact, Trait("Requirement", "S3-07")]
    public async Task Who_are_together_already_are_not_offered_to_each_other_again()
    {
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven);
        var world = new Scheme(
            "2026-11-24T10:00",
            [
                .. Scotland.Everyone(), cycle, Scotland.Joined(Scotland.Callum, "Adult learning"),
                Scotland.Joined(Scotland.Isla, "Community development", active: 1) with { Capacity = 2 },
                Scotland.Joined(Scotland.Morven, "Youth work", active: 1) with { Capacity = 2 },
            ])
        {
            Reference = Scotland.Reference,
        };

        await world.Of(Scotland.Isla).Says("find a peer mentor");

        var list = world.Of(Scotland.Isla).Card(Verbs.PeerChoose);
        Assert.Contains("Callum Munro", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Morven Kerr", list.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S3-22")]
    public async Task After_a_first_meeting_a_look_on_the_way_is_there_for_whoever_asks()
    {
        var programme = Scotland.Programme(Scotland.PeerMentoring);
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven, pairedAt: "2026-11-02T10:00");
        var instrument = Scotland.Reference.Library.Instruments[programme.SelfEvaluation.InstrumentRef!];
        var before = SelfEvaluation.Start(Scotland.Isla.Id, cycle.Id, Occasion.Before, instrument, SchoolTime.At("2026-11-03T10:00")) with { NextSection = null };
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle, before, Given.Meeting(cycle, "2026-11-12T14:00", MeetingState.Held)])
        {
            Reference = Scotland.Reference,
        };

        await world.Of(Scotland.Isla).Says("self-evaluation");
        await world.Of(Scotland.Isla).Presses(Verbs.SelfEvaluationBegin);
        await world.Of(Scotland.Isla).Presses(Verbs.SelfEvaluationNext);

        Assert.Contains(world.Store.All<SelfEvaluation>(), one => one.Occasion == Occasion.Midway);
    }

    private static async Task InvitesAsync(Participant who, Person other)
    {
        await who.Says("find a peer mentor");
        await who.Presses(Verbs.PeerChoose, button: other.Name);
        await who.Presses(Verbs.PeerInvite);
    }
}
