using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Out_of_reach
{
    [Fact, Trait("Requirement", "U-18")]
    public async Task An_ask_that_cannot_be_delivered_becomes_a_task_and_the_head_sees_that_it_is_being_arranged()
    {
        var scheme = await AskedAsync();
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.TellByEmail, Authority.Peter.Id), (task.Kind, task.Person!.Value));
        scheme.Amira.Sees("Your request 2026-001 is being arranged", "Sam Reid gets in touch with Peter Lloyd");
        Assert.Equal(AskState.Queued, scheme.Only<Ask>().State);
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("being arranged by Sam Reid");

        // The errand comes round again each day; nobody is told twice.
        await scheme.MovesTo("2026-11-27T12:00");
        scheme.Amira.SeesNothing();
        Assert.Single(scheme.Store.All<CoordinatorTask>());
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task Once_the_coordinator_has_written_the_time_to_answer_runs_and_the_card_comes_with_the_bot()
    {
        var scheme = await AskedAsync();
        await scheme.MovesTo("2026-11-26T10:00");
        await ToldAsync(scheme, Authority.Sam.Id);
        var ask = scheme.Only<Ask>();
        Assert.Equal((AskState.Sent, SchoolTime.At("2026-12-03T17:30")), (ask.State, ask.RespondBy));
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.Action == "told-by-email" && entry.Actor == Authority.Sam.Id);

        scheme.WithoutApp.Clear();
        await scheme.MovesTo("2026-11-27T10:00");
        scheme.Peter.Sees("Would you support a colleague?", "Amira Khan");
        await scheme.Peter.Presses(Verbs.AskAccept);
        scheme.Peter.Sees("You make first contact");
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task The_coordinator_marks_it_told_on_the_list_of_what_waits()
    {
        var scheme = await AskedAsync();
        await scheme.Sam.Says("tasks");
        await scheme.Sam.Presses(Verbs.TaskDone);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        Assert.Equal(AskState.Sent, scheme.Only<Ask>().State);
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task A_pair_that_was_told_by_e_mail_does_not_wait_again_the_next_day()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-11-24T10:00", cycle) { Reference = Authority.Coordinated() };
        scheme.WithoutApp.Add(Authority.Amira.Id);
        scheme.Expects(new Errand.TellPaired(cycle.Id, Authority.Amira.Id), "2026-11-24T10:05");
        await scheme.MovesTo("2026-11-24T11:00");
        await scheme.Sam.Says("tasks");
        await scheme.Sam.Presses(Verbs.TaskDone);
        await scheme.MovesTo("2026-11-26T11:00");
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task Somebody_who_gets_the_bot_first_needs_no_e_mail()
    {
        var scheme = await AskedAsync();
        scheme.WithoutApp.Clear();
        await scheme.MovesTo("2026-11-25T10:00");
        scheme.Peter.Sees("Would you support a colleague?");
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task Somebody_out_of_reach_is_not_waited_for_longer_than_anybody_else()
    {
        var scheme = await AskedAsync();
        await scheme.MovesTo("2026-12-02T08:30");
        scheme.Amira.Sees("Peter Lloyd has no room just now", "Grace Obi");
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        Assert.Empty(scheme.Peter.Messages);
    }

    [Fact, Trait("Requirement", "U-18"), Trait("Requirement", "U-09")]
    public async Task Nobody_but_a_coordinator_marks_it_told()
    {
        var scheme = await AskedAsync();
        Assert.IsType<Arranged.NotYours>(await ToldAsync(scheme, Authority.Amira.Id));
        Assert.Equal(AskState.Queued, scheme.Only<Ask>().State);
        Assert.IsType<Arranged.Done>(await ToldAsync(scheme, Authority.Sam.Id));
        Assert.IsType<Arranged.OutOfDate>(await ToldAsync(scheme, Authority.Sam.Id));
    }

    private static async Task<Scheme> AskedAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Authority.Coordinated() };
        scheme.WithoutApp.Add(Authority.Peter.Id);
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        Assert.Empty(scheme.Peter.Messages);
        return scheme;
    }

    private static async Task<Arranged> ToldAsync(Scheme scheme, PersonId by)
    {
        var stores = scheme.Store.Begin(scheme.Now);
        var told = await new ArrangeByEmail(new Domain.Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now)).ToldAsync(by, scheme.Only<CoordinatorTask>().Id);
        Assert.True(stores.Commit());
        return told;
    }
}
