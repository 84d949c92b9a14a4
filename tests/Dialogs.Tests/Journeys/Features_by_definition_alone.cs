using System.Text.Json.Nodes;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>Phases, one subject, kinds and milestones come with a definition's fields, whatever the programme is called and whoever chooses.</summary>
public sealed class Features_by_definition_alone
{
    /// <summary>A scheme that nobody has: mutual choice, three phases, two journals, in Scotland.</summary>
    private static readonly Reference Mixed = Mix();

    private static Programme Programme => Mixed.Programmes.Current("reading-circles")!;

    private static readonly Person Ailsa = Authority.Head("ailsa", "Ailsa Gunn", Authority.Oakfield) with { Programmes = ["reading-circles"] };
    private static readonly Person Bram = Authority.Head("bram", "Bram Ode", Authority.BrookLane) with { Programmes = ["reading-circles"] };

    [Fact, Trait("Requirement", "S1-12"), Trait("Requirement", "S1-13"), Trait("Requirement", "S1-08")]
    public async Task Phases_a_subject_kinds_and_milestones_work_in_a_scheme_of_another_model()
    {
        var cycle = Faculties.Cycle(Ailsa, Bram, programme: Programme);
        var scheme = new Scheme("2026-11-24T10:00", [Ailsa, Bram, cycle]) { Reference = Mixed };
        var (ailsa, bram) = (scheme.Of(Ailsa), scheme.Of(Bram));
        await bram.Says("status");
        bram.Sees("Phase 1 of 3: Pick a book");
        await bram.Presses(Verbs.PhaseMove, button: "Next phase");
        ailsa.Sees("Phase 2 of 3: Read", "Bram Ode has taken your");
        await ailsa.Presses(Verbs.SubjectOpen);
        await ailsa.Fills(Verbs.SubjectSave, (InputIds.CycleSubject, "The sea"));
        await ailsa.AsksFor("thursday 26 november at 2pm");
        await ailsa.Presses(Verbs.MeetingDescribe);
        await ailsa.Fills(Verbs.MeetingDescribed, (InputIds.MeetingKind, "read-aloud"));
        ailsa.Sees("Kind: Read aloud");
        await ailsa.Says("A new book has come out");
        ailsa.Sees("What would it add?");
        await bram.Says("phase");
        bram.Sees("The sea");
        await bram.Presses(Verbs.PhaseMove, button: "Next phase");
        await bram.Presses(Verbs.CycleAnother);
        bram.Sees("Phase 1 of 3: Pick a book");
    }

    [Fact, Trait("Requirement", "S1-12"), Trait("Requirement", "S1-13")]
    public async Task A_coaching_definition_without_them_has_none_of_them()
    {
        var plain = Faculties.With(json =>
        {
            json["cycle"]!["phases"] = new JsonArray();
            json["cycle"]!["meetingKinds"] = new JsonArray();
            json["cycle"]!["milestones"] = new JsonArray();
            json["relationship"]!["oneSubjectPerCycle"] = false;
        });
        var cycle = Faculties.Cycle(Faculties.Lena, Faculties.Maria, programme: plain.Programmes.Current("peer-coaching"));
        var meeting = Faculties.Meeting(cycle, "2026-11-26T14:00");
        var scheme = Faculties.Scheme("2026-11-23T10:00", cycle, meeting, Faculties.Coach(Faculties.Maria, active: 1));
        scheme.Reference = plain;
        var lena = scheme.Of(Faculties.Lena);
        await lena.Says("status");
        Assert.DoesNotContain("Phase", lena.News[^1].Text, StringComparison.Ordinal);
        foreach (var verb in new[] { Verbs.PhaseMove, Verbs.PhaseOpen, Verbs.CycleAnother, Verbs.MilestoneReached })
        {
            Assert.False(lena.Has(verb), verb);
        }

        foreach (var verb in new[] { Verbs.PhaseOpen, Verbs.CycleAnother, Verbs.SubjectOpen, Verbs.SubjectSave })
        {
            await lena.Forges($$"""{"verb":"{{verb}}","id":"{{cycle.Id}}","version":0,"nonce":"n","cycleSubject":"x"}""");
            lena.Sees("This card is out of date");
        }

        await lena.Forges($$"""{"verb":"{{Verbs.MeetingDescribe}}","id":"{{meeting.Id}}","version":0,"nonce":"n"}""");
        lena.Sees("This card is out of date");
        Assert.Empty(scheme.Store.All<PrivateNote>());
    }

    private static Reference Mix()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCatalogue.ShippedFolder, "cld-peer-mentoring.json")))!.AsObject();
        json["id"] = "reading-circles";
        json["name"] = new JsonObject { ["en-GB"] = "Reading circles" };
        json["relationship"]!["oneSubjectPerCycle"] = true;
        json["boundaries"]!["calendarRef"] = JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCatalogue.ShippedFolder, "headteacher-peer-support.json")))!["boundaries"]!["calendarRef"]!.DeepClone();
        var cycle = json["cycle"]!;
        cycle["phases"] = JsonNode.Parse("""[{"id":"pick","label":"Pick a book"},{"id":"read","label":"Read"},{"id":"talk","label":"Talk"}]""");
        cycle["meetingKinds"] = JsonNode.Parse("""[{"id":"read-aloud","label":"Read aloud"}]""");
        cycle["milestones"] = JsonNode.Parse("""[{"id":"new","label":"A new book has come out","offerMeeting":true,"question":"What would it add?"}]""");
        return Authority.Reference with
        {
            Programmes = ProgrammeCatalogue.From([new DefinitionSource("mixed.json", json.ToJsonString())], Authority.Reference.Library).OrThrow(),
            Roles = [new RoleHolders("reading-circles", ProgrammeRoles.Coordinator, [Authority.Sam.Id])],
        };
    }
}
