using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>CLD peer mentoring: two who have joined by their own yes choose each other; what they think about, talk about and take along.</summary>
public sealed class Choosing_each_other
{
    private readonly Scheme scheme = new(
        "2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Joined(Scotland.Morven, "Youth work"), Scotland.Joined(Scotland.Callum, "Adult learning")])
    {
        Reference = Scotland.Reference,
    };

    private Participant Isla => scheme.Of(Scotland.Isla);

    private Participant Morven => scheme.Of(Scotland.Morven);

    [Fact, Trait("Requirement", "S3-13"), Trait("Requirement", "S3-14"), Trait("Requirement", "S3-15"), Trait("Requirement", "S3-28")]
    public async Task The_welcome_has_the_three_keys_in_order_and_says_what_it_does_not_replace()
    {
        await Isla.Says("hello");

        var text = Isla.Sees("The 3 keys", "It complements your current arrangements: it replaces no line management or supervision.").Text;
        string[] keys = ["Professional support and challenge with a peer", "Creating and encouraging enthusiasm", "Discovering creativity and drive in each other"];
        Assert.Equal(keys.Order(Comparer<string>.Create((one, other) => text.IndexOf(one, StringComparison.Ordinal) - text.IndexOf(other, StringComparison.Ordinal))), keys);
        Assert.All(keys, key => Assert.Contains(key, text, StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S3-01"), Trait("Requirement", "S3-02"), Trait("Requirement", "S3-18"), Trait("Requirement", "S3-19"), Trait("Requirement", "S3-35")]
    public async Task About_names_the_approved_model_its_aim_ethics_9_and_12_and_three_links()
    {
        await Isla.Says("about");

        var card = Isla.Sees(
            "An approved model for use in community learning and development (CLD) settings", "Build the resilience and capacity of CLD colleagues",
            "Code of Ethics 9: Professional Learning", "Code of Ethics 12: Selfcare");
        Assert.All(new[] { "ethics", "competencies", "how-good" }, link => Assert.Contains($"https://standards.example/{link}", card.Json, StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S3-20")]
    public void The_address_of_a_link_comes_from_the_configuration_and_a_missing_one_stops_the_start()
    {
        var (programme, contacts) = (Scotland.Programme(Scotland.PeerMentoring), Scotland.Reference.Contacts);

        Assert.Empty(Reference.Missing([programme], contacts));
        Assert.Equal(
            ["cld-peer-mentoring names the contact \"cld-code-of-ethics\": set Contacts:cld-code-of-ethics:Name and how to reach them."],
            Reference.Missing([programme], contacts.Where(one => one.Key != "cld-code-of-ethics").ToDictionary()));
        Assert.Equal(
            ["cld-peer-mentoring links to the contact \"cld-competencies\": set Contacts:cld-competencies:Link."],
            Reference.Missing([programme], contacts.ToDictionary(one => one.Key, one => one.Key == "cld-competencies" ? one.Value with { Link = null } : one.Value)));
    }

    [Fact, Trait("Requirement", "S3-04")]
    public async Task My_role_is_a_shared_responsibility()
    {
        await Isla.Says("my role");

        Isla.Sees("You share responsibility for leading and driving CLD");
    }

    [Theory, Trait("Requirement", "S3-12")]
    [InlineData("I want a buddy")]
    [InlineData("i want a buddy!")]
    public async Task Who_wants_a_buddy_is_sent_to_the_Standards_Council(string words)
    {
        await Isla.Says(words);

        Isla.Sees("The CLD Standards Council buddy initiative", "buddies@council.example");
    }

    [Fact, Trait("Requirement", "S3-05"), Trait("Requirement", "S3-08"), Trait("Requirement", "S3-23")]
    public async Task Nobody_is_on_the_list_before_their_own_yes_and_no_grade_or_title_is_asked()
    {
        await Isla.Says("find a peer mentor");

        var card = Isla.Sees(
            "Would you like to be involved?", "I understand myself.", "I understand how I work and my trigger points.", "I understand how I learn.",
            "I am willing to develop.", "I am willing to be challenged.", "I ask for no answer and keep none", "nobody is asked for a grade or a title");
        Assert.Equal(["about", "cld", "section", InputIds.Willing], card.Fields.Keys.Select(key => key == InputIds.Summary ? "about" : key).Order());
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), profile => profile.Person == Scotland.Isla.Id);
        Assert.Empty(Morven.Messages);
        Assert.Empty(scheme.Of(Scotland.Eilidh).Messages);

        await JoinsAsync();

        Assert.Equal(SupporterState.Listed, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Scotland.Isla.Id).State);
        Assert.DoesNotContain("trigger", string.Concat(scheme.Store.All<SupporterApplication>().SelectMany(one => one.Declared)), StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S3-05")]
    public async Task Without_the_tick_nobody_is_listed()
    {
        await Isla.Says("join");
        await Isla.Fills(Verbs.PeerJoin, (InputIds.Summary, "I like a direct question."), ("cld", "true"));

        Isla.Sees("Nobody is listed without their own yes");
        Assert.DoesNotContain(scheme.Store.All<SupporterProfile>(), profile => profile.Person == Scotland.Isla.Id);
    }

    [Fact, Trait("Requirement", "S3-03"), Trait("Requirement", "S3-07")]
    public async Task The_list_has_people_of_another_authority_first_and_authority_and_section_as_filters()
    {
        await JoinsAsync();

        var list = Isla.Card(Verbs.PeerChoose);
        Assert.True(list.Text.IndexOf("Morven Kerr", StringComparison.Ordinal) < list.Text.IndexOf("Callum Munro", StringComparison.Ordinal), list.Text);

        await Isla.Fills(Verbs.PeerList, (InputIds.Authority, "Highland"));
        Assert.Contains("Callum Munro", Isla.Card(Verbs.PeerChoose).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Morven Kerr", Isla.Card(Verbs.PeerChoose).Text, StringComparison.Ordinal);
        await Isla.Fills(Verbs.PeerList, (InputIds.Authority, ""), (InputIds.Section, "Youth work"));
        Assert.Contains("Morven Kerr", Isla.Card(Verbs.PeerChoose).Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Requirement", "S3-05"), Trait("Requirement", "S3-07"), Trait("Requirement", "S3-08")]
    [InlineData(null)]
    [InlineData("Orkney Islands")]
    public async Task Somebody_who_works_at_no_place_of_the_register_joins_and_is_seen_with_the_authority_that_the_list_of_people_gave(string? authority)
    {
        var isla = Scotland.Isla with { Organisation = null, Authority = authority };
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), isla, Scotland.Joined(Scotland.Callum, "Adult learning")]) { Reference = Scotland.Reference };
        await world.Of(isla).Says("join");
        await world.Of(isla).Fills(
            Verbs.PeerJoin, (InputIds.Summary, "I like a direct question."), ("section", "Youth work"), ("cld", "true"), (InputIds.Willing, "true"));

        Assert.Equal(SupporterState.Listed, world.Store.All<SupporterProfile>().Single(profile => profile.Person == isla.Id).State);
        await world.Of(Scotland.Callum).Says("find");
        var entry = world.Of(Scotland.Callum).Sees("Isla Ross", "Youth work").Text;
        Assert.Equal(authority is not null, entry.Contains("Authority: Orkney Islands", StringComparison.Ordinal));
    }

    [Theory, Trait("Requirement", "S3-07")]
    [InlineData("1|-1|-1", 5)]
    [InlineData("1|0|-1", 3)]
    [InlineData("9|0|-1", 3)]
    [InlineData("nonsense", 5)]
    public async Task More_people_with_another_filter_begins_at_the_first_of_them(string more, int shown)
    {
        var many = Enumerable.Range(0, 16).Select(at => Scotland.Staff($"p{at}", $"Person {(char)('A' + at)}", at < 8 ? Scotland.Harbour : Scotland.Isles, Scotland.PeerMentoring)).ToList();
        var world = new Scheme(
            "2026-11-24T10:00",
            [.. Scotland.Everyone(), .. many, .. many.Select(one => Scotland.Joined(one, "Youth work")), Scotland.Joined(Scotland.Isla, "Youth work")]) { Reference = Scotland.Reference };
        var isla = world.Of(Scotland.Isla);
        await isla.Forges($$"""{"verb":"{{Verbs.PeerList}}","id":"","version":0,"nonce":"n","arg":"{{more}}","{{InputIds.Authority}}":"Highland"}""");

        Assert.Equal(shown, isla.Card(Verbs.PeerChoose).Buttons.Count(button => button.Verb == Verbs.PeerChoose));
    }

    [Fact, Trait("Requirement", "S3-09"), Trait("Requirement", "S3-10")]
    public async Task Choosing_somebody_shows_the_prompts_and_stores_no_answer()
    {
        await JoinsAsync();
        var rows = scheme.Store.Rows;
        await Isla.Presses(Verbs.PeerChoose);

        var card = Isla.Sees("Can you have challenge with this person?", "Is this more than a friend, an acquaintance or a colleague?", "Is there mutual respect?", "I ask for no answer and keep none");
        Assert.True(
            card.Text.IndexOf("challenge", StringComparison.Ordinal) < card.Text.IndexOf("more than a friend", StringComparison.Ordinal));
        Assert.Empty(card.Fields);
        Assert.Equal(rows, scheme.Store.Rows);
    }

    [Fact, Trait("Requirement", "S3-06")]
    public async Task There_is_no_pair_before_the_other_has_chosen_back()
    {
        await InvitesAsync();

        Morven.Sees("Isla Ross has chosen you. Choose back?", "Can you have challenge with this person?", "more than a friend");
        Assert.Empty(scheme.Store.All<Cycle>());

        await Morven.Presses(Verbs.AskAccept, button: "Choose back");

        Morven.Sees("You and Isla Ross have chosen each other");
        Assert.Equal(CycleState.Active, scheme.Only<Cycle>().State);
    }

    [Fact, Trait("Requirement", "U-02"), Trait("Requirement", "S3-06")]
    public async Task Who_is_not_chosen_back_chooses_again_and_nobody_else_is_said_to_know()
    {
        await InvitesAsync();
        await Morven.Presses(Verbs.AskDecline);
        await Morven.Presses(Verbs.AskDeclineSend);

        Isla.Sees("You can choose again", "no reflection on you", "Rhona Lamb can help");
        Isla.NeverSaw("knows and may help");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        Assert.True(Isla.Has(Verbs.RequestAgain));
        await Isla.Presses(Verbs.CoordinatorAsk);
        Isla.Sees("Rhona Lamb");
    }

    [Fact, Trait("Requirement", "S3-24")]
    public async Task Who_both_ask_for_more_time_where_nothing_ends_it_go_on_without_an_end()
    {
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven) with
        {
            State = CycleState.Review,
            Review = new CycleReview(SchoolTime.At("2026-11-24T09:00"), new Dictionary<string, ReviewWish>()),
        };
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle]) { Reference = Scotland.Reference };
        foreach (var one in new[] { world.Of(Scotland.Isla), world.Of(Scotland.Morven) })
        {
            await one.Says("status");
            await one.Presses(Verbs.ReviewOpen);
            await one.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        }

        world.Of(Scotland.Isla).Sees("with Morven Kerr has no set end");
        var after = world.Only<Cycle>();
        Assert.Equal((CycleState.Active, null, null), (after.State, after.EndsOn, after.Extension));
        Assert.DoesNotContain(world.Store.Errands, errand => errand.Errand is Errand.CloseCycle);
        await world.MovesTo("2027-06-24T10:00");
        Assert.True(world.Only<Cycle>().IsOpen);
    }

    [Fact, Trait("Requirement", "S3-24")]
    public async Task Nobody_asks_for_more_time_where_nothing_ends_it()
    {
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven);
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle]) { Reference = Scotland.Reference };
        await world.Of(Scotland.Isla).Forges($$"""{"verb":"{{Verbs.ReviewAsk}}","id":"{{cycle.Id}}","version":0,"nonce":"n"}""");

        world.Of(Scotland.Isla).Sees("has no set end");
        Assert.Null(world.Only<Cycle>().Review);
        world.Of(Scotland.Morven).SeesNothing();
    }

