using PeerBot.Cards;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Feedback after a cycle: every question may stay empty, and sharing starts at No.</summary>
public sealed class GiveFeedbackFlow : OneStepFlow
{
    public override string Name => "give-feedback";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.FeedbackSend, Cards.Verbs.FeedbackLater, Cards.Verbs.FeedbackDecline];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { IsOpen: false } cycle || cycle.Requester != context.Me.Id)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        if (await context.Stores.FeedbackAsync(cycle.Id, context.Me.Id) is { Standing: FeedbackStanding.Given })
        {
            return [context.OutOfDate(OutOfDateCard.Since.Answered)];
        }

        return press.Verb switch
        {
            Cards.Verbs.FeedbackSend => await SendAsync(cycle, press, context),
            Cards.Verbs.FeedbackLater => [await LaterAsync(cycle, context)],
            _ => [await DeclineAsync(cycle, context)],
        };
    }

    private static async Task<IReadOnlyList<Show>> SendAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        // A card that comes again holds what was filled in.
        if (press.Inputs.Values.Any(UkPhoneNumber.Found))
        {
            return [new Show.Replace(await FeedbackCards.AskAsync(cycle, context, reminder: false, context.Texts.Plain("Problem.Phone"), press.Inputs))];
        }

        var question = context.Programme.Feedback.Questions.FirstOrDefault(one => one.Type == QuestionType.Permission);
        var permission = (question is null ? null : press.Input(question.Id)) switch
        {
            FeedbackCards.All => Permission.All,
            FeedbackCards.MessageOnly => Permission.MessageOnly,
            _ => Permission.No,
        };
        var message = press.Input(InputIds.Message) is { } words ? Typed.Block(words, FeedbackCard.MessageMost) : null;
        var given = await new GiveFeedback(context.Turn).GiveAsync(context.Me.Id, cycle.Id, press.Inputs, permission, message);
        var supporter = await context.NameAsync(cycle.Supporter);
        return given switch
        {
            FeedbackAnswer.Given =>
            [
                context.Receipt(
                    context.Texts.Plain("Feedback.Sent.Heading"),
                    context.Texts.Plain(
                        permission switch
                        {
                            Permission.All => "Feedback.Sent.All",
                            Permission.MessageOnly => "Feedback.Sent.Message",
                            _ => "Feedback.Sent.No",
                        },
                        ("name", supporter)),
                    written: permission == Permission.MessageOnly ? message : null),
                new Show.Card(FeedbackCards.ThanksForRequester(supporter, context)),
            ],
            FeedbackAnswer.MessageMissing =>
                [new Show.Replace(await FeedbackCards.AskAsync(cycle, context, reminder: false, context.Texts.Plain("Feedback.MessageMissing"), press.Inputs))],
            FeedbackAnswer.TooLong tooLong =>
            [
                new Show.Replace(await FeedbackCards.AskAsync(
                    cycle, context, reminder: false, context.Texts.Plain("Feedback.TooLong", ("most", tooLong.MaxLength)), press.Inputs)),
            ],
            FeedbackAnswer.AlreadyGiven => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };
    }

    private static async Task<Show> LaterAsync(Cycle cycle, FlowContext context) =>
        await new GiveFeedback(context.Turn).RemindOnceAsync(context.Me.Id, cycle.Id) is FeedbackAnswer.WillBeReminded
            ? context.Receipt(context.Texts.Plain("Feedback.Later.Heading"), context.Texts.Plain("Feedback.Later.Text"))
            : context.OutOfDate(OutOfDateCard.Since.Answered);

    private static async Task<Show> DeclineAsync(Cycle cycle, FlowContext context) =>
        await new GiveFeedback(context.Turn).DeclineAsync(context.Me.Id, cycle.Id) is FeedbackAnswer.Declined
            ? context.Receipt(context.Texts.Plain("Feedback.Declined.Heading"), context.Texts.Plain("Feedback.Declined.Text"))
            : context.OutOfDate(OutOfDateCard.Since.Answered);
}
