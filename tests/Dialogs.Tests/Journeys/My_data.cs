using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class My_data
{
    private const string Secret = "I doubt whether I can go on";

    [Fact, Trait("Requirement", "A-19")]
    public async Task Says_in_words_what_is_held_and_who_looked()
    {
        var (scheme, cycle) = WithMuch();
        scheme.Store.Put(new AuditEntry(Guid.NewGuid(), Authority.Programme.Id, Authority.Sam.Id, Authority.Amira.Id, "cycle.viewed", cycle.Id.ToString(), SchoolTime.At("2026-12-01T09:00")));
        await scheme.Amira.Says("my data");

        var card = scheme.Amira.Sees("This is what I keep about you", "Journal entries", "Self-evaluations", "Who looked at your data", "Sam Reid");
        foreach (var verb in new[] { Verbs.MyDataDownload, Verbs.MyDataCorrect, Verbs.MyDataErase, Verbs.MyDataObject, Verbs.MyDataComplain })
        {
            Assert.Contains(card.Buttons, button => button.Verb == verb);
        }

        Assert.DoesNotContain(Secret, card.Json, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task Download_leads_to_a_page_for_an_hour_or_until_the_next_link_is_made()
    {
        var (scheme, _) = WithMuch();
        scheme.Reference = scheme.Reference with { Links = new Links() };
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataDownload);

        var card = scheme.Amira.Sees("Your data", "or ask for another link");
        var first = scheme.Only<DeclaredBusy>().File;
        Assert.Contains($"https://peerbot.example/council.example:amira/All/{first:N}/{scheme.Now + NodaTime.Duration.FromHours(1)}", card.Json, StringComparison.Ordinal);

        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataDownload);
        Assert.NotNull(scheme.Only<DeclaredBusy>().File);
        Assert.NotEqual(first, scheme.Only<DeclaredBusy>().File);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task The_journal_can_be_downloaded_by_itself()
    {
        var (scheme, _) = WithMuch();
        scheme.Reference = scheme.Reference with { Links = new Links() };
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.JournalDownload}}","id":"none","version":0,"nonce":"a"}""");

        Assert.Contains("/Journal/", scheme.Amira.Sees("Your journal").Json, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task Without_a_public_address_a_person_gives_the_file()
    {
        var (scheme, _) = WithMuch();
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataDownload);

        scheme.Amira.Sees("A person can help", "dpo@council.example");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task The_file_is_complete_and_holds_no_words_of_others()
    {
        var (scheme, cycle) = WithMuch();
        var other = Given.Request(Authority.Hannah, preferences: [Authority.Amira]);
        scheme.Store.Put(
            Note(Authority.Grace, NoteKind.Journal, cycle.Id.ToString(), "Graces own shared entry", shared: true),
            Note(Authority.Grace, NoteKind.GroundRules, cycle.Id.ToString(), "Graces wish"),
            other, Given.Ask(other, Authority.Amira, AskState.Queued));
        var file = await FileAsync(scheme, Authority.Amira);
        var words = string.Join('\n', file.Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => $"{field.Label}: {field.Words}"));

        foreach (var part in new[] { Secret, "For whoever supports me", "more than I thought", "Thank you for the room", "Amira Khan", "Grace Obi", "2026-014", "Tuesday 8 December 2026" })
        {
            Assert.Contains(part, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Graces", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Hannah", words, StringComparison.Ordinal);
    }

    [Theory, Trait("Requirement", "A-19")]
    [InlineData(Permission.No, false, false)]
    [InlineData(Permission.MessageOnly, true, false)]
    [InlineData(Permission.All, true, true)]
    public async Task Feedback_about_the_supporter_is_in_their_file_as_far_as_it_was_permitted(Permission permission, bool message, bool answers)
    {
        var (scheme, _) = WithMuch(permission);
        var words = string.Join('\n', (await FileAsync(scheme, Authority.Grace)).Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => field.Words));

        Assert.Equal(message, words.Contains("Thank you for the room", StringComparison.Ordinal));
        Assert.Equal(answers, words.Contains("I sleep better", StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, words, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task Feedback_that_a_supporter_has_shared_is_in_the_file_of_whom_they_supported()
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag) with
        {
            State = CycleState.Closed,
            Closed = CloseReason.Completed,
            ClosedAt = SchoolTime.At("2026-11-20T10:00"),
        };
        var scheme = new Scheme(
            "2026-12-08T10:00",
            [
                .. Scotland.Everyone(), cycle,
                new CycleFeedback(
                    cycle.Id, Scotland.Morag.Id, new Dictionary<string, string>(), Permission.MessageOnly, "It was a pleasure to listen", SchoolTime.At("2026-11-21T10:00")),
            ])
        {
            Reference = Scotland.Reference,
        };
        var file = await scheme.ReadsAsync(Scotland.Kirsty, context => PersonalFile.ReadAsync(context, FilePart.All));

        var about = file.Sections.Single(section => section.Key == "feedbackAboutYou");
        Assert.Contains(about.Items.SelectMany(item => item), field => field.Words == "It was a pleasure to listen");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task What_is_ones_own_to_set_is_corrected_at_once()
    {
        var (scheme, _) = WithMuch();
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataCorrect);
        scheme.Amira.Sees("Put your details right", "amira.khan@school.example");
        await scheme.Amira.Fills(Verbs.MyDataCorrectSave, (InputIds.TimeZone, "Australia/Sydney"));

        scheme.Amira.Sees("Sydney");
        Assert.Equal("Australia/Sydney", scheme.Store.All<Person>().Single(person => person.Id == Authority.Amira.Id).TimeZone);
    }

    [Fact]
    public async Task A_time_zone_that_is_no_choice_is_refused_kindly()
    {
        var (scheme, _) = WithMuch();
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.MyDataCorrectSave}}","id":"none","version":0,"nonce":"a","timeZone":"Mars/Olympus"}""");

        scheme.Amira.Sees("Only what is on the list");
        Assert.Null(scheme.Store.All<Person>().Single(person => person.Id == Authority.Amira.Id).TimeZone);
    }

    [Theory, Trait("Requirement", "A-19")]
    [InlineData(Verbs.MyDataObject, RightsKind.Objection, "objects to the use of their data")]
    [InlineData(Verbs.MyDataCorrectAsk, RightsKind.Correction, "asks for a correction")]
    public async Task An_objection_and_a_correction_reach_the_coordinator_in_hours_with_a_number(string verb, RightsKind kind, string told)
    {
        var (scheme, _) = WithMuch();
        await scheme.MovesTo("2026-12-08T21:00");
        await scheme.Amira.Forges($$"""{"verb":"{{verb}}","id":"none","version":0,"nonce":"a"}""");

        scheme.Amira.Sees("DP-2026-001", "Tuesday 8 December 2026", "Friday 8 January 2027", "Sam Reid");
        var request = scheme.Only<RightsRequest>();
        Assert.Equal((kind, Authority.Amira.Id), (request.Kind, request.Person));
        Assert.Equal(request.Id.ToString("N"), scheme.Only<CoordinatorTask>().Subject);
        scheme.Of(Authority.Sam).SeesNothing();
        await scheme.MovesTo("2026-12-09T08:30");
        scheme.Of(Authority.Sam).Sees("Amira Khan", told, "DP-2026-001");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_complaint_is_acknowledged_at_once_with_its_date_and_reaches_the_data_protection_contact()
    {
        var (scheme, _) = WithMuch();
        scheme.Reference = scheme.Reference with
        {
            Contacts = scheme.Reference.Contacts.Values.Select(one => one.Key == UseRight.ProtectionContact ? one with { Person = Authority.Jo.Id } : one).ToDictionary(one => one.Key),
        };
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataComplain);

        scheme.Amira.Sees("Complaint DP-2026-001", "acknowledgement", "Tuesday 8 December 2026", "Thursday 7 January 2027");
        scheme.Jo.Sees("Amira Khan", "complains", "DP-2026-001", "Thursday 7 January 2027");
        Assert.Equal(new LocalDate(2026, 12, 8), scheme.Only<RightsRequest>().AcknowledgedOn);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_coordinator_settles_it_from_the_task_list_and_the_person_is_told_with_the_date()
    {
        var (scheme, _) = WithMuch();
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.MyDataCorrectAsk}}","id":"none","version":0,"nonce":"a"}""");
        await scheme.MovesTo("2026-12-10T20:00");
        await scheme.Sam.Says("tasks");
        scheme.Sam.Sees("Waits for an answer about their data", "Amira Khan");
        await scheme.Sam.Presses(Verbs.TaskDone);
        Assert.Equal(new LocalDate(2026, 12, 10), scheme.Only<RightsRequest>().SettledOn);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-12-11T08:30");
        scheme.Amira.Sees("Your request is settled", "Correction DP-2026-001", "settled on Thursday 10 December 2026");
        await scheme.Amira.Says("my data");
        scheme.Amira.Sees("marked as settled");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_complaint_is_settled_by_the_data_protection_contact_alone()
    {
        var (scheme, _) = WithMuch();
        scheme.Reference = scheme.Reference with
        {
            Contacts = scheme.Reference.Contacts.Values.Select(one => one.Key == UseRight.ProtectionContact ? one with { Person = Authority.Jo.Id } : one).ToDictionary(one => one.Key),
        };
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataComplain);
        var press = $$"""{"verb":"{{Verbs.RightSettle}}","id":"{{scheme.Only<RightsRequest>().Id:N}}","version":0,"nonce":"a"}""";
        foreach (var other in new[] { scheme.Sam, scheme.Amira, scheme.Hannah })
        {
            await other.Forges(press);
            other.Sees("This card is for someone else");
        }

        await scheme.Jo.Presses(Verbs.RightSettle);
        scheme.Jo.Sees("Complaint DP-2026-001", "settled on Tuesday 8 December 2026");
        scheme.Amira.Sees("Your request is settled");
        await scheme.Jo.Forges(press);
        scheme.Jo.Sees("out of date");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_contact_whom_PeerBot_cannot_write_to_is_shown_with_their_work_e_mail_and_asking_twice_is_once()
    {
        var (scheme, _) = WithMuch();
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataComplain);
        var card = scheme.Amira.Sees("Please write to", "dpo@council.example");
        Assert.Contains("mailto:dpo@council.example?subject=DP-2026-001", card.Json, StringComparison.Ordinal);

        await scheme.Amira.Says("my data");
        scheme.Amira.Sees("Complaint DP-2026-001");
        await scheme.Amira.Presses(Verbs.MyDataComplain);
        Assert.Single(scheme.Store.All<RightsRequest>());
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task Erasure_takes_two_presses_ends_what_runs_and_leaves_only_what_counts()
    {
        var (scheme, cycle) = WithMuch();
        await scheme.MovesTo("2026-12-08T21:00");
        await scheme.Amira.Says("my data");
        await scheme.Amira.Presses(Verbs.MyDataComplain);
        await scheme.Amira.Presses(Verbs.MyDataErase);
        scheme.Amira.Sees("Erase what I keep about you?", "Grace Obi", "Complaint DP-2026-001");
        Assert.True(scheme.Store.All<Cycle>().Single(one => one.Id == cycle.Id).IsOpen);
        await scheme.Amira.Presses(Verbs.MyDataErase, on: "Erase what I keep");

        scheme.Amira.Sees("Your data is being erased", "Complaint DP-2026-001");
        Assert.Equal((1, null), (scheme.Only<DeclaredBusy>().Feed, scheme.Only<DeclaredBusy>().File));
        Assert.DoesNotContain(scheme.Store.All<PrivateNote>(), note => note.Owner == Authority.Amira.Id);
        Assert.Empty(scheme.Store.All<SelfEvaluation>());
        scheme.Grace.SeesNothing();

        await scheme.MovesTo("2026-12-09T08:30");
        scheme.Grace.Sees("Amira Khan");
        await scheme.MovesTo("2026-12-09T12:00");
        Assert.DoesNotContain(scheme.Store.All<Person>(), person => person.Id == Authority.Amira.Id);
        Assert.Empty(scheme.Store.All<DeclaredBusy>());
        Assert.DoesNotContain(scheme.Store.All<Cycle>(), one => one.Has(Authority.Amira.Id));
        Assert.DoesNotContain(scheme.Store.All<Meeting>(), meeting => meeting.People.Contains(Authority.Amira.Id));
        Assert.DoesNotContain(scheme.Store.All<SupportRequest>(), request => request.Requester == Authority.Amira.Id);
        Assert.Equal(2, scheme.Store.All<Cycle>().Count(one => one.Has(Authority.Grace.Id)));
        var given = scheme.Only<CycleFeedback>();
        Assert.Equal((null, Permission.No), (given.Message, given.Permission));
        Assert.Equal("useful", Assert.Single(given.Answers).Key);
        Assert.NotEqual(Authority.Amira.Id, given.From);
        Assert.False(scheme.Amira.Has(Verbs.FeedbackSend), "Whoever is being erased is not asked how it was.");
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task What_was_looked_at_about_a_volunteer_is_said_in_words()
    {
        var actions = new[]
        {
            "supporter.viewed", "supporter.inspection-recorded", "supporter.approved", "supporter.not-yet", "supporter.refused", "supporter.rechecked",
            "supporter.trained", "supporter.training-missed", "supporter.taken-off", "told-by-email",
        };
        var scheme = new Scheme("2026-12-08T10:00", actions.Select(action => new AuditEntry(
            Guid.NewGuid(), Authority.Programme.Id, Authority.Sam.Id, Authority.Peter.Id, action, Subject: null, SchoolTime.At("2026-12-01T09:00"))));
        var looks = (await FileAsync(scheme, Authority.Peter)).Sections.Single(section => section.Key == "looks").Items.Select(item => item[1].Words).ToList();
        Assert.Equal(actions.Length, looks.Distinct().Count());
        Assert.All(looks, words => Assert.DoesNotContain("supporter ", words, StringComparison.Ordinal));
        Assert.All(looks, words => Assert.DoesNotContain("kept about you", words, StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task What_a_supporter_has_said_and_what_was_noted_about_them_is_in_their_file()
    {
        var profile = Authority.Supporter(Authority.Lena) with
        {
            Days = [IsoDayOfWeek.Tuesday],
            Absences = [new Absence(new LocalDate(2027, 1, 11), new LocalDate(2027, 1, 15))],
            Supervision = new Supervision(new MeetingId(Guid.NewGuid()), SchoolTime.At("2026-12-01T09:00"), new LocalDate(2027, 2, 1), Authority.Jo.Id),
        };
        var application = SupporterApplication.Empty(Authority.Lena.Id, Authority.Programme.Id) with
        {
            Experience = "I coach new heads",
            Inspection = Volunteers.Good with { Reason = "Somebody elses words" },
            Answer = ApplicationAnswer.Approved,
            AnsweredBy = Authority.Sam.Id,
            RecheckOn = new LocalDate(2027, 11, 23),
        };
        var request = Given.Request(Authority.Lena, Domain.Support.RequestState.Unmatched) with { Lacked = "nearer", StartedBy = Authority.Sam.Id };
        var scheme = new Scheme("2026-12-08T10:00", profile, application, request);
        var words = string.Join('\n', (await FileAsync(scheme, Authority.Lena)).Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => field.Words));
        foreach (var part in new[] { "Tuesday", "Monday 11 January 2027", "Monday 1 February 2027", Authority.Jo.Name, "I coach new heads", "good", "Approved", "Sam Reid", "Tuesday 23 November 2027", "nearer" })
        {
            Assert.Contains(part, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Somebody elses", words, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-41")]
    public async Task The_supervision_meeting_of_whoever_is_erased_is_called_off()
    {
        var profile = Authority.Supporter(Authority.Peter) with
        {
            Supervision = new Supervision(new MeetingId(Guid.NewGuid()), SchoolTime.At("2026-12-01T09:00"), null, Authority.Jo.Id, SchoolTime.At("2026-12-16T15:30"), EventId: "1"),
        };
        var scheme = new Scheme("2026-12-08T10:00", profile);
        await scheme.Peter.Says("my data");
        await scheme.Peter.Presses(Verbs.MyDataErase);
        await scheme.Peter.Presses(Verbs.MyDataErase, on: "Erase what I keep");
        scheme.Jo.Sees("is off");
        Assert.Null(scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Peter.Id).Supervision!.Start);
    }

    [Fact]
    public async Task A_supporter_who_is_erased_is_off_the_list_at_once_and_the_ask_moves_on()
    {
        var request = Given.Request(Authority.Hannah, preferences: [Authority.Peter, Authority.Grace]);
        var scheme = new Scheme("2026-12-08T10:00", request, Given.Ask(request, Authority.Peter));
        await scheme.Peter.Says("my data");
        await scheme.Peter.Presses(Verbs.MyDataErase);
        await scheme.Peter.Presses(Verbs.MyDataErase, on: "Erase what I keep");

        var profile = scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Peter.Id);
        Assert.Equal((SupporterState.Left, ""), (profile.State, profile.Summary));
        scheme.Grace.Sees("Hannah Cole");
        await scheme.MovesTo("2026-12-08T12:00");
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), one => one.Person == Authority.Peter.Id);
    }

    /// <summary>Amira has a running cycle with Grace and one that is over, and has written everything that can be written.</summary>
    private static (Scheme Scheme, Cycle Running) WithMuch(Permission permission = Permission.MessageOnly)
    {
        var request = Given.Request(Authority.Amira, Domain.Support.RequestState.Matched, preferences: [Authority.Grace]);
        var running = Given.Cycle(Authority.Amira, Authority.Grace, request: request.Id);
        var over = Given.Cycle(Authority.Amira, Authority.Grace, pairedAt: "2026-09-10T10:00") with
        {
            State = CycleState.Closed,
            Closed = CloseReason.Completed,
            ClosedAt = SchoolTime.At("2026-11-20T10:00"),
        };
        return (new Scheme(
            "2026-12-08T10:00", request, running, over, Authority.Supporter(Authority.Grace, active: 1),
            Given.Meeting(running, "2026-12-08T08:45", MeetingState.Held, initial: true), Given.Meeting(running, "2026-12-15T10:00"),
            Note(Authority.Amira, NoteKind.ForSupporter, request.Id.ToString(), "For whoever supports me"),
            Note(Authority.Amira, NoteKind.Journal, running.Id.ToString(), Secret),
            new SelfEvaluation(
                Authority.Amira.Id, running.Id, Occasion.Before, "mentoring", 1, new Dictionary<string, Confidence>(),
                new Dictionary<string, string> { ["s1"] = "more than I thought" }, null, SchoolTime.At("2026-12-01T10:00")),
            new CycleFeedback(
                over.Id, Authority.Amira.Id, new Dictionary<string, string> { ["useful"] = "4", ["difference"] = "I sleep better" }, permission,
                permission == Permission.No ? null : "Thank you for the room", SchoolTime.At("2026-11-21T10:00"))), running);
    }

    private static PrivateNote Note(Person owner, NoteKind kind, string subject, string text, bool shared = false) =>
        new(Guid.NewGuid(), owner.Id, kind, subject, text, shared);

    private static async Task<PersonalFile> FileAsync(Scheme scheme, Person person) => await PersonalFile.ReadAsync(
        new FlowContext(
            new Domain.Turn(scheme.Store.Begin(scheme.Now), scheme.Reference, scheme.Calendar, scheme.Now), person, null, Authority.Programme,
            FlowTexts.For(Authority.Programme, person.Locale)),
        FilePart.All);

    private sealed class Links : IPersonalLinks
    {
        public Uri ToFile(PersonId person, FilePart part, Guid key, Instant until) => new($"https://peerbot.example/{person}/{part}/{key:N}/{until}");

        public Uri ToReport(PersonId person, string programmeId, ReportKind report, Instant until) => new($"https://peerbot.example/{person}/{report}/{until}");
    }
}
