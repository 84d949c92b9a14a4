using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Going_down_the_list
{
    private static readonly RequestDraft Draft =
        new("workload", "A note", MeetingMode.Teams, [Authority.Peter.Id, Authority.Grace.Id]);

    [Fact, Trait("Requirement", "S2-04"), Trait("Requirement", "S2-40")]
    public async Task The_first_choice_is_asked_at_the_opening_of_their_window()
    {
        var office = new Office("2026-11-21T19:05");
        var sent = Assert.IsType<Sending.Sent>(await office.Does(turn => SendAsync(turn, Draft)));

        Assert.Equal("2026-001", sent.Request.Number);
        Assert.Equal(["2026-11-23T08:30"], office.Due<Errand.DeliverAsk>());
        Assert.Equal(SchoolTime.At("2026-11-30T17:30"), sent.First.RespondBy);
        Assert.Equal(Authority.Peter.Id, office.Only<Ask>().Supporter);
    }

    // Out of term: Shropshire is back on 4 January, Shetland on 5 January.
    [Theory, Trait("Requirement", "U-05")]
    [InlineData(null, "2027-01-04T08:30")]
    [InlineData("shetland", "2027-01-05T08:30")]
    public async Task Out_of_term_a_request_is_accepted_and_each_choice_asked_on_the_first_day_of_their_own_calendar(string? calendar, string asked)
    {
        var office = new Office("2026-12-22T19:05", Authority.Hillside with { CalendarRef = calendar });
        var sent = Assert.IsType<Sending.Sent>(await office.Does(turn => SendAsync(turn, Draft)));

        Assert.Equal("2026-001", sent.Request.Number);
        Assert.Equal([asked], office.Due<Errand.DeliverAsk>());
    }

    [Fact]
    public async Task A_choice_who_has_no_room_any_more_is_passed_over()
    {
        var office = new Office("2026-11-24T10:00", Authority.Supporter(Authority.Peter, capacity: 1, active: 1));
        var sent = Assert.IsType<Sending.Sent>(await office.Does(turn => SendAsync(turn, Draft)));

        Assert.Equal(Authority.Grace.Id, sent.First.Supporter);
    }

    [Fact]
    public async Task When_nobody_chosen_is_left_nothing_is_sent_or_kept()
    {
        var office = new Office("2026-11-24T10:00");
        var lena = Draft with { Preferences = [Authority.Lena.Id] }; // of the head's own federation

        Assert.IsType<Sending.NobodyLeft>(await office.Does(turn => SendAsync(turn, lena)));
        Assert.Empty(office.Store.All<SupportRequest>());
        Assert.Empty(office.Store.All<PrivateNote>());
        Assert.Empty(office.Store.Errands);
        Assert.Equal("2026-001", Assert.IsType<Sending.Sent>(await office.Does(turn => SendAsync(turn, Draft))).Request.Number);
    }

    [Fact]
    public async Task One_request_at_a_time()
    {
        var office = new Office("2026-11-24T10:00");
        await office.Does(turn => SendAsync(turn, Draft));
        var second = Assert.IsType<Sending.MayNot>(await office.Does(turn => SendAsync(turn, Draft)));

        Assert.IsType<Standing.HasRequest>(second.Standing);
        Assert.Single(office.Store.All<SupportRequest>());
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task A_request_that_nobody_could_take_gives_way_to_a_new_one()
    {
        var unmatched = Given.Request(Authority.Amira, RequestState.Unmatched, preferences: Authority.Peter);
        var office = new Office("2026-11-24T10:00", unmatched);
        var sent = Assert.IsType<Sending.Sent>(await office.Does(turn => SendAsync(turn, Draft)));

        Assert.Equal(RequestState.Withdrawn, office.Store.All<SupportRequest>().Single(request => request.Id == unmatched.Id).State);
        Assert.Equal(RequestState.Asking, sent.Request.State);
    }

    [Theory, Trait("Requirement", "S2-12")]
    [InlineData("academy")]
    [InlineData("deputy")]
    [InlineData("unknown school")]
    public async Task Who_is_not_eligible_cannot_send(string why)
    {
        var person = why switch
        {
            "academy" => Authority.Adam,
            "deputy" => Authority.Amira with { JobRole = "deputy" },
            _ => Authority.Amira with { Organisation = null },
        };
        var school = why switch { "academy" => Authority.Riverside, "deputy" => Authority.Oakfield, _ => null };
        var office = new Office("2026-11-24T10:00", person);
        var refused = await office.Does(turn => new RequestSupport(turn).SendAsync(person, school, Authority.Programme, Draft));

        Assert.IsType<Standing.NotEligible>(Assert.IsType<Sending.MayNot>(refused).Standing);
        Assert.Empty(office.Store.All<SupportRequest>());
    }

    [Theory]
    [InlineData(AskState.Queued, 0)]
    [InlineData(AskState.Sent, 1)]
    public async Task Withdrawing_ends_the_ask_and_tells_only_a_supporter_who_has_seen_it(AskState state, int told)
    {
        var request = Given.Request(Authority.Amira, preferences: Authority.Peter);
        var office = new Office("2026-11-24T10:00", request, Given.Ask(request, Authority.Peter, state));
        await office.Does(turn => new RequestSupport(turn).WithdrawAsync(Authority.Amira.Id, request.Id));

        Assert.Equal(AskState.Withdrawn, office.Only<Ask>().State);
        Assert.Equal(RequestState.Withdrawn, office.Only<SupportRequest>().State);
        Assert.Equal(told, office.Due<Errand.TellOvertaken>().Count);
    }

    [Fact]
    public async Task A_request_is_withdrawn_by_its_own_head_and_not_after_a_yes()
    {
        var matched = Given.Request(Authority.Amira, RequestState.Matched);
        var office = new Office("2026-11-24T10:00", matched);

        Assert.IsType<Withdrawal.NotYours>(await office.Does(turn => new RequestSupport(turn).WithdrawAsync(Authority.Hannah.Id, matched.Id)));
        Assert.IsType<Withdrawal.TooLate>(await office.Does(turn => new RequestSupport(turn).WithdrawAsync(Authority.Amira.Id, matched.Id)));
    }

    [Fact]
    public async Task Delivering_sets_the_reminder()
    {
        var request = Given.Request(Authority.Amira, preferences: Authority.Peter);
        var ask = Given.Ask(request, Authority.Peter, AskState.Queued);
        var office = new Office("2026-11-23T08:30", request, ask);
        await office.Does(async turn => await new AskDelivery(turn).SendAsync((await turn.Stores.AskAsync(ask.Id))!));

        Assert.Equal(["2026-11-25T08:30"], office.Due<Errand.RemindAsk>());
        Assert.Equal(AskState.Sent, office.Only<Ask>().State);
    }

    [Theory]
    [InlineData("2026-11-30T17:29", AskState.Sent)]
    [InlineData("2026-11-30T17:30", AskState.Lapsed)]
    public async Task An_ask_lapses_at_the_end_of_its_time_and_not_before(string now, AskState state)
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Peter, Authority.Grace]);
        var ask = Given.Ask(request, Authority.Peter);
        var office = new Office(now, request, ask);
        await office.Does(async turn =>
        {
            await new AskDelivery(turn).LapseAsync(ask.Id);
            return true;
        });

        Assert.Equal(state, office.Store.All<Ask>().Single(one => one.Id == ask.Id).State);
        Assert.Equal(state == AskState.Lapsed ? 2 : 1, office.Store.All<Ask>().Count());
    }

    private static Task<Sending> SendAsync(Turn turn, RequestDraft draft) =>
        new RequestSupport(turn).SendAsync(Authority.Amira, Authority.Oakfield, Authority.Programme, draft);
}
