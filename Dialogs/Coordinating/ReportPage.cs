using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Dialogs;

/// <summary>A report of a programme in words (C31): counts alone, and none that few people stand behind.</summary>
/// <param name="Comments">What was typed; for the screen, and never in a file.</param>
public sealed record ReportPage(string Heading, string Text, IReadOnlyList<ReportSection> Sections, IReadOnlyList<string> Comments)
{
    private const int TermsInFile = 12;

    public static Task<ReportPage> ReadAsync(ReportKind kind, int terms, FlowContext context) => kind switch
    {
        ReportKind.Quality => QualityAsync(terms, context),
        ReportKind.Pool => PoolAsync(context),
        _ => ParticipationAsync(terms, context),
    };

    /// <summary>The report as a file of counts; null for somebody who does not oversee the programme, or does no more.</summary>
    public static async Task<byte[]?> FileAsync(string programmeId, ReportKind kind, FlowContext context)
    {
        if (Overseer.Of(context, programmeId) is not { } there)
            return null;
        there.Looking().Note(AuditActions.ReportExported, about: null, kind.ToString());
        var texts = there.Texts;
        var page = await ReadAsync(kind, TermsInFile, there);
        return ReportCsv.Write(
        [
            [texts.Plain("Report.FileProgramme"), there.Programme.Name.In(there.Me.Locale)],
            [texts.Plain("Report.FileReport"), page.Heading],
            [texts.Plain("Report.FileDay"), texts.Date(there.Local(there.Now).Date)],
            [],
            [texts.Plain("Report.FilePart"), texts.Plain("Report.FileWhat"), texts.Plain("Report.FileCount")],
            .. page.Sections.SelectMany(section => section.Lines.Select(line => (IReadOnlyList<string>)[section.Title, line.Title, line.Value])),
        ]);
    }

    public static string Figure(int? count, FlowContext context) => count is { } known ? context.Texts.Plain("Number", ("number", known))
        : context.Texts.Plain("Report.FewerThan", ("least", context.Programme.Oversight.MinimumReportCount));

    /// <summary>Size, locality and structure of the schools that supporters come from, with what nobody comes from.</summary>
    public static async Task<IReadOnlyList<ReportSection>> PoolSectionsAsync(FlowContext context)
    {
        var texts = context.Texts;
        var pool = SupporterPool.Of(await context.Stores.CandidatesAsync(context.Programme.Id));
        return
        [
            Section("Report.Size", pool.Sizes, kind => texts.Size(Enum.Parse<SizeBand>(kind))),
            Section("Report.Structure", pool.Structures, kind => texts.Plain(kind == "group" ? "Pool.InGroup" : "Pool.Single")),
            Section("Report.Locality", pool.Localities, kind => kind),
        ];

        ReportSection Section(string title, IReadOnlyList<PoolCount> counts, Func<string, string> words) =>
            new(texts.Plain(title), [.. counts.Zip(Shown([.. counts.Select(one => one.Supporters)], context), (one, shown) => new Line(words(one.Kind), shown))]);
    }

    private static async Task<ReportPage> ParticipationAsync(int terms, FlowContext context)
    {
        var texts = context.Texts;
        var read = await new Participation(context.Turn, context.Programme).ReadAsync(terms);

        // Where a lead forms groups, nobody asks for anybody.
        var asks = context.Programme.Groups is null;
        return new(
            texts.Plain("Report.Participation"), texts.Plain(read.Count == 0 ? "Report.NoTerms" : "Report.ParticipationText"),
            [
                .. await GroupHomeCards.SectionAsync(context, [.. read.Select(one => one.Term.Name)], whole: terms == TermsInFile) is { } groups ? [groups] : Array.Empty<ReportSection>(),
                .. read.Select(one => new ReportSection(
                    texts.Plain("Report.Term", ("term", one.Term.Name), ("from", one.Term.Dates.Start)),
                    [
                        .. asks ? [Line("Report.Requests", one.Requests), DaysToYes(one)] : Array.Empty<Line>(),
                        Line("Report.Started", one.Started), Line("Report.Met", one.Met), Line("Report.Completed", one.Completed),
                        Line("Report.Asked", one.Asked), Line("Report.Answered", one.Answered),
                    ])),
            ],
            []);

        Line Line(string key, int? count) => new(texts.Plain(key), Figure(count, context));
        Line DaysToYes(TermFigures one) => new(texts.Plain("Report.DaysToYes"), one.DaysToYes is { } days ? texts.Days(days) : texts.Plain("Report.TooFew"));
    }

    private static async Task<ReportPage> QualityAsync(int terms, FlowContext context)
    {
        var texts = context.Texts;
        var read = await new Quality(context.Turn, context.Programme).ReadAsync(terms);
        return new(
            texts.Plain("Report.Quality"), texts.Plain(read.Terms.Count == 0 ? "Report.NoTerms" : "Report.QualityText"),
            [
                .. from question in read.Questions
                   from term in read.Terms.Zip(question.Counts)
                   select new ReportSection(
                       texts.Plain("Report.QuestionInTerm", ("question", question.Question.Text.In(context.Me.Locale)), ("term", term.First.Name)),
                       [
                           .. question.Question.Options.Zip(term.Second, (option, count) => new Line(
                               option.In(context.Me.Locale), count is null ? texts.Plain("Report.Hidden") : Figure(count, context))),
                       ]),
            ],
            read.Comments);
    }

    private static async Task<ReportPage> PoolAsync(FlowContext context) => new(
        context.Texts.Plain("Report.Pool"), context.Texts.Plain("Report.PoolText"), await PoolSectionsAsync(context), []);

    // Where another cell has to hide one, "fewer than" could be untrue: then all of them are hidden alike.
    private static IEnumerable<string> Shown(IReadOnlyList<int> counts, FlowContext context)
    {
        var least = context.Programme.Oversight.MinimumReportCount;
        var hidden = SmallNumbers.Hide(counts, least);
        var others = counts.Zip(hidden).Any(pair => pair.Second is null && pair.First >= least);
        return hidden.Select(count => count is 0 ? context.Texts.Plain("Report.Nobody")
            : count is null && others ? context.Texts.Plain("Report.Hidden")
            : Figure(count, context));
    }
}

public sealed record ReportSection(string Title, IReadOnlyList<Line> Lines);
