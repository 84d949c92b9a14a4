namespace PeerBot.Cards;

/// <summary>Somebody joins a scheme in which people choose each other: what to think about first, and what others may read of them.</summary>
public static class JoinCard
{
    /// <param name="Readiness">To think about; nothing of it is asked or kept.</param>
    /// <param name="Register">What the register has and others will see.</param>
    /// <param name="Fields">What the person writes themselves.</param>
    /// <param name="Declarations">What they say of themselves, by the id of the criterion.</param>
    /// <param name="Other">Other help that somebody may be looking for instead; the arg is its place in the list.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        IReadOnlyList<string> Readiness, IReadOnlyList<Line> Register, IReadOnlyList<OfferCard.Field> Fields, IReadOnlyList<Choice> Declarations,
        IReadOnlyList<Button> Other, bool Joined = false, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Join", texts.Plain(view.Joined ? "Join.HeadingAgain" : "Join.Heading"),
            [
                Blocks.Text(texts.Say("Join.Text")),
                view.Readiness.Count == 0 ? null : Blocks.Panel(
                    Blocks.Subheading(texts.Say("Join.Think")) with { Spacing = null }, Blocks.Bullets(view.Readiness), Blocks.Small(texts.Say("Join.NotKept"))),
                texts.Problem(view.Problem),
                Blocks.Facts(view.Register),
                .. view.Fields.Select(field => Input(field, frame)),
                .. view.Declarations.Select(one => new AdaptiveToggleInput(one.Value, frame.Required(texts.Plain("Join.Member")), Typed.Line(one.Text))
                {
                    IsRequired = true, ErrorMessage = texts.Plain("Join.MemberMissing"), Value = view.Joined ? "true" : null,
                }),
                new AdaptiveToggleInput(InputIds.Willing, frame.Required(texts.Plain("Join.WillingLabel")), texts.Plain("Join.Willing"))
                {
                    IsRequired = true, ErrorMessage = texts.Plain("Join.WillingMissing"), Value = view.Joined ? "true" : null,
                },
            ],
            [
                frame.Action(Verbs.PeerJoin, texts.Plain(view.Joined ? "Save" : "Join.Join")).Main(),
                .. view.Other.Select(button => frame.Press(button.Verb, button.Title, button.Arg)),
                frame.Press(Verbs.CardOk, texts.Plain("Join.NotNow")),
            ]);
    }

    private static AdaptiveTextInput Input(OfferCard.Field field, CardFrame frame)
    {
        var label = frame.Texts.Plain("Join.Field", ("label", field.Label), ("most", field.Most));
        return new AdaptiveTextInput(field.Id, field.Required ? frame.Required(label) : frame.Optional(label), field.Most)
        {
            IsMultiline = field.Most > 200,
            IsRequired = field.Required ? true : null,
            ErrorMessage = field.Required ? frame.Texts.Plain("Join.FieldMissing") : null,
            Value = Typed.Again(field.Value),
        };
    }
}
