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

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.FeedbackSend, Cards.Verbs.FeedbackLater, Cards.Verbs.FeedbackDecline, Cards.Verbs.FeedbackUnshare];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !cycle.IsOverFor(context.Me.Id)
            || !FinishCycle.AsksFeedback(context.In(cycle.Programme).Programme, cycle, context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (press.Verb == Cards.Verbs.FeedbackUnshare)
        {
            return [await UnshareAsync(cycle, context)];
        }

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
        var supporter = await context.OthersAsync(cycle);
        return given switch
        {
            FeedbackAnswer.Given =>
            [
                Sent(cycle, permission, supporter, message, context),
                .. cycle.IsOpen || await FeedbackCards.ThanksAtOnceAsync(cycle, context) ? Array.Empty<Show>() : [new Show.Card(await FeedbackCards.ThanksAsync(cycle, context))],
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

    /// <summary>What is shared of it, which may be taken back until the other one has seen it.</summary>
    private static Show Sent(Cycle cycle, Permission permission, string name, string? message, FlowContext context)
    {
        var shared = permission switch
        {
            Permission.All => context.Texts.Plain("Feedback.Sent.All", ("name", name)),
            Permission.MessageOnly => context.Texts.Plain("Feedback.Sent.Message", ("name", name)),
            _ => context.Texts.Plain("Feedback.Sent.No", ("name", name)),
        };
        var sharing = permission != Permission.No;
        return new Show.Replace(ReceiptCard.Of(
            new ReceiptCard.View(
                context.Texts.Plain("Feedback.Sent.Heading"), sharing ? $"{shared} {context.Texts.Plain("Feedback.Sent.UntilSeen")}" : shared,
                Written: permission == Permission.MessageOnly ? message : null,
                Buttons: sharing ? [new Button(Cards.Verbs.FeedbackUnshare, context.Texts.Plain("Feedback.Unshare"))] : null),
            context.Frame(cycle.Id)));
    }

    private static async Task<Show> UnshareAsync(Cycle cycle, FlowContext context)
    {
        var name = await context.OthersAsync(cycle);
        return await new GiveFeedback(context.Turn).UnshareAsync(context.Me.Id, cycle.Id) switch
        {
            FeedbackAnswer.Unshared => context.Receipt(
                context.Texts.Plain("Feedback.Unshared.Heading"),
                context.Texts.Plain("Feedback.Unshared.Text", ("name", name), ("collector", context.Programme.Feedback.CollectedFor))),
            FeedbackAnswer.TooLate when await context.Stores.FeedbackAsync(cycle.Id, context.Me.Id) is { SharedAt: not null } => context.Receipt(
                context.Texts.Plain("Feedback.UnshareTooLate.Heading"), context.Texts.Plain("Feedback.UnshareTooLate.Text", ("name", name))),
            _ => context.OutOfDate(OutOfDateCard.Since.Changed),
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
