using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Unanswered_requests
{
    private readonly SupportRequest request = Given.Request(Authority.Amira, preferences: [Authority.Peter, Authority.Grace]);

    [Fact, Trait("Requirement", "U-02")]
    public async Task The_coordinator_may_remind_in_the_hours_of_the_supporter()
    {
        var ask = Given.Ask(request, Authority.Peter);
        var office = Coordinated("2026-11-27T18:00", request, ask);
        var taken = Assert.IsType<UnansweredStep.Taken>(await office.Does(turn => new Unanswered(turn).RemindAsync(Authority.Sam.Id, request.Id)));

        Assert.Equal(SchoolTime.At("2026-11-30T08:30"), taken.At);
        Assert.Equal(["2026-11-30T08:30"], office.Due<Errand.RemindAsk>(remind => remind.Ask == ask.Id));
        var entry = office.Only<AuditEntry>();
        Assert.Equal((Authority.Sam.Id, Authority.Amira.Id, "request.reminded", request.Id.ToString()), (entry.Actor, entry.About!.Value, entry.Action, entry.Subject));
    }

    [Fact, Trait("Requirement", "A-03")]
    public async Task The_next_choice_can_be_asked_now_and_the_first_is_let_go()
    {
        var ask = Given.Ask(request, Authority.Peter);
        var office = Coordinated("2026-11-27T10:00", request, ask);
        Assert.IsType<UnansweredStep.Taken>(await office.Does(turn => new Unanswered(turn).AskNextAsync(Authority.Sam.Id, request.Id)));

        var asks = office.Store.All<Ask>().ToDictionary(one => one.Supporter, one => one.State);
        Assert.Equal((AskState.Overtaken, AskState.Queued), (asks[Authority.Peter.Id], asks[Authority.Grace.Id]));
        Assert.Single(office.Due<Errand.TellAskMoved>());
        Assert.Single(office.Due<Errand.TellOvertaken>());
    }

    [Fact]
    public async Task Where_no_other_choice_is_left_the_ask_goes_on()
    {
        var office = Coordinated("2026-11-27T10:00", request, Given.Ask(request, Authority.Peter), Authority.Supporter(Authority.Grace, active: 1));
        var before = office.Store.Rows;
        Assert.IsType<UnansweredStep.NobodyLeft>(await office.Does(turn => new Unanswered(turn).AskNextAsync(Authority.Sam.Id, request.Id)));
        Assert.Equal(before, office.Store.Rows);
        Assert.Empty(office.Store.Errands);
    }

    [Theory, Trait("Requirement", "U-02")]
    [InlineData(RequestState.Asking, true)]
    [InlineData(RequestState.Unmatched, true)]
    [InlineData(RequestState.Matched, false)]
    [InlineData(RequestState.Withdrawn, false)]
    [InlineData(RequestState.Refused, false)]
    [InlineData(RequestState.Draft, false)]
    public async Task Others_can_be_suggested_while_nobody_has_said_yes(RequestState state, bool may)
    {
        var standing = request with { State = state };
        var office = Coordinated("2026-11-27T18:00", standing);
        var step = await office.Does(turn => new Unanswered(turn).SuggestOthersAsync(Authority.Sam.Id, request.Id));

        Assert.Equal(may, step is UnansweredStep.Taken);
        Assert.Equal(may ? ["2026-11-30T08:30"] : [], office.Due<Errand.SuggestOthers>());
        Assert.Equal(may, office.Only<SupportRequest>().OthersSuggested);
    }

    [Fact]
    public async Task With_nobody_free_there_is_nobody_to_suggest()
    {
        var office = Coordinated("2026-11-27T10:00", [request with { State = RequestState.Unmatched }, .. Authority.Everyone().OfType<SupporterProfile>().Select(one => one with { ActiveCycles = 1 })]);
        Assert.IsType<UnansweredStep.NobodyLeft>(await office.Does(turn => new Unanswered(turn).SuggestOthersAsync(Authority.Sam.Id, request.Id)));
        Assert.Empty(office.Store.Errands);
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task Nobody_but_a_coordinator_of_the_programme_does_any_of_it()
    {
        var office = Coordinated("2026-11-27T10:00", request, Given.Ask(request, Authority.Peter));
        var before = office.Store.Rows;
        foreach (var person in new[] { Authority.Amira, Authority.Peter, Authority.Jo })
        {
            Assert.IsType<UnansweredStep.NotYours>(await office.Does(turn => new Unanswered(turn).RemindAsync(person.Id, request.Id)));
            Assert.IsType<UnansweredStep.NotYours>(await office.Does(turn => new Unanswered(turn).AskNextAsync(person.Id, request.Id)));
            Assert.IsType<UnansweredStep.NotYours>(await office.Does(turn => new Unanswered(turn).SuggestOthersAsync(person.Id, request.Id)));
        }

        Assert.Equal(before, office.Store.Rows);
    }

    private static Office Coordinated(string now, params IEnumerable<object> given) => new(now, given) { Reference = Authority.Coordinated() };
}
