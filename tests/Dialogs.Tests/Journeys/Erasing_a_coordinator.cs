using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Erasing_a_coordinator
{
    [Fact, Trait("Requirement", "A-19")]
    public async Task What_they_decided_stays_and_leads_to_them_no_more()
    {
        var sam = Authority.Sam.Id;
        var decided = Enumerable.Range(0, 120).Select(number => SupporterApplication.Empty(new PersonId($"somebody:{number:000}"), Authority.Programme.Id) with
        {
            Answer = ApplicationAnswer.Approved,
            AnsweredBy = sam,
            Inspection = Volunteers.Good with { DecidedBy = sam },
        });
        var change = new CalendarChange(Guid.NewGuid(), "Snow", new LocalDate(2026, 12, 10), new LocalDate(2026, 12, 10), "shropshire", null, sam, SchoolTime.At("2026-12-01T10:00"));
        var scheme = new Scheme(
            "2026-12-08T10:00",
            [
                .. decided,
                LocalSettings.None with
                {
                    CalendarChanges = [change],
                    Contacts = new Dictionary<string, Contact> { ["la-named-contact"] = new("la-named-contact", "Sam Reid", "Officer", null, null, null, null, null, sam) },
                    Roles = [new RoleHolders(Authority.Programme.Id, ProgrammeRoles.Coordinator, [sam, Authority.Jo.Id])],
                },
                new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Approval, SchoolTime.At("2026-12-01T10:00"), Authority.Peter.Id, DoneAt: SchoolTime.At("2026-12-02T10:00"), DoneBy: sam),
                new AuditEntry(Guid.NewGuid(), Authority.Programme.Id, sam, Authority.Peter.Id, "supporter.approved", null, SchoolTime.At("2026-12-02T10:00")),
            ]);
        await EraseAsync(scheme, scheme.Sam);
        await scheme.MovesTo("2026-12-08T12:00");

        Assert.DoesNotContain(scheme.Store.All<Person>(), person => person.Id == sam);
        Assert.All(scheme.Store.All<SupporterApplication>(), one => Assert.True(one is { AnsweredBy: { } by, Inspection.DecidedBy: var other } && by == other && by != sam));
        Assert.Equal(120, scheme.Store.All<SupporterApplication>().Count());
        var settings = scheme.Only<LocalSettings>();
        Assert.NotEqual(sam, Assert.Single(settings.CalendarChanges).AddedBy);
        Assert.Empty(settings.Contacts);
        Assert.Equal([Authority.Jo.Id], Assert.Single(settings.Roles).People);
        Assert.NotEqual(sam, scheme.Only<CoordinatorTask>().DoneBy);
        Assert.NotEqual(sam, Assert.Single(scheme.Store.All<AuditEntry>(), entry => entry.Action == "supporter.approved").Actor);
        Assert.DoesNotContain(scheme.Store.All<RightsRequest>(), request => request.Person == sam);
    }

    [Fact, Trait("Requirement", "A-19"), Trait("Requirement", "S2-41")]
    public async Task Waits_until_the_calendar_has_taken_their_meetings_out()
    {
        var supervision = new Supervision(new MeetingId(Guid.NewGuid()), SchoolTime.At("2026-12-01T09:00"), null, Authority.Jo.Id, SchoolTime.At("2026-12-16T15:30"), EventId: "1");
        var cycle = Given.Cycle(Authority.Amira, Authority.Peter);
        var meeting = Given.Meeting(cycle, "2026-12-17T15:30");
        var scheme = new Scheme("2026-12-08T10:00", Authority.Supporter(Authority.Peter, active: 1) with { Supervision = supervision }, cycle, meeting);
        foreach (var (id, others) in new[] { (supervision.Id, Authority.Jo.Id), (meeting.Id, Authority.Amira.Id) })
        {
            await scheme.Calendar.BookAsync(
                new CalendarMeeting(id, Authority.Peter.Id, [others], "Meeting", SchoolTime.At("2026-12-16T15:30"), Duration.FromHours(1), SchoolTime.London, MeetingMode.Teams),
                CancellationToken.None);
        }

        scheme.Calendar.Unavailable = true;
        await EraseAsync(scheme, scheme.Peter);
        await scheme.MovesTo("2026-12-08T14:00");
        Assert.Equal(2, scheme.Calendar.Events.Count);
        Assert.Contains(scheme.Store.All<Person>(), person => person.Id == Authority.Peter.Id);

        scheme.Calendar.Unavailable = false;
        await scheme.MovesTo("2026-12-08T18:00");
        Assert.Empty(scheme.Calendar.Events);
        Assert.DoesNotContain(scheme.Store.All<Person>(), person => person.Id == Authority.Peter.Id);
    }

    private static async Task EraseAsync(Scheme scheme, Participant person)
    {
        await person.Says("my data");
        await person.Presses(Verbs.MyDataErase);
        await person.Presses(Verbs.MyDataErase, on: "Erase what I keep");
    }
}
