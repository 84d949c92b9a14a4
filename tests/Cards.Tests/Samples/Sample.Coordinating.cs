using NodaTime;
using PeerBot.Domain.Oversight;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static CardFrame OfProgramme => Frame with { Id = "headteacher-peer-support", Version = 0 };

    private static readonly CoordinatorHomeCard.View Counts = new(
        "Headteacher peer support", UnansweredAfter: 5, Open: 3, Waiting: 1, LongestWait: 6, Running: 14, Stalled: 1, NearLimit: 2, Reviews: 1, Approvals: 1,
        Rechecks: 1, Others: 2);

    private static readonly IReadOnlyList<Line> OfCycle =
    [
        new("State", "Active"), new("Since", "Tuesday 24 November 2026"), new("Meetings held", "Teams: 1 and In person: 5"),
        new("Last met", "Thursday 6 May 2027"), new("Booked", "None"), new("Last possible date", "Thursday 3 June 2027"),
    ];

    private static readonly LocalDate Today = new(2026, 12, 1);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Coordinating()
    {
        yield return ("C28-coordinator-home", () => CoordinatorHomeCard.Of(Counts, OfProgramme));
        yield return ("C28-coordinator-home-quiet", () => CoordinatorHomeCard.Of(
            new("Peer coaching", 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OtherProgrammes: [new("headteacher-peer-support", "Headteacher peer support")]), OfProgramme));
        yield return ("C28-digest", () => CoordinatorHomeCard.Of(Counts with { Digest = true }, OfProgramme));
        yield return ("C28-requests", () => OverseenCard.Of(
            new(
                "Open requests, the longest waiting first", "1 to 2 of 7",
                [
                    Overseen("2026-014: Amira Khan", Oakfield, "Peter Lloyd, until Monday 30 November 2026, 5.30pm", "6 working days"),
                    Overseen("2026-015: " + Hostile, Hostile, "Nobody", "1 working day"),
                ],
                [],
                [new(Verbs.CoordinatorRequests, "More", "1"), new(Verbs.CoordinatorFind, "Request for somebody"), new(Verbs.CoordinatorHome, "Back")]),
            OfProgramme));
        yield return ("C28-cycles", () => OverseenCard.Of(
            new(
                "Cycles: Stalled", "1 in all", [new("Amira Khan and Grace Obi", OfCycle, [new(Verbs.CoordinatorCycle, "Open", "1a2b")])],
                [
                    new(Verbs.CoordinatorCycles, "Running: 14", "Running|0"), new(Verbs.CoordinatorCycles, "Near the limit: 2", "NearLimit|0"),
                    new(Verbs.CoordinatorCycles, "Both ask for more: 1", "Review|0"),
                ],
                [new(Verbs.CoordinatorHome, "Back")]),
            OfProgramme));
        yield return ("C28-empty", () => OverseenCard.Of(
            new("Tasks", "There is nothing here just now.", [], [], [new(Verbs.CoordinatorHome, "Back")], Problem: null, Note: "A note."), OfProgramme));
        yield return ("C31-participation", () => OverseenCard.Of(
            new(
                "Taking part, by term", "Headteacher peer support. Numbers only. A break counts with the term before it.",
                [
                    new("Summer, from Monday 13 April 2026", [new("Requests made", "fewer than 5"), new("Working days to a yes, for half of them", "too few to say")], []),
                    new("Autumn, from Tuesday 1 September 2026", [new("Requests made", "14"), new("Working days to a yes, for half of them", "3 days"), new("Pairs started", "11")], []),
                ],
                [new(Verbs.CoordinatorReports, "What people say, by term", "Quality"), new(Verbs.CoordinatorReports, "Where peer supporters come from", "Pool")],
                [
                    new(Verbs.CoordinatorReports, "Earlier terms", "Participation|1"), new(Verbs.CoordinatorReportFile, "Save as a file", "Participation"),
                    new(Verbs.CoordinatorHome, "Back"),
                ],
                Note: "Numbers below 5 are not shown, nor what they could be worked out from, so that nobody can be picked out."),
            OfProgramme));
        yield return ("C31-report-file", () => ReportFileCard.Of(
            new(new("https://peerbot.example.org/reports/x"), "Taking part, by term", At(2026, 12, 1, 11, 30)), OfProgramme));
        yield return ("C30-unanswered", () => UnansweredCard.Of(
            new("2026-014", Amira, Oakfield, new(2026, 11, 21), 6, (Peter, At(2026, 11, 30, 17, 30)), Grace, CanRemind: true), Frame));
        yield return ("C30-nobody-left", () => UnansweredCard.Of(new("2026-014", Amira, Oakfield, new(2026, 11, 21), 1, null, null, CanRemind: false), Frame));
        yield return ("C30-no-profiles", () => UnansweredCard.Of(new("2026-014", Amira, Oakfield, new(2026, 11, 21), 1, null, null, CanRemind: false, CanSuggest: false), Frame));
        yield return ("C30-nobody-asked", () => UnansweredCard.Of(new("2026-014", Amira, Oakfield, new(2026, 11, 21), 9, null, Grace, CanRemind: false), Frame));
        yield return ("C19-both-ask-for-more", () => ExtensionCard.Of(new(Amira, Grace, 3, 3, OfCycle), Frame));
        yield return ("C19-both-ask-for-months", () => ExtensionCard.Of(new(Amira, Grace, 3, null, OfCycle), Frame));
        yield return ("C19-both-ask-for-meetings", () => ExtensionCard.Of(new(Amira, Grace, null, 2, OfCycle), Frame));
        yield return ("C19-both-ask", () => ExtensionCard.Of(new(Amira, Grace, null, null, []), Frame));
        yield return ("calendar-add", () => CalendarChangeCard.Of(new(Today), OfProgramme));
        yield return ("calendar-add-problem", () => CalendarChangeCard.Of(
            new(Today, Hostile, new(2026, 12, 8), new(2026, 12, 7), HasHolidays: false, Problem: "The last day is before the first. Please turn them round."), OfProgramme));
        yield return ("calendar-falls", () => CalendarChangeCard.Of(
            new(
                Today, "Snow day", new(2026, 12, 8), null, CalendarChangeCard.Holiday,
                Falls: [new("Amira Khan and Grace Obi", "Tuesday 8 December 2026, 3.30pm"), new("Hannah Cole and Peter Lloyd", "Tuesday 8 December 2026, 4pm")], MoreFall: 2),
            OfProgramme));
        yield return ("calendar-one-falls", () => CalendarChangeCard.Of(new(Today, "Snow day", new(2026, 12, 8), Falls: [], MoreFall: 1), OfProgramme));
        yield return ("calendar-nothing-falls", () => CalendarChangeCard.Of(new(Today, "Snow day", new(2026, 12, 8), Falls: []), OfProgramme));
        yield return ("contact-change", () => ContactChangeCard.Of(
            new(Coordinator, "Deputy officer, 01743 000 009"), OfProgramme, "la-peer-support-coordinator"));
        yield return ("contact-change-problem", () => ContactChangeCard.Of(
            new(new(Hostile), null, "Please use letters, figures and ordinary signs."), OfProgramme, "la-peer-support-coordinator"));
        yield return ("find-person", () => FindPersonCard.Of(new(null, null), OfProgramme));
        yield return ("find-person-found", () => FindPersonCard.Of(
            new("khan", [new(Amira, [new("School or office", Oakfield)], [new(Verbs.BehalfStart, "Start a request", "0-a")])], "Nobody else."), OfProgramme));
        yield return ("C18-closed-day", () => MoveCard.Of(
            new(
                At(2026, 12, 8, 15, 30), 60, Domain.Scheduling.MeetingMode.Teams, Grace, [new("2026-12-10T15:30:00Z", At(2026, 12, 10, 15, 30))], More: true,
                Notice: "Your meeting has come to fall on a closed day: Snow day. Would you like to move it?"),
            Frame));
    }

    private static OverseenCard.Item Overseen(string title, string school, string asked, string waited) => new(
        title, [new("School or office", school), new("Since", "Saturday 21 November 2026"), new("Asked now", asked), new("Waited", waited)],
        [new(Verbs.CoordinatorRequest, "Open", "7f9c")]);
}
