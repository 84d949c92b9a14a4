namespace PeerBot.Cards;

/// <summary>C28: what waits for whoever oversees a programme, in counts.</summary>
public static class CoordinatorHomeCard
{
    /// <param name="Programme">Its name.</param>
    /// <param name="UnansweredAfter">Working days after which a request counts as waiting.</param>
    /// <param name="LongestWait">Working days; shown where something waits.</param>
    /// <param name="Digest">The Monday message rather than an answer.</param>
    /// <param name="OtherProgrammes">Id and name of those that the reader oversees too.</param>
    /// <param name="ShowsRequests">False where it stays between two people who has asked whom.</param>
    /// <param name="Own">The reader takes part in the programme too, and goes on from here to where they stand.</param>
    public sealed record View(
        string Programme, int UnansweredAfter, int Open, int Waiting, int LongestWait, int Running, int Stalled, int NearLimit, int Reviews,
        int Approvals, int Rechecks, int Others, bool Digest = false, IReadOnlyList<Choice>? OtherProgrammes = null, bool ShowsRequests = true, bool Own = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Home", texts.Plain(view.Digest ? "Home.HeadingDigest" : "Home.Heading", ("programme", view.Programme)),
            [
                Blocks.Text(texts.Say(view.Digest ? "Home.IntroDigest" : "Home.Intro")),
                Blocks.Facts(
                [
                    .. view.ShowsRequests ? Requests() : [],
                    Count("Running", view.Running),
                    Count("Stalled", view.Stalled),
                    Count("NearLimit", view.NearLimit),
                    Count("Reviews", view.Reviews),
                    Count("Approvals", view.Approvals),
                    Count("Rechecks", view.Rechecks),
                    Count("Others", view.Others),
                ]),
                Blocks.Small(texts.Say("Home.NoContent")),
                .. (view.OtherProgrammes ?? []).Select(other => new AdaptiveActionSet(
                    [(frame with { Id = other.Value }).Press(Verbs.CoordinatorHome, other.Text)])),
            ],
            view.ShowsRequests ? frame.Press(Verbs.CoordinatorRequests, texts.Plain("Home.Requests")).Main() : null,
            view.ShowsRequests ? frame.Press(Verbs.CoordinatorCycles, texts.Plain("Home.Cycles")) : frame.Press(Verbs.CoordinatorCycles, texts.Plain("Home.Cycles")).Main(),
            frame.Press(Verbs.CoordinatorSupporters, texts.Plain("Home.Supporters")),
            frame.Press(Verbs.CoordinatorTasks, texts.Plain("Home.Tasks")),
            frame.Press(Verbs.CoordinatorReports, texts.Plain("Home.Reports")),
            frame.Press(Verbs.CalendarShow, texts.Plain("Home.Calendar")),
            frame.Press(Verbs.ContactsShow, texts.Plain("Home.Contacts")),
            frame.Press(Verbs.CoordinatorRoles, texts.Plain("Home.Roles")),
            view.Own ? frame.Press(Verbs.StatusShow, texts.Plain("Home.Own")) : null);

        Line[] Requests() =>
        [
            Count("Open", view.Open),
            new(texts.Plain("Home.Waiting", ("days", view.UnansweredAfter)), view.Waiting == 0 ? Number(0)
                : texts.Plain("Home.WaitingLongest", ("count", view.Waiting), ("longest", view.LongestWait))),
        ];

        Line Count(string name, int count) => new(texts.Plain("Home." + name), Number(count));

        string Number(int count) => texts.Plain("Number", ("number", count));
    }
}
