using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Planning_dates
{
    private static readonly Programme MiddleLeaders = Authority.Reference.Programmes.Current("aspiring-middle-leaders")!;

    [Fact, Trait("Requirement", "S0-08")]
    public async Task A_rhythm_typed_in_words_is_said_back_agreed_laid_over_both_calendars_and_booked_as_one()
    {
        var scheme = Ready(WithoutRhythm());
        await scheme.Amira.Says("last monday of each month at 3.30 for 45 minutes");
        scheme.Amira.Sees("Is this what you mean?", "Every month, on the last Monday at 3.30pm", "45 minutes", "Nothing is sent yet");
        Assert.Null(scheme.Only<Cycle>().Cadence);
        scheme.Grace.SeesNothing();

        await scheme.Amira.Presses(Verbs.CadencePropose, on: "Is this what you mean?");
        scheme.Grace.Sees("Amira Khan suggests", "Every month, on the last Monday at 3.30pm");
        await scheme.Grace.Presses(Verbs.CadenceAccept);

        // 28 December and 29 March are between terms; 31 May is after the six months from 30 November.
        foreach (var person in new[] { scheme.Grace, scheme.Amira })
        {
            person.Sees(
                "Your dates, all at once", "Monday 30 November 2026, 3.30–4.15pm", "Monday 26 April 2027", "Instead of Monday 28 December 2026",
                "Move to Monday 14 December 2026, 3.30pm", "Move to Monday 22 March 2027, 3.30pm", "Leave this one out", "The dates stop on Sunday 30 May 2027");
        }

        await scheme.Grace.Fills(Verbs.DatesPropose);
        scheme.Grace.Sees("Your dates are sent", "Nothing is booked yet");
        scheme.Amira.Sees("Grace Obi suggests these dates", "Monday 14 December 2026", "Monday 22 March 2027");
        Assert.Empty(scheme.Store.All<Meeting>());
        Assert.Empty(scheme.Calendar.Events);

        await scheme.Amira.Presses(Verbs.DatesAccept);
        scheme.Amira.Sees("All dates are agreed", "Peer support – protected time");
        scheme.Grace.Sees("All dates are agreed");
        string[] dates = ["2026-11-30", "2026-12-14", "2027-01-25", "2027-02-22", "2027-03-22", "2027-04-26"];
        Assert.Equal(dates.Select(date => date + "T15:30"), scheme.Calendar.Events.Select(one => SchoolTime.Written(one.Start)).Order());
        Assert.All(scheme.Store.All<Meeting>(), meeting => Assert.Equal((45, CalendarState.Written), (meeting.Minutes, meeting.Calendar)));

        // One card tells of all: nobody gets six more.
        Assert.Single(scheme.Grace.News, message => message.Card is not null && message.Text.Contains("30 November", StringComparison.Ordinal));
        Assert.DoesNotContain(scheme.Amira.News, message => message.Text.StartsWith("Booked", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S0-08")]
    public async Task A_date_may_be_left_out_and_another_one_asked_for()
    {
        var scheme = Ready(Given.Cycle(Authority.Amira, Authority.Grace) is var cycle
            ? cycle with { Cadence = cycle.Cadence! with { Pattern = new CadencePattern.MonthlyByWeekday(Ordinal.Last, NodaTime.IsoDayOfWeek.Monday, new(15, 30)) } } : null);
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.Forges(Press(Verbs.DatesOpen, scheme.Only<Cycle>()));
        await scheme.Amira.Fills(Verbs.DatesPropose, ("instead1", SeriesCard.LeftOut), ("instead2", SeriesCard.LeftOut));
        Assert.Equal(4, scheme.Only<Cycle>().Dates!.Starts.Count);

        await scheme.Grace.Presses(Verbs.DatesOpen);
        await scheme.Grace.Fills(Verbs.DatesPropose);
        scheme.Amira.Sees("Grace Obi suggests these dates");
        await scheme.Amira.Presses(Verbs.DatesAccept);
        Assert.Equal(6, scheme.Store.All<Meeting>().Count());
    }

    [Fact]
    public async Task A_date_that_was_taken_meanwhile_books_nothing_and_shows_them_all_again()
    {
        var scheme = await ProposedAsync();
        scheme.Calendar.Block(Authority.Amira.Id, SchoolTime.At("2027-01-25T15:00"), SchoolTime.At("2027-01-25T16:00"));
        await scheme.Grace.Presses(Verbs.DatesAccept);

        scheme.Grace.Sees("Something has come up since you saw these dates, so nothing is booked", "Monday 25 January 2027, 3.30pm is taken", "Move to Monday 18 January 2027");
        Assert.Empty(scheme.Store.All<Meeting>());
        Assert.Empty(scheme.Calendar.Events);
    }

    [Fact]
    public async Task An_old_card_of_dates_shows_what_stands_now()
    {
        var scheme = await ProposedAsync();
        var old = scheme.Grace.Card(Verbs.DatesAccept);
        await scheme.Amira.Presses(Verbs.DatesOpen);
        await scheme.Amira.Fills(Verbs.DatesPropose, ("instead1", SeriesCard.LeftOut));
        await scheme.Grace.PressesOn(old, Verbs.DatesAccept);

        scheme.Grace.Sees("The dates have changed since that card");
        Assert.Empty(scheme.Store.All<Meeting>());
    }

    [Fact]
    public async Task Dates_that_were_forged_into_a_button_are_checked_like_any()
    {
        var scheme = Ready(Monthly());
        await scheme.Amira.Forges(Press(Verbs.DatesOpen, scheme.Only<Cycle>()));
        foreach (var arg in new[] { "", "zz", "ffffffff", "7fffffff", string.Join('.', Enumerable.Range(1, 40)), "1.2.3" })
        {
            await scheme.Amira.Forges(Press(Verbs.DatesPropose, scheme.Only<Cycle>(), arg));
        }

        Assert.Null(scheme.Only<Cycle>().Dates);
        scheme.Grace.NeverSaw("suggests these dates");
    }

    [Theory]
    [InlineData("every second tuesday at 4", "Which do you mean: Every 2 weeks, on a Tuesday at 4pm; Every month, on the second Tuesday at 4pm?")]
    [InlineData("fortnightly", "On which day of the week?")]
    [InlineData("once a month", "On which day of the month?")]
    [InlineData("fifth monday of each month", "Not every month has a fifth one. Do you mean: Every month, on the last Monday?")]
    [InlineData("every tuesday morning", "At what time?")]
    [InlineData("twice a week", "I can keep a rhythm of every few weeks, once a month or once a term.")]
    [InlineData("saturdays at 10", "is not held on a Saturday")]
    [InlineData("every tuesday for 3 minutes", "How long would you like to meet?")]
    [InlineData("every tuesday at 25:00", "no such time")]
    [InlineData("after half-term", "Monday 22 February 2027 / Tuesday 23 February 2027")]
    public async Task What_may_mean_two_things_or_cannot_be_gets_one_short_question(string typed, string question)
    {
        var scheme = Ready(WithoutRhythm() with { Cadence = Given.Cycle(Authority.Amira, Authority.Grace).Cadence });
        var before = scheme.Only<Cycle>();
        await scheme.Amira.Says(typed);

        Assert.Contains(question, Assert.Single(scheme.Amira.News).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, scheme.Only<Cycle>());
        Assert.Empty(scheme.Store.All<Meeting>());
        scheme.Grace.SeesNothing();
    }

    [Theory]
    [InlineData("every other tuesday after school for 30 minutes", "Every 2 weeks, on a Tuesday at 3.30pm")]
    [InlineData("once a term on a thursday at 2pm", "Once a term, on a Thursday at 2pm")]
    [InlineData("once a term", "Once a term")]
    [InlineData("as agreed", "No rhythm: each meeting agreed when you want it")]
    [InlineData("3 december, 14 january and 11 february at 3.30", "Thursday 3 December 2026, 3.30pm; Thursday 14 January 2027, 3.30pm; Thursday 11 February 2027, 3.30pm")]
    public async Task Each_kind_of_rhythm_is_said_back_in_words(string typed, string words)
    {
        var scheme = Ready(WithoutRhythm());
        await scheme.Amira.Says(typed);
        scheme.Amira.Sees("Is this what you mean?", words);
        await scheme.Amira.Presses(Verbs.CadencePropose);
        scheme.Grace.Sees("Amira Khan suggests", words);
        await scheme.Grace.Presses(Verbs.CadenceAccept);
        Assert.True(scheme.Only<Cycle>().Cadence!.Agreed);
    }

    [Fact]
    public async Task A_rhythm_of_the_card_carries_its_day_and_time()
    {
        var scheme = Ready(WithoutRhythm());
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.CadenceOpen);
        await scheme.Amira.Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "every-weeks"), (InputIds.Weeks, "3"), (InputIds.Weekday, "4"), (InputIds.Time, "14:15"));

        Assert.Equal(new CadencePattern.EveryNWeeks(3, NodaTime.IsoDayOfWeek.Thursday, new(14, 15)), scheme.Only<Cycle>().Cadence!.Pattern);
        scheme.Grace.Sees("Every 3 weeks, on a Thursday at 2.15pm");
    }

    [Fact]
    public async Task A_time_typed_in_words_is_said_back_before_it_is_booked()
    {
        var scheme = Ready(Given.Cycle(Authority.Amira, Authority.Grace));
        await scheme.Amira.Says("thursday week at 3.30");
        scheme.Amira.Sees("Shall I book this?", "Thursday 3 December 2026, 3.30–4.30pm", "Nothing is booked yet");
        Assert.Empty(scheme.Store.All<Meeting>());

        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.Equal(SchoolTime.At("2026-12-03T15:30"), scheme.Only<Meeting>().Start);
    }

    [Fact]
    public async Task Each_time_offered_says_why()
    {
        var scheme = new Scheme("2026-11-27T10:00", Monthly()); // the last Monday is in the week to come
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        Assert.All(
            scheme.Amira.Card(Verbs.SlotPick).Buttons.Where(button => button.Verb == Verbs.SlotPick),
            button => Assert.Contains("both free and within the rules", button.Title, StringComparison.Ordinal));
        Assert.Contains(scheme.Amira.Card(Verbs.SlotPick).Buttons, button => button.Title.Contains("the day and time of your rhythm", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S0-06"), Trait("Requirement", "A-10")]
    public async Task A_second_meeting_in_a_month_is_booked_once_both_have_agreed_to_it()
    {
        var cycle = Colleagues();
        var scheme = new Scheme("2026-11-24T10:00", cycle, Given.Meeting(cycle, "2027-01-12T15:30", initial: true) with { Minutes = 30 });
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.Fills(Verbs.SlotTyped, (InputIds.Date, "2027-01-28"), (InputIds.Time, "15:30"));
        scheme.Amira.Sees("Thursday 28 January 2027 would be one more in its month. The scheme suggests no more than 1 a month");
        Assert.Single(scheme.Store.All<Meeting>());

        await scheme.Amira.Fills(Verbs.DatesPropose);
        scheme.Grace.Sees("Amira Khan suggests these dates", "would be one more in its month", "We agree");
        Assert.Single(scheme.Store.All<Meeting>());
        await scheme.Grace.Presses(Verbs.DatesAccept);
        Assert.Equal(2, scheme.Store.All<Meeting>().Count());
        Assert.Equal(["S0-06"], scheme.Only<Cycle>().Dates!.Overrides);
    }

    [Fact, Trait("Requirement", "S0-06"), Trait("Requirement", "S0-08"), Trait("Requirement", "A-10")]
    public async Task The_source_s_own_rhythm_lists_each_holiday_with_a_move_and_names_a_term_without()
    {
        var scheme = new Scheme("2026-11-24T10:00", Colleagues(new CadencePattern.MonthlyByWeekday(Ordinal.Last, NodaTime.IsoDayOfWeek.Monday, new(15, 30))));
        await scheme.Amira.Forges(Press(Verbs.DatesOpen, scheme.Only<Cycle>()));

        scheme.Amira.Sees(
            "Monday 31 May 2027 is a bank holiday", "Move to Monday 24 May 2027, 3.30pm", "Keep Monday 31 May 2027, 3.30pm",
            "Monday 29 March 2027 is outside term time", "Move to Monday 22 March 2027, 3.30pm", "later term dates are not known yet");

        var few = new Scheme("2026-11-24T10:00", Colleagues(new CadencePattern.ChosenDates([SchoolTime.Local("2026-12-01T15:30")])));
        await few.Amira.Forges(Press(Verbs.DatesOpen, few.Only<Cycle>()));
        few.Amira.Sees("yet in: Term 3 (until Wednesday 24 March 2027) and Term 4 (until Friday 2 July 2027). The scheme suggests at least 1 a term.");
        await few.Amira.Fills(Verbs.DatesPropose); // told, and nothing is refused
        few.Grace.Sees("Amira Khan suggests these dates");
    }

    [Theory]
    [InlineData("tuesday 12 january 2027 at 6pm", "6pm is after hours for this scheme")]
    [InlineData("monday 31 may 2027 at 3pm", "is a bank holiday")]
    public async Task What_a_scheme_only_advises_on_is_said_once_and_does_not_stand_in_the_way(string typed, string advice)
    {
        var scheme = new Scheme("2026-11-24T10:00", Colleagues());
        await scheme.Amira.Says(typed);
        scheme.Amira.Sees("Shall I book this?", advice);
        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Theory, Trait("Requirement", "S0-10"), Trait("Requirement", "A-10"), Trait("Requirement", "S0-11")]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public async Task A_length_outside_the_suggestion_is_confirmed_by_each(int minutes, bool confirmed)
    {
        var scheme = new Scheme("2026-11-24T10:00", Colleagues() with { Cadence = null });
        await scheme.Amira.Says($"last monday of each month at 3.30 for {minutes} minutes");
        await scheme.Amira.Presses(Verbs.CadencePropose);
        Assert.Equal(confirmed, scheme.Amira.News.Any(message => message.Text.Contains("Please both confirm", StringComparison.Ordinal)));
        if (confirmed)
        {
            Assert.Null(scheme.Only<Cycle>().Cadence);
            await scheme.Amira.Presses(Verbs.CadenceConfirm);
            scheme.Grace.Sees(minutes > 40 ? "The scheme suggests up to 40 minutes" : "The scheme suggests at least 20 minutes");
        }

        await scheme.Grace.Presses(confirmed ? Verbs.CadenceConfirm : Verbs.CadenceAccept);
        Assert.Equal(confirmed ? ["S0-10"] : [], scheme.Only<Cycle>().Cadence!.Overrides);
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task Each_agreed_date_stands_in_both_calendars_and_after_its_end_both_are_asked_whether_they_met()
    {
        var scheme = await ProposedAsync();
        await scheme.Grace.Presses(Verbs.DatesAccept);
        Assert.All(scheme.Store.All<Meeting>(), meeting => Assert.Contains(
            scheme.Calendar.Events, one => one.Id == meeting.Id && one.Organiser == meeting.Organiser && one.Others.SequenceEqual(meeting.Others)));

        await scheme.MovesTo("2026-11-30T16:29");
        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.Contains("Did you meet?", StringComparison.Ordinal));
        await scheme.MovesTo("2026-11-30T16:31");
        scheme.Amira.Sees("Did you meet?");
        scheme.Grace.Sees("Did you meet?");
    }

    [Fact, Trait("Requirement", "S0-09")]
    public async Task Moving_and_cancelling_ask_for_no_reason_and_nobody_sees_a_count()
    {
        var scheme = await ProposedAsync();
        await scheme.Grace.Presses(Verbs.DatesAccept);
        for (var i = 0; i < 3; i++)
        {
            await scheme.Amira.Says("i need to move it");
            Assert.Empty(scheme.Amira.Card(Verbs.MeetingMoveTo).Fields); // no box to give a reason in
            await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        }

        await scheme.Grace.Presses(Verbs.MeetingCancel);
        Assert.Empty(scheme.Grace.Card(Verbs.MeetingCancelConfirm).Fields);
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);
        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            person.NeverSaw("3 times", "moved 3", "third time", "3 moves", "twice");
        }

        Assert.Equal(5, scheme.Store.All<Meeting>().Count(meeting => meeting.Counts));
    }

    [Theory, Trait("Requirement", "S0-07")]
    [InlineData("I have finished a professional learning activity (PLA)")]
    [InlineData("An online session is coming up")]
    [InlineData("I have just been at an online session")]
    public async Task A_milestone_of_the_programme_offers_times_within_its_rules(string milestone)
    {
        var scheme = new Scheme("2026-11-24T10:00", Colleagues());
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.MilestoneReached, button: milestone);
        scheme.Amira.Sees("A good moment to talk. Here are times within the rules.");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Theory, Trait("Requirement", "S0-07")]
    [InlineData("I finished a PLA", true)]
    [InlineData("i've completed my pla!", true)]
    [InlineData("An online session is coming up.", true)]
    [InlineData("what is a PLA", false)]
    [InlineData("I finished my lunch", false)]
    public void It_may_be_typed_too(string text, bool wanted)
    {
        var stores = new MemoryStore().Begin(SchoolTime.At("2026-11-24T10:00"));
        var context = new FlowContext(
            new Turn(stores, Authority.Reference, new MemoryCalendar(), stores.Now), Authority.Amira, null, MiddleLeaders, FlowTexts.For(MiddleLeaders, null));

        Assert.Equal(wanted, new ReachMilestoneFlow().Wants(text, context));
    }

    [Fact, Trait("Requirement", "S0-07"), Trait("Requirement", "S0-11")]
    public async Task Before_a_rhythm_is_agreed_a_milestone_leads_to_that_first()
    {
        var scheme = new Scheme("2026-11-24T10:00", Colleagues() with { Cadence = null });
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.MilestoneReached, button: "coming up");
        scheme.Amira.Sees("Agree a rhythm");
        Assert.False(scheme.Amira.Has(Verbs.SlotPick));
    }

    private static async Task<Scheme> ProposedAsync()
    {
        var scheme = Ready(Monthly());
        await scheme.Amira.Forges(Press(Verbs.DatesOpen, scheme.Only<Cycle>()));
        await scheme.Amira.Fills(Verbs.DatesPropose);
        return scheme;
    }

    private static Cycle Monthly() => Given.Cycle(Authority.Amira, Authority.Grace) is var cycle
        ? cycle with { Cadence = cycle.Cadence! with { Pattern = new CadencePattern.MonthlyByWeekday(Ordinal.Last, NodaTime.IsoDayOfWeek.Monday, new(15, 30)) } }
        : throw new InvalidOperationException();

    private static Cycle WithoutRhythm() => Given.Cycle(Authority.Amira, Authority.Grace) with { Cadence = null };

    /// <summary>Two of the aspiring middle leaders, in Shetland's four terms.</summary>
    private static Cycle Colleagues(CadencePattern? pattern = null) => Given.Cycle(Authority.Amira, Authority.Grace, minutes: 30) is var cycle
        ? cycle with { Programme = MiddleLeaders.Key, Cadence = cycle.Cadence! with { Pattern = pattern ?? cycle.Cadence.Pattern } }
        : throw new InvalidOperationException();

    private static Scheme Ready(Cycle? cycle = null) =>
        new("2026-11-24T10:00", cycle ?? Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));

    private static string Press(string verb, Cycle cycle, string? arg = null) =>
        System.Text.Json.JsonSerializer.Serialize(new { verb, id = cycle.Id.ToString(), version = cycle.Dates?.Revision ?? 0, nonce = "n", arg });
}