    [Fact, Trait("Requirement", "S3-07")]
    public async Task A_section_is_the_same_however_it_was_written()
    {
        var world = new Scheme(
            "2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Joined(Scotland.Isla, "Adult learning"), Scotland.Joined(Scotland.Eilidh, "Adult learning"), Scotland.Joined(Scotland.Morven, "Youth work"), Scotland.Joined(Scotland.Callum, "youth work")])
        {
            Reference = Scotland.Reference,
        };
        var isla = world.Of(Scotland.Isla);
        await isla.Says("find a peer mentor");
        await isla.Fills(Verbs.PeerList, (InputIds.Authority, ""), (InputIds.Section, "Youth work"));

        Assert.DoesNotContain("Eilidh Grant", isla.Sees("Morven Kerr", "Callum Munro").Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S3-06")]
    public async Task Nobody_else_can_pair_two_not_even_a_coordinator()
    {
        var rhona = Scotland.Staff("rhona", "Rhona Lamb", Scotland.Harbour, Scotland.PeerMentoring);
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), rhona])
        {
            Reference = Scotland.Reference with { Roles = [new RoleHolders(Scotland.PeerMentoring, ProgrammeRoles.Coordinator, [rhona.Id])] },
        };
        var starting = await world.Does(turn => new StartForHead(turn).StartAsync(rhona.Id, Scotland.Isla, Scotland.Harbour, Scotland.Programme(Scotland.PeerMentoring)));

        Assert.IsType<Starting.MayNot>(starting);
        await world.Of(rhona).Forges($$"""{"verb":"{{Verbs.AskAccept}}","id":"{{Guid.NewGuid():N}}","version":0,"nonce":"a"}""");
        Assert.Empty(world.Store.All<Cycle>());
        Assert.Empty(world.Store.All<SupportRequest>());
    }

