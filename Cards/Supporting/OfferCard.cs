namespace PeerBot.Cards;

/// <summary>C22: offer support, for a volunteer. The school's facts are the register's; no field takes a phone number.</summary>
public static class OfferCard
{
    public const int ExperienceMost = 600;

    /// <param name="Benefits">What supporters may gain, all of them, from the definition.</param>
    /// <param name="School">What the register has of the school, as it will be shown.</param>
    /// <param name="MissingFacts">The register lacks something that a profile shows.</param>
    /// <param name="Fields">What the volunteer writes themselves, the summary first.</param>
    /// <param name="Bands">Bands of experience to choose from; null: not asked.</param>
    /// <param name="Band">The one chosen; null: not said.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        IReadOnlyList<string> Benefits, IReadOnlyList<Line> School, bool MissingFacts, IReadOnlyList<Field> Fields, string? Experience, bool Willing,
        string? Problem = null, IReadOnlyList<Choice>? Bands = null, string? Band = null);

    /// <param name="Required">A profile is not shown without it.</param>
    public sealed record Field(string Id, string Label, int Most, string? Value, bool Required);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Offer", texts.Plain("Offer.Heading"),
            [
                Blocks.Text(texts.Say("Offer.Intro")),
                view.Benefits.Count == 0 ? null : Blocks.Subheading(texts.Say("Offer.Benefits")),
                view.Benefits.Count == 0 ? null : Blocks.Bullets(view.Benefits),
                texts.Problem(view.Problem),
                Blocks.Panel(
                    Blocks.Subheading(texts.Say("Offer.School")) with { Spacing = null }, Blocks.Facts(view.School),
                    view.MissingFacts ? Blocks.Small(texts.Say("Offer.MissingFacts")) : null),
                .. view.Fields.Select(field => Input(field, frame)),
                Blocks.Small(texts.Say("Offer.WhoSees")),
                .. Experience(view, frame),
                texts.Words.ForGroup ? null : new AdaptiveTextInput(
                    InputIds.Experience, frame.Optional(texts.Plain("Offer.Experience", ("most", ExperienceMost))), ExperienceMost)
                {
                    IsMultiline = true, Value = Typed.Again(view.Experience),
                },
                new AdaptiveToggleInput(InputIds.Willing, frame.Required(texts.Plain("Offer.WillingLabel")), texts.Plain("Offer.Willing"))
                {
                    IsRequired = true, ErrorMessage = texts.Plain("Offer.WillingMissing"), Value = view.Willing ? "true" : null,
                },
            ],
            frame.Action(Verbs.SupporterSave, texts.Plain("Offer.Save")).Main(),
            texts.Words.ForGroup ? null : frame.Action(Verbs.SupporterPreview, texts.Plain("Offer.Preview")),
            frame.Press(Verbs.SupporterCancel, texts.Plain("Cancel")));
    }

    /// <summary>Optional, and nobody reads whose it is.</summary>
    private static AdaptiveElement[] Experience(View view, CardFrame frame) => view.Bands is not { } bands ? [] :
    [
        new AdaptiveChoiceSetInput(
            InputIds.ExperienceBand, frame.Optional(frame.Texts.Plain("Offer.Band")),
            [new AdaptiveChoice(frame.Texts.Plain("Offer.BandNotSaid"), NotSaid), .. bands.Select(band => new AdaptiveChoice(band.Text, band.Value))])
        {
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = view.Band ?? NotSaid,
        },
        Blocks.Small(frame.Texts.Say("Offer.BandWhy")),
    ];

    private const string NotSaid = "not-said";

    private static AdaptiveTextInput Input(Field field, CardFrame frame)
    {
        var label = frame.Texts.Plain("Offer.Field", ("label", field.Label), ("most", field.Most));
        return new AdaptiveTextInput(field.Id, field.Required ? frame.Required(label) : frame.Optional(label), field.Most)
        {
            IsMultiline = true,
            IsRequired = field.Required ? true : null,
            ErrorMessage = field.Required ? frame.Texts.Plain("Offer.FieldMissing") : null,
            Value = Typed.Again(field.Value),
        };
    }
}
