using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class The_coordinators_home
{
    [Theory, Trait("Requirement", "S2-05"), Trait("Requirement", "U-11"), Trait("Requirement", "U-18"), Trait("Requirement", "U-23")]
    [InlineData("coordinator")]
    [InlineData("Home")]
    [InlineData("hello")]
    public async Task Shows_what_waits_in_counts(string words)
    {
        var scheme = Busy("2026-11-30T08:30");
        await scheme.Sam.Says(words);

        var home = scheme.Sam.Sees("where things stand");
        foreach (var line in new[]
        {
            "Open requests: 3", "Waiting over 5 working days: 1, the longest 6 working days", "Stalled, no meeting for long: 1", "Near their limit: 2",
            "Both ask for more: 1", "To approve: 1", "To check again: 1", "Other tasks: 2",
        })
        {
            Assert.Contains(line, home.Text, StringComparison.Ordinal);
        }

        foreach (var verb in new[]
        {
            Verbs.CoordinatorRequests, Verbs.CoordinatorSupporters, Verbs.CoordinatorCycles, Verbs.CoordinatorReports, Verbs.CalendarShow, Verbs.ContactsShow,
            Verbs.CoordinatorRoles, Verbs.Help,
        })
        {
            Assert.Contains(home.Buttons, button => button.Verb == verb);
        }
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Is_not_there_for_anybody_else()
    {
        var scheme = Busy("2026-11-30T08:30");
        await scheme.Hannah.Says("coordinator");
        scheme.Hannah.Sees("Hello Hannah");
        await scheme.Hannah.Says("home");
        scheme.Hannah.Sees("Hello Hannah");
    }

    [Fact, Trait("Requirement", "U-09"), Trait("Requirement", "S2-05")]
    public async Task A_role_that_was_taken_away_is_gone_at_the_next_press()
    {
        var scheme = Busy("2026-11-30T08:30");
        await scheme.Sam.Says("coordinator");
        scheme.Reference = Authority.Reference with { Roles = [] };
        foreach (var verb in new[] { Verbs.CoordinatorRequests, Verbs.CoordinatorCycles, Verbs.CalendarShow, Verbs.ContactsShow, Verbs.CoordinatorRoles })
        {
            await scheme.Sam.PressesOn(scheme.Sam.Messages[0], verb);
            scheme.Sam.Sees("This card is for someone else");
        }
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Comes_by_itself_every_Monday_morning_from_the_first_hello_on()
    {
        var scheme = Busy("2026-11-24T10:00");
        await scheme.Sam.Says("hello");
        await scheme.Sam.Says("hello");
        await scheme.MovesTo("2026-11-30T08:29");
        scheme.Sam.SeesNothing();
        await scheme.MovesTo("2026-11-30T08:30");
        scheme.Sam.Sees("your week", "Open requests: 3", "the longest 6 working days");
        Assert.Single(scheme.Sam.News);
        await scheme.MovesTo("2026-12-06T12:00");
        scheme.Sam.SeesNothing();
        await scheme.MovesTo("2026-12-07T08:30");
        scheme.Sam.Sees("your week");
        Assert.Single(scheme.Sam.News);
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task After_the_holidays_one_digest_comes_and_not_three()
    {
        var scheme = Busy("2026-12-18T10:00");
        await scheme.Sam.Says("coordinator");
        await scheme.MovesTo("2027-01-03T12:00");
        scheme.Sam.SeesNothing();
        await scheme.MovesTo("2027-01-04T12:00");
        Assert.Single(scheme.Sam.News, message => message.Text.Contains("your week", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_coordinates_no_more_gets_no_digest()
    {
        var scheme = Busy("2026-11-24T10:00");
        await scheme.Sam.Says("coordinator");
        scheme.Reference = Authority.Reference with { Roles = [] };
        await scheme.MovesTo("2026-11-30T12:00");
        scheme.Sam.SeesNothing();
    }

    [Fact]
    public async Task Two_processes_that_begin_at_once_make_one_round()
    {
        var scheme = Busy("2026-11-24T10:00");
        scheme.BeforeNextCommit = async () =>
        {
            var stores = scheme.Store.Begin(scheme.Now);
            await new Routines(new Domain.Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now)).BeginDigestAsync(Authority.Programme);
            Assert.True(stores.Commit());
        };
        await scheme.Sam.Says("coordinator");
        Assert.Single(scheme.Store.Errands, due => due.Errand is Errand.SendDigests);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task A_task_is_ticked_off_once()
    {
        var task = new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.TellByEmail, SchoolTime.At("2026-11-25T10:00"), Authority.Peter.Id);
        var scheme = new Scheme("2026-11-26T10:00", task);
        await scheme.Sam.Says("tasks");
        var list = scheme.Sam.Sees("Tell them by e-mail: I cannot reach them", "Peter Lloyd, Hillside Federation", "Wednesday 25 November 2026");
        await scheme.Sam.PressesOn(list, Verbs.TaskDone);
        scheme.Sam.Sees("off your list");
        var done = scheme.Only<CoordinatorTask>();
        Assert.Equal((scheme.Sam.Id, scheme.Now), (done.DoneBy!.Value, done.DoneAt!.Value));
        await scheme.Sam.PressesOn(list, Verbs.TaskDone);
        scheme.Sam.Sees("changed");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Peter.Id && entry.Action == "told-by-email" && entry.Actor == scheme.Sam.Id);
    }

    internal static Scheme Busy(string now)
    {
        var sent = Given.Request(Authority.Hannah, preferences: [Authority.Peter, Authority.Grace]);
        var late = Given.Request(Authority.Adam, madeAt: "2026-11-26T09:00", preferences: [Authority.Peter]) with { Number = "2026-015" };
        var unmatched = Given.Request(Authority.Lena, Domain.Support.RequestState.Unmatched, "2026-11-27T09:00") with { Number = "2026-016" };
        var near = new CycleReview(SchoolTime.At("2026-11-20T09:00"), new Dictionary<string, ReviewWish>());
        return new Scheme(
            now,
            [
                sent, late, unmatched, Given.Ask(sent, Authority.Peter), Given.Ask(late, Authority.Peter),
                Given.Cycle(Authority.Amira, Authority.Grace), Given.Cycle(Authority.MoreSupporters[0], Authority.Grace) with { Stalled = true },
                Given.Cycle(Authority.MoreSupporters[1], Authority.Grace) with { State = CycleState.Review, Review = near },
                Given.Cycle(Authority.MoreSupporters[2], Authority.Grace) with { State = CycleState.Review, Review = near },
                Given.Cycle(Authority.MoreSupporters[3], Authority.Grace) with { State = CycleState.Review, Review = near with { WaitsForCoordinator = true } },
                .. new[] { TaskKind.Approval, TaskKind.Recheck, TaskKind.Stalled, TaskKind.Extension, TaskKind.TellByEmail, TaskKind.Left }
                    .Select((kind, at) => new CoordinatorTask(
                        Guid.NewGuid(), Authority.Programme.Id, kind, SchoolTime.At("2026-11-23T09:00") + NodaTime.Duration.FromHours(at), Authority.Peter.Id)),
            ]);
    }
}