    [Fact, Trait("Requirement", "S3-22")]
    public async Task Both_have_the_same_rights_cards_and_self_evaluation()
    {
        await PairedAsync();
        await Isla.AsksFor("thursday 3 december at 2pm");
        await BooksAsync(Morven, "thursday 10 december at 2pm");
        await scheme.MovesTo("2026-11-25T12:00");

        foreach (var one in new[] { Isla, Morven })
        {
            Assert.True(one.Has(Verbs.SelfEvaluationBegin));
            await one.Says("journal");
            Assert.True(one.Has(Verbs.JournalSave));
            await one.Says("my role");
            one.Sees("You give and receive professional support and challenge");
            await one.Says("status");
            Assert.All(new[] { Verbs.ThemesOpen, Verbs.TopicsOpen, Verbs.ExtraFind, Verbs.CycleWithdraw }, verb => Assert.True(one.Has(verb)));
        }

        Assert.Equal(2, scheme.Store.All<Meeting>().Count());
        Assert.All(scheme.Store.All<SupporterProfile>().Where(one => one.ProgrammeId == Scotland.PeerMentoring && one.Person != Scotland.Callum.Id), profile => Assert.Equal(1, profile.ActiveCycles));
    }

    [Fact, Trait("Requirement", "S3-11"), Trait("Requirement", "S3-17")]
    public async Task The_ground_rules_begin_with_respect_and_name_boundaries_and_competencies()
    {
        await InvitesAsync();
        await Morven.Presses(Verbs.AskAccept);
        await Morven.Presses(Verbs.RulesOpen);

        var card = Morven.Card(Verbs.RulesAgree);
        Assert.Contains("Sound professional boundaries, underpinned by the CLD competencies", card.Text, StringComparison.Ordinal);
        Assert.Contains("https://standards.example/competencies", card.Json, StringComparison.Ordinal);
        Assert.Matches(@"• [^\n]*respect", card.Text.Split('\n').First(line => line.StartsWith('•')));
    }

