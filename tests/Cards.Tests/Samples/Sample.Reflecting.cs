using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    /// <summary>The four levels of the self-evaluation table, word for word and in its order.</summary>
    public static readonly IReadOnlyList<Choice> Levels =
        [new("less", "Less confident"), new("quite", "Quite confident"), new("confident", "Confident"), new("very", "Very confident")];

    private static readonly string[] Leadership =
    [
        "Create and communicate a clear vision", "Manage change effectively", "Build and support a high performing team", "Use team strengths effectively",
        "Inspire trust and support", "Empower others appropriately", "Motivate others and inspire commitment", "Handle sensitive situations well",
    ];

    private static readonly (string Title, int Statements)[] Sections =
    [
        ("Leadership", 8), ("Strategic thinking", 7), ("Management of financial and other resources", 4), ("Delivery of results", 7), ("Communication", 8),
        ("Management of people", 4), ("Creativity and judgement", 5), ("Personal effectiveness", 7),
    ];

    public static readonly SelfEvaluationStartCard.View SelfEvaluation = new(
        Again: false, "Tick the box that describes your level of confidence. Use to reflect and direct discussion.",
        "You may wish to record names and dates for record keeping – this is of course optional",
        [.. Sections.Select(section => new SelfEvaluationStartCard.SectionLine(section.Title, section.Statements, 0))]);

    public static readonly SelfEvaluationSectionCard.View Section = new(
        1, 8, "Leadership", [.. Leadership.Select((text, index) => new SelfEvaluationSectionCard.Statement($"LE{index + 1}", text, null))],
        Levels, "How do I know?", null);

    public static readonly SelfEvaluationSummaryCard.View Summary = new(
        Again: false,
        [new("Leadership", [.. Leadership.Select((text, index) => new SelfEvaluationSummaryCard.Answer(text, index == 1 ? null : Levels[index % 4].Text))])],
        Shared: false, Grace);

    public static readonly SelfEvaluationSummaryCard.View ThenAndNow = new(
        Again: true,
        [
            new("Leadership",
            [
                new(Leadership[7], "Confident", "Less confident", SelfEvaluationSummaryCard.Change.MoreConfident),
                new(Leadership[0], "Quite confident", "Quite confident", SelfEvaluationSummaryCard.Change.Same),
                new(Leadership[1], "Quite confident", "Very confident", SelfEvaluationSummaryCard.Change.LessConfident),
                new(Leadership[2], null, "Confident"),
                new(Leadership[3], "Confident"),
                new(Leadership[4], null),
            ]),
        ],
        Shared: true, Grace);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Reflecting()
    {
        yield return ("C12-start", () => SelfEvaluationStartCard.Of(SelfEvaluation, Frame));
        yield return ("C12-start-again", () => SelfEvaluationStartCard.Of(
            SelfEvaluation with
            {
                Again = true,
                RecordKeepingNote = null,
                Sections = [.. Sections.Select((section, index) => new SelfEvaluationStartCard.SectionLine(section.Title, section.Statements, index < 3 ? section.Statements - 1 : 0))],
            },
            Frame));
        yield return ("C13-section", () => SelfEvaluationSectionCard.Of(Section, Frame));
        yield return ("C13-section-extreme", () => SelfEvaluationSectionCard.Of(
            Section with
            {
                Number = 8,
                Statements = [.. Section.Statements.Select(statement => new SelfEvaluationSectionCard.Statement(statement.Id, Long(180), "very"))],
                Evidence = Long(SelfEvaluationSectionCard.EvidenceMost),
            },
            Frame));
        yield return ("C14-summary", () => SelfEvaluationSummaryCard.Of(Summary, Frame));
        yield return ("C14-then-and-now", () => SelfEvaluationSummaryCard.Of(ThenAndNow, Frame));
        yield return ("C14-shared-with-partner", () => SelfEvaluationSummaryCard.Of(ThenAndNow with { Owner = Amira }, Frame));
        yield return ("C14-extreme", () => SelfEvaluationSummaryCard.Of(
            ThenAndNow with
            {
                Sections =
                [
                    .. Sections.Select(section => new SelfEvaluationSummaryCard.Section(section.Title,
                    [
                        .. Enumerable.Range(0, section.Statements).Select(_ => new SelfEvaluationSummaryCard.Answer(
                            Long(90), "Quite confident", "Less confident", SelfEvaluationSummaryCard.Change.MoreConfident)),
                    ])),
                ],
            },
            Frame));
        yield return ("C14-topic", () => TopicCard.Of(
            new([new("LE8", "Handle sensitive situations well – less confident"), new("LE2", "Manage change effectively – quite confident")], "LE8"), Frame));
        yield return (
            "C17-journal",
            () => JournalCard.Of(new("What is one sentence you want to write in your journal?", null, HasEarlier: true), Frame));
        yield return (
            "C17-journal-extreme", () => JournalCard.Of(new(null, Long(JournalCard.EntryMost), HasEarlier: true, "Please leave out phone numbers."), Frame));
        yield return ("C17-journal-list", () => JournalListCard.Of(
            new(
                [
                    new("0a", new LocalDate(2026, 12, 3), "I can say no to one meeting a week.\nAnd I did.", Shared: true),
                    new("0b", new LocalDate(2026, 11, 26), Hostile), new("0c", null, "An old one."),
                ],
                Partner: Grace, More: true, CanWrite: true),
            Frame));
        yield return ("C17-journal-list-own", () => JournalListCard.Of(new([new("0a", new LocalDate(2026, 12, 3), "Only mine.")], CanWrite: true), Frame));
        yield return ("C17-journal-list-extreme", () => JournalListCard.Of(
            new([.. Enumerable.Range(0, JournalListCard.OnePage).Select(at => new JournalListCard.Entry($"{at}", new LocalDate(2026, 12, 3), Long(JournalCard.EntryMost)))], Owner: Amira), Frame));
        yield return ("C14-shared-with-me", () => SharedWithMeCard.Of(
            new(Amira, [new(Verbs.SharedOpen, "Answers, first look", "Before"), new(Verbs.SharedOpen, "Journal entries", "journal")]), Frame));
        yield return ("C14-nothing-shared", () => SharedWithMeCard.Of(new(Amira, []), Frame));
    }
}
