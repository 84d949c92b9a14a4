namespace PeerBot.Cards;

/// <summary>C29: a volunteer's criteria with their evidence, for the coordinator.</summary>
public static class ApprovalCard
{
    public const int ReasonMost = 300;

    public enum Stage
    {
        /// <summary>Not sent yet, or sent back.</summary>
        Draft,
        Waiting,

        /// <summary>Approved; no training is booked.</summary>
        Approved,

        /// <summary>Training is booked for a day to come.</summary>
        Booked,

        /// <summary>The day of the training is over.</summary>
        Attendance,
        Trained,

        /// <summary>On the list; looked at again.</summary>
        Serving,
        Left,
    }

    /// <param name="Criteria">Each with how it stands and what that rests on.</param>
    /// <param name="Referee">What the volunteer wrote for the coordinator.</param>
    /// <param name="Checks">What the coordinator ticks as checked.</param>
    /// <param name="Inspection">Null: none recorded.</param>
    public sealed record View(
        string Name, string School, Stage Stage, IReadOnlyList<Line> Criteria, string? Referee, string? Experience, IReadOnlyList<CriteriaCard.Declaration> Checks,
        InspectionView? Inspection, string? Problem = null);

    /// <param name="Decides">The rules leave it to the coordinator.</param>
    /// <param name="SuggestedRule">Whether the suggested local rule is met; null: there is none.</param>
    public sealed record InspectionView(string Sentence, IReadOnlyList<Line> Grades, Uri? Report, string Decision, bool Decides, bool? SuggestedRule, string? Chosen, string? Reason);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var decides = view.Stage is Stage.Waiting or Stage.Serving;
        return frame.Card(
            "Approval", texts.Plain("Approval.Heading", ("name", view.Name)),
            [
                Blocks.Text(texts.Say("Approval.Intro", ("school", view.School))),
                Blocks.Text(texts.Say("Approval.Stage." + view.Stage)),
                texts.Problem(view.Problem),
                Blocks.Subheading(texts.Say("Approval.Criteria")),
                Blocks.Sentences(view.Criteria),
                .. Written("Approval.Referee", view.Referee, texts),
                .. Written("Approval.Experience", view.Experience, texts),
                Recorded(view.Inspection, texts),
                .. decides && view.Inspection is { Decides: true } open ? Decision(open, frame) : [],
                .. decides ? view.Checks.Select(one => Check(one, frame)) : [],
                Blocks.Small(texts.Say("Approval.Audited")),
            ],
            [.. Buttons(view.Stage, frame)]);
    }

    private static IEnumerable<AdaptiveElement> Written(string key, string? words, Texts texts) =>
        words is null ? [] : [Blocks.Subheading(texts.Say(key)), Blocks.Quote(words, CriteriaCard.RefereeMost)];

    private static AdaptiveContainer Recorded(InspectionView? inspection, Texts texts) => inspection is null
        ? Blocks.Panel(Blocks.Subheading(texts.Say("Approval.Inspection")) with { Spacing = null }, Blocks.Text(texts.Say("Approval.NoInspection")))
        : Blocks.Panel(
            Blocks.Subheading(texts.Say("Approval.Inspection")) with { Spacing = null },
            Blocks.Text(texts.Say("Approval.InspectionText", ("inspection", inspection.Sentence))),
            inspection.Grades.Count == 0 ? null : Blocks.Facts(inspection.Grades),
            Blocks.Text(texts.Say("Approval.Decision", ("decision", inspection.Decision))),
            inspection.SuggestedRule is { } met ? Blocks.Small(texts.Say(met ? "Approval.RuleMet" : "Approval.RuleNotMet")) : null,
            inspection.Report is { } report ? Blocks.Small(texts.Say("Approval.Report", ("address", report.AbsoluteUri))) : null);

    private static IEnumerable<AdaptiveElement> Decision(InspectionView open, CardFrame frame)
    {
        var texts = frame.Texts;
        yield return new AdaptiveChoiceSetInput(
            InputIds.Decision, frame.Required(texts.Plain("Approval.YourDecision")),
            [new(texts.Plain("Approval.CountsAsMet"), "met"), new(texts.Plain("Approval.CountsAsNotMet"), "not-met")])
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Approval.DecisionMissing"),
            Value = open.Chosen,
        };
        yield return new AdaptiveTextInput(InputIds.DecisionReason, frame.Required(texts.Plain("Approval.Reason", ("most", ReasonMost))), ReasonMost)
        {
            IsMultiline = true,
            IsRequired = true,
            ErrorMessage = texts.Plain("Approval.ReasonMissing"),
            Value = Typed.Again(open.Reason),
        };
    }

    private static AdaptiveToggleInput Check(CriteriaCard.Declaration one, CardFrame frame) =>
        new(one.Id, frame.Optional(frame.Texts.Plain("Approval.Checked")), frame.Texts.Plain("Approval.CheckedThis", ("criterion", one.Label))) { Value = one.Ticked ? "true" : null };

    private static IEnumerable<AdaptiveAction> Buttons(Stage stage, CardFrame frame)
    {
        var texts = frame.Texts;
        var inspection = frame.Press(Verbs.ApprovalInspection, texts.Plain("Approval.RecordInspection"));
        return stage switch
        {
            Stage.Waiting =>
            [
                frame.Action(Verbs.ApprovalApprove, texts.Plain("Approval.Approve")).Main(),
                frame.Press(Verbs.ApprovalNotYet, texts.Plain("Approval.NotYet")),
                frame.Press(Verbs.ApprovalRefuse, texts.Plain("Approval.Refuse")), inspection,
            ],
            Stage.Draft => [inspection],
            Stage.Approved => [frame.Press(Verbs.TrainingDates, texts.Plain("Approval.TrainingDates")).Main()],
            Stage.Attendance =>
            [
                frame.Press(Verbs.ApprovalAttended, texts.Plain("Approval.Attended")).Main(), frame.Press(Verbs.ApprovalAbsent, texts.Plain("Approval.Absent")),
            ],
            Stage.Serving =>
            [
                frame.Action(Verbs.ApprovalStillMeets, texts.Plain("Approval.StillMeets")).Main(), inspection,
                frame.Press(Verbs.ApprovalNotServing, texts.Plain("Approval.NotServing")), frame.Press(Verbs.ApprovalOffList, texts.Plain("Approval.OffList")),
            ],
            _ => [],
        };
    }
}