    [Fact, Trait("Requirement", "S3-21"), Trait("Requirement", "S3-26")]
    public async Task A_reminder_asks_how_your_world_is_and_names_the_time_as_your_own_development()
    {
        await PairedAsync();
        await Isla.AsksFor("thursday 3 december at 2pm");
        await scheme.MovesTo("2026-12-02T12:00");

        foreach (var one in new[] { Isla, Morven })
        {
            var card = one.Card(Verbs.MeetingComing);
            Assert.Contains("How is your world at the moment?", card.Text, StringComparison.Ordinal);
            Assert.Contains("This time is for your own development and improvement.", card.Text, StringComparison.Ordinal);
            Assert.Empty(card.Fields);
        }
    }

    [Fact, Trait("Requirement", "S3-25")]
    public async Task Who_moves_a_session_twice_is_asked_whether_the_time_is_still_protected_and_nobody_else_is()
    {
        await PairedAsync();
        await Isla.AsksFor("thursday 3 december at 2pm");
        await MovesAsync();
        Isla.NeverSaw("still protected");
        await MovesAsync();

        Isla.Sees("Is this time still protected?");
        Morven.NeverSaw("still protected");
    }

    [Fact, Trait("Requirement", "S3-24")]
    public async Task One_extra_session_needs_only_the_others_yes_and_no_frequency_is_limited()
    {
        await PairedAsync();
        foreach (var day in new[] { "tuesday 1 december", "thursday 3 december", "friday 4 december" })
        {
            await BooksAsync(Isla, $"{day} at 2pm");
        }

        Assert.Equal(3, scheme.Store.All<Meeting>().Count());
        await Isla.Says("one extra session");
        await Isla.Presses(Verbs.ExtraPropose);
        Assert.Equal(3, scheme.Store.All<Meeting>().Count());
        await Morven.Presses(Verbs.DatesAccept);

        Assert.Equal(4, scheme.Store.All<Meeting>().Count());
        Assert.Equal(1, scheme.Only<Cycle>().Cadence!.Revision);
    }

