using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

public sealed class Sessions_of_a_group
{
    [Fact]
    [Trait("Requirement", "S4-16")]
    [Trait("Requirement", "S4-14")]
    [Trait("Requirement", "S4-04")]
    public async Task Each_session_card_shows_the_purpose_the_next_of_eight_tips_and_whose_turn_it_is_to_lead()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var tips = Learning.Programme.Groups!.Tips;
        Assert.Equal(8, tips.Count);

        // Nine sessions, a week apart: the ninth has the first tip again.
        var sessions = Enumerable.Range(0, 9).Select(week => Learning.Session(
            cycle, SchoolTime.Written(SchoolTime.Local("2026-11-24T13:00").PlusWeeks(week < 4 ? week : week + 2).InZoneLeniently(SchoolTime.London).ToInstant()))).ToList();
        var scheme = LearningScheme.At("2026-11-22T09:00", [group, cycle, .. sessions]);
        foreach (var session in sessions)
        {
            scheme.Expects(new Errand.RemindMeeting(session.Id, Learning.Ada.Id, session.Start), SchoolTime.Written(session.Start - NodaTime.Duration.FromHours(4)));
        }

        Person[] order = [Learning.Ada, Learning.Cleo, Learning.Dev];
        for (var number = 0; number < sessions.Count; number++)
        {
            await scheme.MovesTo(SchoolTime.Written(sessions[number].Start - NodaTime.Duration.FromHours(2)));
            var tip = number % 8;
            var leads = order[number % 3];
            scheme.Of(Learning.Ada).Sees(
                Learning.Purpose, $"Tip {tip + 1} of 8", tips[tip].In("en-GB").Split(':')[1].Trim()[..20],
                leads == Learning.Ada ? "It is your turn to lead" : $"{leads.Name} leads this one");
        }
    }

    [Fact]
    [Trait("Requirement", "S4-13")]
    public async Task After_a_session_each_says_for_themselves_that_they_were_there_and_what_it_was_for_them()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-11-24T13:00");
        var scheme = LearningScheme.At("2026-11-24T12:00", group, cycle, session);
        foreach (var person in new[] { Learning.Ada, Learning.Cleo, Learning.Dev })
        {
            scheme.Expects(new Errand.AskDidYouMeet(session.Id, person.Id, session.Start), "2026-11-24T13:45");
        }

        await scheme.MovesTo("2026-11-24T14:00");
        var ada = scheme.Of(Learning.Ada);
        var log = ada.Sees("Your group has met", "If you were there", "Only you can read your note", Learning.Purpose, "Tip 1 of 8");
        Assert.DoesNotContain("turn to lead", log.Text);
        await ada.Fills(Verbs.SessionThere, (InputIds.Part, "learned"), (InputIds.Entry, "I want to try hinge questions."));
        ada.Sees("Thank you", "in your journal, for you alone");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        var note = scheme.Only<PrivateNote>();
        Assert.Equal((Learning.Ada.Id, NoteKind.Journal, false), (note.Owner, note.Kind, note.Shared));

        await scheme.Of(Learning.Cleo).Fills(Verbs.SessionThere, (InputIds.Part, "shared"));
        await scheme.Of(Learning.Dev).Fills(Verbs.SessionThere, (InputIds.Part, "both"));
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        Assert.Equal(new SharingBalance(1, 1, 1), GroupRates.Balance(scheme.Store.All<Meeting>()));
        scheme.Of(Learning.Nia).NeverSaw("hinge", "learned");
    }

    [Fact]
    public async Task A_session_of_which_two_have_said_that_they_were_there_counts_after_five_working_days_and_one_alone_does_not()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var two = Learning.Session(cycle, "2026-11-23T13:00", MeetingState.Booked, Learning.Ada, Learning.Dev);
        var one = Learning.Session(cycle, "2026-11-24T13:00", MeetingState.Booked, Learning.Ada);
        var scheme = LearningScheme.At("2026-11-25T09:00", group, cycle, two, one);
        scheme.Expects(new Errand.SettleMeeting(two.Id, two.Start, Unanswered: true), "2026-11-30T17:30");
        scheme.Expects(new Errand.SettleMeeting(one.Id, one.Start, Unanswered: true), "2026-12-01T17:30");
        await scheme.MovesTo("2026-12-02T09:00");
        Assert.Equal(MeetingState.Held, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == two.Id).State);
        Assert.Equal(NotHeldReason.Unknown, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == one.Id).NotHeld);

        // Late, and still true: it counts for the rate.
        await scheme.Of(Learning.Cleo).Forges($$"""{"verb":"{{Verbs.SessionThere}}","id":"{{two.Id}}","version":0,"nonce":"n"}""");
        Assert.Equal(3, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == two.Id).CheckIns!.Count);
    }

    [Fact]
    [Trait("Requirement", "S4-10")]
    public async Task Two_sessions_missed_in_a_row_bring_the_lead_and_nobody_else_a_kind_word()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle,
            Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo));
        var session = Learning.Session(cycle, "2026-11-23T13:00");
        scheme.Store.Put(session);
        scheme.Expects(new Errand.SettleMeeting(session.Id, session.Start, Unanswered: true), "2026-11-30T17:00");
        foreach (var person in new[] { Learning.Ada, Learning.Cleo })
        {
            await scheme.Of(person).Forges($$"""{"verb":"{{Verbs.SessionThere}}","id":"{{session.Id}}","version":0,"nonce":"n","part":"both"}""");
        }

        await scheme.MovesTo("2026-11-30T17:15");
        scheme.Of(Learning.Nia).Sees("Dev Anand has missed two sessions of group A", "there may be good reasons");
        Assert.All(
            new[] { Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Priya }, person => scheme.Of(person).NeverSaw("has missed"));
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    [Fact]
    [Trait("Requirement", "S4-08")]
    [Trait("Requirement", "S4-11")]
    public async Task Something_from_training_comes_onto_the_next_agenda_with_three_critical_questions_and_two_are_brought_together()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var next = Learning.Session(cycle, "2026-12-01T13:00");
        var later = Learning.Session(cycle, "2026-12-08T13:00");
        var scheme = LearningScheme.At("2026-11-24T09:00", group, cycle, next, later);
        var dev = scheme.Of(Learning.Dev);
        await dev.Says("status");
        dev.Sees("I have been on training");
        await dev.Presses(Verbs.MilestoneReached);
        dev.Sees("What did it claim?", "What would have to be different here?", "What will you try?");
        await dev.Fills(Verbs.ShareSave, (InputIds.Share, "Maths mastery day"));
        dev.Sees("It is on the agenda");
        scheme.Expects(new Errand.RemindMeeting(next.Id, Learning.Ada.Id, next.Start), "2026-11-30T09:00");
        await scheme.MovesTo("2026-11-30T10:00");
        var one = scheme.Of(Learning.Ada).Sees("On the agenda", "Dev Anand: Maths mastery day", "What did it claim?");
        Assert.DoesNotContain("How do these fit together?", one.Text);

        await scheme.Of(Learning.Cleo).Says("I have been on training or a visit outside school");
        await scheme.Of(Learning.Cleo).Fills(Verbs.ShareSave, (InputIds.Share, ""));
        scheme.Of(Learning.Cleo).Sees("How do these fit together?");
        scheme.Expects(new Errand.RemindMeeting(next.Id, Learning.Ada.Id, next.Start), "2026-12-01T09:00");
        await scheme.MovesTo("2026-12-01T10:00");
        scheme.Of(Learning.Ada).Sees("Maths mastery day", "Cleo Vance: something from training", "How do these fit together?");

        // What was on one agenda is not on the one after.
        scheme.Expects(new Errand.RemindMeeting(later.Id, Learning.Ada.Id, later.Start), "2026-12-07T09:00");
        await scheme.MovesTo("2026-12-07T10:00");
        Assert.DoesNotContain("On the agenda", scheme.Of(Learning.Ada).Sees("Tip 2 of 8").Text);
    }

    [Theory]
    [Trait("Requirement", "S4-08")]
    [InlineData(NotHeldReason.Missed)]
    [InlineData(NotHeldReason.Unknown)]
    [InlineData(NotHeldReason.Cancelled)]
    public async Task What_a_session_that_did_not_take_place_had_before_it_comes_up_in_the_next_one(NotHeldReason why)
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var next = Learning.Session(cycle, "2026-11-24T13:00");
        var scheme = LearningScheme.At(
            "2026-11-23T08:00", group, cycle, next,
            Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.NotHeld) with { NotHeld = why },
            new PrivateNote(Guid.NewGuid(), Learning.Dev.Id, NoteKind.ShareItem, cycle.Id.ToString(), "Maths mastery day", Shared: true, WrittenAt: SchoolTime.At("2026-11-12T10:00")));
        scheme.Expects(new Errand.RemindMeeting(next.Id, Learning.Ada.Id, next.Start), "2026-11-23T09:00");
        await scheme.MovesTo("2026-11-23T10:00");

        scheme.Of(Learning.Ada).Sees("On the agenda", "Dev Anand: Maths mastery day", "Cleo Vance leads this one", "Tip 2 of 8");
    }

    [Theory]
    [Trait("Requirement", "S4-08")]
    [InlineData("I have been on training")]
    [InlineData("i have been on training!")]
    public async Task Somebody_who_has_been_on_training_may_say_so_in_the_words_of_the_button(string words)
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At("2026-11-24T09:00", group, cycle);
        await scheme.Of(Learning.Dev).Says(words);

        scheme.Of(Learning.Dev).Sees("What did it claim?");
    }

    [Fact]
    [Trait("Requirement", "S4-15")]
    public async Task A_group_that_is_asked_for_its_review_is_near_no_limit_and_is_told_what_its_card_says()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var review = new CycleReview(SchoolTime.At("2026-12-04T08:30"), new Dictionary<string, ReviewWish>());
        var scheme = LearningScheme.At("2026-12-04T09:00", group, cycle with { State = CycleState.Review, Review = review });
        await scheme.Of(Learning.Ada).Says("status");
        await scheme.Of(Learning.Ada).Presses(Verbs.ReviewOpen);
        await scheme.Of(Learning.Ada).Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish));
        scheme.Of(Learning.Ada).Sees("Your group goes on unless all of you would like to finish");
        scheme.Of(Learning.Ada).NeverSaw("you both", "paired");

        await scheme.Of(Learning.Priya).Says("home");
        scheme.Of(Learning.Priya).Sees("Running: 1", "Near their limit: 0");
    }

    [Fact]
    [Trait("Requirement", "S4-09")]
    [Trait("Requirement", "S4-01")]
    [Trait("Requirement", "S4-13")]
    public async Task The_lead_sees_rates_and_balance_of_a_group_and_the_professional_learning_leader_rates_alone()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita);
        var marks = new Dictionary<string, SessionPart>
        {
            [Learning.Ada.Id.Value] = SessionPart.Shared,
            [Learning.Cleo.Id.Value] = SessionPart.Learned,
            [Learning.Dev.Id.Value] = SessionPart.Both,
        };
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle,
            Learning.Session(cycle, "2026-11-03T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita) with { Parts = marks },
            Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita) with { Parts = marks },
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev));
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("groups");
        nia.Sees("Group A: " + Learning.Purpose, "92 % in 3 sessions", "shared 2, learned 2, both 2");

        var priya = scheme.Of(Learning.Priya);
        await priya.Says("rates");
        var rates = priya.Sees("How groups take part", "Group A", "92 %");
        Assert.All(Learning.Members, person => Assert.DoesNotContain(person.Name, rates.Text));
        await priya.Says("cycles");
        Assert.All(Learning.Members, person => priya.NeverSaw(person.Name));
        priya.Sees("Group A (4)");

        // The report and its file say the same.
        await priya.Says("reports");
        priya.Sees("How groups take part", "Group A, ", "92 % in 3 sessions");
        var file = System.Text.Encoding.UTF8.GetString(
            (await scheme.ReadsAsync(Learning.Priya, context => ReportPage.FileAsync(Learning.Id, ReportKind.Participation, context)))!);
        Assert.Contains("92 % in 3 sessions", file);
        Assert.All(Learning.Members, person => Assert.DoesNotContain(person.Name, file));
        priya.NeverSaw(Learning.Purpose);
    }

    [Fact]
    [Trait("Requirement", "S4-09")]
    [Trait("Requirement", "S4-13")]
    public async Task The_lead_takes_a_file_of_how_their_own_groups_take_part_and_nothing_else_of_the_scheme()
    {
        var (mine, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita);
        var (theirs, other) = Learning.Running("B", Learning.Ben, Learning.Finn, Learning.Hugo);
        var marks = new Dictionary<string, SessionPart>
        {
            [Learning.Ada.Id.Value] = SessionPart.Shared,
            [Learning.Cleo.Id.Value] = SessionPart.Shared,
            [Learning.Dev.Id.Value] = SessionPart.Learned,
        };
        Meeting Held(string day, params Person[] there) => Learning.Session(cycle, day, MeetingState.Held, there) with { Parts = marks };
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", mine, cycle, theirs with { Lead = Learning.Priya.Id }, other with { Requester = Learning.Priya.Id, Supporter = Learning.Priya.Id },
            Held("2026-11-03T13:00", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita), Held("2026-11-10T13:00", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita),
            Held("2026-11-17T13:00", Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(other, "2026-11-17T13:00", MeetingState.Held, Learning.Ben, Learning.Finn, Learning.Hugo));
        scheme.Reference = scheme.Reference with { Links = new Links() };
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("rates");
        await nia.Presses(Verbs.GroupsRatesFile);
        nia.Sees("How groups take part: file", "It is noted that you have fetched it");

        var file = await FileAsync(Learning.Nia, ReportKind.Participation);
        Assert.Contains("Group A", file);
        Assert.Contains("92 % in 3 sessions", file);
        Assert.DoesNotContain("Group B", file);
        Assert.DoesNotContain(Learning.Purpose, file);
        Assert.All(Learning.Members, person => Assert.DoesNotContain(person.Name, file));

        // Six shared, three learned, nobody both: what fewer than five stand behind is not told.
        Assert.DoesNotContain("Learned,3", file.Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.Action == AuditActions.ReportExported && entry.Subject == nameof(ReportKind.Participation) && entry.Actor == Learning.Nia.Id);

        Assert.Null(await scheme.ReadsAsync(Learning.Nia, context => ReportPage.FileAsync(Learning.Id, ReportKind.Quality, context)));
        Assert.Null(await scheme.ReadsAsync(Learning.Nia, context => ReportPage.FileAsync(Learning.Id, ReportKind.Pool, context)));
        Assert.Null(await scheme.ReadsAsync(Learning.Nia, context => ReportPage.FileAsync(Authority.Programme.Id, ReportKind.Participation, context)));
        Assert.Null(await scheme.ReadsAsync(Learning.Ada, context => ReportPage.FileAsync(Learning.Id, ReportKind.Participation, context)));
        await scheme.Of(Learning.Ada).Forges($$"""{"verb":"{{Verbs.GroupsRatesFile}}","id":"{{Learning.Id}}","version":0,"nonce":"n"}""");
        scheme.Of(Learning.Ada).Sees("This card is for someone else");

        async Task<string> FileAsync(Person person, ReportKind kind)
        {
            var stores = scheme.Store.Begin(scheme.Now);
            var context = new FlowContext(
                new Domain.Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now), person, null, Learning.Programme, FlowTexts.For(Learning.Programme, person.Locale));
            var file = await ReportPage.FileAsync(Learning.Id, kind, context);
            Assert.True(stores.Commit());
            return System.Text.Encoding.UTF8.GetString(file!);
        }
    }

    private sealed class Links : IPersonalLinks
    {
        public Uri ToFile(PersonId person, FilePart part, Guid key, NodaTime.Instant until) => new("https://peerbot.example/file");

        public Uri ToReport(PersonId person, string programmeId, ReportKind report, NodaTime.Instant until) => new($"https://peerbot.example/{programmeId}/{report}");
    }

    [Fact]
    [Trait("Requirement", "S4-10")]
    public async Task A_lead_who_is_a_member_too_gets_no_word_about_themselves()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        group = group with { Lead = Learning.Dev.Id };
        cycle = cycle with { Requester = Learning.Dev.Id, Supporter = Learning.Dev.Id };
        var session = Learning.Session(cycle, "2026-11-23T13:00", MeetingState.Booked, Learning.Ada, Learning.Cleo);
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle, Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo), session);
        scheme.Expects(new Errand.SettleMeeting(session.Id, session.Start, Unanswered: true), "2026-11-30T17:00");
        await scheme.MovesTo("2026-11-30T17:15");
        Assert.Equal(2, scheme.Store.All<Meeting>().Count(meeting => meeting.State == MeetingState.Held));
        scheme.Of(Learning.Dev).NeverSaw("has missed");
    }

    [Fact]
    public async Task What_members_answer_at_the_end_is_counted_for_the_professional_learning_leader()
    {
        Person[] members = [Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita, Learning.Hugo];
        var (group, cycle) = Learning.Running("A", members);
        cycle = cycle with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = SchoolTime.At("2026-11-20T10:00") };
        var scheme = LearningScheme.At(
            "2026-11-24T09:00",
            [
                group with { State = GroupState.Closed }, cycle, Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, members),
                .. members.Select(person => new CycleFeedback(
                    cycle.Id, person.Id, new Dictionary<string, string> { ["useful"] = "3" }, Permission.No, null, SchoolTime.At("2026-11-23T10:00"))),
            ]);
        var page = await scheme.ReadsAsync(Learning.Priya, context => ReportPage.ReadAsync(ReportKind.Participation, new TermPage(1), context));
        Assert.Equal(["5", "5"], page.Sections[^1].Lines.TakeLast(2).Select(line => line.Value));
        page = await scheme.ReadsAsync(Learning.Priya, context => ReportPage.ReadAsync(ReportKind.Quality, new TermPage(1), context));
        Assert.Contains(page.Sections[0].Lines, line => line is { Title: "Very", Value: "5" });
    }

    [Fact]
    [Trait("Requirement", "S4-09")]
    public async Task A_rate_of_fewer_than_five_places_is_not_shown()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle, Learning.Session(cycle, "2026-11-03T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo));
        await scheme.Of(Learning.Priya).Says("participation");
        var rates = scheme.Of(Learning.Priya).Sees("fewer than 5");
        Assert.DoesNotContain("%", rates.Text);
    }

    [Fact]
    [Trait("Requirement", "S4-15")]
    public async Task Before_the_end_of_term_each_is_asked_what_difference_it_made_for_pupils()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle,
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev));
        scheme.Expects(new Errand.StartReview(cycle.Id), "2026-12-04T08:30");
        await scheme.MovesTo("2026-12-04T12:00");
        Assert.All(
            new[] { Learning.Ada, Learning.Cleo, Learning.Dev },
            person => scheme.Of(person).Sees("What difference did it make for pupils?", "Only you can read this", "Go on as a group"));
        foreach (var person in new[] { Learning.Ada, Learning.Cleo, Learning.Dev })
        {
            await scheme.Of(person).Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend), (InputIds.Progress, "They ask more questions."));
        }

        Assert.True(scheme.Only<Cycle>().IsOpen);
        Assert.All(scheme.Store.All<PrivateNote>(), note => Assert.Equal((NoteKind.Progress, false), (note.Kind, note.Shared)));
        scheme.Of(Learning.Nia).NeverSaw("ask more questions");
        scheme.Of(Learning.Priya).NeverSaw("ask more questions");
    }

    [Fact]
    [Trait("Requirement", "S4-10")]
    public async Task Who_misses_sessions_is_not_told_to_somebody_who_leads_no_more()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var last = Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo);
        var scheme = LearningScheme.At(
            "2026-11-24T09:00", group, cycle, Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo), last);
        scheme.Reference = Learning.Reference with { Roles = [.. Learning.Reference.Roles.Where(held => held.Role != ProgrammeRoles.GroupLead)] };
        scheme.Expects(new Errand.TellMissed(group.Id, Learning.Dev.Id, last.Id), "2026-11-24T09:05");
        scheme.Expects(new Errand.TellMemberLeft(group.Id, Learning.Dev.Id, Learning.Nia.Id), "2026-11-24T09:05");
        await scheme.MovesTo("2026-11-24T09:15");

        scheme.Of(Learning.Nia).SeesNothing();
        scheme.Of(Learning.Priya).NeverSaw("Dev Anand", "missed");
        Assert.Equal((TaskKind.Left, group.Id.Cycle.ToString()), scheme.Only<CoordinatorTask>() is var task ? (task.Kind, task.Subject) : default);
    }

    [Fact]
    [Trait("Requirement", "S4-15")]
    public async Task Sessions_that_were_booked_for_the_whole_year_bring_a_review_in_the_spring_too()
    {
        Person[] members = [Learning.Ada, Learning.Cleo, Learning.Dev];
        var (group, cycle) = Learning.Running("A", members);
        cycle = cycle with { Review = new CycleReview(SchoolTime.At("2026-12-04T08:30"), new Dictionary<string, ReviewWish>(), Settled: true) };
        var session = Learning.Session(cycle, "2027-01-19T13:00");
        var scheme = LearningScheme.At(
            "2027-01-19T14:00", group, cycle, session, Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, members), Learning.Session(cycle, "2027-05-18T13:00"));
        foreach (var member in members)
        {
            await scheme.Of(member).Forges($$"""{"verb":"{{Verbs.SessionThere}}","id":"{{session.Id}}","version":0,"nonce":"n"}""");
        }

        Assert.Equal(MeetingState.Held, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == session.Id).State);
        await scheme.MovesTo("2027-03-10T12:00");
        Assert.All(members, member => scheme.Of(member).NeverSaw("difference did it make"));
        await scheme.MovesTo("2027-03-12T12:00");
        Assert.All(members, member => scheme.Of(member).Sees("What difference did it make for pupils?"));
        await scheme.MovesTo("2027-03-26T12:00");
        Assert.All(members, member => Assert.DoesNotContain(scheme.Of(member).News, message => message.Text.Contains("difference did it make", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_group_ends_when_all_would_like_to_finish_and_each_is_asked_for_feedback()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At(
            "2026-12-04T09:00", group, cycle with { State = CycleState.Review, Review = new CycleReview(SchoolTime.At("2026-12-04T08:30"), new Dictionary<string, ReviewWish>()) },
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev));
        foreach (var person in new[] { Learning.Ada, Learning.Cleo, Learning.Dev })
        {
            Assert.True(scheme.Only<Cycle>().IsOpen);
            await scheme.Of(person).Says("status");
            await scheme.Of(person).Presses(Verbs.ReviewOpen);
            await scheme.Of(person).Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish));
        }

        Assert.Equal(CloseReason.Completed, scheme.Only<Cycle>().Closed);
        Assert.Equal(GroupState.Closed, scheme.Only<LearningGroup>().State);
        Assert.All(
            new[] { Learning.Ada, Learning.Cleo, Learning.Dev },
            person => Assert.Contains(scheme.Of(person).Messages, message => message.Text.Contains("How was it for you?", StringComparison.Ordinal)));

        // Nia leads the group and is not in it.
        scheme.Of(Learning.Nia).Sees("Group A has finished", "Times it has met: 1", "Form groups");
        scheme.Of(Learning.Nia).NeverSaw("How was it for you?", "Thank you for taking part");
    }
}
