using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Agreeing_in_a_pair
{
    private static readonly Cycle Fresh = Given.Cycle(Authority.Amira, Authority.Grace) is var cycle
        ? cycle with { Cadence = null, Rules = cycle.Rules with { AgreedBy = [], AgreedOn = null } }
        : throw new InvalidOperationException();

    /// <summary>Both have agreed how they work together, and no rhythm yet.</summary>
    private static readonly Cycle Ruled = Given.Cycle(Authority.Amira, Authority.Grace) with { Cadence = null };

    [Fact]
    public async Task Ground_rules_hold_when_both_have_ticked_the_same_revision()
    {
        var office = new Office("2026-11-24T10:00", Fresh);
        var first = await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(Fresh.Supporter, Fresh.Id, 1));
        Assert.False(Assert.IsType<RulesAnswer.Ticked>(first).Both);
        Assert.False(office.Only<Cycle>().Rules.Agreed);

        var second = await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(Fresh.Requester, Fresh.Id, 1));
        Assert.True(Assert.IsType<RulesAnswer.Ticked>(second).Both);
        Assert.Equal(SchoolTime.Date("2026-11-24"), office.Only<Cycle>().Rules.AgreedOn);
    }

    [Fact]
    public async Task A_tick_twice_is_one_tick()
    {
        var office = new Office("2026-11-24T10:00", Fresh);
        for (var press = 0; press < 2; press++)
        {
            Assert.IsType<RulesAnswer.Ticked>(await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(Fresh.Supporter, Fresh.Id, 1)));
        }

        Assert.Equal([Fresh.Supporter], office.Only<Cycle>().Rules.AgreedBy);
        Assert.Single(office.Due<Errand.ShowGroundRules>());
    }

    [Fact]
    public async Task Two_ticks_at_once_both_count()
    {
        var office = new Office("2026-11-24T10:00", Fresh);
        var (one, first) = office.Open();
        var (other, second) = office.Open();
        await new AgreeGroundRules(one).AgreeAsync(Fresh.Supporter, Fresh.Id, 1);
        await new AgreeGroundRules(other).AgreeAsync(Fresh.Requester, Fresh.Id, 1);
        Assert.True(first.Commit());
        Assert.False(second.Commit());

        Assert.True(Assert.IsType<RulesAnswer.Ticked>(
            await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(Fresh.Requester, Fresh.Id, 1))).Both);
    }

    [Fact]
    public async Task A_change_raises_the_revision_and_asks_both_again()
    {
        var agreed = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office("2026-11-24T10:00", agreed);
        var change = new RulesChange("the library", ["teams"], NotesKeptBy.EachOwn, "no notes please");
        await office.Does(turn => new AgreeGroundRules(turn).ChangeAsync(agreed.Requester, agreed.Id, 1, change));

        var rules = office.Only<Cycle>().Rules;
        Assert.Equal((2, false, agreed.Requester), (rules.Revision, rules.Agreed, rules.ChangedBy));
        Assert.Equal([agreed.Requester], rules.AgreedBy);
        Assert.IsType<RulesAnswer.OutOfDate>(await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(agreed.Supporter, agreed.Id, 1)));
        Assert.IsType<RulesAnswer.OutOfDate>(await office.Does(turn => new AgreeGroundRules(turn).ChangeAsync(agreed.Supporter, agreed.Id, 1, change)));
    }

    [Fact]
    public async Task Nobody_else_has_a_say()
    {
        var office = new Office("2026-11-24T10:00", Fresh);
        var proposal = Proposal(60);
        Assert.IsType<RulesAnswer.NotYours>(await office.Does(turn => new AgreeGroundRules(turn).AgreeAsync(Authority.Peter.Id, Fresh.Id, 1)));
        Assert.IsType<RulesAnswer.NotYours>(await office.Does(turn =>
            new AgreeGroundRules(turn).ChangeAsync(Authority.Peter.Id, Fresh.Id, 1, new RulesChange(null, ["teams"], NotesKeptBy.Nobody, null))));
        Assert.IsType<CadenceAnswer.NotYours>(await office.Does(turn => new AgreeCadence(turn).ProposeAsync(Authority.Peter.Id, Fresh.Id, 0, proposal, false)));
        Assert.IsType<CadenceAnswer.NotYours>(await office.Does(turn => new AgreeCadence(turn).AcceptAsync(Authority.Peter.Id, Fresh.Id, 0)));
        Assert.Equal(Fresh with { Version = 1 }, office.Only<Cycle>());
    }

    [Theory, Trait("Requirement", "S2-16")]
    [InlineData(60, false, typeof(CadenceAnswer.Proposed))]
    [InlineData(61, false, typeof(CadenceAnswer.NeedsBoth))]
    [InlineData(61, true, typeof(CadenceAnswer.Proposed))]
    public async Task A_first_meeting_of_up_to_an_hour_is_proposed_without_further_ado(int minutes, bool confirmed, Type answer)
    {
        var office = new Office("2026-11-24T10:00", Ruled);
        Assert.IsType(answer, await office.Does(turn => new AgreeCadence(turn).ProposeAsync(Ruled.Requester, Ruled.Id, 0, Proposal(minutes), confirmed)));

        Assert.Equal(minutes > 60 && confirmed ? ["S2-16"] : [], office.Only<Cycle>().Cadence?.Overrides ?? []);
    }

    [Fact, Trait("Requirement", "S2-16")]
    public async Task Later_meetings_take_the_hour_as_advice()
    {
        var office = new Office("2026-12-08T10:00", Ruled, Given.Meeting(Ruled, "2026-12-03T10:00", MeetingState.Held, initial: true));
        Assert.IsType<CadenceAnswer.Proposed>(await office.Does(turn => new AgreeCadence(turn).ProposeAsync(Ruled.Requester, Ruled.Id, 0, Proposal(90), false)));
    }

    [Fact]
    public async Task The_proposer_cannot_agree_for_the_other()
    {
        var office = new Office("2026-11-24T10:00", Ruled);
        await office.Does(turn => new AgreeCadence(turn).ProposeAsync(Ruled.Requester, Ruled.Id, 0, Proposal(60), false));
        await office.Does(turn => new AgreeCadence(turn).AcceptAsync(Ruled.Requester, Ruled.Id, 1));
        Assert.False(office.Only<Cycle>().Cadence!.Agreed);

        Assert.IsType<CadenceAnswer.Agreed>(await office.Does(turn => new AgreeCadence(turn).AcceptAsync(Ruled.Supporter, Ruled.Id, 1)));
        Assert.True(office.Only<Cycle>().Cadence!.Agreed);
    }

    [Fact]
    public async Task A_way_to_meet_that_the_scheme_does_not_have_is_not_proposed()
    {
        var office = new Office("2026-11-24T10:00", Ruled);
        var answer = await office.Does(turn => new AgreeCadence(turn).ProposeAsync(
            Ruled.Requester, Ruled.Id, 0, Proposal(60) with { Mode = MeetingMode.PhoneWork }, false));
        Assert.Equal([MeetingMode.Teams, MeetingMode.InPerson], Assert.IsType<CadenceAnswer.ModeNotOffered>(answer).Offered);
    }

    private static CadenceProposal Proposal(int minutes) => new(new CadencePattern.ChosenDates([]), minutes, MeetingMode.Teams, null);
}
