using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Typing_a_rhythm
{
    // Wednesday 25 November 2026, 10:00
    private static readonly LocalDateTime Now = Local("2026-11-25T10:00");

    public static TheoryData<string, CadencePattern, int?> Rhythms => new()
    {
        { "every other tuesday after school for 30 minutes", new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Tuesday, new(15, 15)), 30 },
        { "last Monday of each month at 3.45", new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday, new(15, 45)), null },
        { "can we meet on the last monday of every month, please?", new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday), null },
        { "the last monday of the month at 3.45 for half an hour", new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday, new(15, 45)), 30 },
        { "every month on the last monday", new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday), null },
        { "every last friday of the month at noon", new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Friday, new(12, 0)), null },
        { "monthly on the 2nd thursday 3.30-4.15", new CadencePattern.MonthlyByWeekday(Ordinal.Second, IsoDayOfWeek.Thursday, new(15, 30)), 45 },
        { "first tuesday each month", new CadencePattern.MonthlyByWeekday(Ordinal.First, IsoDayOfWeek.Tuesday), null },
        { "every second tuesday of the month", new CadencePattern.MonthlyByWeekday(Ordinal.Second, IsoDayOfWeek.Tuesday), null },
        { "once a month on the third wednesday at 4", new CadencePattern.MonthlyByWeekday(Ordinal.Third, IsoDayOfWeek.Wednesday, new(16, 0)), null },
        { "every tuesday at half past three", new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Tuesday, new(15, 30)), null },
        { "Tuesdays 4pm", new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Tuesday, new(16, 0)), null },
        { "weekly on thursday", new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Thursday), null },
        { "once a week on thursdays", new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Thursday), null },
        { "every 3 weeks on a friday at 9", new CadencePattern.EveryNWeeks(3, IsoDayOfWeek.Friday, new(9, 0)), null },
        { "every six weeks on monday", new CadencePattern.EveryNWeeks(6, IsoDayOfWeek.Monday), null },
        { "every fortnight on wednesday", new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Wednesday), null },
        { "fortnightly, weds, 45 minutes", new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Wednesday), 45 },
        { "once a term", new CadencePattern.OncePerTerm(), null },
        { "once every term on a tuesday at 3.30pm", new CadencePattern.OncePerTerm(IsoDayOfWeek.Tuesday, new(15, 30)), null },
        { "termly", new CadencePattern.OncePerTerm(), null },
        { "as agreed", new CadencePattern.AsAgreed(), null },
        { "as we go", new CadencePattern.AsAgreed(), null },
    };

    [Theory]
    [MemberData(nameof(Rhythms))]
    [Trait("Requirement", "S0-08")]
    public void Is_understood_as_people_write_it(string text, CadencePattern pattern, int? minutes) =>
        Assert.Equal(new TypedCadence.Understood(pattern, minutes), TypedCadence.Parse(text, Now, new LocalTime(15, 15)));

    [Theory]
    [InlineData("3 December, 14 January and 11 February at 3.30", null, "2026-12-03T15:30", "2027-01-14T15:30", "2027-02-11T15:30")]
    [InlineData("thursday and friday at 4pm for 20 minutes", 20, "2026-11-26T16:00", "2026-11-27T16:00")]
    [InlineData("11/2/2027 at 10, 3/12/2026 at 3.30pm", null, "2026-12-03T15:30", "2027-02-11T10:00")]
    public void May_be_dates_one_by_one(string text, int? minutes, params string[] dates)
    {
        var understood = Assert.IsType<TypedCadence.Understood>(TypedCadence.Parse(text, Now));

        Assert.Equal(dates.Select(Local), Assert.IsType<CadencePattern.ChosenDates>(understood.Pattern).Dates);
        Assert.Equal(minutes, understood.Minutes);
    }

    public static TheoryData<string, TypedCadenceQuestion, CadencePattern[]> Questions => new()
    {
        {
            "every second tuesday at 4", TypedCadenceQuestion.WeeksOrMonth,
            [new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Tuesday, new(16, 0)), new CadencePattern.MonthlyByWeekday(Ordinal.Second, IsoDayOfWeek.Tuesday, new(16, 0))]
        },
        { "every two weeks at 4pm", TypedCadenceQuestion.WhichWeekday, [] },
        { "fortnightly", TypedCadenceQuestion.WhichWeekday, [] },
        {
            "every tuesday and thursday", TypedCadenceQuestion.OneWeekday,
            [new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Tuesday), new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Thursday)]
        },
        {
            "every monday or friday at 4", TypedCadenceQuestion.OneWeekday,
            [new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Monday, new(16, 0)), new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Friday, new(16, 0))]
        },
        { "once a month", TypedCadenceQuestion.WhichDayOfMonth, [] },
        {
            "monthly on a monday", TypedCadenceQuestion.WhichOfMonth,
            [.. Enum.GetValues<Ordinal>().Select(o => new CadencePattern.MonthlyByWeekday(o, IsoDayOfWeek.Monday))]
        },
        { "fifth monday of each month", TypedCadenceQuestion.FifthOrLast, [new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday)] },
        { "every tuesday morning", TypedCadenceQuestion.WhatTime, [] },
        { "3 december and 14 january", TypedCadenceQuestion.WhatTime, [] },
        { "twice a week", TypedCadenceQuestion.WhichRhythm, [] },
        { "every day at 4", TypedCadenceQuestion.WhichRhythm, [] },
        { "every half term", TypedCadenceQuestion.WhichRhythm, [] },
        { "every other month on a monday", TypedCadenceQuestion.WhichRhythm, [] },
        { "every 0 weeks on monday", TypedCadenceQuestion.WhichRhythm, [] },
        { "every 60 weeks on monday", TypedCadenceQuestion.WhichRhythm, [] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_may_mean_two_things_is_asked_about_and_never_guessed(string text, TypedCadenceQuestion question, CadencePattern[] choices)
    {
        var ambiguous = Assert.IsType<TypedCadence.Ambiguous>(TypedCadence.Parse(text, Now));

        Assert.Equal(question, ambiguous.Question);
        Assert.Equal(choices, ambiguous.Choices);
    }

    [Theory]
    [InlineData("every tuesday at 25:00")]
    [InlineData("every tuesday at 3.75")]
    [InlineData("31 november and 3 december at 4")]
    public void What_cannot_be_is_named(string text) => Assert.IsType<TypedCadence.Impossible>(TypedCadence.Parse(text, Now));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("thursday at 4pm")]
    [InlineData("a parent shouts at me every tuesday")]
    [InlineData("not every tuesday")]
    [InlineData("every tuesday from 4pm to 3pm")]
    [InlineData("every tuesday on 3 december")]
    [InlineData("me and my deputy")]
    [InlineData("31/12/9999 and 3 december at 4")]
    [InlineData("every <b>tuesday</b>")]
    public void Anything_else_is_no_rhythm(string text) => Assert.IsType<TypedCadence.NotACadence>(TypedCadence.Parse(text, Now));

    [Fact]
    public void Every_jumble_of_words_gets_an_answer()
    {
        string[] words =
        [
            "every", "each", "other", "second", "last", "5th", "monday", "tuesdays", "month", "of", "the", "week", "weeks", "fortnight", "term", "half", "once",
            "twice", "a", "monthly", "weekly", "at", "4", "3.30", "30", "minutes", "and", ",", "or", "99", "as", "agreed", "december", "in", "after", "school",
        ];
        var random = new Random(20261125);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => words[random.Next(words.Length)]));
            Assert.NotNull(TypedCadence.Parse(text, Now, new LocalTime(15, 15)));
        }
    }
}
