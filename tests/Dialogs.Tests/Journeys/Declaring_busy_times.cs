using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Declaring_busy_times
{
    [Theory]
    [InlineData("busy times")]
    [InlineData("My busy times")]
    [InlineData("busy")]
    [InlineData("I'm busy.")]
    [InlineData("calendar feed")]
    public async Task A_word_shows_them(string words)
    {
        var scheme = Ready();
        await scheme.Amira.Says(words);

        scheme.Amira.Sees("My busy times", "You have not told me any busy times.");
    }

    [Fact, Trait("Requirement", "U-06")]
    public async Task It_works_in_the_middle_of_something_else_and_the_step_comes_back()
    {
        var scheme = Ready();
        await scheme.Hannah.Says("support");
        await scheme.Hannah.Says("busy times");

        scheme.Hannah.Sees("My busy times");
        scheme.Hannah.Sees("What would help?");
    }

    [Fact]
    public async Task A_time_is_added_shown_and_taken_out_again_and_nobody_else_sees_it()
    {
        var scheme = Ready();
        await scheme.Amira.Says("busy times");
        await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, "2026-12-03"), (InputIds.Time, "09:30"), (InputIds.TimeUntil, "12:00"));
        scheme.Amira.Sees("Noted: Thursday 3 December 2026, 9.30am–12 noon.");
        await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, "2026-12-04"));
        scheme.Amira.Sees("Noted: Friday 4 December 2026, all day.", "Thursday 3 December 2026, 9.30am–12 noon");
        Assert.Equal("2026-12-03T09:30:00Z/2026-12-03T12:00:00Z 2026-12-04T00:00:00Z/2026-12-05T00:00:00Z", string.Join(' ', scheme.Only<DeclaredBusy>().Once));

        await scheme.Grace.Says("busy times");
        scheme.Grace.Sees("You have not told me any busy times.");

        await scheme.Amira.Presses(Verbs.BusyRemove, button: "3 December");
        Assert.DoesNotContain("3 December", scheme.Amira.Sees("Taken out.").Text, StringComparison.Ordinal);
        Assert.Single(scheme.Only<DeclaredBusy>().Once);
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task A_press_on_somebody_elses_card_touches_only_ones_own_times()
    {
        var scheme = Ready();
        await scheme.Amira.Says("busy times");
        await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, "2026-12-04"));
        await scheme.Grace.PressesOn(scheme.Amira.Card(Verbs.BusyRemove), Verbs.BusyRemove);

        Assert.DoesNotContain("4 December", scheme.Grace.Sees("My busy times").Text, StringComparison.Ordinal);
        Assert.Single(scheme.Only<DeclaredBusy>().Once);
    }

    [Theory]
    [InlineData("", "", "", "Please choose a day.")]
    [InlineData("2026-12-03", "15:00", "", "Please give both times")]
    [InlineData("2026-12-03", "15:00", "15:00", "The end has to be later than the start.")]
    [InlineData("2026-12-03", "15:00", "14:00", "The end has to be later than the start.")]
    [InlineData("2026-12-03", "three", "14:00", "I did not understand that time.")]
    [InlineData("2026-11-23", "", "", "That time is over already.")]
    [InlineData("2026-11-24", "08:00", "09:00", "That time is over already.")]
    [InlineData("2029-11-24", "", "", "I look no further ahead than two years.")]
    [InlineData("9999-12-31", "", "", "I look no further ahead than two years.")]
    public async Task A_time_that_cannot_be_is_answered_with_what_is_wrong(string date, string from, string until, string sentence)
    {
        var scheme = Ready();
        await scheme.Amira.Says("busy times");
        await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, date), (InputIds.Time, from), (InputIds.TimeUntil, until));

        scheme.Amira.Sees(sentence);
        Assert.Empty(scheme.Store.All<DeclaredBusy>());
    }

    // London, 28 March 2027: 00:59 ─▶ 02:00; 31 October 2027: 01:xx happens twice
    [Theory]
    [InlineData("2027-03-28", "01:30", "03:00", "2027-03-28T01:00:00Z/2027-03-28T02:00:00Z")]
    [InlineData("2027-10-31", "01:15", "01:45", "2027-10-31T00:15:00Z/2027-10-31T01:45:00Z")]
    [InlineData("2027-10-31", "", "", "2027-10-30T23:00:00Z/2027-11-01T00:00:00Z")]
    public async Task Where_the_clocks_change_it_takes_the_longer_reading(string date, string from, string until, string time)
    {
        var scheme = Ready();
        await scheme.Amira.Says("busy times");
        await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, date), (InputIds.Time, from), (InputIds.TimeUntil, until));

        Assert.Equal(time, Assert.Single(scheme.Only<DeclaredBusy>().Once).ToString());
    }

    [Fact]
    public async Task The_address_of_the_persons_own_feed_stands_on_it_where_there_is_one()
    {
        var scheme = Ready();
        await scheme.Amira.Says("busy times");
        Assert.DoesNotContain("https://", scheme.Amira.Sees("My busy times").Text, StringComparison.Ordinal);

        scheme.Calendar.Feed = new Uri("https://peerbot.council.example/");
        await scheme.Amira.Says("busy times");
        scheme.Amira.Sees("Subscribe from web", "https://peerbot.council.example/calendar/");
    }

    [Fact, Trait("Requirement", "U-22")]
    public async Task A_new_address_for_the_feed_ends_the_old_one_once()
    {
        var scheme = Ready();
        scheme.Calendar.Feed = new Uri("https://peerbot.council.example/");
        await scheme.Amira.Says("busy times");
        var old = scheme.Amira.Card(Verbs.BusyFeedNew);
        scheme.Amira.Sees("the old one stops at once");
        await scheme.Amira.Presses(Verbs.BusyFeedNew);

        scheme.Amira.Sees("You have a new address. The old one has stopped.", "-1.ics");
        await scheme.Amira.PressesOn(old, Verbs.BusyFeedNew);
        Assert.Equal(1, scheme.Only<DeclaredBusy>().Feed);
    }

    [Fact]
    public async Task No_more_are_kept_than_can_be_looked_through()
    {
        var scheme = Ready();
        for (var day = 0; day < 51; day++)
        {
            await scheme.Amira.Says("busy times");
            await scheme.Amira.Fills(Verbs.BusyAdd, (InputIds.Date, NodaTime.Text.LocalDatePattern.Iso.Format(SchoolTime.Date("2026-12-01").PlusDays(day))));
        }

        scheme.Amira.Sees("I can keep no more than 50.", "And 42 more, later.");
        Assert.Equal(50, scheme.Only<DeclaredBusy>().Once.Count);
    }

    private static Scheme Ready() => new("2026-11-24T10:00");
}
