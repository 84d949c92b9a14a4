using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Asks_and_time
{
    [Fact, Trait("Requirement", "U-05"), Trait("Requirement", "S2-40")]
    public async Task A_request_out_of_term_waits_for_the_first_day_of_each_supporters_own_calendar()
    {
        // Peter's school keeps another calendar than the authority's.
        var away = Authority.Hillside with { CalendarRef = "shetland" };
        var office = new Office("2026-12-28T10:00", away);
        var programme = Authority.Programme;
        var hours = await office.Does(async turn =>
        {
            var own = new Hours(turn, programme);
            return (Peter: await own.NextContactAsync(Authority.Peter.Id), Grace: await own.NextContactAsync(Authority.Grace.Id));
        });
        Assert.NotEqual(hours.Peter, hours.Grace);

        await office.Does(turn => SendAsync(turn, Authority.Peter, Authority.Grace));
        Assert.Equal([SchoolTime.Written(hours.Peter)], office.Due<Errand.DeliverAsk>());
        await office.Does(async turn =>
        {
            await new AskDelivery(turn).LapseAsync((await turn.Stores.AsksOfAsync(office.Only<SupportRequest>().Id)).Single().Id);
            return true;
        });
        Assert.Single(office.Store.All<Ask>());
        Assert.Equal(RequestState.Asking, office.Only<SupportRequest>().State);
    }

    [Theory, Trait("Requirement", "U-05")]
    [InlineData("2026-10-22T10:00", "2026-10-22T10:00", "2026-11-02T08:30", "2026-11-05T17:30")] // half-term 26 to 30 October
    [InlineData("2026-12-16T10:00", "2026-12-16T10:00", "2026-12-18T08:30", "2027-01-06T17:30")] // Christmas
    [InlineData("2027-04-29T10:00", "2027-04-29T10:00", "2027-05-04T08:30", "2027-05-07T17:30")] // bank holiday 3 May
    public async Task Reminder_and_lapse_count_working_days(string now, string delivered, string reminded, string lapses)
    {
        var office = new Office(now);
        await office.Does(turn => SendAsync(turn, Authority.Grace));
        Assert.Equal([delivered], office.Due<Errand.DeliverAsk>());
        await office.Does(async turn => await new AskDelivery(turn).SendAsync(office.Only<Ask>()));
        Assert.Equal([reminded], office.Due<Errand.RemindAsk>());
        Assert.Contains(lapses, office.Due<Errand.LapseAsk>());
        Assert.Equal(SchoolTime.At(lapses), office.Only<Ask>().RespondBy);
    }

    [Fact, Trait("Requirement", "U-15")]
    public async Task Nothing_is_delivered_of_a_request_that_was_withdrawn_before()
    {
        var office = new Office("2026-11-21T19:05");
        await office.Does(turn => SendAsync(turn, Authority.Grace));
        await office.Does(turn => new RequestSupport(turn).WithdrawAsync(Authority.Amira.Id, office.Only<SupportRequest>().Id));
        Assert.Equal(AskState.Withdrawn, office.Only<Ask>().State);
        Assert.Empty(office.Due<Errand.TellOvertaken>());
    }

    [Theory, Trait("Requirement", "U-19")]
    [InlineData(SupporterState.Paused)]
    [InlineData(SupporterState.Left)]
    public async Task A_supporter_off_the_list_is_not_waited_for(SupporterState state)
    {
        var (amiras, hannahs) = (Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]), Given.Request(Authority.Hannah, preferences: Authority.Grace));
        var off = Authority.Supporter(Authority.Grace) with { State = state };
        var office = new Office(
            "2026-11-24T10:00", off, amiras, hannahs, Given.Ask(amiras, Authority.Grace), Given.Ask(hannahs, Authority.Grace, AskState.Queued));
        await office.Does(async turn =>
        {
            await new OvertakeAsks(turn).OfAsync(Authority.Grace.Id, Authority.Programme.Id);
            return true;
        });

        Assert.All(office.Store.All<Ask>().Where(ask => ask.Supporter == Authority.Grace.Id), ask => Assert.Equal(AskState.Overtaken, ask.State));
        Assert.Contains(office.Store.All<Ask>(), ask => ask.Request == amiras.Id && ask.Supporter == Authority.Peter.Id);
        Assert.Equal(RequestState.Unmatched, office.Store.All<SupportRequest>().Single(one => one.Id == hannahs.Id).State);
        Assert.Equal(["2026-11-24T10:00"], office.Due<Errand.TellOvertaken>()); // only what she had seen
    }

    [Fact, Trait("Requirement", "U-19")]
    public async Task A_yes_from_somebody_off_the_list_makes_no_pair()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
        var ask = Given.Ask(request, Authority.Grace);
        var office = new Office("2026-11-24T10:00", request, ask, Authority.Supporter(Authority.Grace) with { State = SupporterState.Paused });
        Assert.IsType<AskAnswer.NoRoomLeft>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, ask.Id)));
        Assert.Empty(office.Store.All<Cycle>());
        Assert.Contains(office.Store.All<Ask>(), one => one.Supporter == Authority.Peter.Id);
    }

    private static Task<Sending> SendAsync(Turn turn, params IReadOnlyList<Person> choices) => new RequestSupport(turn).SendAsync(
        Authority.Amira, Authority.Oakfield, Authority.Programme, new RequestDraft("workload", null, MeetingMode.Teams, [.. choices.Select(one => one.Id)]));
}
