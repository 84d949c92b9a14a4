using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Cards;

/// <summary>C29, the inspection: entered by the coordinator, one framework at a time.</summary>
public static class InspectionCard
{
    private const int LinkMost = 300;

    public sealed record View(InspectionFramework Framework, LocalDate Today, string? Problem = null);

    public static AdaptiveCard Choose(CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Inspection", texts.Plain("Inspection.Heading"),
            [
                Blocks.Text(texts.Say("Inspection.Choose")),
                .. Enum.GetValues<InspectionFramework>().Select(framework => new AdaptiveActionSet(
                    [frame.Press(Verbs.ApprovalInspection, texts.Framework(framework), InspectionWords.Key(framework))]) { Spacing = AdaptiveSpacing.Small }),
            ],
            frame.Press(Verbs.ApprovalOpen, texts.Plain("Back")));
    }

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Inspection", texts.Plain("Inspection.Heading"),
            [
                Blocks.Text(texts.Say("Inspection.Intro", ("framework", texts.Framework(view.Framework)))),
                texts.Problem(view.Problem),
                .. view.Framework == InspectionFramework.NoneYet ? [] : Fields(view, frame),
                Blocks.Small(texts.Say("Inspection.NeverShown")),
            ],
            frame.Action(Verbs.ApprovalInspectionSave, texts.Plain("Save"), InspectionWords.Key(view.Framework)).Main(),
            frame.Press(Verbs.ApprovalInspection, texts.Plain("Inspection.OtherKind")),
            frame.Press(Verbs.ApprovalOpen, texts.Plain("Back")));
    }

    private static IEnumerable<AdaptiveElement> Fields(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var today = ((LocalDate?)view.Today).Iso();
        yield return new AdaptiveChoiceSetInput(
            InputIds.Inspectorate, frame.Required(texts.Plain("Inspection.Inspectorate")),
            [.. InspectionWords.Inspectorates.Select(one => new AdaptiveChoice(texts.Inspectorate(one), one))])
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Inspection.InspectorateMissing"),
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = view.Framework == InspectionFramework.QualityIndicators ? "hmie" : "ofsted",
        };
        yield return new AdaptiveDateInput(InputIds.Date, frame.Required(texts.Plain("Inspection.Date")))
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Inspection.DateMissing"),
            Max = today,
        };
        foreach (var area in InspectionAreas.Of(view.Framework))
        {
            var label = texts.InspectionArea(area.Id);
            yield return new AdaptiveChoiceSetInput(
                area.Id, area.Needed ? frame.Required(label) : frame.Optional(label),
                [.. InspectionAreas.WordsOf(view.Framework).Select(grade => new AdaptiveChoice(texts.Grade(grade), grade))])
            {
                IsRequired = area.Needed ? true : null,
                ErrorMessage = area.Needed ? texts.Plain("Inspection.GradeMissing") : null,
                Style = AdaptiveChoiceInputStyle.Compact,
                Placeholder = texts.Plain("Inspection.PickGrade"),
            };
        }

        if (view.Framework == InspectionFramework.ReportCard)
        {
            yield return new AdaptiveChoiceSetInput(
                InputIds.Safeguarding, frame.Required(texts.Plain("Inspection.Safeguarding")),
                [new(texts.Plain("Inspection.Met"), "met"), new(texts.Plain("Inspection.NotMet"), "not-met")])
            {
                IsRequired = true,
                ErrorMessage = texts.Plain("Inspection.SafeguardingMissing"),
            };
        }

        yield return new AdaptiveDateInput(InputIds.VisitDate, frame.Optional(texts.Plain("Inspection.VisitDate"))) { Max = today };
        yield return new AdaptiveToggleInput(
            InputIds.VisitConfirms, frame.Optional(texts.Plain("Inspection.VisitLabel")), texts.Plain("Inspection.VisitTick"));
        yield return new AdaptiveTextInput(InputIds.Report, frame.Optional(texts.Plain("Inspection.ReportLink")), LinkMost);
    }
}
