using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

public sealed class Groups_that_change
{
    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_member_who_leaves_gives_no_reason_and_what_is_booked_stays()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita);
        var session = Learning.Session(cycle, "2026-12-01T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        var dev = scheme.Of(Learning.Dev);
        await dev.Says("status");
        await dev.Presses(Verbs.CycleWithdraw);
        dev.Sees("Leave your group?", "not why");
        await dev.Fills(Verbs.CycleWithdraw);
        dev.Sees("You have left the group");

        Assert.Equal([Learning.Ada.Id, Learning.Cleo.Id, Learning.Gita.Id], scheme.Only<Cycle>().Members);
        Assert.Equal((session.Start, MeetingState.Booked), (scheme.Only<Meeting>().Start, scheme.Only<Meeting>().State));
        Assert.Equal([Learning.Ada.Id, Learning.Cleo.Id, Learning.Gita.Id], Assert.Single(scheme.Calendar.Events).People);
        scheme.Of(Learning.Ada).Sees("Dev Anand is no longer in it", "What is booked stays");
        scheme.Of(Learning.Nia).Sees("Dev Anand is no longer in it");
        Assert.DoesNotContain(scheme.Of(Learning.Nia).Messages, message => message.Text.Contains("small now", StringComparison.Ordinal));
        Assert.Equal(0, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Learning.Dev.Id).ActiveCycles);

        await dev.Forges($$"""{"verb":"{{Verbs.SlotFind}}","id":"{{group.Id}}","version":0,"nonce":"n"}""");
        dev.Sees("for someone else");
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_group_under_its_least_size_is_put_to_the_lead_who_adds_somebody_and_the_booked_session_becomes_theirs_too()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-12-01T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        await scheme.Leaves(Learning.Ada);
        var nia = scheme.Of(Learning.Nia);
        nia.Sees("Group A is small now", "at least 3", "Sessions that are booked stay");

        // Ada's mailbox held the event; it is in the calendars of the two who stay all the same.
        Assert.Equal([Learning.Cleo.Id, Learning.Dev.Id], Assert.Single(scheme.Calendar.Events).People);
        Assert.Equal(session.Start, Assert.Single(scheme.Calendar.Events).Start);

        await nia.Presses(Verbs.GroupAddOpen);
        nia.Sees("Add somebody to group A", "Hugo Lane, St Aidan's Primary");
        await nia.Fills(Verbs.GroupAdd, (InputIds.Pick, RequestCards.KeyOf(Learning.Hugo.Id)));
        nia.Sees("Hugo Lane will hear of it");
        scheme.Of(Learning.Hugo).Sees(Learning.Purpose, "Cleo Vance", "Dev Anand");
        await scheme.Of(Learning.Hugo).Presses(Verbs.GroupJoin);
        Assert.Equal([Learning.Cleo.Id, Learning.Dev.Id, Learning.Hugo.Id], scheme.Only<Cycle>().Members);
        var entry = Assert.Single(scheme.Calendar.Events);
        Assert.Equal((session.Start, 3), (entry.Start, entry.People.Count));
        Assert.False(scheme.Only<Cycle>().Rules.Agreed);
        await scheme.Of(Learning.Hugo).Presses(Verbs.RulesAgree);
        Assert.True(scheme.Only<Cycle>().Rules.Agreed);
    }

    [Theory]
    [Trait("Requirement", "U-24")]
    [Trait("Requirement", "S0-05")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dates_take_the_yes_of_whoever_has_come_in_as_well(bool proposedBefore)
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        group = group with { Members = [.. group.Members, new GroupMember(Learning.Hugo.Id, MemberState.Asked, SchoolTime.At("2026-11-27T17:30"))] };
        var scheme = LearningScheme.Booked(group, cycle);
        if (proposedBefore)
        {
            await ProposesAsync();
        }

        await scheme.Of(Learning.Hugo).Forges($$"""{"verb":"{{Verbs.GroupJoin}}","id":"{{group.Id}}","version":0,"nonce":"n"}""");
        Assert.Contains(Learning.Hugo.Id, scheme.Only<Cycle>().Members!);
        if (!proposedBefore)
        {
            await ProposesAsync();
        }

        scheme.Of(Learning.Hugo).Card(Verbs.DatesAccept);
        Assert.IsType<SeriesAnswer.Proposed>(await AcceptsAsync(Learning.Cleo));
        Assert.IsType<SeriesAnswer.Proposed>(await AcceptsAsync(Learning.Dev));
        Assert.Empty(scheme.Store.All<Meeting>());
        Assert.IsType<SeriesAnswer.Booked>(await AcceptsAsync(Learning.Hugo));
        Assert.Equal(4, scheme.Only<Meeting>().People.Count());

        Task ProposesAsync() => scheme.Does(turn => new PlanSeries(turn).ProposeAsync(Learning.Ada.Id, cycle.Id, 0, [SchoolTime.At("2026-12-01T13:00")]));

        Task<SeriesAnswer> AcceptsAsync(Person person) => scheme.Does(turn => new PlanSeries(turn).AcceptAsync(person.Id, cycle.Id, 1));
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Whoever_joins_is_invited_to_the_session_that_is_booked_and_for_the_others_nothing_changes()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-12-01T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        scheme.Expects(new Errand.RemindMeeting(session.Id, Learning.Cleo.Id, session.Start), "2026-11-24T09:05");
        await scheme.MovesTo("2026-11-24T09:10");
        var reminder = scheme.Of(Learning.Cleo).Card(Verbs.MeetingComing);
        await scheme.Leaves(Learning.Dev);
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupAddOpen);
        await scheme.Of(Learning.Nia).Fills(Verbs.GroupAdd, (InputIds.Pick, RequestCards.KeyOf(Learning.Hugo.Id)));
        await scheme.Of(Learning.Hugo).Presses(Verbs.GroupJoin);

        Assert.Equal(session.Id, scheme.Only<Meeting>().Id);
        var entry = Assert.Single(scheme.Calendar.Events);
        Assert.Equal((session.Id, session.Start), (entry.Id, entry.Start));
        Assert.Equal([Learning.Ada.Id, Learning.Cleo.Id, Learning.Hugo.Id], entry.People);
        scheme.Of(Learning.Hugo).Sees("Tuesday 1 December 2026");
        Assert.DoesNotContain(scheme.Of(Learning.Ada).News, message => message.Text.Contains("1 December", StringComparison.Ordinal));
        await scheme.Of(Learning.Cleo).PressesOn(reminder, Verbs.MeetingComing);
        Assert.DoesNotContain(scheme.Of(Learning.Cleo).News, message => message.Text.Contains("out of date", StringComparison.Ordinal));
        Assert.Contains(scheme.Store.Errands, one => one.Errand == new Errand.AskDidYouMeet(session.Id, Learning.Hugo.Id, session.Start));
        Assert.Contains(scheme.Store.Errands, one => one.Errand == new Errand.RemindMeeting(session.Id, Learning.Hugo.Id, session.Start));
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_lead_merges_a_small_group_with_another_and_its_members_decide()
    {
        var (a, first) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var (b, second) = Learning.Running("B", Learning.Gita, Learning.Hugo, Learning.Ines);
        var session = Learning.Session(first, "2026-12-01T13:00");
        var scheme = LearningScheme.Booked(a, first, session, b, second);
        await scheme.Leaves(Learning.Dev);
        var nia = scheme.Of(Learning.Nia);
        await nia.Presses(Verbs.GroupMergeOpen, on: "Group A");
        nia.Sees("Merge group A with", "Group B (3)");
        await nia.Fills(Verbs.GroupMerge, (InputIds.Pick, b.Id.ToString()));
        nia.Sees("Ada Moss and Cleo Vance will hear of it");
        scheme.Of(Learning.Ada).Sees("bring group A and group B together", "What is booked stays");
        await scheme.Of(Learning.Ada).Presses(Verbs.GroupJoin);
        await scheme.Of(Learning.Cleo).Presses(Verbs.GroupDecline);
        Assert.Equal([Learning.Gita.Id, Learning.Hugo.Id, Learning.Ines.Id, Learning.Ada.Id], scheme.CycleOf(scheme.Group("B")).Members);

        // What the smaller group has booked stays, and then it is over.
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        Assert.True(scheme.CycleOf(a).IsOpen);
        await scheme.MovesTo("2026-12-09T10:00");
        Assert.False(scheme.CycleOf(a).IsOpen);
        Assert.Equal(1, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Learning.Ada.Id).ActiveCycles);
    }

    [Fact]
    public async Task A_lead_lets_a_group_go_and_its_members_hear_of_it()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle);
        await scheme.Leaves(Learning.Dev);
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupLetGo);
        scheme.Of(Learning.Nia).Sees("Group A ends");
        scheme.Of(Learning.Ada).Sees("Your group does not go on");
        await scheme.MovesTo("2026-11-24T10:00");
        Assert.False(scheme.Only<Cycle>().IsOpen);
    }

    [Fact]
    public async Task When_one_alone_is_left_the_group_is_over()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle, Learning.Session(cycle, "2026-12-01T13:00"));
        await scheme.Leaves(Learning.Dev);
        await scheme.Leaves(Learning.Cleo);
        Assert.False(scheme.Only<Cycle>().IsOpen);
        Assert.Equal(GroupState.Closed, scheme.Only<LearningGroup>().State);
        Assert.Empty(scheme.Calendar.Events);
        Assert.All(
            new[] { Learning.Ada, Learning.Nia },
            person => Assert.DoesNotContain("What is booked stays", scheme.Of(person).Sees("Cleo Vance is no longer in it", "the group is over").Text));
    }

    [Fact]
    public async Task Somebody_whose_account_is_gone_leaves_their_group_and_is_asked_for_none()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var asked = new LearningGroup(
            new GroupId(Guid.NewGuid()), Learning.Programme.Key, "B", "Why", Learning.Nia.Id, SchoolTime.At("2026-11-20T10:00"), GroupState.Asking,
            [.. new[] { Learning.Dev, Learning.Ewa, Learning.Finn }.Select(person => new GroupMember(person.Id, MemberState.Asked, SchoolTime.At("2026-11-27T17:30")))]);
        var scheme = LearningScheme.Booked(group, cycle, asked);
        await scheme.Does(async turn =>
        {
            await new LeaveOrganisation(turn).LeaveAsync(Learning.Dev.Id);
            return 0;
        });
        Assert.DoesNotContain(Learning.Dev.Id, scheme.Only<Cycle>().Members!);
        Assert.Equal(MemberState.Declined, scheme.Group("B").Member(Learning.Dev.Id)!.State);
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task A_member_who_is_erased_is_out_of_the_group_and_what_they_brought_is_gone()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita);
        var held = Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Dev);
        var scheme = LearningScheme.Booked(
            group, cycle, held, Learning.Session(cycle, "2026-12-01T13:00"),
            new PrivateNote(Guid.NewGuid(), Learning.Dev.Id, NoteKind.ShareItem, cycle.Id.ToString(), "Maths mastery day", Shared: true, WrittenAt: SchoolTime.At("2026-11-20T10:00")));
        await Erases(scheme, Learning.Dev);
        scheme.Of(Learning.Ada).Sees("Dev Anand is no longer in it");
        Assert.Empty(scheme.Store.All<PrivateNote>());
        await scheme.MovesTo("2026-11-24T17:00");

        Assert.Equal([Learning.Ada.Id, Learning.Cleo.Id, Learning.Gita.Id], scheme.Only<Cycle>().Members);
        Assert.DoesNotContain(Learning.Dev.Id, scheme.Only<Cycle>().Former!);
        Assert.Null(scheme.Only<LearningGroup>().Member(Learning.Dev.Id));
        Assert.All(scheme.Store.All<Meeting>(), meeting => Assert.DoesNotContain(Learning.Dev.Id, meeting.People));
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), profile => profile.Person == Learning.Dev.Id);

        // The rate of what was still counts four places.
        Assert.Equal(4, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == held.Id).People.Count());
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Groups_of_a_lead_who_is_erased_are_told_to_the_coordinator_and_another_lead_takes_them_on()
    {
        var owen = Learning.Nia with { Id = PersonId.Of("school.example", "owen"), Name = "Owen Pugh" };
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var over = new LearningGroup(
            new GroupId(Guid.NewGuid()), Learning.Programme.Key, "B", "An old purpose", Learning.Nia.Id, SchoolTime.At("2026-01-12T10:00"), GroupState.Closed, []);
        var scheme = LearningScheme.Booked(owen, group, cycle, over);
        scheme.Reference = Learning.Reference with { Roles = [.. Learning.Reference.Roles, new RoleHolders(Learning.Id, ProgrammeRoles.GroupLead, [owen.Id])] };
        await scheme.Of(owen).Says("groups");
        Assert.False(scheme.Of(owen).Has(Verbs.GroupTakeOn));
        await scheme.Of(owen).Forges($$"""{"verb":"{{Verbs.GroupTakeOn}}","id":"{{group.Id}}","version":0,"nonce":"n"}""");
        scheme.Of(owen).Sees("for someone else");

        await Erases(scheme, Learning.Nia);
        await scheme.MovesTo("2026-11-24T17:00");
        Assert.DoesNotContain(scheme.Store.All<LearningGroup>(), one => one.Lead == Learning.Nia.Id);
        Assert.Equal("", scheme.Group("B").Purpose);
        Assert.Equal(TaskKind.Left, Assert.Single(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen).Kind);

        await scheme.Of(owen).Says("groups");
        scheme.Of(owen).Sees("Group A: " + Learning.Purpose, "has no lead any more");
        await scheme.Of(owen).Presses(Verbs.GroupTakeOn);
        Assert.Equal((owen.Id, owen.Id), (scheme.Group().Lead, scheme.Only<Cycle>().Requester));
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
        Assert.True(scheme.Only<Cycle>().Rules.Agreed);
    }

    [Fact]
    [Trait("Requirement", "U-10")]
    public async Task Groups_of_somebody_whose_role_as_a_lead_was_taken_away_are_told_to_the_coordinator()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle);
        scheme.Reference = Learning.Reference with
        {
            Roles = [.. Learning.Reference.Roles.Where(held => held.Role != ProgrammeRoles.GroupLead || held.ProgrammeId != Learning.Id)],
            RoleGroups = [new RoleGroup(Learning.Id, ProgrammeRoles.GroupLead, "leads")],
        };
        foreach (IReadOnlyList<PersonId> leads in new[] { [Learning.Nia.Id], Array.Empty<PersonId>() })
        {
            scheme.Directory.Groups["leads"] = leads;
            Assert.Empty(scheme.Store.All<CoordinatorTask>());
            await scheme.Does(async turn =>
            {
                await new CheckDirectory(turn).ReadRolesAsync();
                return 0;
            });
        }

        var task = Assert.Single(scheme.Store.All<CoordinatorTask>());
        Assert.Equal((TaskKind.Left, group.Id.Cycle.ToString()), (task.Kind, task.Subject));
    }

    [Fact]
    public async Task The_personal_file_holds_the_groups_and_the_marks_of_its_reader_and_nobody_elses_words()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Dev) with
        {
            Parts = new Dictionary<string, SessionPart> { [Learning.Ada.Id.Value] = SessionPart.Shared, [Learning.Dev.Id.Value] = SessionPart.Learned },
        };
        var scheme = LearningScheme.Booked(group, cycle, session);
        var file = await scheme.Does(async turn =>
        {
            var context = new FlowContext(turn, Learning.Ada, Learning.ElmPark, Learning.Programme, FlowTexts.For(Learning.Programme, "en-GB"));
            return await PersonalFile.ReadAsync(context, FilePart.All);
        });
        var words = file.Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => field.Words).ToList();
        Assert.Contains(Learning.Purpose, words);
        Assert.Contains("Shared", words);
        Assert.DoesNotContain("Learned", words);
    }

    [Fact]
    [Trait("Requirement", "S3-16")]
    [Trait("Requirement", "S4-13")]
    public async Task A_learning_record_has_the_sessions_that_its_owner_was_at_and_no_others()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(
            group, cycle, Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo));
        await scheme.Of(Learning.Dev).Says("record");
        Assert.DoesNotContain("90", scheme.Of(Learning.Dev).Sees("45").Text, StringComparison.Ordinal);
        var file = await scheme.ReadsAsync(Learning.Dev, context => PersonalFile.ReadAsync(context, FilePart.LearningRecord));
        var words = file.Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => field.Words).ToList();
        Assert.Contains("Tuesday 10 November 2026", words);
        Assert.DoesNotContain("Tuesday 17 November 2026", words);
        Assert.Contains("45", words);
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Nobody_is_asked_into_a_group_with_their_line_manager()
    {
        var managed = Learning.Dev with { LineManager = Learning.Hugo.Id };
        var (group, cycle) = Learning.Running("A", Learning.Cleo, managed);
        var scheme = LearningScheme.Booked(managed, group, cycle);
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("groups");
        await nia.Presses(Verbs.GroupAddOpen);
        var names = nia.Sees("Add somebody to group A", "Gita Rao").Text;
        Assert.DoesNotContain("Hugo Lane", names);
        await nia.Fills(Verbs.GroupAdd, (InputIds.Pick, RequestCards.KeyOf(Learning.Hugo.Id)));
        Assert.DoesNotContain(scheme.Only<LearningGroup>().Members, member => member.Person == Learning.Hugo.Id);
    }

    [Fact]
    [Trait("Requirement", "S2-25")]
    public async Task Whoever_leaves_the_scheme_is_in_no_group_that_begins_after_it()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group()).ToList();
        await members[0].Presses(Verbs.GroupJoin);
        await members[0].Says("leave the list");
        await members[0].Presses(Verbs.SupporterAvailability);
        await members[0].Fills(Verbs.SupporterLeave);
        await members[0].Presses(Verbs.SupporterLeaveConfirm);
        Assert.Equal(0, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == members[0].Id).ActiveCycles);
        foreach (var other in members.Skip(1))
        {
            await other.Presses(Verbs.GroupJoin);
        }

        Assert.DoesNotContain(members[0].Id, scheme.CycleOf(scheme.Group()).Members!);
    }

    [Fact]
    [Trait("Requirement", "U-19")]
    public async Task Whoever_pauses_while_they_are_asked_keeps_nobody_waiting_and_a_yes_stands()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        var members = scheme.In(scheme.Group()).ToList();
        foreach (var member in members.SkipLast(1))
        {
            await member.Presses(Verbs.GroupJoin);
        }

        foreach (var member in new[] { members[0], members[^1] })
        {
            await member.Says("pause");
            await member.Presses(Verbs.SupporterPause);
        }

        Assert.Equal(members.SkipLast(1).Select(member => member.Id), scheme.CycleOf(scheme.Group()).Members!);
        Assert.Equal(MemberState.Declined, scheme.Group().Member(members[^1].Id)!.State);
    }

    [Fact]
    [Trait("Requirement", "S4-03")]
    public async Task What_people_want_to_learn_is_read_by_their_group_and_by_no_learning_leader()
    {
        var scheme = LearningScheme.At("2026-11-23T09:00");
        await scheme.Publishes();
        foreach (var member in scheme.In(scheme.Group()))
        {
            member.Sees("I want to learn: better questioning", "I can share: ");
        }

        await scheme.Of(Learning.Priya).Says("supporters");
        scheme.Of(Learning.Priya).NeverSaw("better questioning");
    }

    [Fact]
    public async Task Nobody_but_the_lead_of_a_group_looks_after_it()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo);
        var scheme = LearningScheme.Booked(group, cycle);
        foreach (var verb in new[] { Verbs.GroupAddOpen, Verbs.GroupAdd, Verbs.GroupMergeOpen, Verbs.GroupMerge, Verbs.GroupLetGo })
        {
            await scheme.Of(Learning.Ada).Forges($$"""{"verb":"{{verb}}","id":"{{group.Id}}","version":0,"nonce":"n"}""");
            scheme.Of(Learning.Ada).Sees("for someone else");
        }

        Assert.True(scheme.Only<LearningGroup>().IsOpen);
    }

    private static async Task Erases(Scheme scheme, Person person)
    {
        await scheme.Of(person).Says("my data");
        await scheme.Of(person).Presses(Verbs.MyDataErase);
        await scheme.Of(person).Presses(Verbs.MyDataErase, on: "Erase what I keep");
        scheme.Of(person).Sees("Your data is being erased");
    }
}
