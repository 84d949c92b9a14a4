using System.Text.Json.Nodes;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Faults_in_a_calendar_file
{
    private const string Sound =
        """
        {
          "calendars": [
            {
              "id": "town-2026-27", "schoolYear": "2026-27", "bankHolidayDivision": "scotland",
              "terms": [
                { "name": "Autumn", "first": "2026-08-19", "last": "2026-12-18" },
                { "name": "Spring", "first": "2027-01-05", "last": "2027-03-24" }
              ],
              "closures": [ { "name": "February", "first": "2027-02-08", "last": "2027-02-12" } ],
              "inServiceDays": [ "2026-08-18" ]
            },
            {
              "id": "town-2027-28", "schoolYear": "2027-28", "bankHolidayDivision": "scotland",
              "terms": [ { "name": "Long", "first": "2027-05-03", "last": "2028-06-30" } ]
            }
          ],
          "divisions": { "scotland": [ { "date": "2026-11-30", "title": "St Andrew's Day" } ] }
        }
        """;

    [Fact]
    public void A_sound_file_has_none() => Assert.IsType<CalendarLoad.Loaded>(CalendarCatalogue.From([new("sound.json", Sound)]));

    [Theory]
    // dates
    [InlineData("calendars[0].terms[0].first", "\"31.8.2026\"", "$.calendars[0].terms[0].first", "a date such as 2026-09-01, found '31.8.2026'")]
    [InlineData("calendars[0].terms[1].last", "null", "$.calendars[0].terms[1].last", "a date such as 2026-09-01, found nothing")]
    [InlineData("calendars[0].terms[0].last", "\"2026-08-01\"", "$.calendars[0].terms[0].last", "the last day of 'Autumn', 2026-08-19 or later, found 2026-08-01")]
    [InlineData("calendars[0].closures[0].first", "\"2027-02-30\"", "$.calendars[0].closures[0].first", "a date such as 2026-09-01, found '2027-02-30'")]
    [InlineData("calendars[0].closures[0].last", "\"2027-02-07\"", "$.calendars[0].closures[0].last", "the last day of 'February', 2027-02-08 or later, found 2027-02-07")]
    // terms that overlap, in one year and between two
    [InlineData("calendars[0].terms[1].first", "\"2026-12-18\"", "$.calendars[0].terms", "'Spring' of 'town-2026-27' to start after 'Autumn' is over on 2026-12-18, found 2026-12-18")]
    [InlineData("calendars[1].terms[0].first", "\"2027-03-24\"", "$.calendars[1].terms", "'Long' of 'town-2027-28' to start after 'Spring' is over on 2027-03-24, found 2027-03-24")]
    // holes: a term, a year, a year of bank holidays
    [InlineData("calendars[0].terms[0].last", "\"2026-10-26\"", "$.calendars[0].terms", "at most 70 days without a term, but 'Autumn' and 'Spring' of 'town-2026-27' are 71 days apart")]
    [InlineData("calendars[0].terms", "[]", "$.calendars[0].terms", "at least one term of 'town-2026-27'")]
    [InlineData("calendars[1]", """{"id":"town-2028-29","schoolYear":"2028-29","bankHolidayDivision":"scotland","terms":[{"name":"L","first":"2027-05-03","last":"2028-06-30"}]}""", "$.calendars[1].schoolYear", "the year after 'town-2026-27', but one is missing before 'town-2028-29'")]
    [InlineData("divisions.scotland", """[{"date":"2026-11-30","title":"A"},{"date":"2028-11-30","title":"A"}]""", "$.divisions.scotland", "bank holidays of every year, but there are none between 2026 and 2028")]
    [InlineData("divisions.scotland", "[]", "$.divisions.scotland", "at least one bank holiday")]
    // names
    [InlineData("calendars[0].bankHolidayDivision", "\"wales\"", "$.calendars[0].bankHolidayDivision", "one of england-and-wales, scotland, northern-ireland, or null, found 'wales'")]
    [InlineData("divisions", """{"scotland":[{"date":"2026-11-30","title":"A"}],"narnia":[{"date":"2026-12-25","title":"A"}]}""", "$.divisions.narnia", "one of england-and-wales, scotland, northern-ireland")]
    [InlineData("divisions", """{"england-and-wales":[{"date":"2026-12-25","title":"A"}]}""", "$.calendars[0]", "a division whose bank holidays some file lists, for 'town-2026-27'")]
    [InlineData("calendars[0].id", "\"town\"", "$.calendars[0].schoolYear", "a year such as 2026 or 2026-27 that 'town' ends with, found '2026-27'")]
    [InlineData("calendars[0].schoolYear", "\"2026-28\"", "$.calendars[0].schoolYear", "a year such as 2026 or 2026-27 that 'town-2026-27' ends with, found '2026-28'")]
    [InlineData("calendars[0].id", "null", "$.calendars[0].id", "a name and a school year, such as shropshire-2026-27")]
    [InlineData("calendars[0].terms[0].name", "\"\"", "$.calendars[0].terms[0].name", "a name")]
    [InlineData("standIns", """{"default":"city"}""", "$.standIns.default", "the name of a calendar, found 'city'")]
    [InlineData("standIns", """{"town":"town"}""", "$.standIns.town", "a name that no calendar has")]
    // in-service days that contradict the rest
    [InlineData("calendars[0].inServiceDays", """["2027-02-10"]""", "$.calendars[0].inServiceDays[0]", "a day outside the closure 'February', found 2027-02-10")]
    [InlineData("calendars[0].inServiceDays", """["2026-08-22"]""", "$.calendars[0].inServiceDays[0]", "a weekday, but 2026-08-22 is a Saturday")]
    // shape
    [InlineData("calendars[0].trems", "[]", "$.calendars[0].trems", "a field that belongs here, with a value of its type")]
    [InlineData("calendars[0].closures", "7", "$.calendars[0].closures", "a field that belongs here, with a value of its type")]
    [InlineData("calendars[0].closures", "[7]", "$.calendars[0].closures[0]", "a field that belongs here, with a value of its type")]
    [InlineData("calendars[0].id", "7", "$.calendars[0].id", "a field that belongs here, with a value of its type")]
    [InlineData("divisions.scotland", "{}", "$.divisions.scotland", "a field that belongs here, with a value of its type")]
    [InlineData("standIns", "[]", "$.standIns", "a field that belongs here, with a value of its type")]
    [InlineData("calendars[0].closures", "[null]", "$.calendars[0].closures[0]", "an entry, found null")]
    public void Are_named_by_file_path_and_expectation(string path, string value, string at, string expectation)
    {
        var json = JsonNode.Parse(Sound)!.AsObject();
        if (path == "calendars[1]") json["calendars"]![1] = JsonNode.Parse(value);
        else json.Put(path, value);

        Assert.Contains(new DefinitionProblem("town.json", at, expectation), Problems(new DefinitionSource("town.json", json.ToJsonString())));
    }

    [Theory]
    [InlineData("{", "valid JSON in which no field occurs twice, but line 1 is wrong")]
    [InlineData("{}", "an object with 'calendars' or 'divisions'")]
    [InlineData("null", "an object with 'calendars' or 'divisions'")]
    [InlineData("[]", "an object with 'calendars' or 'divisions'")]
    public void A_file_that_is_something_else_is_one(string json, string expectation) =>
        Assert.Equal([new DefinitionProblem("other.json", "$", expectation)], Problems(new DefinitionSource("other.json", json)));

    [Fact]
    public void Two_files_may_not_list_the_same_year_or_division()
    {
        var problems = Problems(new("one.json", Sound), new("two.json", Sound));

        Assert.Contains(new DefinitionProblem("two.json", "$.divisions.scotland", "a division that no other file lists"), problems);
        Assert.Contains(new DefinitionProblem("two.json", "$.calendars[0].id", "an id of its own, but 'town-2026-27' is listed twice"), problems);
    }

    [Fact]
    public void All_of_them_are_found_at_once()
    {
        var json = JsonNode.Parse(Sound)!.AsObject();
        json.Put("calendars[0].terms[0].first", "\"soon\"");
        json.Put("calendars[0].closures[0].last", "\"2027-02-07\"");
        json.Put("divisions.scotland", "[]");

        Assert.Equal(3, Problems(new DefinitionSource("town.json", json.ToJsonString())).Count(p => p.File == "town.json"));
    }

    [Fact]
    public void An_empty_folder_is_one() =>
        Assert.IsType<CalendarLoad.Refused>(CalendarCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "no such folder")));

    private static IReadOnlyList<DefinitionProblem> Problems(params DefinitionSource[] files) =>
        CalendarCatalogue.From(files) is CalendarLoad.Refused refused ? refused.Problems : [];
}
