using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Reflection;

/// <summary>
/// One person's look at their own confidence, on one occasion of a cycle. Only the owner sees it, unless they share it; nothing in it is
/// counted, added up or needed for another step.
/// </summary>
/// <param name="Answers">By statement id; a statement left blank is absent.</param>
/// <param name="Evidence">"How do I know?" by section id. For the owner alone, also when the answers are shared.</param>
/// <param name="NextSection">Id of the section to go on with, however often earlier ones are looked at again; null after the last.</param>
/// <param name="Name">As the owner typed it; never filled in by the bot.</param>
/// <param name="DateCompleted">As the owner typed it; never filled in by the bot.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SelfEvaluation(
    PersonId Owner,
    CycleId Cycle,
    Occasion Occasion,
    string InstrumentId,
    int InstrumentVersion,
    IReadOnlyDictionary<string, Confidence> Answers,
    IReadOnlyDictionary<string, string> Evidence,
    string? NextSection,
    Instant UpdatedAt,
    string? Name = null,
    LocalDate? DateCompleted = null,
    bool Shared = false,
    long Version = 0)
{
    public const int MaxEvidence = 1000;
    public const int MaxName = 100;

    /// <summary>The last section was saved; blanks do not matter.</summary>
    public bool IsComplete => NextSection is null;

    public static SelfEvaluation Start(
        PersonId owner, CycleId cycle, Occasion occasion, SelfEvaluationInstrument instrument, Instant now) =>
        new(
            owner, cycle, occasion, instrument.Id, instrument.Version, new Dictionary<string, Confidence>(),
            new Dictionary<string, string>(), instrument.Sections[0].Id, now);

    /// <summary>Takes over a section card, whether the owner then goes on to the next section or stops for today.</summary>
    /// <param name="answers">By statement id; what the card left blank is blank afterwards.</param>
    /// <param name="evidence">Null or blank takes away what was there.</param>
    public SectionSave AnswerSection(
        SelfEvaluationInstrument instrument, string sectionId, IReadOnlyDictionary<string, Confidence> answers, string? evidence,
        Instant now)
    {
        if (instrument.Section(sectionId) is not { } section
            || answers.Any(answer => instrument.SectionOf(answer.Key) != section || !Enum.IsDefined(answer.Value)))
            return new SectionSave.Unknown();
        var proof = evidence?.Trim() ?? "";
        if (proof.Length > MaxEvidence)
            return new SectionSave.EvidenceTooLong(MaxEvidence);

        var all = Answers.Where(answer => instrument.SectionOf(answer.Key) != section).Concat(answers).ToDictionary();
        var proofs = Evidence.Where(entry => entry.Key != sectionId).ToDictionary();
        if (proof.Length > 0)
            proofs[sectionId] = proof;

        var after = instrument.After(section);
        var saved = this with { Answers = all, Evidence = proofs, NextSection = Furthest(instrument, section), UpdatedAt = now };
        return new SectionSave.Saved(saved, after);
    }

    /// <summary>Name and date for the owner's own record (S3-36); blank takes them away.</summary>
    public SelfEvaluation Record(string? name, LocalDate? completed, Instant now)
    {
        var typed = name?.Trim() ?? "";
        return this with
        {
            Name = typed.Length == 0 ? null : typed[..Math.Min(typed.Length, MaxName)],
            DateCompleted = completed,
            UpdatedAt = now,
        };
    }

    /// <summary>Shares the answers, or stops sharing them, where the programme lets the owner decide; otherwise changes nothing.</summary>
    public SelfEvaluation Share(bool shared, SelfEvaluationRules rules, Instant now) =>
        this with { Shared = shared && rules.Visibility == Visibility.OwnerMayShareWithPartner, UpdatedAt = now };

    /// <summary>
    /// As much of it as somebody may see: everything for the owner; for the partner the answers alone, and only while they are shared; null
    /// for everybody else, a coordinator included.
    /// </summary>
    /// <param name="partner">The other person of the cycle.</param>
    public SelfEvaluation? SeenBy(PersonId viewer, PersonId partner, SelfEvaluationRules rules)
    {
        if (viewer == Owner)
            return this;
        return viewer == partner && Shared && rules.Visibility == Visibility.OwnerMayShareWithPartner
            ? this with { Evidence = new Dictionary<string, string>(), Name = null, DateCompleted = null }
            : null;
    }

    /// <summary>Statements that the owner is less or only quite sure of, the less sure ones first, to pick a topic from.</summary>
    public IReadOnlyList<InstrumentStatement> WorthTalkingAbout(SelfEvaluationInstrument instrument) =>
        [.. instrument.Sections.SelectMany(section => section.Statements)
            .Where(statement => Answers.TryGetValue(statement.Id, out var answer) && answer <= Confidence.Quite)
            .OrderBy(statement => Answers[statement.Id])];

    private string? Furthest(SelfEvaluationInstrument instrument, InstrumentSection saved)
    {
        if (NextSection is null || instrument.Section(NextSection) is not { } next)
            return NextSection;
        return saved.Order < next.Order ? NextSection : instrument.After(saved)?.Id;
    }
}

/// <summary>What came of saving a section card.</summary>
public abstract record SectionSave
{
    private SectionSave()
    {
    }

    /// <param name="Next">The section that follows the saved one; null after the last.</param>
    public sealed record Saved(SelfEvaluation Evaluation, InstrumentSection? Next) : SectionSave;

    public sealed record EvidenceTooLong(int Most) : SectionSave;

    /// <summary>The card named a section, statement or level that the instrument does not have together.</summary>
    public sealed record Unknown : SectionSave;
}
