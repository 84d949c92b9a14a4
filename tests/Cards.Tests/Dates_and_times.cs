using PeerBot.Domain.People;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

public sealed class Dates_and_times
{
    [Fact]
    public void A_date_is_written_in_words() => Assert.Equal("Monday 11 January 2027", English.Date(new LocalDate(2027, 1, 11)));

    [Theory]
    [InlineData(15, 30, "3.30pm")]
    [InlineData(8, 30, "8.30am")]
    [InlineData(16, 0, "4pm")]
    [InlineData(9, 5, "9.05am")]
    [InlineData(12, 0, "12 noon")]
    [InlineData(12, 15, "12.15pm")]
    [InlineData(0, 0, "12 midnight")]
    [InlineData(0, 30, "12.30am")]
    public void A_time_is_written_as_people_say_it(int hour, int minute, string words) =>
        Assert.Equal(words, English.Time(new LocalTime(hour, minute)));

    [Theory]
    [InlineData(15, 30, 16, 30, "3.30–4.30pm")]
    [InlineData(11, 30, 12, 30, "11.30am–12.30pm")]
    [InlineData(11, 0, 12, 0, "11am–12 noon")]
    [InlineData(12, 0, 13, 0, "12 noon–1pm")]
    [InlineData(8, 30, 17, 30, "8.30am–5.30pm")]
    public void A_range_says_am_or_pm_once_where_it_can(int fromHour, int fromMinute, int toHour, int toMinute, string words) =>
        Assert.Equal(words, English.Range(new LocalTime(fromHour, fromMinute), new LocalTime(toHour, toMinute)));

    [Fact]
    public void A_meeting_is_a_date_and_a_range() =>
        Assert.Equal("Thursday 3 December 2026, 3.30–4.30pm", English.DateTime(At(2026, 12, 3, 15, 30), 60));

    [Fact]
    public void A_button_needs_no_year() => Assert.Equal("Thursday 3 December, 3.30pm", English.DayTime(At(2026, 12, 3, 15, 30)));

    [Theory]
    [InlineData(45, "45 minutes")]
    [InlineData(60, "1 hour")]
    [InlineData(75, "1 hour 15 minutes")]
    [InlineData(120, "2 hours")]
    [InlineData(150, "2 hours 30 minutes")]
    public void A_length_is_written_in_words(int minutes, string words) => Assert.Equal(words, English.Length(minutes));

    [Fact]
    public void A_list_ends_with_and()
    {
        Assert.Equal("", English.List([]));
        Assert.Equal("Peter", English.List(["Peter"]));
        Assert.Equal("Peter and Grace", English.List(["Peter", "Grace"]));
        Assert.Equal("Peter, Grace and Sam", English.List(["Peter", "Grace", "Sam"]));
    }

    [Theory]
    [InlineData(99, "Under 100 pupils")]
    [InlineData(100, "100 to 210 pupils")]
    [InlineData(210, "100 to 210 pupils")]
    [InlineData(211, "211 to 420 pupils")]
    [InlineData(420, "211 to 420 pupils")]
    [InlineData(421, "421 to 1,000 pupils")]
    [InlineData(1000, "421 to 1,000 pupils")]
    [InlineData(1001, "Over 1,000 pupils")]
    public void A_schools_size_is_a_band_in_words(int pupils, string words) => Assert.Equal(words, English.Size(SizeBands.Of(pupils)));

    [Theory]
    [InlineData(IsoDayOfWeek.Monday, "Monday")]
    [InlineData(IsoDayOfWeek.Sunday, "Sunday")]
    public void A_weekday_has_its_name(IsoDayOfWeek day, string name) => Assert.Equal(name, English.Weekday(day));
}
