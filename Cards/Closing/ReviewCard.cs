using NodaTime;

namespace PeerBot.Cards;

/// <summary>C19: how would you like to go on? To each alone; neither hears of the other's answer.</summary>
public static class ReviewCard
{
    public const int ProgressMost = 500;

    /// <param name="InPersonLeft">Null: meetings in person are not limited.</param>
    /// <param name="Until">Null: the cycle has no end.</param>
    /// <param name="Focus">What the reader wanted to talk about, in their own choice; null: nothing was picked.</param>
    /// <param name="CanExtend">Null where the programme extends nothing, else whether a coordinator agrees as well.</param>
    /// <param name="Wish">One of <see cref="ReviewWishes"/>, as answered before; null: not yet.</param>
    /// <param name="LookBack">The scheme's own question about what came of it; null: how far the reader has come.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        string OtherName, int? InPersonLeft, LocalDate? Until, string? Focus, Extension? CanExtend, string? Wish = null, string? Progress = null,
        string? Problem = null, string? LookBack = null);

    public sealed record Extension(bool ByCoordinator);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Review", texts.Plain("Review.Heading"),
            [
                Blocks.Text(Standing(view, texts)),
                texts.Problem(view.Problem),
                view.Focus is { } focus ? Blocks.Text(texts.Say("Review.Focus", ("topic", focus))) : null,
                new AdaptiveTextInput(InputIds.Progress, view.LookBack is { } question ? frame.Optional(question) : texts.Plain("Review.Progress", ("most", ProgressMost)), ProgressMost)
                {
                    IsMultiline = true,
                    Value = view.Progress is { } progress ? Typed.Block(progress, ProgressMost) : null,
                    Private = true,
                },
                Blocks.Small(texts.Say("Review.OnlyYou")),
                new AdaptiveChoiceSetInput(InputIds.Wish, frame.Required(texts.Plain("Review.Wish")), Choices(view, texts))
                {
                    Value = view.Wish,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Review.WishMissing"),
                },
                Blocks.Small(texts.Say("Review.Separately", ("name", view.OtherName))),
                view.CanExtend switch
                {
                    { ByCoordinator: true } => Blocks.Small(texts.Say("Review.NeedsThree", ("name", view.OtherName))),
                    { } => Blocks.Small(texts.Say("Review.NeedsTwo", ("name", view.OtherName))),
                    null => null,
                },
            ],
            frame.Action(Verbs.ReviewSend, texts.Plain("Send")).Main());
    }

    private static AdaptiveChoice[] Choices(View view, Texts texts) =>
    [
        .. ReviewWishes.All.Where(wish => view.CanExtend is not null || wish != ReviewWishes.Extend)
            .Select(wish => new AdaptiveChoice(texts.Plain("ReviewWish." + wish), wish)),
    ];

    private static string Standing(View view, Texts texts) => (view.InPersonLeft, view.Until) switch
    {
        (1, { } until) => texts.Say("Review.OneLeftUntil", ("date", until)),
        ({ } left, { } until) => texts.Say("Review.LeftUntil", ("left", left), ("date", until)),
        (1, null) => texts.Say("Review.OneLeft"),
        ({ } left, null) => texts.Say("Review.Left", ("left", left)),
        (null, { } until) => texts.Say("Review.Until", ("date", until)),
        _ => texts.Say("Review.Now"),
    };
}
