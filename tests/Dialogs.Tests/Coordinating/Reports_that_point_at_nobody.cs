using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

/// <summary>C31 and its files: what is shown of a few people, looked at once, twice, and beside the file.</summary>
public sealed partial class Reports_that_point_at_nobody
{
    private static readonly string[] Useful = ["Not useful", "Slightly", "Fairly", "Very", "Extremely useful"];

    [Theory, Trait("Requirement", "A-20"), Trait("Requirement", "S2-36")]
    [InlineData("3 3 3 3", "")]
    [InlineData("3 3 3 3 3", "Not useful: 0, Slightly: 0, Fairly: 0, Very: 5, Extremely useful: 0")]
    [InlineData("3 3 3 3 4 4 4 4 2 2", "Not useful: 0, Slightly: 0, Fairly: fewer than 5, Very: fewer than 5, Extremely useful: fewer than 5")]
    [InlineData("3 3 3 3 3 3 3 3 3 4", "Not useful: 0, Slightly: 0, Fairly: 0, Very: not shown, Extremely useful: not shown")]
    public async Task Answers_of_a_few_are_not_told_apart(string answers, string shown)
    {
        var card = await ReadAsync(Answered(answers), ReportKind.Quality);
        Assert.Equal(shown, string.Join(", ", Counted(card)));
        Assert.Contains("Answers: fewer than 5", card, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-36")]
    public async Task Who_looks_before_and_after_one_answer_learns_nothing_of_it()
    {
        var all = "3 4 3 4 3 4 3 4 3 4 4 4".Split(' ');
        string? before = null;
        for (var count = 5; count < all.Length; count++)
        {
            var page = string.Join(", ", Counted(await ReadAsync(Answered(string.Join(' ', all.Take(count))), ReportKind.Quality)));
            Assert.True(before is null || count % 5 == 0 || before == page, $"Answer {count} by itself moves the figures: {before} → {page}");
            before = page;
        }
    }

    /// <summary>
    /// A reader who keeps every report: sums of rows are known, counts of a term only grow, and what is hidden is one of what those allow.
    /// </summary>
    [Fact, Trait("Requirement", "S2-36"), Trait("Requirement", "A-20")]
    public async Task No_hidden_answer_can_be_solved_for_from_reports_that_follow_each_other()
    {
        // Chosen so that options begin small, grow past the least one after the other, and stay small to the end.
        var all = "0 1 1 2 2 2 3 3 3 3 0 0 0 0 1 2 1 1 4 3".Split(' ');
        var reports = new List<(int Sum, int?[] Counts, bool[] Few)>();
        for (var count = 5; count <= all.Length; count += 5)
        {
            reports.Add(Parsed(await ReadAsync(Answered(string.Join(' ', all.Take(count))), ReportKind.Quality), count));
        }

        Assert.Contains(reports, report => report.Counts.Contains(null));
        var possible = reports.Select(report => Rows(Useful.Length, report.Sum).Where(row => Fits(row, report)).ToList()).ToList();
        for (var at = 0; at < reports.Count; at++)
        {
            var solutions = possible[at]
                .Where(row => at == 0 || possible[at - 1].Any(earlier => Grows(earlier, row)))
                .Where(row => at == reports.Count - 1 || possible[at + 1].Any(later => Grows(row, later))).ToList();
            for (var option = 0; option < Useful.Length; option++)
            {
                Assert.True(
                    reports[at].Counts[option] is not null || solutions.Select(row => row[option]).Distinct().Count() > 1,
                    $"After {reports[at].Sum} answers, {Useful[option]} can only be {solutions[0][option]}.");
            }
        }

        static bool Fits(int[] row, (int Sum, int?[] Counts, bool[] Few) report) => row.Zip(report.Counts, report.Few)
            .All(cell => cell.Second is { } known ? cell.First == known : !cell.Third || cell.First < 5);
        static bool Grows(int[] earlier, int[] later) => earlier.Zip(later).All(pair => pair.First <= pair.Second);
    }

    [Theory, Trait("Requirement", "S2-36")]
    [InlineData(ReportKind.Participation)]
    [InlineData(ReportKind.Quality)]
    [InlineData(ReportKind.Pool)]
    public async Task The_file_shows_no_more_of_a_term_than_the_card(ReportKind kind)
    {
        var scheme = Answered("3 3 3 3 3 4 4 4 4 2", [.. Authority.MoreSupporters.Select(person => Authority.Supporter(person))]);
        var card = await ReadAsync(scheme, kind);
        var file = await FileAsync(scheme, Authority.Sam, kind);

        var rows = Cells().Matches(file).Select(row => (Part: Unquoted(row.Groups[1].Value), What: Unquoted(row.Groups[2].Value), Count: row.Groups[3].Value)).Skip(1).ToList();
        var onCard = rows.Where(row => card.Contains(row.Part, StringComparison.Ordinal)).ToList();
        Assert.True(onCard.Count > 4);
        Assert.All(onCard, row => Assert.Contains($"{row.What}: {row.Count}", card[card.IndexOf(row.Part, StringComparison.Ordinal)..].Split("\n\n")[0], StringComparison.Ordinal));
        Assert.DoesNotContain(Authority.MoreSupporters[0].Name, file, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Earlier_terms_are_a_press_away_and_the_programme_is_named()
    {
        var scheme = Answered("3 3 3 3 3", now: "2027-05-10T10:00");
        await scheme.Sam.Says("reports");
        scheme.Sam.Sees("Headteacher peer support", "Spring, from", "Summer, from");
        await scheme.Sam.Presses(Verbs.CoordinatorReports, button: "Earlier terms");
        scheme.Sam.Sees("Autumn, from Tuesday 1 September 2026", "Summer, from Monday 13 April 2026");
        await scheme.Sam.Presses(Verbs.CoordinatorReports, button: "Later terms");
        scheme.Sam.Sees("Summer, from");
    }

    [Fact, Trait("Requirement", "S2-36")]
    public async Task What_people_wrote_can_be_read_to_the_last_word_ten_at_a_time()
    {
        var scheme = Answered(string.Join(' ', Enumerable.Repeat("3", 23)), improve: at => $"Wish {at:00}.");
        var first = await ReadAsync(scheme, ReportKind.Quality);
        Assert.Contains("In their own words, 1 to 10 of 23", first, StringComparison.Ordinal);
        Assert.Contains("Wish 09.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Wish 10.", first, StringComparison.Ordinal);
        await scheme.Sam.Presses(Verbs.CoordinatorReports, button: "More of their words");
        scheme.Sam.Sees("11 to 20 of 23", "Wish 10.", "Wish 19.");
        await scheme.Sam.Presses(Verbs.CoordinatorReports, button: "More of their words");
        var last = scheme.Sam.Sees("21 to 23 of 23", "Wish 22.");
        Assert.DoesNotContain(last.Buttons, button => button.Title == "More of their words");
        await scheme.Sam.Presses(Verbs.CoordinatorReports, button: "Back to those before");
        scheme.Sam.Sees("11 to 20 of 23");
        Assert.DoesNotContain("Wish", await FileAsync(scheme, Authority.Sam, ReportKind.Quality), StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task A_report_and_its_file_are_for_those_who_oversee_and_each_fetching_is_noted()
    {
        var scheme = Answered("3 3 3 3 3");
        Assert.NotEmpty(await FileAsync(scheme, Authority.Sam, ReportKind.Quality));
        var entry = Assert.Single(scheme.Store.All<AuditEntry>(), one => one.Action == AuditActions.ReportExported);
        Assert.Equal((Authority.Sam.Id, null, nameof(ReportKind.Quality)), (entry.Actor, entry.About, entry.Subject));

        foreach (var other in new[] { Authority.Amira, Authority.Grace, Authority.Jo })
        {
            Assert.Empty(await FileAsync(scheme, other, ReportKind.Quality));
            await scheme.Of(other).Forges($$"""{"verb":"{{Verbs.CoordinatorReports}}","id":"{{Authority.Programme.Id}}","version":0,"nonce":"{{other.Name}}"}""");
            scheme.Of(other).Sees("This card is for someone else");
        }

        scheme.Reference = Authority.Reference with { Roles = [] };
        Assert.Empty(await FileAsync(scheme, Authority.Sam, ReportKind.Quality));
        Assert.Single(scheme.Store.All<AuditEntry>(), one => one.Action == AuditActions.ReportExported);
    }

    /// <summary>Cycles that have ended in the autumn, each with what its head chose of "How useful?", in the order of answering.</summary>
    private static Scheme Answered(string answers, IReadOnlyList<object>? more = null, string now = "2026-12-08T10:00", Func<int, string>? improve = null)
    {
        List<object> given = [.. more ?? []];
        foreach (var (answer, at) in answers.Split(' ').Select((answer, at) => (answer, at)))
        {
            var head = Authority.Amira with { Id = PersonId.Of("council.example", $"head{at}"), Name = $"Head {at}" };
            var cycle = Given.Cycle(head, Authority.Grace, pairedAt: "2026-09-08T10:00") with
            {
                Id = new CycleId(new Guid(at + 1, 1, 1, new byte[8])),
                State = CycleState.Closed,
                Closed = CloseReason.Completed,
                ClosedAt = SchoolTime.At("2026-11-20T10:00"),
            };
            given.AddRange(
            [
                head, cycle, Given.Meeting(cycle, "2026-10-01T15:30", MeetingState.Held, initial: true),
                new CycleFeedback(
                    cycle.Id, head.Id, improve is null ? new() { ["useful"] = answer } : new Dictionary<string, string> { ["useful"] = answer, ["improve"] = improve(at) }, Permission.No, null,
                    SchoolTime.At("2026-11-23T09:00") + Duration.FromMinutes(at)),
            ]);
        }

        return new Scheme(now, given);
    }

    private static async Task<string> ReadAsync(Scheme scheme, ReportKind kind)
    {
        await scheme.Sam.Says("reports");
        if (kind != ReportKind.Participation)
            await scheme.Sam.Presses(Verbs.CoordinatorReports, button: kind == ReportKind.Quality ? "What people say" : "Where peer supporters come from");
        return scheme.Sam.News[^1].Text;
    }

    /// <summary>Empty for whoever gets none.</summary>
    private static async Task<string> FileAsync(Scheme scheme, Person reader, ReportKind kind)
    {
        var work = scheme.Store.Begin(scheme.Now);
        var file = await ReportPage.FileAsync(
            Authority.Programme.Id, kind,
            new FlowContext(
                new Domain.Turn(work, scheme.Reference, scheme.Calendar, scheme.Now), reader, null, Authority.Programme, FlowTexts.For(Authority.Programme, reader.Locale)));
        Assert.True(work.Commit());
        return file is null ? "" : Encoding.UTF8.GetString(file);
    }

    /// <summary>The counts of the one question that was answered, in the term in which it was.</summary>
    private static IReadOnlyList<string> Counted(string card) =>
        [.. card.Split('\n').Select(line => line.Trim('-', ' ', '\r')).Where(line => Useful.Any(option => line.StartsWith(option + ":", StringComparison.Ordinal)))];

    private static (int Sum, int?[] Counts, bool[] Few) Parsed(string card, int sum)
    {
        var cells = Counted(card).Zip(Useful, (line, option) => line[(option.Length + 1)..].Trim()).ToList();
        return (sum, [.. cells.Select(cell => int.TryParse(cell, out var known) ? known : (int?)null)], [.. cells.Select(cell => cell.StartsWith("fewer", StringComparison.Ordinal))]);
    }

    private static IEnumerable<int[]> Rows(int length, int sum) => length == 1
        ? [[sum]]
        : Enumerable.Range(0, sum + 1).SelectMany(first => Rows(length - 1, sum - first).Select(rest => (int[])[first, .. rest]));

    private static string Unquoted(string cell) => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    [GeneratedRegex("""^("(?:[^"]|"")*"|[^,\r\n]*),("(?:[^"]|"")*"|[^,\r\n]*),([^,\r\n]*)\r?$""", RegexOptions.Multiline)]
    private static partial Regex Cells();
}
