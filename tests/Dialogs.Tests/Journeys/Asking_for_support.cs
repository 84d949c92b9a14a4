using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Asking_for_support
{
    [Fact, Trait("Requirement", "A-01"), Trait("Requirement", "S2-40")]
    public async Task A_request_on_a_Saturday_evening_is_numbered_at_once_and_passed_on_on_Monday_morning()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");

        scheme.Amira.Sees("2026-001", "It is the weekend", "Peter Lloyd", "8.30am on Monday 23 November 2026", "5.30pm on Monday 30 November 2026");
        Assert.Empty(scheme.Peter.Messages);

        await scheme.MovesTo("2026-11-23T08:29");
        Assert.Empty(scheme.Peter.Messages);
        Assert.Empty(scheme.Grace.Messages);
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-11-23T08:30");
        var ask = scheme.Peter.Sees("Amira Khan", "Oakfield Primary", "Workload and well-being");
        Assert.Equal(SchoolTime.At("2026-11-23T08:30"), ask.At);
        Assert.Empty(scheme.Grace.Messages);
    }

    [Theory, Trait("Requirement", "S2-04")]
    [InlineData("2026-11-22T11:00", "It is the weekend", "8.30am on Monday 23 November 2026")] // Sunday
    [InlineData("2026-11-25T23:40", "The working day is over", "8.30am on Thursday 26 November 2026")]
    [InlineData("2026-11-25T03:10", "The working day has not begun", "8.30am on Wednesday 25 November 2026")]
    [InlineData("2026-08-12T10:00", "It is outside term time", "8.30am on Tuesday 1 September 2026")]
    [InlineData("2026-12-21T10:00", "It is outside term time", "8.30am on Monday 4 January 2027")]
    [InlineData("2027-05-03T10:00", "Today is a bank holiday", "8.30am on Tuesday 4 May 2027")]
    [InlineData("2027-02-16T10:00", "It is outside term time", "8.30am on Monday 22 February 2027")] // half-term
    public async Task A_request_is_taken_at_any_time_and_the_head_is_told_when_others_hear_of_it(string now, string because, string when)
    {
        var scheme = new Scheme(now);
        await scheme.Amira.AsksForSupport("Peter Lloyd");

        scheme.Amira.Sees($"{now[..4]}-001", because, when);
        Assert.Equal(Domain.Support.RequestState.Asking, scheme.Only<SupportRequest>().State);
        Assert.Empty(scheme.Peter.Messages);
    }

    [Fact, Trait("Requirement", "S2-04")]
    public async Task In_working_hours_the_first_choice_is_asked_at_once()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");

        scheme.Amira.Sees("2026-001", "I have asked Peter Lloyd just now");
        scheme.Peter.Sees("Amira Khan");
    }

    [Fact]
    public async Task Numbers_of_requests_rise_and_start_again_with_the_year()
    {
        var scheme = new Scheme("2026-12-30T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        scheme.Amira.Sees("2026-001");
        await scheme.Hannah.AsksForSupport("Grace Obi");
        scheme.Hannah.Sees("2026-002");

        var next = new Scheme("2027-01-04T10:00");
        await next.Amira.AsksForSupport("Peter Lloyd");
        next.Amira.Sees("2027-001");
    }

    [Fact, Trait("Requirement", "S2-14")]
    public async Task Every_supporter_who_is_free_can_be_paged_to_and_nobody_else()
    {
        var untrained = Authority.Head("nick", "Nick Hale", Authority.School(40, "Ash School", "West", 100, "Community school"));
        var full = Authority.Head("carol", "Carol Dean", Authority.School(41, "Elm School", "West", 100, "Community school"));
        var paused = Authority.Head("ian", "Ian Wood", Authority.School(42, "Yew School", "West", 100, "Community school"));
        var silent = Authority.Head("una", "Una Bell", Authority.School(43, "Fir School", "West", 100, "Community school"));
        var barred = Authority.Head("rob", "Rob Gray", Authority.School(44, "Bay School", "West", 100, "Community school"));
        var scheme = new Scheme(
            "2026-11-24T10:00",
            untrained, full, paused, silent, barred,
            Authority.Supporter(untrained) with { TrainedOn = null },
            Authority.Supporter(full, capacity: 1, active: 1),
            Authority.Supporter(paused) with { PausedUntil = SchoolTime.Date("2026-11-25") },
            Authority.Supporter(silent) with { ConsentedOn = null },
            Authority.Supporter(barred) with { DeclaredConflicts = [Authority.Amira.Id] });
        await scheme.Amira.DescribesWhatWouldHelp();

        scheme.Amira.Sees("7 people have time now. Showing 1–5");
        Assert.Equal(5, scheme.Amira.News.Count(message => message.Buttons.Any(button => button.Verb == Verbs.PreferenceAdd)));
        await scheme.Amira.Presses(Verbs.SupportersMore);
        scheme.Amira.Sees("Showing 6–7");
        Assert.DoesNotContain(scheme.Amira.News, message => message.Buttons.Any(button => button.Verb == Verbs.SupportersMore));

        string[] free = ["Peter Lloyd", "Grace Obi", .. Authority.MoreSupporters.Select(person => person.Name)];
        Assert.All(free, name => Assert.Single(scheme.Amira.Messages, message => message.Text.StartsWith(name, StringComparison.Ordinal)));
        scheme.Amira.NeverSaw("Nick Hale", "Carol Dean", "Ian Wood", "Una Bell", "Rob Gray", "Lena Fox");
    }

    [Fact, Trait("Requirement", "S2-15"), Trait("Requirement", "A-02")]
    public async Task A_profile_has_region_size_type_and_summary_and_no_way_to_reach_the_person()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.DescribesWhatWouldHelp();

        var profiles = scheme.Amira.News.Where(message => message.Buttons.Any(button => button.Verb == Verbs.PreferenceAdd)).ToList();
        var all = profiles.Concat(await NextPageAsync(scheme)).ToList();
        Assert.Equal(7, all.Count);
        Assert.All(all, profile =>
        {
            Assert.Contains("Size of school: ", profile.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("@", profile.Json, StringComparison.Ordinal);
            Assert.False(UkPhoneNumber.Found(profile.Json));
            Assert.DoesNotContain("Outstanding", profile.Json, StringComparison.OrdinalIgnoreCase);
        });
        var peter = all.Single(profile => profile.Text.StartsWith("Peter Lloyd", StringComparison.Ordinal));
        Assert.Contains("Region: South", peter.Text, StringComparison.Ordinal);
        Assert.Contains("Size of school: 100 to 210 pupils", peter.Text, StringComparison.Ordinal);
        Assert.Contains("School type: Federation, rural", peter.Text, StringComparison.Ordinal);
        Assert.Contains("Background of Peter: small schools and coaching.", peter.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-31"), Trait("Requirement", "S2-32")]
    public async Task Confidentiality_and_its_exception_stand_in_one_paragraph_before_the_request_is_sent()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Chooses("Peter Lloyd");
        await scheme.Amira.Presses(Verbs.RequestReview);

        var paragraph = Assert.Single(
            scheme.Amira.Card(Verbs.RequestSend).Words, words => words.Contains("stay confidential", StringComparison.Ordinal));
        Assert.Contains("exception", paragraph, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Head of Safeguarding", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_head_has_ticked_that_they_understand()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Chooses("Peter Lloyd");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "false"));

        scheme.Amira.Sees("Tick the box");
        Assert.Empty(scheme.Store.All<SupportRequest>());
        Assert.Empty(scheme.Store.Errands);

        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        scheme.Amira.Sees("2026-001");
    }

    [Fact]
    public async Task The_order_of_choices_can_be_changed_before_sending()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Chooses("Peter Lloyd", "Grace Obi");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Presses(Verbs.PreferenceUp, button: "Grace Obi");
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));

        Assert.Equal([Authority.Grace.Id, Authority.Peter.Id], scheme.Only<SupportRequest>().Preferences);
        scheme.Grace.Sees("Amira Khan");
        Assert.Empty(scheme.Peter.Messages);
    }

    [Fact]
    public async Task With_three_chosen_the_choices_are_shown_to_be_checked()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Chooses("Peter Lloyd", "Grace Obi", "Tom Ward");

        scheme.Amira.Sees("Check your choices", "1st: Peter Lloyd", "2nd: Grace Obi", "3rd: Tom Ward");
    }

    [Fact, Trait("Requirement", "U-04")]
    public async Task A_conflict_declared_bars_the_two_for_good_and_nobody_is_told()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.DescribesWhatWouldHelp();
        await scheme.Amira.Presses(Verbs.ConflictDeclare, on: "Peter Lloyd");
        scheme.Amira.Sees("Nobody is told");
        Assert.Empty(scheme.Peter.Messages);

        await scheme.Amira.Says("start again");
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        scheme.Amira.Sees("6 people have time now");
        Assert.DoesNotContain(scheme.Amira.News, message => message.Text.Contains("Peter Lloyd", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-01")]
    public async Task When_nobody_is_free_there_are_still_ways_to_go()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Everyone().OfType<SupporterProfile>().Select(profile => profile with { ActiveCycles = 1 }));
        await scheme.Amira.DescribesWhatWouldHelp();

        var card = scheme.Amira.Sees("Nobody is free just now", "NOSS");
        Assert.Contains(card.Buttons, button => button.Verb == Verbs.RequestWait);
        Assert.Contains(card.Buttons, button => button.Verb == Verbs.OtherHelpShow);
        Assert.Contains(card.Buttons, button => button.Verb == Verbs.RequestCancel);
    }

    [Theory, Trait("Requirement", "S2-12"), Trait("Requirement", "U-17")]
    [InlineData("academy")]
    [InlineData("deputy")]
    public async Task Somebody_the_scheme_is_not_for_is_told_kindly_and_nothing_is_kept(string who)
    {
        var person = who == "academy" ? Authority.Adam : Authority.Amira with { JobRole = "deputy" };
        var scheme = new Scheme("2026-11-24T10:00", person);
        await scheme.Of(person).Says("I would like support");

        scheme.Of(person).Sees("This scheme may not be the right one", "Sam Reid", "sam.reid@council.example", "NOSS");
        Assert.Empty(scheme.Store.All<SupportRequest>());
        Assert.Empty(StoredChat.Read(scheme.Of(person).Stored).Stack);
    }

    [Fact, Trait("Requirement", "U-16")]
    public async Task A_head_with_a_running_cycle_hears_of_that_one()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace));
        await scheme.Amira.Says("support");

        scheme.Amira.Sees("You have a cycle of peer support with Grace Obi");
        Assert.False(scheme.Amira.Has(Verbs.SupportersShow));
    }

    [Fact, Trait("Requirement", "U-15")]
    public async Task A_request_withdrawn_before_Monday_never_reaches_anybody()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        scheme.Amira.Sees("Request 2026-001 is withdrawn");

        await scheme.MovesTo("2026-12-11T12:00");
        Assert.Empty(scheme.Peter.Messages);
        Assert.Empty(scheme.Grace.Messages);
        scheme.Amira.SeesNothing();
    }

    [Fact]
    public async Task A_draft_saved_for_later_is_there_when_the_head_comes_back()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.Says("support");
        await scheme.Amira.Fills(Verbs.RequestSave, (InputIds.Area, "finance"), (InputIds.Note, "Budget for next year"));
        scheme.Amira.Sees("Saved", "Nothing has been sent");

        await scheme.MovesTo("2026-11-23T12:00");
        await scheme.Amira.Says("support");
        var card = scheme.Amira.Card(Verbs.SupportersShow);
        Assert.Equal("finance", card.Fields[InputIds.Area]);
        Assert.Equal("Budget for next year", card.Fields[InputIds.Note]);
    }

    [Fact]
    public async Task A_number_typed_for_the_button_keeps_what_the_draft_holds()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Says("support");
        await scheme.Amira.Says("Workload and well-being");
        await scheme.Amira.Says("1");

        scheme.Amira.Sees("7 people have time now");
    }

    private static async Task<IReadOnlyList<Message>> NextPageAsync(Scheme scheme)
    {
        await scheme.Amira.Presses(Verbs.SupportersMore);
        return [.. scheme.Amira.News.Where(message => message.Buttons.Any(button => button.Verb == Verbs.PreferenceAdd))];
    }
}
