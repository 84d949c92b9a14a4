using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class What_ends_with_its_time
{
    [Fact, Trait("Requirement", "S2-08"), Trait("Requirement", "U-18")]
    public async Task Nothing_waits_for_the_coordinator_because_of_a_cycle_that_is_over()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var kinds = new[] { TaskKind.Left, TaskKind.TellByEmail, TaskKind.Stalled, TaskKind.Extension };
        var scheme = new Scheme(
            "2026-12-08T10:00",
            [
                cycle, Authority.Supporter(Authority.Grace, active: 1),
                .. kinds.Select(kind => new CoordinatorTask(
                    CoordinatorTasks.IdOf(kind, cycle.Id.ToString()), Authority.Programme.Id, kind, SchoolTime.At("2026-12-01T10:00"), Authority.Grace.Id, cycle.Id.ToString())),
            ]);
        await scheme.Does(turn => new FinishCycle(turn).FinishAsync(Authority.Amira.Id, cycle.Id));
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
    }

    [Fact, Trait("Requirement", "U-03")]
    public async Task A_cycle_that_somebody_left_waits_for_the_coordinator_after_its_end()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-12-08T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Does(turn => new LookAfterSupporter(turn).TakeOffListAsync(
            scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id), Authority.Programme, SupporterNews.NotServing).ContinueWith(_ => true));
        await scheme.Does(turn => new FinishCycle(turn).LeftAsync(Authority.Grace.Id, cycle.Id));
        Assert.Equal((TaskKind.Left, true), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().IsOpen));
    }

    [Theory, Trait("Requirement", "A-19")]
    [InlineData(Domain.Support.RequestState.Open)]
    [InlineData(Domain.Support.RequestState.Draft)]
    [InlineData(Domain.Support.RequestState.Unmatched)]
    public async Task A_request_that_is_open_after_all_that_time_is_closed_kindly_and_deleted_the_night_after(Domain.Support.RequestState state)
    {
        var scheme = Old(state);
        await scheme.MovesTo("2026-11-24T03:00");
        Assert.Equal(Domain.Support.RequestState.Withdrawn, scheme.Only<SupportRequest>().State);
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-11-24T08:30");
        scheme.Amira.Sees("Your request is closed", "Thursday 21 November 2024", "ask again");
        Assert.Single(scheme.Amira.News);
        await scheme.MovesTo("2026-11-25T03:00");
        Assert.Empty(scheme.Store.All<SupportRequest>());
        Assert.Empty(scheme.Store.All<PrivateNote>());
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_dry_run_closes_nothing()
    {
        var scheme = Old(Domain.Support.RequestState.Open);
        scheme.Reference = scheme.Reference with { RetentionDryRun = true };
        await scheme.MovesTo("2026-11-24T09:00");
        Assert.Equal(Domain.Support.RequestState.Open, scheme.Only<SupportRequest>().State);
        scheme.Amira.SeesNothing();
        Assert.Contains("closed-requests=1", scheme.Store.All<AuditEntry>().Single(entry => entry.Action == "retention.counted").Subject, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_step_of_the_night_that_fails_keeps_none_of_those_after_it_waiting()
    {
        // Without its definition the request cannot be closed.
        var request = Given.Request(Authority.Amira, Domain.Support.RequestState.Open, "2024-11-21T19:05") with { Programme = new(Authority.Programme.Id, 99) };
        var scheme = new Scheme(
            "2026-11-23T20:00", request, Authority.Supporter(Authority.Lena) with { State = SupporterState.Left, LeftOn = SchoolTime.Date("2026-01-10") })
        {
            HasBugs = true,
        };
        scheme.Expects(Errand.DeleteOld.Tonight, "2026-11-24T02:30");
        await scheme.MovesTo("2026-11-24T03:00");

        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), profile => profile.Person == Authority.Lena.Id);
        Assert.Equal("2026-11-25T02:30", SchoolTime.Written(scheme.Store.Errands.Single(due => due.Errand is Errand.DeleteOld).Due));
        Assert.Contains("unfinished-steps=1", scheme.Store.All<AuditEntry>().Single(entry => entry.Action == "retention.ran").Subject, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-23")]
    public async Task Whoever_has_booked_a_training_that_is_off_hears_of_it_and_books_another()
    {
        var dates = new[] { "2027-01-14", "2027-01-14", "2027-01-21" }
            .Select((day, at) => new TrainingDate(Guid.NewGuid(), Authority.Programme.Id, SchoolTime.Date(day), new LocalTime(9 + at, 0), null)).ToList();
        var scheme = Volunteers.Scheme(
            "2026-11-24T10:00",
            [
                LocalSettings.None with { TrainingDates = [.. dates] },
                .. new[] { Authority.Hannah, Authority.Peter }.Select(person =>
                    Authority.Supporter(person) with { State = SupporterState.CriteriaChecked, TrainedOn = null, ConsentedOn = null }),
            ]);
        foreach (var (person, at) in new[] { (scheme.Hannah, 0), (scheme.Peter, 1) })
        {
            await person.Says("training");
            await person.Forges($$"""{"verb":"{{Verbs.TrainingBook}}","id":"{{RequestCards.KeyOf(person.Id)}}","arg":"{{dates[at].Id:N}}","version":0,"nonce":"a"}""");
        }

        await scheme.MovesTo("2026-11-24T20:00");
        await scheme.Sam.Forges($$"""{"verb":"{{Verbs.TrainingDateRemove}}","id":"none","arg":"{{dates[0].Id:N}}","version":0,"nonce":"a"}""");
        scheme.Hannah.SeesNothing();
        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Hannah.Sees("The training on Thursday 14 January 2027 is off");
        scheme.Peter.SeesNothing();
        await scheme.Hannah.Presses(Verbs.TrainingBook, button: "21 January");
        Assert.Equal(new LocalDate(2027, 1, 21), scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Hannah.Id).TrainingBookedFor);
    }

    private static Scheme Old(Domain.Support.RequestState state)
    {
        var request = Given.Request(Authority.Amira, state, "2024-11-21T19:05") with { Number = state == Domain.Support.RequestState.Draft ? "" : "2026-014" };
        var scheme = new Scheme(
            "2026-11-23T20:00", request,
            new PrivateNote(Guid.NewGuid(), Authority.Amira.Id, NoteKind.ForSupporter, request.Id.ToString(), "For whoever supports me"),
            new CoordinatorTask(CoordinatorTasks.IdOf(TaskKind.Unmatched, request.Id.ToString()), Authority.Programme.Id, TaskKind.Unmatched, SchoolTime.At("2024-12-01T10:00"), Authority.Amira.Id, request.Id.ToString()));
        scheme.Expects(Errand.DeleteOld.Tonight, "2026-11-24T02:30");
        return scheme;
    }
}
