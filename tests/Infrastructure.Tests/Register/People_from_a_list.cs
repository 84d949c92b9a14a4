using System.Text;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Register;

namespace PeerBot.Infrastructure.Tests.Register;

public sealed class People_from_a_list
{
    private const string Amira =
        "11111111-2222-3333-4444-555555555555,amira.khan@school.example,Amira Khan,Head teacher,123401,headteacher-peer-support; peer-coaching,Leadership,sam@council.example";

    private static readonly Guid Tenant = new(1, 2, 3, new byte[8]);

    [Fact]
    public void Has_work_facts_alone()
    {
        var person = Assert.Single(Assert.IsType<Reading<RegisteredPerson>.Read>(Read(Amira)).Items);

        Assert.Equal(PersonId.Of(Tenant.ToString(), "11111111-2222-3333-4444-555555555555"), person.Facts.Id);
        Assert.Equal(("Amira Khan", "amira.khan@school.example", "headteacher", "Leadership"), (person.Facts.Name, person.Facts.Email, person.Facts.JobRole, person.Facts.Department));
        Assert.Equal(RegisterIds.Of("123401"), person.Facts.Organisation);
        Assert.Equal(["headteacher-peer-support", "peer-coaching"], person.Facts.Programmes);
        Assert.Equal(("123401", "sam@council.example"), (person.School, person.LineManager));
    }

    [Theory, Trait("Requirement", "S3-07")]
    [InlineData("Highland", "Highland")]
    [InlineData("", null)]
    public void May_name_the_authority_of_somebody_who_works_at_no_place_with_a_number(string cell, string? authority)
    {
        var line = Amira.Replace("123401", "", StringComparison.Ordinal) + "," + cell;
        var person = Assert.Single(Assert.IsType<Reading<RegisteredPerson>.Read>(
            PeopleFile.Read(Encoding.UTF8.GetBytes($"{PeopleFile.Headings},Authority\n{line}"), Tenant)).Items);

        Assert.Equal((null, authority), (person.Facts.Organisation, person.Facts.Authority));
    }

    public static TheoryData<string, string, int, string?, string> Lines => new()
    {
        { "the same account twice", Amira + "\n" + Amira.Replace("amira", "other"), 3, "Entra object id", "on line 2 already" },
        { "the same address twice", Amira + "\n" + Amira.Replace("1111", "2222").Replace("amira", "AMIRA"), 3, "E-mail", "on line 2 already" },
        { "no account", Amira.Replace("11111111-2222-3333-4444-555555555555", ""), 2, "Entra object id", "empty" },
        { "something else as an account", Amira.Replace("11111111-2222-3333-4444-555555555555", "amira"), 2, "Entra object id", "no object id" },
        { "no address", Amira.Replace("amira.khan@school.example", "amira.khan"), 2, "E-mail", "no e-mail address" },
        { "no name", Amira.Replace("Amira Khan", ""), 2, "Name", "empty" },
        { "a formula for a name", Amira.Replace("Amira Khan", "=A1"), 2, "Name", "formula" },
        { "a school that is no number", Amira.Replace("123401", "Oakfield"), 2, "Organisation URN", "no URN" },
        { "a manager without an address", Amira.Replace("sam@council.example", "Sam Reid"), 2, "Line manager", "no e-mail address" },
        { "nobody", "", 1, null, "no people" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_that_is_refused_says_why(string what, string lines, int number, string? column, string why)
    {
        var refused = Assert.Single(Assert.IsType<Reading<RegisteredPerson>.Refused>(Read(lines)).Lines);

        Assert.True((refused.Line, refused.Column) == (number, column), what);
        Assert.Contains(why, refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_columns_are_named_with_all_that_are_needed()
    {
        var refused = Assert.IsType<Reading<RegisteredPerson>.Refused>(PeopleFile.Read("E-mail,Name\nx@y.example,X\n"u8.ToArray(), Tenant));

        Assert.Contains("Entra object id, Job role", Assert.Single(refused.Lines).Why, StringComparison.Ordinal);
        Assert.Contains(PeopleFile.Headings, refused.Lines[0].Why, StringComparison.Ordinal);
    }

    private static Reading<RegisteredPerson> Read(string lines) => PeopleFile.Read(Encoding.UTF8.GetBytes($"{PeopleFile.Headings}\n{lines}"), Tenant);
}