    [Fact, Trait("Requirement", "S3-31"), Trait("Requirement", "S3-32"), Trait("Requirement", "S3-33")]
    public async Task Themes_are_no_checklist_and_take_own_ones_a_date_and_private_evidence()
    {
        await PairedAsync();
        await Isla.Says("themes");
        var list = Isla.Sees("designed to prompt thinking and is not a checklist", "Influencing others positively and effectively");
        Assert.Equal(8, list.Buttons.Count(button => button.Verb == Verbs.ThemeOpen && button.Arg!.StartsWith('T')));

        await Isla.PressesOn(list, Verbs.ThemeOpen, button: "Open");
        Isla.Sees("what evidence do you have of this?");
        await Isla.Fills(Verbs.ThemeSave, (InputIds.Date, "2026-11-20"), (InputIds.Evidence, "Notes of my team meeting"));
        await Isla.Presses(Verbs.ThemesOpen);
        Isla.Sees("Your date: Friday 20 November 2026");

        await Isla.Presses(Verbs.ThemeOpen, button: "Add my own");
        await Isla.Fills(Verbs.ThemeSave, (InputIds.Name, "Speaking up in big meetings"), (InputIds.Evidence, ""));
        await Isla.Presses(Verbs.ThemesOpen);
        var after = Isla.Sees("Speaking up in big meetings");
        Assert.DoesNotMatch(@"(?i)complete|\d ?%|✓|☑|done", after.Text);

        await Morven.Says("themes");
        Morven.NeverSaw("team meeting", "Speaking up", "20 November");
        Assert.All(scheme.Store.All<PrivateNote>().Where(note => note.Kind == NoteKind.Theme), note => Assert.False(note.Shared));
    }

    [Fact, Trait("Requirement", "S3-34")]
    public async Task Why_these_names_the_quality_indicator_as_a_draft_of_2020()
    {
        await PairedAsync();
        await Isla.Says("themes");
        await Isla.Presses(Verbs.ThemesWhy);

        Isla.Sees("Quality indicator 5.2 A & B", "draft of 2020");
    }

