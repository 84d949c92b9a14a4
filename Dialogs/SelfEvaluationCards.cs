using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of one evaluation, for its owner. A card's id names cycle and occasion; its version is the section's place.</summary>
internal sealed class SelfEvaluationCards(FlowContext context, Cycle cycle, SelfEvaluationInstrument instrument, SelfEvaluation evaluation)
{
    public FlowContext Context => context;

    public Cycle Cycle => cycle;

    public SelfEvaluationInstrument Instrument => instrument;

    public SelfEvaluation Evaluation { get; private set; } = evaluation;

    private string Id => $"{cycle.Id}.{Evaluation.Occasion}";

    public static SelfEvaluationInstrument? InstrumentOf(FlowContext context) =>
        context.Programme.SelfEvaluation is { Enabled: true, InstrumentRef: { } reference }
            ? context.Turn.Reference.Library.Instruments.GetValueOrDefault(reference)
            : null;

    /// <returns>Null for an id that no card of ours has.</returns>
    public static (CycleId Cycle, Occasion Occasion)? Read(string id) =>
        id.Split('.') is [var cycle, var occasion] && Guid.TryParse(cycle, out var guid) && Enum.TryParse<Occasion>(occasion, out var when)
        && Enum.IsDefined(when)
            ? (new CycleId(guid), when)
            : null;

    /// <summary>Saves with the turn and goes on with what was saved.</summary>
    public void Keep(SelfEvaluation changed)
    {
        context.Stores.Save(changed);
        Evaluation = changed;
    }

    public AdaptiveCard Start() => SelfEvaluationStartCard.Of(
        new SelfEvaluationStartCard.View(
            Evaluation.Occasion != Occasion.Before, instrument.Instruction,
            context.Programme.SelfEvaluation.NameAndDateOptional ? instrument.RecordKeepingNote : null,
            [
                .. instrument.Sections.Select(section => new SelfEvaluationStartCard.SectionLine(
                    section.Title, section.Statements.Count, section.Statements.Count(statement => Evaluation.Answers.ContainsKey(statement.Id)))),
            ],
            !context.Texts.IsEnglish),
        context.Frame(Id));

    /// <summary>The section to go on with; the summary after the last.</summary>
    public async Task<AdaptiveCard> NextAsync() =>
        Evaluation.NextSection is { } next ? Section(instrument.Section(next)!.Order) : await SummaryAsync();

    /// <summary>The first card while nothing was answered, else the one to go on with.</summary>
    public Task<AdaptiveCard> WhereItStandsAsync() => Evaluation.Version == 0 ? Task.FromResult(Start()) : NextAsync();

    /// <param name="filled">What was filled in and could not be saved; null to show what is saved.</param>
    public AdaptiveCard Section(int order, IReadOnlyDictionary<string, string>? filled = null)
    {
        var section = instrument.Sections.First(one => one.Order == Math.Clamp(order, 1, instrument.Sections.Count));
        return SelfEvaluationSectionCard.Of(
            new SelfEvaluationSectionCard.View(
                section.Order, instrument.Sections.Count, section.Title,
                [.. section.Statements.Select(statement => new SelfEvaluationSectionCard.Statement(
                    statement.Id, statement.DisplayText, filled is null ? Value(statement.Id) : filled.GetValueOrDefault(statement.Id)))],
                [.. instrument.Levels.Select(level => new Choice(Value(level.Value), level.Label))], section.EvidencePrompt,
                filled is null ? Evaluation.Evidence.GetValueOrDefault(section.Id) : filled.GetValueOrDefault(InputIds.Evidence), !context.Texts.IsEnglish),
            context.Frame(Id, section.Order));
    }

    /// <summary>Answers in words; the second time with what they were.</summary>
    public async Task<AdaptiveCard> SummaryAsync()
    {
        var before = Evaluation.Occasion == Occasion.Before || !context.Programme.SelfEvaluation.Compare
            ? null
            : await context.Stores.SelfEvaluationAsync(context.Me.Id, cycle.Id, Occasion.Before);
        var mayShare = cycle.IsOpen && context.Programme.SelfEvaluation.Visibility == Visibility.OwnerMayShareWithPartner;
        return SelfEvaluationSummaryCard.Of(
            new SelfEvaluationSummaryCard.View(
                before is not null, Sections(before), Evaluation.Shared, mayShare ? await context.OthersAsync(cycle) : null),
            context.Frame(Id));
    }

    /// <summary>For the partner: the answers alone, as they stand now.</summary>
    /// <param name="shared">Everything that the owner shares now; what was before is shown only where that is shared as well.</param>
    public async Task<AdaptiveCard> SharedAsync(IReadOnlyList<SelfEvaluation> shared)
    {
        var before = Evaluation.Occasion == Occasion.Before || !context.Programme.SelfEvaluation.Compare
            ? null
            : shared.FirstOrDefault(one => one.Occasion == Occasion.Before);
        return SelfEvaluationSummaryCard.Of(
            new SelfEvaluationSummaryCard.View(
                before is not null, Sections(before), Shared: true, PartnerName: null, await context.NameAsync(Evaluation.Owner)),
            context.Frame(cycle.Id));
    }

    private IReadOnlyList<SelfEvaluationSummaryCard.Section> Sections(SelfEvaluation? before)
    {
        var changes = before is null ? null : SelfEvaluationComparison.Compare(instrument, before, Evaluation).ToDictionary(change => change.Statement.Id);
        return
        [
            .. instrument.Sections.Select(section => new SelfEvaluationSummaryCard.Section(
                section.Title,
                [
                    .. section.Statements.Select(statement => new SelfEvaluationSummaryCard.Answer(
                        statement.DisplayText,
                        Evaluation.Answers.TryGetValue(statement.Id, out var now) ? instrument.LabelOf(now) : null,
                        changes?[statement.Id].Was, ChangeOf(changes?[statement.Id].Change))),
                ])),
        ];
    }

    public async Task<AdaptiveCard> TopicAsync()
    {
        var chosen = (await context.Stores.NotesAsync(NoteKind.Topic, cycle.Id.ToString())).FirstOrDefault(note => note.Owner == context.Me.Id)?.Text;
        return TopicCard.Of(
            new TopicCard.View(
                [
                    .. Evaluation.WorthTalkingAbout(instrument).Select(statement => new Choice(
                        statement.Id, $"{statement.DisplayText} – {instrument.LabelOf(Evaluation.Answers[statement.Id]).ToLower(context.Texts.Culture)}")),
                ],
                chosen),
            context.Frame(Id));
    }

    private static SelfEvaluationSummaryCard.Change? ChangeOf(ConfidenceChange? change) => change switch
    {
        ConfidenceChange.MoreConfident => SelfEvaluationSummaryCard.Change.MoreConfident,
        ConfidenceChange.Same => SelfEvaluationSummaryCard.Change.Same,
        ConfidenceChange.LessConfident => SelfEvaluationSummaryCard.Change.LessConfident,
        _ => null,
    };

    private string? Value(string statement) => Evaluation.Answers.TryGetValue(statement, out var answer) ? Value(answer) : null;

    private static string Value(Confidence confidence) => ((int)confidence).ToString(CultureInfo.InvariantCulture);
}
