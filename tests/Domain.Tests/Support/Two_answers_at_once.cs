using PeerBot.Domain.People;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Two_answers_at_once
{
    private readonly SupportRequest amiras = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
    private readonly SupportRequest hannahs = Given.Request(Authority.Hannah, preferences: [Authority.Grace, Authority.Peter]);

    [Fact, Trait("Requirement", "A-04"), Trait("Requirement", "U-07")]
    public async Task The_last_place_goes_to_the_answer_that_is_written_first()
    {
        var (office, toAmira, toHannah) = Asked(capacity: 1);
        var (first, firstStores) = office.Open();
        var (second, secondStores) = office.Open();
        Assert.IsType<AskAnswer.Paired>(await new AnswerAsk(first).AcceptAsync(Authority.Grace.Id, toAmira.Id));
        Assert.IsType<AskAnswer.Paired>(await new AnswerAsk(second).AcceptAsync(Authority.Grace.Id, toHannah.Id));
        Assert.True(firstStores.Commit());
        Assert.False(secondStores.Commit());

        // The second starts over, and finds its ask overtaken.
        var again = Assert.IsType<AskAnswer.OutOfDate>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, toHannah.Id)));
        Assert.Equal(AskState.Overtaken, again.Ask.State);
        Assert.Equal(amiras.Id, office.Only<Cycle>().Request);
        Assert.Equal(1, office.Profile(Authority.Grace).ActiveCycles);
        var next = office.Store.All<Ask>().Single(ask => ask.Supporter == Authority.Peter.Id);
        Assert.Equal((hannahs.Id, AskState.Queued), (next.Request, next.State));
    }

    [Fact, Trait("Requirement", "A-04")]
    public async Task The_same_answer_twice_at_once_makes_one_pair()
    {
        var (office, toAmira, _) = Asked(capacity: 3);
        var (first, firstStores) = office.Open();
        var (second, secondStores) = office.Open();
        await new AnswerAsk(first).AcceptAsync(Authority.Grace.Id, toAmira.Id);
        await new AnswerAsk(second).AcceptAsync(Authority.Grace.Id, toAmira.Id);

        Assert.True(firstStores.Commit());
        Assert.False(secondStores.Commit());
        Assert.IsType<AskAnswer.OutOfDate>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, toAmira.Id)));
        Assert.Equal(1, office.Profile(Authority.Grace).ActiveCycles);
    }

    [Fact]
    public async Task With_room_for_both_the_second_starts_over_and_is_paired_too()
    {
        var (office, toAmira, toHannah) = Asked(capacity: 2);
        var (first, firstStores) = office.Open();
        var (second, secondStores) = office.Open();
        await new AnswerAsk(first).AcceptAsync(Authority.Grace.Id, toAmira.Id);
        await new AnswerAsk(second).AcceptAsync(Authority.Grace.Id, toHannah.Id);
        Assert.True(firstStores.Commit());
        Assert.False(secondStores.Commit());

        Assert.IsType<AskAnswer.Paired>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, toHannah.Id)));
        Assert.Equal(2, office.Profile(Authority.Grace).ActiveCycles);
    }

    [Fact]
    public async Task Accepting_while_the_head_withdraws_makes_no_pair()
    {
        var (office, toAmira, _) = Asked(capacity: 1);
        var (accepting, accepted) = office.Open();
        await new AnswerAsk(accepting).AcceptAsync(Authority.Grace.Id, toAmira.Id);
        Assert.IsType<Withdrawal.Withdrawn>(await office.Does(turn => new RequestSupport(turn).WithdrawAsync(Authority.Amira.Id, amiras.Id)));

        Assert.False(accepted.Commit());
        Assert.IsType<AskAnswer.OutOfDate>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, toAmira.Id)));
        Assert.Empty(office.Store.All<Cycle>());
    }

    [Fact]
    public async Task A_place_that_went_elsewhere_meanwhile_moves_the_request_on()
    {
        var (office, toAmira, _) = Asked(capacity: 1);
        office.Store.Put(Authority.Supporter(Authority.Grace, capacity: 1, active: 1));

        Assert.IsType<AskAnswer.NoRoomLeft>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, toAmira.Id)));
        Assert.Contains(office.Store.All<Ask>(), ask => ask.Supporter == Authority.Peter.Id && ask.Request == amiras.Id);
        Assert.Empty(office.Store.All<Cycle>());
    }

    [Theory]
    [InlineData(AskState.Queued)]
    [InlineData(AskState.Accepted)]
    [InlineData(AskState.Declined)]
    [InlineData(AskState.Lapsed)]
    [InlineData(AskState.Overtaken)]
    [InlineData(AskState.Withdrawn)]
    public async Task Only_an_ask_that_was_sent_and_not_answered_can_be(AskState state)
    {
        var ask = Given.Ask(amiras, Authority.Grace, state);
        var office = new Office("2026-11-24T10:00", amiras, ask);
        var before = office.Store.Rows;

        Assert.IsType<AskAnswer.OutOfDate>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, ask.Id)));
        Assert.IsType<AskAnswer.OutOfDate>(await office.Does(turn => new AnswerAsk(turn).DeclineAsync(Authority.Grace.Id, ask.Id, null, null)));
        Assert.IsType<AskAnswer.NotYours>(await office.Does(turn => new AnswerAsk(turn).AcceptAsync(Authority.Peter.Id, ask.Id)));
        Assert.IsType<AskAnswer.NotYours>(await office.Does(turn => new AnswerAsk(turn).DeclineAsync(Authority.Amira.Id, ask.Id, null, null)));
        Assert.Equal(before, office.Store.Rows);
        Assert.Empty(office.Store.Errands);
    }

    [Theory, Trait("Requirement", "U-18")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ask_that_waits_once_more_can_be_answered_on_the_card_from_before(bool yes)
    {
        var ask = Given.Ask(amiras, Authority.Grace);
        var office = new Office("2026-11-24T10:00", amiras, ask);
        await office.Does(async turn =>
        {
            await new CannotBeReached(turn).NoteAsync(Authority.Grace.Id, turn.Now);
            return true;
        });
        Assert.Equal((AskState.Queued, true), (office.Only<Ask>().State, office.Only<CoordinatorTask>().IsOpen));

        var answer = await office.Does(turn => yes
            ? new AnswerAsk(turn).AcceptAsync(Authority.Grace.Id, ask.Id)
            : new AnswerAsk(turn).DeclineAsync(Authority.Grace.Id, ask.Id, null, null));

        Assert.IsType(yes ? typeof(AskAnswer.Paired) : typeof(AskAnswer.Declined), answer);
        Assert.False(office.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-18")]
    public async Task A_message_that_did_not_get_through_brings_back_the_ask_that_it_carried_and_nothing_else()
    {
        var (office, toAmira, toHannah) = Asked(capacity: 2);
        var cycle = Given.Cycle(Authority.Lena, Authority.Grace);
        office.Store.Put(cycle);
        await office.Does(async turn =>
        {
            await new CannotBeReached(turn).MissedAsync(Authority.Grace.Id, CannotBeReached.WhatWaitsFor(new Errand.DeliverAsk(toHannah.Id))!.Value, turn.Now);
            return true;
        });

        var asks = office.Store.All<Ask>().ToDictionary(ask => ask.Id, ask => ask.State);
        Assert.Equal((AskState.Sent, AskState.Queued), (asks[toAmira.Id], asks[toHannah.Id]));
        Assert.Equal(toHannah.Id.ToString(), office.Only<CoordinatorTask>().Subject);
        Assert.Null(CannotBeReached.WhatWaitsFor(new Errand.RemindAsk(toAmira.Id)));
        Assert.Null(CannotBeReached.WhatWaitsFor(new Errand.OfferTimes(cycle.Id, Authority.Grace.Id)));
    }

    private (Office Office, Ask ToAmira, Ask ToHannah) Asked(int capacity)
    {
        var (toAmira, toHannah) = (Given.Ask(amiras, Authority.Grace), Given.Ask(hannahs, Authority.Grace));
        return (new Office("2026-11-24T10:00", amiras, hannahs, toAmira, toHannah, Authority.Supporter(Authority.Grace, capacity)), toAmira, toHannah);
    }
}
