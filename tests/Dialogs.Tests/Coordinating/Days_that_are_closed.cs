using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class Days_that_are_closed
{
    [Fact, Trait("Requirement", "S2-40"), Trait("Requirement", "S2-39"), Trait("Requirement", "S2-05")]
    public async Task The_meetings_that_fall_on_them_are_shown_first_and_their_owners_are_offered_others()
    {
        var (scheme, meeting) = WithAMeeting();
        await scheme.Sam.Says("calendar");
        scheme.Sam.Sees("Terms", "Closed days in term");
        await scheme.Sam.Presses(Verbs.CalendarForm);
        await scheme.Sam.Fills(Verbs.CalendarLook, (InputIds.DayName, "Snow day"), (InputIds.From, "2026-12-08"));
        scheme.Sam.Sees("1 meeting falls on it.", "Amira Khan and Grace Obi: Tuesday 8 December 2026, 3.30pm");
        Assert.Empty(scheme.Store.All<LocalSettings>().SelectMany(settings => settings.CalendarChanges));

        await scheme.Sam.Presses(Verbs.CalendarAdd);
        scheme.Sam.Sees("Snow day is in the calendar");
        scheme.Amira.SeesNothing();
        await scheme.MovesTo("2026-12-02T08:30");
        var move = scheme.Amira.Sees("fall on a closed day: Snow day", "Tuesday 8 December 2026");
        scheme.Grace.SeesNothing();
        Assert.DoesNotContain(move.Buttons, button => button.Arg?.StartsWith("2026-12-08", StringComparison.Ordinal) == true);
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        Assert.NotEqual(meeting.Start, scheme.Only<Meeting>().Start);
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task A_one_off_bank_holiday_closes_its_day_and_can_be_taken_away_again()
    {
        var (scheme, _) = WithAMeeting();
        await scheme.Sam.Says("calendar");
        await scheme.Sam.Presses(Verbs.CalendarForm);
        await scheme.Sam.Fills(
            Verbs.CalendarLook, (InputIds.DayKind, "holiday"), (InputIds.DayName, "Jubilee"), (InputIds.From, "2026-12-08"), (InputIds.Until, "2026-12-09"));
        await scheme.Sam.Presses(Verbs.CalendarAdd);
        var added = Assert.Single(scheme.Only<LocalSettings>().CalendarChanges);
        Assert.Equal(("Jubilee", Domain.Programmes.BankHolidayDivision.EnglandAndWales), (added.Name, added.Division!.Value));
        await scheme.MovesTo("2026-12-02T08:30");
        scheme.Amira.Sees("closed day: Jubilee");

        await scheme.Sam.Says("calendar");
        scheme.Sam.Sees("Jubilee", "Tuesday 8 December 2026 to Wednesday 9 December 2026");
        await scheme.Sam.Presses(Verbs.CalendarRemove);
        scheme.Sam.Sees("Jubilee is out of the calendar");
        Assert.Empty(scheme.Only<LocalSettings>().CalendarChanges);
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task What_was_taken_away_before_the_morning_moves_nobody()
    {
        var (scheme, _) = WithAMeeting();
        await AddAsync(scheme, "Snow day", "2026-12-08", null);
        await scheme.Sam.Says("calendar");
        await scheme.Sam.Presses(Verbs.CalendarRemove);
        await scheme.MovesTo("2026-12-02T12:00");
        scheme.Amira.SeesNothing();
    }

    [Theory]
    [InlineData("Snow day", "2026-13-40", "", "Please choose real dates")]
    [InlineData("Snow day", "31 February", "", "Please choose real dates")]
    [InlineData("Snow day", "2026-12-08", "9999-99-99", "Please choose real dates")]
    [InlineData("Snow day", "2026-12-08", "2026-12-07", "The last day is before the first")]
    [InlineData("Snow day", "2026-12-08", "2027-12-08", "at most a year")]
    [InlineData("Snow day", "2026-11-01", "2026-11-02", "over already")]
    [InlineData("**Snow** <b>day</b>", "2026-12-08", "", "letters, figures and ordinary signs")]
    [InlineData("\u202Eyad wonS", "2026-12-08", "", "letters, figures and ordinary signs")]
    [InlineData("   ", "2026-12-08", "", "Please type a short name")]
    public async Task What_cannot_be_is_refused_with_the_reason(string name, string from, string until, string why)
    {
        var (scheme, _) = WithAMeeting();
        await scheme.Sam.Says("calendar");
        await scheme.Sam.Presses(Verbs.CalendarForm);
        foreach (var verb in new[] { Verbs.CalendarLook, Verbs.CalendarAdd })
        {
            await scheme.Sam.Forges(System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>
            {
                ["verb"] = verb,
                ["id"] = Authority.Programme.Id,
                [InputIds.DayName] = name,
                [InputIds.From] = from,
                [InputIds.Until] = until,
                [InputIds.DayKind] = "closure",
            }));
            scheme.Sam.Sees(why);
        }

        Assert.Empty(scheme.Store.All<LocalSettings>().SelectMany(settings => settings.CalendarChanges));
    }

    private static async Task AddAsync(Scheme scheme, string name, string from, string? until)
    {
        await scheme.Sam.Says("calendar");
        await scheme.Sam.Presses(Verbs.CalendarForm);
        await scheme.Sam.Fills(Verbs.CalendarLook, (InputIds.DayName, name), (InputIds.From, from), (InputIds.Until, until ?? ""));
        await scheme.Sam.Presses(Verbs.CalendarAdd);
    }

    private static (Scheme Scheme, Meeting Meeting) WithAMeeting()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var meeting = Given.Meeting(cycle, "2026-12-08T15:30", initial: true);
        return (new Scheme("2026-12-01T19:00", cycle, meeting), meeting);
    }
}
