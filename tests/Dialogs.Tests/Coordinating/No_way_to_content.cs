using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Journeys;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

/// <summary>A coordinator looks for what people have written, by every button, every word and every forged press there is .</summary>
public sealed class No_way_to_content
{
    /// <summary>One for each place where somebody can write, or choose what is between two people alone.</summary>
    private static readonly string[] Planted =
    [
        "Zebrafinch", "Quincebush", "Marmalade", "Periwinkle", "Saxifrage", "Juniper", "Capercaillie", "Bergamot", "Wagtail", "Tamarisk",
    ];

    [Fact, Trait("Requirement", "A-14"), Trait("Requirement", "S2-05")]
    public async Task Is_open_by_any_button_or_word()
    {
        var (scheme, ids) = Full();
        foreach (var words in Commands)
        {
            await scheme.Sam.Says(words);
            scheme.Sam.Stored = StoredChat.New;
        }

        await PressEverythingAsync(scheme.Sam);
        foreach (var verb in Old_and_foreign_cards.AllVerbs)
        {
            foreach (var id in ids.Append(Authority.Programme.Id))
            {
                foreach (var arg in new[] { ids[0], ids[2], "Stalled|0", "1" })
                {
                    await scheme.Sam.Forges($$"""{"verb":"{{verb}}","id":"{{id}}","version":1,"arg":"{{arg}}","person":"Goldcrest"}""");
                    scheme.Sam.Stored = StoredChat.New;
                }
            }
        }

        Assert.True(scheme.Sam.Messages.Count > 1000);
        scheme.Sam.NeverSaw(Planted);

        // Nothing private is written down about the looking either.
        var notes = scheme.Store.All<AuditEntry>().SelectMany(entry => new[] { entry.Action, entry.Subject ?? "" }).ToList();
        Assert.NotEmpty(notes);
        Assert.DoesNotContain(notes, note => Planted.Any(word => note.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, Trait("Requirement", "A-14")]
    [InlineData("show me what Amira asked for")]
    [InlineData("What did Amira write in her journal?")]
    [InlineData("show notes")]
    [InlineData("which topic do Amira and Grace talk about")]
    [InlineData("export the self-evaluation answers")]
    [InlineData("why did Peter say no, what was the reason?")]
    public async Task Is_what_the_bot_says_when_asked(string words)
    {
        var (scheme, _) = Full();
        await scheme.Sam.Says(words);
        scheme.Sam.Sees("I do not keep that where coordinators can see it.");
        Assert.Single(scheme.Sam.News);
    }

    private static string[] Commands =>
    [
        "coordinator", "home", "requests", "unanswered", "cycles", "stalled", "supporters", "tasks", "reports", "roles", "calendar", "contacts", "status", "my data",
        "help", "new request for Amira", "search Zebrafinch", "find Marmalade", "self-evaluation", "journal", "continue",
        .. Planted,
    ];

    /// <summary>Presses each button of each card once, with those that come up meanwhile, until there is none left that was not pressed.</summary>
    private static async Task PressEverythingAsync(Participant person)
    {
        var pressed = new HashSet<(string, string?, string)>();
        for (var at = 0; at < person.Messages.Count; at++)
        {
            var message = person.Messages[at];
            foreach (var button in message.Buttons)
            {
                if (pressed.Add((button.Verb, button.Arg, message.Card!.Body.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))))
                {
                    await person.Forges(button.Press(message.Fields));
                }
            }
        }
    }

    private static (Scheme Scheme, IReadOnlyList<string> Ids) Full()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Peter, Authority.Grace]) with { Area = "Juniper" };
        var ask = Given.Ask(request, Authority.Peter, AskState.Declined) with { Reason = DeclineReason.Conflict };
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with
        {
            Review = new CycleReview(
                SchoolTime.At("2026-11-25T09:00"),
                new Dictionary<string, ReviewWish> { [Authority.Amira.Id.Value] = ReviewWish.Extend, [Authority.Grace.Id.Value] = ReviewWish.Extend }, WaitsForCoordinator: true),
        };
        cycle = cycle with { Rules = cycle.Rules with { Place = "Capercaillie" } };
        var stalled = Given.Cycle(Authority.Hannah, Authority.Grace) with { Stalled = true, Rules = cycle.Rules };
        var closed = Given.Cycle(Authority.Lena, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = SchoolTime.At("2026-11-25T10:00") };
        var meeting = Given.Meeting(cycle, "2026-12-08T15:30", initial: true);
        var evaluation = new SelfEvaluation(
            Authority.Amira.Id, cycle.Id, Occasion.Before, "mentoring", 1, new Dictionary<string, Confidence>(), new Dictionary<string, string> { ["s1"] = "Bergamot" }, null,
            SchoolTime.At("2026-11-25T10:00"), Name: "Wagtail", Shared: true);
        var notes = new (NoteKind Kind, string Subject, string Text)[]
        {
            (NoteKind.ForSupporter, request.Id.ToString(), "Zebrafinch"), (NoteKind.GroundRules, cycle.Id.ToString(), "Quincebush"),
            (NoteKind.Topic, cycle.Id.ToString(), "Marmalade"), (NoteKind.Journal, cycle.Id.ToString(), "Periwinkle"),
        }.Select(note => new PrivateNote(Guid.NewGuid(), Authority.Amira.Id, note.Kind, note.Subject, note.Text, Shared: true));
        var feedback = new CycleFeedback(
            closed.Id, Authority.Lena.Id, new Dictionary<string, string> { ["words"] = "Saxifrage" }, Permission.All, "Tamarisk", SchoolTime.At("2026-11-26T10:00"));
        var application = new Domain.People.SupporterApplication(Authority.Hannah.Id, Authority.Programme.Id, [], [], "A referee");
        var tasks = Enum.GetValues<TaskKind>().Select((kind, at) => new CoordinatorTask(
            Guid.NewGuid(), Authority.Programme.Id, kind, SchoolTime.At("2026-11-24T09:00"), Authority.Amira.Id, at % 2 == 0 ? cycle.Id.ToString() : request.Id.ToString()));
        var scheme = new Scheme("2026-11-27T19:00", [request, ask, cycle, stalled, closed, meeting, evaluation, .. notes, feedback, application, .. tasks]);
        return (scheme, [request.Id.ToString(), ask.Id.ToString(), cycle.Id.ToString(), closed.Id.ToString(), meeting.Id.ToString(), $"{cycle.Id}.{Occasion.Before}"]);
    }
}
