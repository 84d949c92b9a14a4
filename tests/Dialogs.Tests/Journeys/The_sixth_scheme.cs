using System.Reflection;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>
/// The example of the guide at work, from hello to thanks: mutual choice, four phases, two journals, its own questions and another
/// country's school year, out of one JSON file and no code.
/// </summary>
public sealed class The_sixth_scheme
{
    private const string Id = "early-years-partners";
    private const string Seen = "They sort by sound before they sort by shape";

    private static readonly Organisation Wattle = Centre(90, "Wattle Street Centre", "Coast");
    private static readonly Organisation Banksia = Centre(91, "Banksia Kindergarten", "Range");
    private static readonly Person Ada = Partner("ada", "Ada Kelly", Wattle);
    private static readonly Person Ben = Partner("ben", "Ben Okoro", Banksia);
    private static readonly Person Robin = Partner("robin", "Robin Vale", Wattle);

    private static readonly Reference Reference = Load();

    private static Programme Programme => Reference.Programmes.Current(Id)!;

    [Fact, Trait("Requirement", "A-20")]
    public async Task Runs_from_hello_to_thanks_out_of_its_file_alone()
    {
        var scheme = new Scheme(Sydney("2026-11-03T10:00"), [Wattle, Banksia, Ada, Ben, Robin])
        {
            Reference = Reference,
            IsContactTime = (now, _) => IsContactTime(now),
        };
        var (ada, ben) = (scheme.Of(Ada), scheme.Of(Ben));
        await ChooseEachOtherAsync(ada, ben);
        await AgreeAndBookAsync(scheme, ada, ben);
        await MeetAndWriteAsync(scheme, ada, ben);
        await GoThroughThePhasesAsync(scheme, ada, ben);
        await LookBackAsync(scheme, ada, ben);
        Assert.All(ada.Messages.Concat(ben.Messages), message => Assert.DoesNotContain("headteacher", message.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task ChooseEachOtherAsync(Participant ada, Participant ben)
    {
        foreach (var one in new[] { ada, ben })
        {
            await one.Says("hello");
            one.Sees(Programme.Name.In("en-GB"));
            await one.Says("find a partner");
            await one.Fills(Verbs.PeerJoin, (InputIds.Summary, "I would like to look at how children begin to count."), ("early-years", "true"), (InputIds.Willing, "true"));
        }

        await ada.Says("find a partner");
        await ada.Presses(Verbs.PeerChoose);
        await ada.Presses(Verbs.PeerInvite);
        ben.Sees("Ada Kelly");
        await ben.Presses(Verbs.AskAccept);
    }

    private static async Task AgreeAndBookAsync(Scheme scheme, Participant ada, Participant ben)
    {
        foreach (var one in new[] { ben, ada })
        {
            await one.Says("status");
            await one.Presses(Verbs.RulesOpen);
            await one.Presses(Verbs.RulesAgree);
        }

        await ada.Fills(Verbs.CadencePropose, (InputIds.Minutes, "45"), (InputIds.Mode, "teams"), (InputIds.Pattern, "choose-dates"));
        await ben.Presses(Verbs.CadenceAccept);
        Assert.True(scheme.Only<Cycle>() is { Rules.Agreed: true, Cadence.Agreed: true });

        // The school year is that of New South Wales: in the weeks after 18 December there is no school.
        await ada.AsksFor("wednesday 23 december at 2pm");
        Assert.DoesNotContain(scheme.Store.All<Meeting>(), meeting => meeting.State == MeetingState.Booked);
        await ada.AsksFor("thursday 12 november at 2pm");
        Assert.Equal(Faculties.At("2026-11-12T14:00"), scheme.Only<Meeting>().Start);
        ben.Sees("Thursday 12 November 2026, 2–2.45pm");
    }

    private static async Task MeetAndWriteAsync(Scheme scheme, Participant ada, Participant ben)
    {
        await scheme.MovesToSydney("2026-11-12T16:00");
        foreach (var one in new[] { ada, ben })
        {
            await one.Presses(Verbs.MetYes);
            await one.Fills(Verbs.JournalSave, (InputIds.Entry, $"{Seen}, says {one.Person.Name}"));
        }

        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        Assert.Equal(2, scheme.Store.All<PrivateNote>().Count(note => note.Kind == NoteKind.Journal));
        ben.NeverSaw("says Ada Kelly");
    }

    private static async Task GoThroughThePhasesAsync(Scheme scheme, Participant ada, Participant ben)
    {
        foreach (var phase in new[] { "Phase 2 of 4: Wonder", "Phase 3 of 4: Try", "Phase 4 of 4: Look back" })
        {
            await ben.Says("phase");
            await ben.Presses(Verbs.PhaseMove, button: "Next phase");
            ada.Sees(phase);
        }

        Assert.Equal("look-back", scheme.Only<Cycle>().Phase);
    }

    private static async Task LookBackAsync(Scheme scheme, Participant ada, Participant ben)
    {
        // The terms of the next year are not published yet; the two ask for their review themselves.
        await scheme.MovesToSydney("2026-11-30T12:00");
        await ada.Forges($$"""{"verb":"{{Verbs.ReviewAsk}}","id":"{{scheme.Only<Cycle>().Id}}","version":0,"nonce":"a"}""");
        ben.Sees("How would you like to go on?");
        await ada.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish));
        await ben.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish));
        await ada.Says("status");
        await ada.Presses(Verbs.CycleWithdraw);
        await ada.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        await scheme.MovesToSydney("2026-12-02T12:00");
        Assert.False(scheme.Only<Cycle>().IsOpen);
        foreach (var one in new[] { ada, ben })
        {
            Assert.Contains("change", one.Card(Verbs.FeedbackSend).Fields.Keys);
            await one.Fills(Verbs.FeedbackSend, ("closer-look", "3"), ("again", "yes"), ("change", "Start in February"));
        }

        Assert.Equal(2, scheme.Store.All<CycleFeedback>().Count());
        scheme.Of(Robin).NeverSaw(Seen, "Start in February");
    }

    private static Reference Load()
    {
        var file = Path.Combine(
            typeof(The_sixth_scheme).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "TestsFolder").Value!,
            "..", "..", "docs", "example-programme", $"{Id}.json");
        var programmes = ProgrammeCatalogue.From([new DefinitionSource(Path.GetFileName(file), File.ReadAllText(file))], Authority.Reference.Library).OrThrow();
        return Authority.Reference with
        {
            Programmes = programmes,
            Contacts = programmes.Current(Id)!.ContactRefs.Select(key => new Contact(key, "Robin Vale", "Network", "02 5550 0000", null, null, null, null, Robin.Id)).ToDictionary(contact => contact.Key),
            Roles = [new RoleHolders(Id, ProgrammeRoles.Coordinator, [Robin.Id])],
        };
    }

    private static bool IsContactTime(Instant now)
    {
        var (rules, local) = (Programme.Boundaries, now.InZone(Programme.Zone).LocalDateTime);
        return rules.Days.Contains(local.DayOfWeek) && local.TimeOfDay >= rules.ContactWindow.From && local.TimeOfDay < rules.ContactWindow.To;
    }

    private static string Sydney(string local) => SchoolTime.Written(Faculties.At(local));

    private static Organisation Centre(int number, string name, string authority) =>
        Authority.School(number, name, authority, null, "Centre") with { Authority = authority };

    private static Person Partner(string key, string name, Organisation at) => new(
        PersonId.Of("network.example", key), name, $"{name.ToLowerInvariant().Replace(' ', '.')}@network.example", "educator", at.Id, Programmes: [Id]);
}
