using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class Somebody_who_leaves
{
    private const string Group = "9b1d6a52-0000-4000-8000-000000000001";

    [Theory, Trait("Requirement", "U-10"), Trait("Requirement", "A-18")]
    [InlineData(AccountState.Gone)]
    [InlineData(AccountState.Disabled)]
    public async Task Their_cycle_goes_to_the_coordinator_and_the_partner_hears_it_in_hours_without_a_reason(AccountState state)
    {
        var (scheme, meeting) = Running();
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(state);
        await NightAsync(scheme);
        scheme.Amira.SeesNothing();
        Assert.Equal(CycleState.Closed, scheme.Only<Cycle>().State);
        Assert.Equal((MeetingState.NotHeld, NotHeldReason.Cancelled), (scheme.Only<Meeting>().State, scheme.Only<Meeting>().NotHeld!.Value));
        Assert.DoesNotContain(scheme.Calendar.Events, one => one.Id == meeting.Id);
        Assert.Equal(SupporterState.Left, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
        Assert.NotNull(scheme.Store.All<Person>().Single(one => one.Id == Authority.Grace.Id).GoneSince);

        await scheme.MovesTo("2026-12-02T08:30");
        Assert.Contains(scheme.Amira.News, message => message.Text.Contains("Grace Obi", StringComparison.Ordinal));
        scheme.Amira.NeverSaw("disabled", "account", "directory", "gone");
        scheme.Sam.Sees("Has left the programme", "Grace Obi, Brook Lane Primary", "With: Amira Khan");
        Assert.Equal((TaskKind.Left, Authority.Grace.Id), Assert.Single(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen) is var task ? (task.Kind, task.Person!.Value) : default);
        scheme.Grace.SeesNothing();
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task Nothing_more_is_sent_to_them_whatever_was_due()
    {
        var (scheme, _) = Running();
        var request = Given.Request(Authority.Hannah, preferences: Authority.Grace);
        scheme.Store.Put(request, Given.Ask(request, Authority.Grace, AskState.Queued));
        scheme.Expects(new Errand.OfferTimes(scheme.Only<Cycle>().Id, Authority.Grace.Id), "2026-12-02T09:00");
        scheme.Expects(new Errand.DeliverAsk(scheme.Only<Ask>().Id), "2026-12-02T09:00");
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Gone);
        await NightAsync(scheme);
        await scheme.MovesTo("2026-12-11T12:00");
        Assert.Empty(scheme.Grace.Messages);
        Assert.Equal(AskState.Overtaken, scheme.Store.All<Ask>().Single(ask => ask.Supporter == Authority.Grace.Id).State);
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task Whoever_has_left_twice_leaves_once_and_whoever_is_back_is_back()
    {
        var (scheme, _) = Running();
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Disabled);
        await NightAsync(scheme);
        var since = scheme.Store.All<Person>().Single(one => one.Id == Authority.Grace.Id).GoneSince;
        await scheme.MovesTo("2026-12-03T03:00");
        Assert.Equal(since, scheme.Store.All<Person>().Single(one => one.Id == Authority.Grace.Id).GoneSince);
        Assert.Single(scheme.Store.All<CoordinatorTask>());

        scheme.Directory.Accounts.Clear();
        await scheme.MovesTo("2026-12-04T03:00");
        Assert.Null(scheme.Store.All<Person>().Single(one => one.Id == Authority.Grace.Id).GoneSince);
    }

    [Fact, Trait("Requirement", "U-10"), Trait("Requirement", "U-23")]
    public async Task A_new_workplace_or_a_school_that_no_longer_fits_is_looked_at_again_and_ends_nothing()
    {
        var (scheme, _) = Running();
        var running = scheme.Only<Cycle>().Id;
        scheme.Store.Put(Given.Cycle(Authority.Adam, Authority.Peter));
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Active, "Brook Lane Primary");
        await NightAsync(scheme);
        var adam = Assert.Single(scheme.Store.All<CoordinatorTask>());
        Assert.Equal((TaskKind.Recheck, Authority.Adam.Id), (adam.Kind, adam.Person!.Value));

        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Active, "Mill Road Primary");
        await scheme.MovesTo("2026-12-03T03:00");
        await scheme.MovesTo("2026-12-04T03:00");
        Assert.Equal([Authority.Adam.Id, Authority.Grace.Id], scheme.Store.All<CoordinatorTask>().Select(task => task.Person!.Value));
        Assert.Equal(CycleState.Active, scheme.Store.All<Cycle>().Single(cycle => cycle.Id == running).State);
    }

    [Fact, Trait("Requirement", "S2-08")]
    public async Task A_supporter_who_serves_no_more_leaves_the_list_and_their_cycle_goes_to_the_coordinator_and_goes_on()
    {
        var (scheme, _) = Running();
        scheme.Store.Put(scheme.Store.All<Person>().Single(one => one.Id == Authority.Grace.Id) with { JobRole = "adviser" });
        await NightAsync(scheme);
        await scheme.MovesTo("2026-12-03T03:00");
        Assert.Equal(SupporterState.Left, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
        Assert.Equal(CycleState.Active, scheme.Only<Cycle>().State);
        Assert.Equal((TaskKind.Left, Authority.Grace.Id), Assert.Single(scheme.Store.All<CoordinatorTask>(), one => one.IsOpen) is var task ? (task.Kind, task.Person!.Value) : default);
    }

    [Fact, Trait("Requirement", "U-23")]
    public async Task A_recheck_that_waits_already_is_not_opened_a_second_time()
    {
        var (scheme, _) = Running();
        scheme.Store.Put(
            Given.Cycle(Authority.Adam, Authority.Peter),
            new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Recheck, scheme.Now, Authority.Adam.Id));
        await NightAsync(scheme);
        Assert.Single(scheme.Store.All<CoordinatorTask>());
    }

    [Fact, Trait("Requirement", "U-23")]
    public async Task What_the_coordinator_has_looked_at_comes_back_with_a_new_fact_only()
    {
        var (scheme, _) = Running();
        scheme.Store.Put(Given.Cycle(Authority.Adam, Authority.Peter));
        await NightAsync(scheme);
        var task = Assert.Single(scheme.Store.All<CoordinatorTask>());
        await scheme.Does(turn => new FinishTask(turn).DoAsync(Authority.Sam.Id, task.Id));
        await scheme.MovesTo("2026-12-05T03:00");
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), one => one.IsOpen);

        scheme.Store.Put(scheme.Store.All<Person>().Single(one => one.Id == Authority.Adam.Id) with { JobRole = "executive headteacher" });
        await scheme.MovesTo("2026-12-07T03:00");
        Assert.Equal(Authority.Adam.Id, Assert.Single(scheme.Store.All<CoordinatorTask>(), one => one.IsOpen).Person);
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), one => one.Subject is not null);
    }

    [Theory, Trait("Requirement", "U-23"), Trait("Requirement", "S2-12")]
    [InlineData("approvals", Verbs.ApprovalOpen)]
    [InlineData("tasks", Verbs.ApprovalOpen)]
    public async Task Somebody_who_asked_for_support_and_does_not_fit_any_more_is_looked_at_and_ticked_off(string list, string open)
    {
        var (scheme, _) = Running();
        scheme.Store.Put(
            Given.Cycle(Authority.Adam, Authority.Peter), Authority.Riverside with { Closed = true },
            new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Recheck, scheme.Now, Authority.Adam.Id));
        await scheme.Sam.Says(list);
        await scheme.Sam.Presses(open, on: "Adam Wren");
        scheme.Sam.Sees("Adam Wren", "Riverside Academy (closed)", "Role: headteacher", "Not met now");

        await scheme.Sam.Presses(Verbs.TaskDone, on: "Riverside Academy (closed)");
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
        Assert.True(scheme.Store.All<Cycle>().Single(cycle => cycle.Requester == Authority.Adam.Id).IsOpen);
        await scheme.Sam.Says("approvals");
        scheme.Sam.Sees("Nothing waits for you here.");
    }

    [Fact, Trait("Requirement", "U-10"), Trait("Requirement", "S2-41")]
    public async Task Their_supervision_meeting_is_called_off_and_nothing_about_them_waits()
    {
        var (scheme, _) = Running();
        var profile = scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id);
        scheme.Store.Put(
            profile with { Supervision = new Supervision(new MeetingId(Guid.NewGuid()), scheme.Now, null, Authority.Jo.Id, SchoolTime.At("2026-12-09T15:30"), EventId: "1") },
            new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Recheck, scheme.Now, Authority.Grace.Id));
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Gone);
        await NightAsync(scheme);
        await scheme.MovesTo("2026-12-02T09:00");
        scheme.Jo.Sees("is off");
        Assert.Null(scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).Supervision!.Start);
        Assert.Equal([TaskKind.Left], scheme.Store.All<CoordinatorTask>().Where(one => one.IsOpen).Select(one => one.Kind));
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task A_supervisor_whose_account_is_gone_is_not_written_to()
    {
        var (scheme, _) = Running();
        var profile = scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id);
        scheme.Store.Put(
            scheme.Store.All<Person>().Single(one => one.Id == Authority.Jo.Id) with { GoneSince = scheme.Now },
            profile with { Supervision = new Supervision(new MeetingId(Guid.NewGuid()), scheme.Now, null, Authority.Jo.Id) });
        scheme.Expects(new Errand.TellSupervisor(Authority.Grace.Id, Authority.Programme.Id, Start: null), "2026-12-01T23:30");
        await scheme.MovesTo("2026-12-02T12:00");
        Assert.Empty(scheme.Jo.Messages);
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task A_directory_that_does_not_answer_ends_nothing_and_is_asked_again()
    {
        var (scheme, _) = Running();
        scheme.Directory.Unavailable = true;
        scheme.Directory.Accounts[Authority.Grace.Id] = new Account(AccountState.Gone);
        await NightAsync(scheme);
        Assert.Equal(CycleState.Active, scheme.Only<Cycle>().State);
        scheme.Directory.Unavailable = false;
        await scheme.MovesTo("2026-12-02T04:00");
        Assert.Equal(CycleState.Closed, scheme.Only<Cycle>().State);
    }

    [Fact, Trait("Requirement", "U-10")]
    public async Task One_who_cannot_be_looked_at_keeps_nobody_else_from_it()
    {
        // Of Grace's pair the definition is gone, so that whatever looks at it ends in an exception.
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with { Programme = new(Authority.Programme.Id, 99) };
        var scheme = new Scheme("2026-12-01T23:00", cycle) { HasBugs = true };
        scheme.Directory.Accounts[Authority.Peter.Id] = new Account(AccountState.Gone);
        await NightAsync(scheme);

        Assert.NotNull(scheme.Store.All<Person>().Single(one => one.Id == Authority.Peter.Id).GoneSince);
        Assert.All(scheme.Store.All<Person>(), person => Assert.Contains(person.Id, scheme.Directory.Asked));
        Assert.DoesNotContain(scheme.Store.Errands, due => due.Errand is Errand.CheckAccount or Errand.CheckAccounts);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task The_members_of_the_group_hold_the_role_and_lose_it_with_the_group()
    {
        var (scheme, _) = Running();
        scheme.Reference = Authority.Reference with { Roles = [], RoleGroups = [new RoleGroup(Authority.Programme.Id, "coordinator", Group)] };
        scheme.Directory.Groups[Group] = [Authority.Sam.Id];
        await scheme.Sam.Says("coordinator");
        Assert.DoesNotContain(scheme.Sam.News, message => message.Text.Contains("where things stand", StringComparison.Ordinal));
        await NightAsync(scheme);
        await scheme.Sam.Says("coordinator");
        scheme.Sam.Sees("where things stand");
        Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Sam.Id && entry.Action == "role.changed");

        scheme.Directory.Groups.Clear();
        await scheme.MovesTo("2026-12-03T03:00");
        await scheme.Sam.Says("coordinator");
        scheme.Sam.Sees("where things stand");

        scheme.Directory.Groups[Group] = [];
        await scheme.MovesTo("2026-12-04T03:00");
        await scheme.Sam.Says("coordinator");
        Assert.DoesNotContain(scheme.Sam.News, message => message.Text.Contains("where things stand", StringComparison.Ordinal));

        scheme.Directory.Groups[Group] = [Authority.Sam.Id];
        await scheme.MovesTo("2026-12-05T03:00");
        scheme.Reference = scheme.Reference with { RoleGroups = [] };
        await scheme.Sam.Says("coordinator");
        Assert.DoesNotContain(scheme.Sam.News, message => message.Text.Contains("where things stand", StringComparison.Ordinal));
    }

    private static async Task NightAsync(Scheme scheme)
    {
        var stores = scheme.Store.Begin(scheme.Now);
        await new Routines(new Domain.Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now)).BeginDirectoryAsync();
        Assert.True(stores.Commit());
        await scheme.MovesTo("2026-12-01T23:30");
    }

    private static (Scheme Scheme, Meeting Meeting) Running()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var meeting = Given.Meeting(cycle, "2026-12-08T15:30", initial: true);
        return (new Scheme("2026-12-01T23:00", cycle, meeting, Authority.Supporter(Authority.Grace, active: 1)), meeting);
    }
}