    [Fact, Trait("Requirement", "S3-30")]
    public async Task A_topic_is_proposed_until_the_other_agrees()
    {
        await PairedAsync();
        await Isla.Says("topics");
        await Isla.Fills(Verbs.TopicPropose, (InputIds.Topic, "Leading without a title"));
        Isla.Sees("Leading without a title", "Proposed by you. Morven Kerr has not agreed yet.");
        Morven.Sees("Leading without a title", "Proposed by Isla Ross");

        await Morven.Presses(Verbs.TopicAgree);
        Morven.Sees("Agreed by both");
        Isla.Sees("Leading without a title", "Agreed by both");
    }

    [Fact, Trait("Requirement", "S3-29"), Trait("Requirement", "S3-43")]
    public async Task A_pair_that_ignores_themes_topics_and_questions_meets_and_ends_all_the_same()
    {
        await PairedAsync();
        await Isla.AsksFor("thursday 3 december at 2pm");
        await scheme.MovesTo("2026-12-04T12:00");
        await Isla.Presses(Verbs.MetYes);
        await Morven.Presses(Verbs.MetYes);
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        await Morven.Says("status");
        await Morven.Presses(Verbs.CycleWithdraw);
        await Morven.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");

        Assert.False(scheme.Only<Cycle>().IsOpen);
        Assert.Empty(scheme.Store.All<PrivateNote>());
        Assert.All(scheme.Store.All<SupporterProfile>(), profile => Assert.Equal(0, profile.ActiveCycles));
    }

