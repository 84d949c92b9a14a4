using NodaTime;

namespace PeerBot.Cards;

/// <summary>C23: the criteria, for a volunteer. The inspection is shown and cannot be changed here.</summary>
public static class CriteriaCard
{
    public const int RefereeMost = 600;

    /// <param name="Years">Null: the programme counts no years.</param>
    /// <param name="AsksReferee">Somebody else or a short statement stands for what was declared.</param>
    /// <param name="Inspection">What is recorded of the last inspection; null: the programme asks for none.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        YearsField? Years, IReadOnlyList<Declaration> Declarations, bool AsksReferee, string? Referee, string? Inspection, LocalDate Today,
        string? Problem = null);

    /// <param name="Label">The criterion in the definition's words.</param>
    /// <param name="Earlier">Times in the role before the present one, in words.</param>
    /// <param name="Reached">Whether the years are full, in words; null: nothing is known yet.</param>
    public sealed record YearsField(string Label, LocalDate? Since, IReadOnlyList<string> Earlier, string? Reached);

    /// <param name="Id">Of the criterion.</param>
    public sealed record Declaration(string Id, string Label, bool Ticked);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Criteria", texts.Plain("Criteria.Heading"),
            [
                Blocks.Text(texts.Say("Criteria.Intro")),
                texts.Problem(view.Problem),
                .. view.Years is { } years ? Years(years, view.Today, frame) : [],
                view.Inspection is { } inspection
                    ? Blocks.Panel(Blocks.Subheading(texts.Say("Criteria.Inspection")) with { Spacing = null }, Blocks.Text(texts.Say("Criteria.InspectionText", ("inspection", inspection))))
                    : null,
                .. view.Declarations.Select(one => Tick(one, frame)),
                view.AsksReferee
                    ? new AdaptiveTextInput(InputIds.Referee, frame.Required(texts.Plain("Criteria.Referee", ("most", RefereeMost))), RefereeMost)
                    {
                        IsMultiline = true, IsRequired = true, ErrorMessage = texts.Plain("Criteria.RefereeMissing"), Value = Typed.Again(view.Referee),
                    }
                    : null,
                Blocks.Small(texts.Say("Criteria.WhoSees")),
            ],
            frame.Action(Verbs.SupporterSend, texts.Plain("Criteria.Send")).Main(),
            frame.Action(Verbs.SupporterCriteriaSave, texts.Plain("Save")),
            frame.Press(Verbs.SupporterOffer, texts.Plain("Back")));
    }

    private static IEnumerable<AdaptiveElement?> Years(YearsField years, LocalDate today, CardFrame frame)
    {
        var texts = frame.Texts;
        yield return Blocks.Subheading(texts.Say("Criteria.Years", ("criterion", years.Label)));
        yield return years.Reached is { } reached ? Blocks.Text(texts.Say("Criteria.Reached", ("reached", reached))) : null;
        yield return new AdaptiveDateInput(InputIds.Since, frame.Required(texts.Plain("Criteria.Since")))
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Criteria.SinceMissing"),
            Value = years.Since.Iso(),
            Max = ((LocalDate?)today).Iso(),
        };
        yield return years.Earlier.Count == 0 ? null : Blocks.Small(texts.Say("Criteria.EarlierSoFar"));
        yield return years.Earlier.Count == 0 ? null : Blocks.Bullets(years.Earlier);
        yield return new AdaptiveDateInput(InputIds.EarlierFrom, frame.Optional(texts.Plain("Criteria.EarlierFrom"))) { Max = ((LocalDate?)today).Iso() };
        yield return new AdaptiveDateInput(InputIds.EarlierUntil, frame.Optional(texts.Plain("Criteria.EarlierUntil"))) { Max = ((LocalDate?)today).Iso() };
        var add = frame.Action(Verbs.SupporterTimeAdd, texts.Plain("Criteria.AddTime"));
        yield return new AdaptiveActionSet(
            years.Earlier.Count == 0 ? [add] : [add, frame.Press(Verbs.SupporterTimesClear, texts.Plain("Criteria.ClearTimes"))]);
    }

    private static AdaptiveToggleInput Tick(Declaration one, CardFrame frame) =>
        new(one.Id, frame.Required(frame.Texts.Plain("Criteria.Declare")), frame.Texts.Plain("Criteria.DeclareThis", ("criterion", one.Label)))
        {
            IsRequired = true,
            ErrorMessage = frame.Texts.Plain("Criteria.DeclareMissing"),
            Value = one.Ticked ? "true" : null,
        };
}
