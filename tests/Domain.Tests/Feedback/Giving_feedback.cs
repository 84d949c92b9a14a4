using PeerBot.Domain.Feedback;
using PeerBot.Domain.Support;
using PeerBot.Domain.Tests.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Feedback;

public sealed class Giving_feedback
{
    private static readonly Cycle Closed = Given.Cycle(Authority.Amira, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed };

    [Theory, Trait("Requirement", "S2-37"), Trait("Requirement", "A-13")]
    [InlineData(Permission.No, 0)]
    [InlineData(Permission.MessageOnly, 1)]
    [InlineData(Permission.All, 1)]
    public async Task Something_goes_to_the_supporter_only_with_permission(Permission permission, int shown)
    {
        var office = new Office("2026-12-08T10:00", Closed);
        Assert.IsType<FeedbackAnswer.Given>(await office.Does(turn => GiveAsync(turn, permission, "Thank you")));

        Assert.Equal(shown, office.Due<Errand.ShowFeedback>().Count);
    }

    [Fact]
    public async Task Answers_that_no_question_has_and_blanks_are_left_out()
    {
        var office = new Office("2026-12-08T10:00", Closed);
        var answers = new Dictionary<string, string>
        {
            ["useful"] = "4",
            ["agenda"] = "4",
            ["practicalities"] = "-1",
            ["confidence-kept"] = "Yes",
            ["difference"] = "More sleep",
            ["improve"] = "  ",
            ["permission"] = "all",
            ["invented"] = "x",
        };
        await office.Does(turn => new GiveFeedback(turn).GiveAsync(Closed.Requester, Closed.Id, answers, Permission.No, null));

        // "agenda" has four options, so the fifth does not exist.
        Assert.Equal(["difference", "useful"], office.Only<CycleFeedback>().Answers.Keys.Order());
    }

    [Fact]
    public async Task Words_beyond_their_length_are_not_kept()
    {
        var office = new Office("2026-12-08T10:00", Closed);
        var answers = new Dictionary<string, string> { ["difference"] = new('x', 501) };
        Assert.IsType<FeedbackAnswer.TooLong>(await office.Does(turn => new GiveFeedback(turn).GiveAsync(Closed.Requester, Closed.Id, answers, Permission.No, null)));
        Assert.IsType<FeedbackAnswer.TooLong>(await office.Does(turn => GiveAsync(turn, Permission.MessageOnly, new string('x', 501))));
        Assert.IsType<FeedbackAnswer.MessageMissing>(await office.Does(turn => GiveAsync(turn, Permission.MessageOnly, null)));
        Assert.Empty(office.Store.All<CycleFeedback>());
    }

    [Fact]
    public async Task It_is_the_heads_and_once_the_cycle_is_over()
    {
        var running = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office("2026-12-08T10:00", Closed, running);
        Assert.IsType<FeedbackAnswer.NotYours>(await office.Does(turn => new GiveFeedback(turn).GiveAsync(Closed.Supporter, Closed.Id, new Dictionary<string, string>(), Permission.No, null)));
        Assert.IsType<FeedbackAnswer.NotYours>(await office.Does(turn => new GiveFeedback(turn).GiveAsync(running.Requester, running.Id, new Dictionary<string, string>(), Permission.No, null)));
        Assert.IsType<FeedbackAnswer.NotYours>(await office.Does(turn => new GiveFeedback(turn).DeclineAsync(Closed.Supporter, Closed.Id)));
        Assert.IsType<FeedbackAnswer.NotYours>(await office.Does(turn => new GiveFeedback(turn).RemindOnceAsync(Authority.Peter.Id, Closed.Id)));
        Assert.Empty(office.Store.All<CycleFeedback>());
    }

    [Fact]
    public async Task What_was_given_stands()
    {
        var office = new Office("2026-12-08T10:00", Closed);
        await office.Does(turn => GiveAsync(turn, Permission.No, null));
        Assert.IsType<FeedbackAnswer.AlreadyGiven>(await office.Does(turn => GiveAsync(turn, Permission.All, "Changed")));
        Assert.IsType<FeedbackAnswer.AlreadyGiven>(await office.Does(turn => new GiveFeedback(turn).DeclineAsync(Closed.Requester, Closed.Id)));
        Assert.Equal(Permission.No, office.Only<CycleFeedback>().Permission);
    }

    [Fact]
    public async Task Who_declined_is_not_asked_and_may_still_answer()
    {
        var office = new Office("2026-12-08T10:00", Closed);
        await office.Does(turn => new GiveFeedback(turn).DeclineAsync(Closed.Requester, Closed.Id));
        for (var reminder = 0; reminder < 4; reminder++)
        {
            Assert.False(await office.Does(turn => MayAskAsync(turn, reminder)));
        }

        Assert.IsType<FeedbackAnswer.Given>(await office.Does(turn => GiveAsync(turn, Permission.No, null)));
        Assert.Equal(FeedbackStanding.Given, office.Only<CycleFeedback>().Standing);
    }

    [Fact]
    public async Task Who_wants_one_reminder_gets_that_one_alone()
    {
        var office = new Office("2026-12-08T10:00", Closed);
        for (var press = 0; press < 2; press++)
        {
            Assert.IsType<FeedbackAnswer.WillBeReminded>(await office.Does(turn => new GiveFeedback(turn).RemindOnceAsync(Closed.Requester, Closed.Id)));
        }

        Assert.Equal(["2026-12-15T08:30"], office.Due<Errand.AskFeedback>());
        Assert.False(await office.Does(turn => MayAskAsync(turn, 1)));
        Assert.False(await office.Does(turn => MayAskAsync(turn, 2)));
        Assert.True(await office.Does(turn => MayAskAsync(turn, 3)));
    }

    private static Task<bool> MayAskAsync(Turn turn, int reminder) =>
        new GiveFeedback(turn).MayAskAsync(Closed, new Errand.AskFeedback(Closed.Id, Closed.Requester, reminder));

    private static Task<FeedbackAnswer> GiveAsync(Turn turn, Permission permission, string? message) =>
        new GiveFeedback(turn).GiveAsync(Closed.Requester, Closed.Id, new Dictionary<string, string> { ["useful"] = "4" }, permission, message);
}
