using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Old_and_foreign_cards
{
    /// <summary>Buttons that name nothing stored, or only what the one who presses holds: there is no party to them.</summary>
    private static readonly string[] Anybodys =
    [
        Verbs.Help, Verbs.CardOk, Verbs.StepResume, Verbs.StepStop, Verbs.StatusShow, Verbs.CurrentShow, Verbs.OtherHelpShow, Verbs.ConcernShow,
        Verbs.ConcernCallMe, Verbs.ConcernCarryOn, Verbs.MyDataShow, Verbs.MyDataDownload, Verbs.MyDataCorrect, Verbs.MyDataErase,
        Verbs.MyDataObject, Verbs.MyDataComplain, Verbs.BusyAdd, Verbs.BusyRemove, Verbs.BusyFeedNew, Verbs.RequestStart, Verbs.RequestSave, Verbs.RequestCancel, Verbs.RequestReview,
        Verbs.RequestSend, Verbs.RequestChange, Verbs.RequestWait, Verbs.SupporterStart, Verbs.SupportersShow, Verbs.SupportersMore,
        Verbs.PreferenceAdd, Verbs.PreferenceRemove, Verbs.PreferenceUp, Verbs.ConflictDeclare, Verbs.SupervisionAsk,
        Verbs.CoordinatorAsk,
        Verbs.JournalDownload,
        Verbs.MyDataCorrectSave, Verbs.MyDataCorrectAsk,
        Verbs.RoleShow, Verbs.ResourcesShow, Verbs.SignpostShow, Verbs.RecordShow, Verbs.RecordDownload, Verbs.LanguageChoose,
    ];

    public static TheoryData<string> PartysOwn => [.. AllVerbs.Where(verb => !Anybodys.Contains(verb))];

    internal static IEnumerable<string> AllVerbs => typeof(Verbs).GetFields().Where(one => one.IsLiteral).Select(constant => (string)constant.GetValue(null)!);

    [Theory, Trait("Requirement", "U-09"), Trait("Requirement", "A-17")]
    [MemberData(nameof(PartysOwn))]
    public async Task Somebody_who_is_no_party_learns_nothing_and_changes_nothing(string verb)
    {
        var (scheme, ids) = InTheMiddle();
        var rows = scheme.Store.Rows;
        foreach (var id in ids)
        {
            await scheme.Hannah.Forges($$"""{"verb":"{{verb}}","id":"{{id}}","version":1,"nonce":"a","arg":"2026-12-08T15:30:00Z","minutes":"60","mode":"teams","pattern":"choose-dates"}""");
            scheme.Hannah.Sees("This card is for someone else");
            Assert.Single(scheme.Hannah.News);
        }

        Assert.Equal(rows, scheme.Store.Rows);
        Assert.Empty(scheme.Store.Errands);
        scheme.Hannah.NeverSaw("Amira", "Grace", "Oakfield", "Brook Lane", "workload", "stretched", "2026-014", "December");
    }

    [Theory, Trait("Requirement", "U-09")]
    [MemberData(nameof(PartysOwn))]
    public async Task A_card_about_something_that_is_not_there_reveals_nothing(string verb)
    {
        var scheme = new Scheme("2026-11-24T10:00");
        foreach (var id in new[] { Guid.Empty.ToString(), Guid.NewGuid().ToString("N"), "none", "", "../../etc", $"{Guid.NewGuid():N}.Before", new string('9', 500) })
        {
            await scheme.Hannah.Forges($$"""{"verb":"{{verb}}","id":"{{id}}","version":1}""");
            scheme.Hannah.Sees("This card is for someone else");
        }
    }

    [Theory, Trait("Requirement", "U-09")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("not json")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""{"verb":{"verb":"help"}}""")]
    [InlineData("""{"verb":"request.explode","id":"x"}""")]
    [InlineData("""{"verb":"journal.keep","entry":"Something private and long enough to notice"}""")]
    [InlineData("""{"verb":"HELP"}""")]
    [InlineData("""{"verb":"\ud800"}""")]
    [InlineData("""{"\ud800":"x"}""")]
    [InlineData("""{"verb":"nothing.known","deep":{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}}}}""")]
    public async Task What_no_card_of_ours_sends_is_answered_kindly_and_kept_nowhere(string json)
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Forges(json);

        scheme.Amira.Sees("I do not know that button. Type “help” to see what I can do.");
        Kept.Nowhere(scheme, "Something private");
    }

    /// <summary>Found by seed 20261145 of the cases by chance.</summary>
    [Fact, Trait("Requirement", "U-22")]
    public async Task Half_a_character_is_no_button()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Forges($$"""{"verb":"help","nonce":"4{{(char)0xD80E}}"}""");

        scheme.Amira.Sees("I do not know that button.");
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task Each_button_of_an_ask_pressed_again_after_it_was_answered_says_what_is_true_now()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Grace Obi");
        var card = scheme.Grace.Card(Verbs.AskAccept);
        await scheme.Grace.PressesOn(card, Verbs.AskAccept);
        var (rows, errands) = (scheme.Store.Rows, scheme.Store.Errands);

        foreach (var verb in new[] { Verbs.AskAccept, Verbs.AskDecline, Verbs.AskConflict })
        {
            await scheme.Grace.PressesOn(card, verb);
            var old = scheme.Grace.Sees("This card is out of date", "You have answered this already.");
            Assert.Contains(old.Buttons, button => button.Verb == Verbs.CurrentShow);
        }

        Assert.Equal(rows, scheme.Store.Rows);
        Assert.Equal(errands, scheme.Store.Errands);
        await scheme.Grace.Presses(Verbs.CurrentShow);
        scheme.Grace.Sees("You are paired with: Amira Khan");
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_request_card_pressed_after_the_request_was_sent_changes_nothing()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.Chooses("Peter Lloyd");
        await scheme.Amira.Presses(Verbs.RequestReview);
        var card = scheme.Amira.Card(Verbs.RequestSend);
        await scheme.Amira.FillsOn(card, Verbs.RequestSend, (InputIds.Understood, "true"));
        await scheme.Amira.FillsOn(card, Verbs.RequestSend, (InputIds.Understood, "true"));

        scheme.Amira.Sees("This card is out of date");
        Assert.Single(scheme.Store.All<SupportRequest>());
        Assert.Single(scheme.Store.All<Ask>());
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_doubled_press_at_the_same_second_sends_one_request()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.Chooses("Peter Lloyd");
        await scheme.Amira.Presses(Verbs.RequestReview);
        var card = scheme.Amira.Card(Verbs.RequestSend);
        scheme.BeforeNextCommit = () => scheme.Amira.FillsOn(card, Verbs.RequestSend, (InputIds.Understood, "true"));
        await scheme.Amira.FillsOn(card, Verbs.RequestSend, (InputIds.Understood, "true"));

        Assert.Single(scheme.Store.All<SupportRequest>());
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_slot_pressed_twice_books_one_meeting()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace));
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        var card = scheme.Amira.Card(Verbs.SlotPick);
        await scheme.Amira.PressesOn(card, Verbs.SlotPick);
        await scheme.Amira.PressesOn(card, Verbs.SlotPick);

        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task Asking_to_withdraw_twice_is_answered_alike()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        var card = scheme.Amira.Card(Verbs.RequestWithdraw);
        for (var press = 0; press < 2; press++)
        {
            await scheme.Amira.PressesOn(card, Verbs.RequestWithdraw);
            scheme.Amira.Sees("Request 2026-001 is withdrawn");
        }
    }

    /// <summary>A pair with a meeting, an open ask, feedback of an earlier cycle and an evaluation; ids of all of them.</summary>
    private static (Scheme Scheme, IReadOnlyList<string> Ids) InTheMiddle()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
        var ask = Given.Ask(request, Authority.Peter);
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var closed = Given.Cycle(Authority.Amira, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed };
        var meeting = Given.Meeting(cycle, "2026-12-03T10:00");
        var held = Given.Meeting(cycle, "2026-11-23T10:00");
        var scheme = new Scheme(
            "2026-11-24T10:00", request, ask, cycle, closed, meeting, held,
            new PrivateNote(Guid.NewGuid(), Authority.Amira.Id, NoteKind.ForSupporter, request.Id.ToString(), Ways.Note));
        return (scheme,
        [
            request.Id.ToString(), ask.Id.ToString(), cycle.Id.ToString(), closed.Id.ToString(), meeting.Id.ToString(), held.Id.ToString(),
            $"{cycle.Id}.{Occasion.Before}", $"{closed.Id}.{Occasion.After}",
        ]);
    }
}
