using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Typing_a_time
{
    // Saturday 21 November 2026, 19:05
    //   November: Mo 23  Tu 24  We 25  Th 26  Fr 27  Sa 28  Su 29 │ December: Tu 1  We 2  Th 3  Fr 4 …
    private static readonly LocalDateTime Saturday = Local("2026-11-21T19:05");

    // Wednesday 25 November 2026, 10:00
    private static readonly LocalDateTime Wednesday = Local("2026-11-25T10:00");

    [Theory]
    [InlineData("thursday 3rd at 6pm", "2026-12-03T18:00")]
    [InlineData("can we do thursday 3rd at 6pm", "2026-12-03T18:00")]
    [InlineData("Can we do Thursday 3rd at 6pm, please?", "2026-12-03T18:00")]
    [InlineData("tue 8 dec 1.15pm", "2026-12-08T13:15")]
    [InlineData("8 dec 1:15 PM", "2026-12-08T13:15")]
    [InlineData("dec 8 at 1.15 p.m.", "2026-12-08T13:15")]
    [InlineData("the 8th of december at quarter past one", "2026-12-08T13:15")]
    [InlineData("tue 8 1.15pm", "2026-12-08T13:15")]
    [InlineData("3/12 15:30", "2026-12-03T15:30")] // day before month
    [InlineData("3/12/26 15:30", "2026-12-03T15:30")]
    [InlineData("03.12.2026 15.30", "2026-12-03T15:30")]
    [InlineData("2026-12-03 15:30", "2026-12-03T15:30")]
    [InlineData("2026-12-03T15:30:00", "2026-12-03T15:30")]
    [InlineData("thursday 3 december 1530", "2026-12-03T15:30")]
    [InlineData("thursday 3 december 1530hrs", "2026-12-03T15:30")]
    [InlineData("tomorrow at 4", "2026-11-22T16:00")]
    [InlineData("tomorrow 4", "2026-11-22T16:00")]
    [InlineData("day after tomorrow at ten", "2026-11-23T10:00")]
    [InlineData("next monday 3.30", "2026-11-23T15:30")] // it is Saturday: only one Monday can be meant
    [InlineData("monday 11 january 2027 at 3.30pm", "2027-01-11T15:30")]
    [InlineData("half past three on thursday", "2026-11-26T15:30")]
    [InlineData("half three thursday", "2026-11-26T15:30")]
    [InlineData("thursday at three thirty", "2026-11-26T15:30")]
    [InlineData("quarter to four on thursday", "2026-11-26T15:45")]
    [InlineData("ten to four on thursday", "2026-11-26T15:50")]
    [InlineData("10 minutes past 3 on thursday", "2026-11-26T15:10")]
    [InlineData("quarter to one on thursday", "2026-11-26T12:45")]
    [InlineData("thursday at noon", "2026-11-26T12:00")]
    [InlineData("thursday 12", "2026-11-26T12:00")] // Thursday the 12th is not near
    [InlineData("thursday at 9", "2026-11-26T09:00")]
    [InlineData("thursday 9 o'clock", "2026-11-26T09:00")]
    [InlineData("thursday at 7", "2026-11-26T19:00")]
    [InlineData("thursday at 7 in the morning", "2026-11-26T07:00")]
    [InlineData("thursday morning at 9", "2026-11-26T09:00")]
    [InlineData("thursday at 8 in the evening", "2026-11-26T20:00")]
    [InlineData("thursday 12am", "2026-11-26T00:00")]
    [InlineData("thursday 15.30pm", "2026-11-26T15:30")]
    [InlineData("thursday week at 4pm", "2026-12-03T16:00")]
    [InlineData("a week on thursday at 4pm", "2026-12-03T16:00")]
    [InlineData("thursday next week at 4pm", "2026-11-26T16:00")] // Saturday's week ends tomorrow
    [InlineData("in two weeks at 4pm", "2026-12-05T16:00")]
    [InlineData("in a fortnight at 4pm", "2026-12-05T16:00")]
    [InlineData("the 3rd at 4pm", "2026-12-03T16:00")]
    [InlineData("the 31st at 4pm", "2026-12-31T16:00")] // November has none
    [InlineData("21st at 8pm", "2026-11-21T20:00")] // today
    [InlineData("21st at 4pm", "2026-12-21T16:00")] // today, but past
    [InlineData("saturday at 8pm", "2026-11-21T20:00")]
    [InlineData("saturday at 4pm", "2026-11-28T16:00")]
    [InlineData("today at 4pm", "2026-11-21T16:00")] // past; the rules of booking say so
    [InlineData("3 november 2026 at 4pm", "2026-11-03T16:00")]
    [InlineData("3 november at 4pm", "2027-11-03T16:00")] // without a year the next one
    [InlineData("may 4 at 4pm", "2027-05-04T16:00")]
    [InlineData("may we do thursday at 4pm", "2026-11-26T16:00")]
    [InlineData("29 february 2028 at 10am", "2028-02-29T10:00")]
    [InlineData("tuesday 5th at 10am", "2027-01-05T10:00")] // the 5th of December is no Tuesday, the next 5th is
    [InlineData("THURSDAY @ 4PM!", "2026-11-26T16:00")]
    [InlineData("thurs 4pm", "2026-11-26T16:00")]
    [InlineData("weds 4pm", "2026-11-25T16:00")]
    [InlineData("midnight on thursday", "2026-11-26T00:00")]
    public void Is_understood_as_people_write_it(string text, string when) =>
        Assert.Equal(new TypedTime.Understood(Local(when)), TypedTime.Parse(text, Saturday));

    [Theory]
    [InlineData("thursday 3.30-4.15", "2026-11-26T15:30", 45)]
    [InlineData("thursday 3-4pm", "2026-11-26T15:00", 60)]
    [InlineData("thursday 8-9pm", "2026-11-26T20:00", 60)]
    [InlineData("thursday from 11 to 1pm", "2026-11-26T11:00", 120)]
    [InlineData("thursday 3.30 to 4", "2026-11-26T15:30", 30)]
    [InlineData("thursday 3.30 for 45 minutes", "2026-11-26T15:30", 45)]
    [InlineData("thursday 3.30 for an hour and a half", "2026-11-26T15:30", 90)]
    [InlineData("thursday 3.30 for half an hour", "2026-11-26T15:30", 30)]
    [InlineData("thursday 3.30 for 1 hour", "2026-11-26T15:30", 60)]
    public void May_say_how_long(string text, string when, int minutes) =>
        Assert.Equal(new TypedTime.Understood(Local(when), minutes), TypedTime.Parse(text, Saturday));

    [Theory]
    [InlineData("thursday", "2026-11-26")]
    [InlineData("thursday 3rd", "2026-12-03")]
    [InlineData("3 december", "2026-12-03")]
    [InlineData("tomorrow", "2026-11-22")]
    [InlineData("thursday morning", "2026-11-26")]
    [InlineData("saturday", "2026-11-21")] // today
    [InlineData("monday 30", "2026-11-30")] // no hour is 30
    public void May_be_a_date_alone(string text, string date) =>
        Assert.Equal(new TypedTime.DateOnly(Date(date)), TypedTime.Parse(text, Saturday));

    [Theory]
    [InlineData("18:00", "18:00")]
    [InlineData("at 4", "16:00")]
    [InlineData("3.30", "15:30")]
    [InlineData("noon", "12:00")]
    [InlineData("half past three", "15:30")]
    public void May_be_a_time_alone_which_belongs_to_the_day_just_spoken_of(string text, string time)
    {
        var expected = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;

        Assert.Equal(new TypedTime.TimeOnly(expected), TypedTime.Parse(text, Saturday));
        Assert.Equal(new TypedTime.Understood(Date("2026-12-03") + expected), TypedTime.Parse(text, Saturday, about: Date("2026-12-03")));
    }

    [Fact]
    public void After_school_is_when_the_school_day_ends()
    {
        Assert.Equal(new TypedTime.Understood(Local("2026-11-26T15:15")), TypedTime.Parse("thursday straight after school", Saturday, schoolDayEnd: new(15, 15)));
        Assert.Equal(new TypedTime.Understood(Local("2026-11-26T12:30")), TypedTime.Parse("thursday after school", Saturday, schoolDayEnd: new(12, 30)));
        Assert.IsType<TypedTime.NotATime>(TypedTime.Parse("thursday after school", Saturday));
    }

    // Shropshire: half-term 15–19 February, 31 May–4 June
    [Fact]
    public void After_half_term_is_any_day_from_then_on_and_so_is_asked_about()
    {
        var ambiguous = Assert.IsType<TypedTime.Ambiguous>(TypedTime.Parse("after half-term", Saturday, calendar: Shropshire));

        Assert.Equal(TypedTimeQuestion.WhichDay, ambiguous.Question);
        Assert.Equal(
            ["2027-02-22", "2027-02-23", "2027-02-24", "2027-02-25", "2027-02-26"],
            ambiguous.Choices.Select(c => ((TypedTime.DateOnly)c).Date.ToString("uuuu-MM-dd", null)));
        Assert.IsType<TypedTime.Ambiguous>(TypedTime.Parse("the week after the half term at 4pm", Saturday, calendar: Shropshire));
    }

    [Theory]
    [InlineData("thursday after half-term at 4pm", "2026-11-21", "2027-02-25T16:00")]
    [InlineData("the monday after half term at 3.30", "2027-02-17", "2027-02-22T15:30")] // in half-term: this one
    [InlineData("monday after half-term at 3.30", "2027-02-20", "2027-06-07T15:30")] // past: the next
    public void A_day_after_half_term_is_counted_from_the_first_school_day(string text, string today, string when) =>
        Assert.Equal(new TypedTime.Understood(Local(when)), TypedTime.Parse(text, Date(today) + new LocalTime(10, 0), calendar: Shropshire));

    [Fact]
    public void Where_no_half_term_is_known_it_says_so()
    {
        Assert.Equal(new TypedTime.Impossible(new ImpossibleTime.NoHalfTermKnown()), TypedTime.Parse("after half-term", Saturday));
        Assert.Equal(new TypedTime.Impossible(new ImpossibleTime.NoHalfTermKnown()), TypedTime.Parse("friday after half-term", Local("2027-07-01T10:00"), calendar: Shropshire));
    }

    [Theory]
    [InlineData("31 november")]
    [InlineData("31 november at 4pm")]
    [InlineData("31/11")]
    public void A_date_that_does_not_exist_is_named(string text) => Assert.Equal(
        new TypedTime.Impossible(new ImpossibleTime.NoSuchDate(31, 11, null)), TypedTime.Parse(text, Saturday));

    [Theory]
    [InlineData("29 february 2027", 29, 2, 2027)]
    [InlineData("2026-13-01", 1, 13, 2026)]
    [InlineData("0/12/2026", 0, 12, 2026)]
    [InlineData("29 february", 29, 2, null)] // not within the year to come
    [InlineData("the 45th at 4pm", 45, 11, null)]
    public void So_is_one_that_does_not_exist_in_its_year(string text, int day, int month, int? year) => Assert.Equal(
        new TypedTime.Impossible(new ImpossibleTime.NoSuchDate(day, month, year)), TypedTime.Parse(text, Saturday));

    [Fact]
    public void A_weekday_that_is_not_that_of_the_date_is_named_with_the_one_that_is()
    {
        Assert.Equal(
            new TypedTime.Impossible(new ImpossibleTime.WeekdayMismatch(IsoDayOfWeek.Thursday, Date("2026-12-04"), Date("2027-02-04"))),
            TypedTime.Parse("thursday 4th at 4pm", Saturday));
        Assert.Equal(
            new TypedTime.Impossible(new ImpossibleTime.WeekdayMismatch(IsoDayOfWeek.Thursday, Date("2026-12-04"), null)),
            TypedTime.Parse("thursday 4 december at 4pm", Saturday));
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("thursday 3.75")]
    [InlineData("thursday at 0pm")]
    [InlineData("thursday 15.30am")]
    [InlineData("thursday at 24")]
    public void A_time_that_does_not_exist_is_named(string text) =>
        Assert.Equal(new TypedTime.Impossible(new ImpossibleTime.NoSuchTime()), TypedTime.Parse(text, Saturday));

    [Theory]
    [InlineData("next friday at 4pm", TypedTimeQuestion.WhichWeek, "2026-11-27T16:00", "2026-12-04T16:00")]
    [InlineData("monday 4", TypedTimeQuestion.DayOrTime, "2027-01-04", "2026-11-30T16:00")]
    [InlineData("thursday or friday at 4", TypedTimeQuestion.WhichOne, "2026-11-26T16:00", "2026-11-27T16:00")]
    [InlineData("thursday at 3 or 4", TypedTimeQuestion.WhichOne, "2026-11-26T15:00", "2026-11-26T16:00")]
    [InlineData("next week", TypedTimeQuestion.WhichDay)]
    [InlineData("december", TypedTimeQuestion.WhichDay)]
    public void What_may_mean_two_things_is_asked_about(string text, TypedTimeQuestion question, params string[] choices)
    {
        var ambiguous = Assert.IsType<TypedTime.Ambiguous>(TypedTime.Parse(text, Wednesday));

        Assert.Equal(question, ambiguous.Question);
        Assert.Equal(
            choices.Select(c => c.Contains('T') ? (TypedTime)new TypedTime.Understood(Local(c)) : new TypedTime.DateOnly(Date(c))),
            ambiguous.Choices);
    }

    [Theory]
    [InlineData("this friday at 4pm", "2026-11-27T16:00")]
    [InlineData("next tuesday at 4pm", "2026-12-01T16:00")] // this week's is past
    [InlineData("next wednesday at 4pm", "2026-12-02T16:00")] // today is this week's
    [InlineData("friday next week at 4pm", "2026-12-04T16:00")]
    [InlineData("next week friday at 4pm", "2026-12-04T16:00")]
    [InlineData("this afternoon at 4", "2026-11-25T16:00")]
    [InlineData("tonight at 8", "2026-11-25T20:00")]
    [InlineData("wednesday at 9am", "2026-12-02T09:00")] // today's nine o'clock is past
    public void Weeks_begin_on_Monday(string text, string when) =>
        Assert.Equal(new TypedTime.Understood(Local(when)), TypedTime.Parse(text, Wednesday));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("4")] // the fourth button
    [InlineData("not thursday")]
    [InlineData("any day before thursday")]
    [InlineData("thursday instead of friday")]
    [InlineData("i can't do thursday at 4pm")]
    [InlineData("thursday and friday at 4pm")]
    [InlineData("thursday 10 to 4")] // ten to four, or ten till four
    [InlineData("thursday 4pm to 3pm")]
    [InlineData("thursday 3pm 4pm 5pm")]
    [InlineData("a parent shouted at me on thursday at 4pm")]
    [InlineData("thursday; drop table")]
    [InlineData("<b>thursday</b>")]
    [InlineData("thursday 12345")]
    [InlineData("thursday at 4pm for 0 minutes")]
    [InlineData("or")]
    [InlineData("thursday or")]
    public void Anything_else_is_not_a_time(string text) => Assert.IsType<TypedTime.NotATime>(TypedTime.Parse(text, Wednesday));

    [Fact]
    public void Nor_is_a_very_long_text() => Assert.IsType<TypedTime.NotATime>(TypedTime.Parse(new string('4', 10_000) + " thursday", Saturday));

    // Any string of these words gets an answer; none breaks the reader.
    [Fact]
    public void Every_jumble_of_words_gets_an_answer()
    {
        string[] words =
        [
            "thursday", "thursday", "next", "week", "this", "3rd", "4", "10", "2030", "99", "december", "may", "31", "to", "past", "half", "quarter", "at",
            "-", "for", "minutes", "hour", "or", "pm", "3.30", "12pm", "3/12", "29/2/2027", "in", "two", "weeks", "day", "after", "tomorrow", "tonight",
        ];
        var random = new Random(20261121);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)]));
            Assert.NotNull(TypedTime.Parse(text, Saturday, schoolDayEnd: new(15, 30)));
        }
    }
}
