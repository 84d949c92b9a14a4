using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Dialogs;

/// <summary>A report of a programme in words (C31): counts alone, and none that few people stand behind.</summary>
/// <param name="Comments">What was typed; for the screen, and never in a file.</param>
public sealed record ReportPage(string Heading, string Text, IReadOnlyList<ReportSection> Sections, IReadOnlyList<string> Comments)
{
    private static readonly TermPage TermsInFile = new(12);

    public static Task<ReportPage> ReadAsync(ReportKind kind, TermPage terms, FlowContext context) => kind switch
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

    /// <summary>A row of counts under their names; a single line where nothing of it can be told.</summary>
    /// <param name="nobody">Words for a count of nobody; null: a nought.</param>
    public static IReadOnlyList<Line> Lines(ShownRow row, IReadOnlyList<string> names, FlowContext context, string? nobody = null)
    {
        var texts = context.Texts;
        return row.Counts.Count < names.Count
            ? [new Line(texts.Plain("Report.AllOfThem"), texts.Plain("Report.TooFew"))]
            : [.. row.Counts.Zip(names, (count, name) => new Line(
                name, count is 0 && nobody is not null ? nobody : count is null && !row.FewerThan ? texts.Plain("Report.Hidden") : Figure(count, context)))];
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

        ReportSection Section(string title, IReadOnlyList<PoolCount> counts, Func<string, string> words) => new(
            texts.Plain(title),
            Lines(SmallNumbers.Hide([.. counts.Select(one => one.Supporters)], context.Programme.Oversight.MinimumReportCount), [.. counts.Select(one => words(one.Kind))],
                context, texts.Plain("Report.Nobody")));
    }

    private static async Task<ReportPage> ParticipationAsync(TermPage terms, FlowContext context)
    {
        var texts = context.Texts;
        var read = await new Participation(context.Turn, context.Programme).ReadAsync(terms);

        // Where a lead forms groups, nobody asks for anybody.
        var asks = context.Programme.Groups is null;
        return new(
            texts.Plain("Report.Participation"), texts.Plain(read.Count == 0 ? "Report.NoTerms" : "Report.ParticipationText"),
            [
                .. await GroupHomeCards.SectionAsync(context, [.. read.Select(one => one.Term.Dates.Start)], whole: terms == TermsInFile) is { } groups ? [groups] : Array.Empty<ReportSection>(),
                .. read.Select(one => new ReportSection(
                    TermName(one.Term, context),
                    [
                        .. asks ? [Line("Report.Requests", one.Requests), DaysToYes(one)] : Array.Empty<Line>(),
                        Line("Report.Started", one.Started), Line("Report.Met", one.Met), Line("Report.Completed", one.Completed), Held(one),
                        Line("Report.Asked", one.Asked), Line("Report.Answered", one.Answered),
                    ])),
                .. await FacultySections.OfAsync(context), .. await AuthoritySections.OfAsync(context),
            ],
            []);

        Line Line(string key, int? count) => new(texts.Plain(key), Figure(count, context));
        Line Held(TermFigures one) => new(texts.Plain("Report.Held"), one.Held is null ? texts.Plain("Report.TooFew") : Figure(one.Held, context));
        Line DaysToYes(TermFigures one) => new(texts.Plain("Report.DaysToYes"), one.DaysToYes is { } days ? texts.Days(days) : texts.Plain("Report.TooFew"));
    }

    private static async Task<ReportPage> QualityAsync(TermPage terms, FlowContext context)
    {
        var texts = context.Texts;
        var read = await new Quality(context.Turn, context.Programme).ReadAsync(terms);
        return new(
            texts.Plain("Report.Quality"), texts.Plain(read.Terms.Count == 0 ? "Report.NoTerms" : "Report.QualityText"),
            [
                .. from question in read.Questions
                   from term in read.Terms.Zip(question.Rows)
                   select new ReportSection(
                       texts.Plain("Report.QuestionInTerm", ("question", question.Question.Text.In(context.Me.Locale)), ("term", TermName(term.First, context))),
                       term.Second is { } row
                           ? Lines(row, [.. question.Question.Options.Select(option => option.In(context.Me.Locale))], context)
                           : [new Line(texts.Plain("Report.Answers"), Figure(null, context))]),
            ],
            read.Comments);
    }

    // Every year has a term of that name.
    private static string TermName(Term term, FlowContext context) => context.Texts.Plain("Report.Term", ("term", term.Name), ("from", term.Dates.Start));

    private static async Task<ReportPage> PoolAsync(FlowContext context) => new(
        context.Texts.Plain("Report.Pool"), context.Texts.Plain("Report.PoolText"), await PoolSectionsAsync(context), []);
}

public sealed record ReportSection(string Title, IReadOnlyList<Line> Lines);
