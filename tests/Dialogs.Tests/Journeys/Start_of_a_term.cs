using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>What waits over a holiday comes in one message on the first morning, with everything that still holds.</summary>
public sealed class Start_of_a_term
{
    private const string InTheHolidays = "2026-12-28T10:00";
    private const string FirstMorning = "2027-01-04T08:30";

    [Fact]
    [Trait("Requirement", "S2-40")]
    public async Task Several_things_come_as_one_message()
    {
        var cycle = Unagreed();
        var request = Given.Request(Authority.Hannah, preferences: [Authority.Grace]);
        var ask = Given.Ask(request, Authority.Grace, AskState.Queued, FirstMorning, "2027-01-11T17:30");
        var scheme = new Scheme(InTheHolidays, cycle, request, ask, Authority.Supporter(Authority.Grace, capacity: 3, active: 1));
        scheme.Expects(new Errand.ShowGroundRules(cycle.Id, Authority.Grace.Id), InTheHolidays);
        scheme.Expects(new Errand.DeliverAsk(ask.Id), InTheHolidays);
        await scheme.MovesTo("2026-12-29T10:00");
        scheme.Grace.SeesNothing();
        var held = await scheme.Store.Begin(scheme.Now).HeldForAsync(Authority.Grace.Id);
        Assert.Equal(2, held.Count);
        Assert.All(held, one => Assert.Equal(new(SchoolTime.At(FirstMorning), Hold.OutOfTerm), one));

        await scheme.MovesTo(FirstMorning);

        scheme.Grace.Sees("Welcome back", "I kept 2 things for you");
        scheme.Grace.Sees("Hannah Cole");
        Assert.True(scheme.Grace.Has(Cards.Verbs.AskAccept));
        Assert.True(scheme.Grace.Has(Cards.Verbs.RulesAgree));
        Assert.Equal(3, scheme.Grace.News.Count); // a list and two cards side by side
        Assert.Equal(AskState.Sent, scheme.Only<Ask>().State);
    }

    [Fact]
    public async Task What_no_longer_holds_is_not_in_it()
    {
        var cycle = Unagreed();
        var request = Given.Request(Authority.Hannah, Domain.Support.RequestState.Withdrawn, preferences: [Authority.Grace]);
        var ask = Given.Ask(request, Authority.Grace, AskState.Queued, FirstMorning, "2027-01-11T17:30");
        var scheme = new Scheme(InTheHolidays, cycle, request, ask);
        scheme.Expects(new Errand.ShowGroundRules(cycle.Id, Authority.Grace.Id), InTheHolidays);
        scheme.Expects(new Errand.DeliverAsk(ask.Id), InTheHolidays);
        await scheme.MovesTo(FirstMorning);

        Assert.Single(scheme.Grace.News);
        scheme.Grace.NeverSaw("Welcome back", "Hannah");
        Assert.True(scheme.Grace.Has(Cards.Verbs.RulesAgree));
    }

    [Fact]
    public async Task A_weekend_alone_makes_no_list()
    {
        var cycle = Unagreed();
        var scheme = new Scheme("2026-11-28T10:00", cycle);
        scheme.Expects(new Errand.ShowGroundRules(cycle.Id, Authority.Grace.Id), "2026-11-28T10:00");
        scheme.Expects(new Errand.TellPaired(cycle.Id, Authority.Grace.Id), "2026-11-28T10:00");
        await scheme.MovesTo("2026-11-30T08:30");

        Assert.Equal(2, scheme.Grace.News.Count);
        scheme.Grace.NeverSaw("Welcome back");
    }

    private static Cycle Unagreed()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        return cycle with { Rules = cycle.Rules with { AgreedBy = [], AgreedOn = null }, Cadence = null };
    }
}