    [Fact, Trait("Requirement", "S3-22")]
    public async Task Whoever_of_the_two_finishes_both_may_choose_somebody_else()
    {
        await PairedAsync();
        await Morven.Says("status");
        await Morven.Presses(Verbs.CycleWithdraw);
        await Morven.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");

        Morven.Sees("is finished", "Choose someone else");
        Isla.Sees("It did not come to a first", "Choose someone else");
        await Morven.Presses(Verbs.RequestStart);
        Assert.Contains("Callum Munro", Morven.Card(Verbs.PeerChoose).Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Requirement", "S3-22"), Trait("Requirement", "U-03")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_of_the_two_leaves_the_other_chooses_again_at_once_however_often_they_have_met(bool inviterLeaves)
    {
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven, pairedAt: "2026-09-02T10:00");
        var world = new Scheme(
            "2026-11-24T10:00",
            [
                .. Scotland.Everyone(), cycle, .. Given.Held(cycle, MeetingMode.Teams, "2026-10-01T14:00", 3), Scotland.Joined(Scotland.Isla, "Youth work", active: 1),
                Scotland.Joined(Scotland.Morven, "Youth work", active: 1), Scotland.Joined(Scotland.Callum, "Adult learning"),
            ]) { Reference = Scotland.Reference };
        var (leaver, stays) = inviterLeaves ? (Scotland.Isla, Scotland.Morven) : (Scotland.Morven, Scotland.Isla);
        await world.Of(leaver).Says("hello");
        await world.Does(turn => new LookAfterSupporter(turn).LeaveAsync(leaver.Id, Scotland.Programme(Scotland.PeerMentoring)));

        world.Of(stays).Sees($"{leaver.Name} can no longer continue. You can choose someone else", "Choose someone else");
        await world.Of(stays).Says("find");
        Assert.Contains("Callum Munro", world.Of(stays).Card(Verbs.PeerChoose).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S3-22")]
    public async Task Whoever_was_chosen_since_is_not_asked_why_they_found_nobody()
    {
        var (world, cycle) = Held();
        var request = Given.Request(Scotland.Morven, Domain.Support.RequestState.Unmatched) with { Programme = cycle.Programme };
        world.Store.Put(request);
        world.Expects(new Errand.AskUnmatched(request.Id), "2026-11-24T10:05");
        await world.MovesTo("2026-11-24T10:10");

        world.Of(Scotland.Morven).SeesNothing();
    }

    [Fact, Trait("Requirement", "S3-24"), Trait("Requirement", "S3-06")]
    public async Task Two_who_meet_seldom_hear_that_nothing_is_booked_before_a_coordinator_hears_anything()
    {
        var (world, cycle) = Held();
        world.Expects(new Errand.LookAfterCycle(cycle.Id), "2026-11-25T08:30");
        await world.MovesTo("2027-01-29T12:00");
        Assert.False(world.Only<Cycle>().Stalled);
        Assert.Empty(world.Store.All<CoordinatorTask>());

        var nudged = false;
        for (var day = SchoolTime.Date("2027-02-01"); !world.Only<Cycle>().Stalled; day = day.PlusDays(1))
        {
            Assert.True(day < SchoolTime.Date("2027-06-01"), "It never stalls.");
            await world.MovesTo($"{day:uuuu-MM-dd}T12:00");
            Assert.True(nudged || !world.Only<Cycle>().Stalled, "The coordinator hears it first.");
            nudged = world.Of(Scotland.Isla).Messages.Any(message => message.Text.Contains("Nothing is booked", StringComparison.Ordinal));
        }
    }

    [Fact, Trait("Requirement", "S3-16")]
    public async Task A_learning_record_has_dates_minutes_and_own_words_and_the_peers_name_only_by_their_yes()
    {
        var (world, cycle) = Held();
        var (isla, morven) = (world.Of(Scotland.Isla), world.Of(Scotland.Morven));
        await isla.Says("journal");
        await isla.Fills(Verbs.JournalSave, (InputIds.Entry, "I asked before I answered."));

        var record = await RecordAsync(world);
        Assert.Contains("Thursday 12 November 2026", record, StringComparison.Ordinal);
        Assert.Contains("60", record, StringComparison.Ordinal);
        Assert.Contains("I asked before I answered.", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Morven", record, StringComparison.Ordinal);

        await isla.Says("learning record");
        isla.Sees("held: 1, minutes: 60", "unless they let you name them");
        await isla.Presses(Verbs.RecordAskName);
        morven.Sees("Isla Ross would like to name you in their learning record");
        await morven.Presses(Verbs.RecordKeepName);
        Assert.DoesNotContain("Morven", await RecordAsync(world), StringComparison.Ordinal);

        await morven.Presses(Verbs.RecordGiveName);
        Assert.Contains("Morven Kerr", await RecordAsync(world), StringComparison.Ordinal);

        await morven.Says("learning record");
        await morven.Presses(Verbs.RecordKeepName, button: "Isla Ross");
        Assert.DoesNotContain("Morven", await RecordAsync(world), StringComparison.Ordinal);
        Assert.Equal(cycle.Id, world.Only<Cycle>().Id);
    }

    private static (Scheme World, Cycle Cycle) Held()
    {
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven, minutes: 60, pairedAt: "2026-11-02T10:00");
        return (
            new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle, Given.Meeting(cycle, "2026-11-12T14:00", MeetingState.Held)]) { Reference = Scotland.Reference }, cycle);
    }

    private static async Task<string> RecordAsync(Scheme world)
    {
        var file = await world.ReadsAsync(Scotland.Isla, context => PersonalFile.ReadAsync(context, FilePart.LearningRecord));
        return string.Join('\n', file.Sections.SelectMany(section => section.Items).SelectMany(item => item).Select(field => $"{field.Label}: {field.Words}"));
    }

    private static async Task BooksAsync(Participant who, string time)
    {
        await who.Says(time);
        await who.Presses(Verbs.SlotPick);
    }

    private async Task MovesAsync()
    {
        await Isla.Says("i need to move it");
        await Isla.Presses(Verbs.MeetingMoveTo);
    }

    private async Task JoinsAsync()
    {
        await Isla.Says("join");
        await Isla.Fills(
            Verbs.PeerJoin, (InputIds.Summary, "I like a direct question."), ("section", "Community development"), ("cld", "true"), (InputIds.Willing, "true"));
    }

    private async Task InvitesAsync()
    {
        await JoinsAsync();
        await Isla.Presses(Verbs.PeerChoose);
        await Isla.Presses(Verbs.PeerInvite);
    }

    private async Task PairedAsync()
    {
        await InvitesAsync();
        await Morven.Presses(Verbs.AskAccept);
        await Morven.Presses(Verbs.RulesOpen);
        await Morven.Presses(Verbs.RulesAgree);
        await Isla.Presses(Verbs.RulesAgree);
        await Isla.Fills(Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "60"), (InputIds.Mode, "teams"));
        await Morven.Presses(Verbs.CadenceAccept);
    }
}
