using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static readonly string[] HowFar = ["Not at all", "A little", "Mostly", "Completely"];

    public static readonly FeedbackCard.View Feedback = new(
        "the local authority", "Sam Reid", Grace,
        [
            Choose(
                "useful", "How useful was this cycle for what you wanted to work on?",
                ["Not useful", "Slightly", "Fairly", "Very", "Extremely useful"]),
            Choose("agenda", "How far did the conversations follow your own agenda?", HowFar),
            Choose("practicalities", "How did the number, length and timing of meetings suit you?",
                ["About right", "Too few or too short", "Too many or too long", "Hard to fit in the working day"]),
            Choose(
                "confidence-kept", "Did you feel your conversations were kept confidential?", ["Yes", "Mostly", "No", "Prefer not to say"]),
            Choose("p-supportive", "How far was the support supportive?", HowFar),
            Choose("p-non-judgemental", "How far was the support non-judgemental?", HowFar),
            Choose("p-caring", "How far was the support caring?", HowFar),
            Choose("p-wellbeing", "How far was the support focused on your well-being?", HowFar),
            new FeedbackCard.Question.Write(
                "difference", "What, if anything, is different for you now? Please do not name pupils, staff or families.", 500),
            new FeedbackCard.Question.Write("improve", "What should we change about the scheme?", 500),
            Choose("again", "Which of these would you consider?",
                ["Using peer support again", "Recommending it to a colleague", "Becoming a supporter myself", "None of these"]),
            new FeedbackCard.Question.Permission(
                "permission", "May we share your answers with the person who supported you? They will know the answers are yours.",
                [new("no", "No, do not share (default)"), new("message", "Share only the message I write now"), new("all", "Yes, share all my answers")], "no"),
        ]);

    public static readonly ReviewCard.View Review = new(
        Grace, 1, new LocalDate(2027, 5, 28), "Handle sensitive situations well", new ReviewCard.Extension(ByCoordinator: true));

    private static FeedbackCard.Question.Choose Choose(string id, string text, string[] options) =>
        new(id, text, [.. options.Select((option, index) => new Choice($"{index}", option))]);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Closing()
    {
        yield return ("C20-feedback", () => FeedbackCard.Of(Feedback, Frame));
        yield return ("C20-feedback-reminder", () => FeedbackCard.Of(
            Feedback with
            {
                Reminder = true,
                CanBeReminded = false,
                CollectedBy = null,
                SupporterName = Hostile,
                Questions = [.. Feedback.Questions.Select(q => q is FeedbackCard.Question.Choose c ? c with { Required = c.Id == "useful" } : q)],
            },
            Frame));
        yield return ("C20-shared-message", () => SharedFeedbackCard.Of(
            new SharedFeedbackCard.View.Message(Amira, "Thank you, you gave me room to think."), Frame));
        yield return ("C20-shared-all", () => SharedFeedbackCard.Of(
            new SharedFeedbackCard.View.All(
                Amira, [new("How far was the support caring?", "Completely"), new("What should we change about the scheme?", Hostile)], "Thank you."),
            Frame));
        yield return ("C19-review", () => ReviewCard.Of(Review, Frame));
        yield return ("C19-review-again", () => ReviewCard.Of(
            Review with { InPersonLeft = 3, Focus = null, CanExtend = null, Wish = ReviewWishes.NotSure, Progress = Hostile, Problem = "Please leave out phone numbers." },
            Frame));
        yield return ("C20-lacking", () => LackingCard.Of(
            new("2026-014", "the local authority", ["more-people", "sooner", "further-away", "not-needed", "not-said"]), Frame));
        yield return ("finish", () => FinishCard.Of(new(Grace), Frame));
        yield return ("C21-thanks-supporter-journal", () => ThanksCard.Of(
            new ThanksCard.View.ForSupporter(Amira, Supervision: false, null, new LocalDate(2027, 6, 27)), Frame));
        yield return ("C21-thanks-requester", () => ThanksCard.Of(
            new ThanksCard.View.ForRequester(Grace, new LocalDate(2027, 6, 27), OtherHelp, CanOffer: true), Frame));
        yield return ("C21-thanks-supporter", () => ThanksCard.Of(
            new ThanksCard.View.ForSupporter(Amira, Supervision: true, "What did you learn about how you listen?"), Frame));
    }
}
