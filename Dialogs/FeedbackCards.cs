using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

internal static class FeedbackCards
{
    public const string No = "no";
    public const string MessageOnly = "message";
    public const string All = "all";

    public static async Task<AdaptiveCard> AskAsync(Cycle cycle, FlowContext context, bool reminder, string? problem = null,
        IReadOnlyDictionary<string, string>? filled = null)
    {
        var rules = context.Programme.Feedback;
        var supporter = await context.OthersAsync(cycle);
        return FeedbackCard.Of(
            new FeedbackCard.View(
                rules.CollectedFor, context.Coordinator?.Name, supporter, [.. rules.Questions.Select(question => QuestionOf(question, context))],
                reminder, CanBeReminded: !reminder, problem, filled),
            context.Frame(cycle.Id));
    }

    /// <summary>For the supporter: exactly what was permitted; null when nothing was.</summary>
    public static async Task<AdaptiveCard?> SharedAsync(CycleFeedback feedback, FlowContext context)
    {
        var from = await context.NameAsync(feedback.From);
        SharedFeedbackCard.View? view = feedback.Permission switch
        {
            Permission.All => new SharedFeedbackCard.View.All(
                from,
                [
                    .. context.Programme.Feedback.Questions.Where(question => feedback.Answers.ContainsKey(question.Id))
                        .Select(question => new Line(question.Text.In(context.Me.Locale), AnswerOf(question, feedback.Answers[question.Id], context))),
                ],
                feedback.Message),
            Permission.MessageOnly when feedback.Message is { } message => new SharedFeedbackCard.View.Message(from, message),
            _ => null,
        };
        return view is null ? null : SharedFeedbackCard.Of(view, context.Frame(feedback.Cycle));
    }

    /// <summary>The card of thanks, where it does not wait for the feedback.</summary>
    public static async Task<IReadOnlyList<Show>> FarewellAsync(Cycle cycle, FlowContext context) =>
        await ThanksAtOnceAsync(cycle, context) ? [new Show.Card(await ThanksAsync(cycle, context))] : [];

    /// <summary>
    /// Whether the end itself brings the card of thanks: of a cycle that ran its time, to whoever has a journal to keep, and of one that ended
    /// early to whoever may say what they learned from supporting (S0-27, S1-20) or that they might train.
    /// </summary>
    public static async Task<bool> ThanksAtOnceAsync(Cycle cycle, FlowContext context) =>
        cycle.Closed == CloseReason.Completed
        || (cycle.Closed == CloseReason.EndedEarly && (Supported(cycle, context) || AskToTrain.IsOffered(context.Programme)))
        || (await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Count > 0;

    private static bool Supported(Cycle cycle, FlowContext context) =>
        !cycle.IsGroup && (context.Me.Id == cycle.Supporter || context.Programme.Stance.Reciprocal);

    /// <summary>Thanks at the end, with the journal to keep, other help and a way to give support.</summary>
    public static async Task<AdaptiveCard> ThanksAsync(Cycle cycle, FlowContext context)
    {
        var name = await context.OthersAsync(cycle);
        var journal = (await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Count > 0 && cycle.ClosedAt is { } closed
            ? context.Local(closed).Date.PlusDays(context.Programme.RetentionDays.JournalAfterClose)
            : (NodaTime.LocalDate?)null;
        ThanksCard.View view = Supported(cycle, context)
            ? new ThanksCard.View.ForSupporter(
                name, context.Programme.Supervision.Requestable, context.Texts.Plain("Thanks.WhatYouLearned"), journal)
            : new ThanksCard.View.ForRequester(
                name, journal, context.OtherHelp(), CanOffer: context.Programme.Matching.Model == MatchingModel.RequesterChoosesProfile,
                await new AskToTrain(context.Turn).MayOfferAsync(cycle, context.Programme));
        return ThanksCard.Of(view, context.Frame(cycle.Id));
    }

    private static FeedbackCard.Question QuestionOf(FeedbackQuestion question, FlowContext context)
    {
        var text = question.Text.In(context.Me.Locale);
        return question.Type switch
        {
            QuestionType.Text => new FeedbackCard.Question.Write(question.Id, text, question.MaxLength ?? GiveFeedback.MessageLength, question.Required),
            QuestionType.Permission => new FeedbackCard.Question.Permission(
                question.Id, text,
                [.. new[] { No, MessageOnly, All }.Zip(question.Options, (value, option) => new Choice(value, option.In(context.Me.Locale)))], No),
            _ => new FeedbackCard.Question.Choose(
                question.Id, text,
                [.. question.Options.Select((option, at) => new Choice(at.ToString(CultureInfo.InvariantCulture), option.In(context.Me.Locale)))],
                question.Required),
        };
    }

    private static string AnswerOf(FeedbackQuestion question, string answer, FlowContext context) =>
        question.Type == QuestionType.Text ? answer
        : question.Options[int.Parse(answer, CultureInfo.InvariantCulture)].In(context.Me.Locale);
}
