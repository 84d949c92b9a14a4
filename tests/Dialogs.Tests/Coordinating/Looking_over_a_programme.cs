using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class Looking_over_a_programme
{
    [Fact, Trait("Requirement", "S2-05")]
    public async Task Requests_say_who_since_when_whom_and_how_long_and_each_look_is_noted_for_those_two()
    {
        var scheme = The_coordinators_home.Busy("2026-11-30T08:30");
        await scheme.Sam.Says("coordinator");
        await scheme.Sam.Presses(Verbs.CoordinatorRequests);
        scheme.Sam.Sees(
            "2026-014: Hannah Cole", "Mill Road Primary", "Since: Saturday 21 November 2026", "Asked now: Peter Lloyd, until Monday 30 November 2026, 5.30pm",
            "Waited: 6 working days", "2026-016: Lena Fox", "Asked now: Nobody");
        scheme.Sam.NeverSaw("workload", "well-being");
        foreach (var person in new[] { Authority.Hannah, Authority.Peter, Authority.Adam, Authority.Lena })
        {
            Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == person.Id && entry.Action == "request.listed" && entry.Actor == scheme.Sam.Id);
        }

        await scheme.Sam.Presses(Verbs.CoordinatorRequest, button: "2026-014");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Hannah.Id && entry.Action == "request.viewed");
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Every_request_can_be_reached_by_paging()
    {
        var requests = Enumerable.Range(1, 12)
            .Select(number => Given.Request(Authority.Hannah, madeAt: $"2026-11-{number:00}T09:00") with { Number = $"2026-{number:000}" });
        var scheme = new Scheme("2026-11-30T09:00", requests);
        await scheme.Sam.Says("requests");
        for (var page = 0; page < 2; page++)
        {
            await scheme.Sam.Presses(Verbs.CoordinatorRequests, button: "More");
        }

        Assert.All(Enumerable.Range(1, 12), number => Assert.Contains(scheme.Sam.Messages, card => card.Text.Contains($"2026-{number:000}", StringComparison.Ordinal)));
        Assert.DoesNotContain(scheme.Sam.Messages[^1].Buttons, button => button.Title.StartsWith("More", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S2-05"), Trait("Requirement", "U-11")]
    public async Task Cycles_say_who_with_whom_dates_state_and_the_meetings_by_number_and_mode()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with { Stalled = true };
        var scheme = new Scheme(
            "2027-01-18T10:00",
            [
                cycle, Given.Meeting(cycle, "2026-12-03T15:30", MeetingState.Held, initial: true),
                Given.Meeting(cycle, "2026-12-10T15:30", MeetingState.Held, MeetingMode.InPerson),
                Given.Meeting(cycle, "2027-01-07T15:30", MeetingState.Held, MeetingMode.InPerson),
                Given.Meeting(cycle, "2027-01-21T15:30", mode: MeetingMode.InPerson),
            ]);
        await scheme.Sam.Says("coordinator");
        await scheme.Sam.Presses(Verbs.CoordinatorCycles);
        await scheme.Sam.Presses(Verbs.CoordinatorCycles, button: "Stalled: 1");
        scheme.Sam.Sees(
            "Amira Khan and Grace Obi", "State: Active", "Since: Tuesday 24 November 2026", "Held so far: Teams: 1 and In person: 2",
            "Last met: Thursday 7 January 2027", "Booked: In person: 1", "Last possible date: Friday 28 May 2027");
        await scheme.Sam.Presses(Verbs.CoordinatorCycle);
        scheme.Sam.Sees("Amira Khan and Grace Obi", "Stalled");
        foreach (var person in new[] { Authority.Amira, Authority.Grace })
        {
            Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == person.Id && entry.Action == "cycle.viewed");
        }
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Supporters_by_state_lead_to_their_own_card()
    {
        var scheme = new Scheme(
            "2026-11-30T10:00",
            Authority.Supporter(Authority.Peter, capacity: 2, active: 1) with { PausedUntil = new NodaTime.LocalDate(2027, 2, 1) },
            Authority.Supporter(Authority.Hannah) with { State = SupporterState.Interested, TrainedOn = null });
        await scheme.Sam.Says("supporters");
        scheme.Sam.Sees("Peter Lloyd", "Hillside Federation", "Places taken: 1 of 2", "Completed on Wednesday 14 January 2026", "Paused until: Monday 1 February 2027");
        Assert.Contains(scheme.Sam.News[0].Buttons, button => button.Verb == Overseer.OpenSupporter && button.Arg == RequestCards.KeyOf(Authority.Peter.Id));
        await scheme.Sam.Presses(Verbs.CoordinatorSupporters, button: "Interested");
        scheme.Sam.Sees("Hannah Cole", "Training: None");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Peter.Id && entry.Action == "supporter.listed");
    }

    [Theory, Trait("Requirement", "S2-36")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(6, "6")]
    public async Task A_report_hides_figures_of_fewer_than_five(int started, string shown)
    {
        var cycles = Enumerable.Range(0, started).Select(_ => Given.Cycle(Authority.Amira, Authority.Grace)).ToList();
        var closed = Given.Cycle(Authority.Hannah, Authority.Grace, pairedAt: "2026-04-20T10:00") with
        {
            State = CycleState.Closed,
            Closed = CloseReason.Completed,
            ClosedAt = SchoolTime.At("2026-10-01T10:00"),
        };
        var scheme = new Scheme(
            "2026-12-01T10:00",
            [.. cycles, closed, .. cycles.Select(cycle => Given.Meeting(cycle, "2026-11-26T15:30", MeetingState.Held, initial: true))]);
        await scheme.Sam.Says("reports");
        scheme.Sam.Sees($"Pairs started: {shown}", $"Of these, have met: {shown}", "Requests made: fewer than 5", "Completed: fewer than 5");
        Assert.DoesNotContain(scheme.Store.All<AuditEntry>(), entry => entry.About is not null);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Roles_say_who_holds_them_and_where_that_is_set()
    {
        var scheme = new Scheme("2026-12-01T10:00");
        await scheme.Sam.Says("roles");
        scheme.Sam.Sees("Who holds which role", "Local authority", "Sam Reid", "The list in the settings");
    }

    [Fact, Trait("Requirement", "S2-13")]
    public async Task A_request_for_somebody_begins_with_their_name_and_asks_nothing_of_anyone()
    {
        var scheme = new Scheme("2026-12-01T10:00", Authority.Hannah with { Programmes = [Authority.Programme.Id] });
        await scheme.Sam.Says("requests");
        await scheme.Sam.Presses(Verbs.CoordinatorFind);
        await scheme.Sam.Fills(Verbs.CoordinatorFind, (InputIds.Person, "hann"));
        var found = scheme.Sam.Sees("Hannah Cole", "Mill Road Primary");
        Assert.Equal(Authority.Hannah.Id.Value, Assert.Single(found.Buttons, button => button.Verb == Verbs.BehalfStart).Arg);
        Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Hannah.Id && entry.Action == "person.found");
        await scheme.Sam.Fills(Verbs.CoordinatorFind, (InputIds.Person, "zz"));
        scheme.Sam.Sees("I know nobody of that name");
        Assert.Empty(scheme.Store.Errands);
        scheme.Hannah.SeesNothing();
    }
}
