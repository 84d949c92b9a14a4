using System.Text;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Register;

namespace PeerBot.Infrastructure.Tests.Register;

public sealed class Schools_from_a_register
{
    private const string Headings =
        "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name),TypeOfEstablishment (name),"
        + "PhaseOfEducation (name),NumberOfPupils,Federations (code),Federations (name),Trusts (code),Trusts (name),UrbanRural (name),"
        + "AdministrativeWard (name),Postcode,TelephoneNum,HeadFirstName,HeadLastName";

    private const string Oakfield =
        "123401,893,Shropshire,Oakfield Primary,Open,Local authority maintained schools,Community school,Primary,210,,,,,"
        + "Rural town and fringe,Ludlow North,SY8 1AB,01584000000,Jane,Doe";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    [Trait("Requirement", "S2-30")]
    public void Has_the_facts_that_the_scheme_needs()
    {
        var (map, _) = RegionMap.Read("Ward,Postcode,Region\n,SY8,South\n"u8.ToArray());

        var school = Assert.Single(Read(Oakfield, map!).Items).Facts;

        Assert.Equal(
            new Organisation(
                RegisterIds.Of("123401")!.Value, "Oakfield Primary", "Local authority maintained schools", "South", 210, "Community school, rural", "Primary",
                Locality: "Ludlow North", Authority: "Shropshire"),
            school);
        Assert.Equal(SizeBand.From100To210, school.Size);
    }

    [Fact]
    public void Names_and_telephones_of_heads_stay_in_the_file()
    {
        var kept = Assert.Single(Read(Oakfield).Items).ToString();

        Assert.DoesNotContain("Doe", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("01584", kept, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(With("Ysgol Llŷn")) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(With("Ysgol Llŷn"))] },
        { "Windows-1252", Windows.GetBytes(With("St Zoë’s École")) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Is_read_in_the_encoding_that_it_comes_in(string encoding, byte[] file)
    {
        var school = Assert.Single(Read(file).Items).Facts;

        Assert.Equal(encoding == "Windows-1252" ? "St Zoë’s École" : "Ysgol Llŷn", school.Name);
    }

    public static TheoryData<string, byte[], string> WrongEncodings => new()
    {
        { "UTF-16", Encoding.Unicode.GetBytes(With("Oakfield")), "UTF-16" },
        { "UTF-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(With("Oakfield"))], "UTF-16" },
        { "UTF-8 that was taken for Windows-1252", Encoding.UTF8.GetBytes(With("St ZoÃ«")), "garbled" },
        { "a capital that was taken for Windows-1252", Encoding.UTF8.GetBytes(With("Ã‰cole St Ã–sgar")), "garbled" },
        { "two encodings in one file", [.. Encoding.UTF8.GetBytes(With("St Zoë")), .. Windows.GetBytes("\n" + Oakfield.Replace("123401", "123402").Replace("Oakfield", "École"))], "garbled" },
        { "a letter that was lost", Encoding.UTF8.GetBytes(With("St Zo\uFFFD")), "garbled" },
    };

    [Theory]
    [MemberData(nameof(WrongEncodings))]
    public void A_wrong_encoding_is_refused_with_its_name(string what, byte[] file, string why)
    {
        var refused = Refused(file);

        Assert.True(refused.All(line => line.Why.Contains(why, StringComparison.Ordinal)) && refused.Count > 0, what);
    }

    public static TheoryData<string, string, int, string?, string> Lines => new()
    {
        { "the same school twice", Oakfield + "\n" + Oakfield, 3, "URN", "The same school is on line 2 already." },
        { "a number that a spreadsheet has changed", Oakfield.Replace("123401", "1.23E+05"), 2, "URN", "no URN" },
        { "no number", Oakfield.Replace("123401", ""), 2, "URN", "empty" },
        { "no name", Oakfield.Replace("Oakfield Primary", " "), 2, "EstablishmentName", "empty" },
        { "pupils that are no number", Oakfield.Replace(",210,", ",about 200,"), 2, "NumberOfPupils", "no whole number" },
        { "fewer pupils than none", Oakfield.Replace(",210,", ",-3,"), 2, "NumberOfPupils", "formula" },
        { "a formula", Oakfield.Replace("Oakfield Primary", "\"=HYPERLINK(\"\"x\"\")\""), 2, "EstablishmentName", "formula" },
        { "a formula in disguise", Oakfield.Replace("Oakfield Primary", "@SUM(A1)"), 2, "EstablishmentName", "formula" },
        { "a formula that has failed", Oakfield.Replace("Oakfield Primary", "#REF!"), 2, "EstablishmentName", "failed" },
        { "a status that nobody knows", Oakfield.Replace(",Open,", ",Ajar,"), 2, "EstablishmentStatus (name)", "not known" },
        { "a comma too many", Oakfield.Replace("Jane", "Jane,Ann"), 2, null, "20 cells" },
        { "a quotation mark in the wrong place", Oakfield.Replace("Oakfield Primary", "Oak\"field"), 2, null, "quotation mark" },
        { "no schools", "", 1, null, "no schools" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_that_is_refused_says_why(string what, string lines, int number, string? column, string why)
    {
        var refused = Assert.Single(Refused(Encoding.UTF8.GetBytes($"{Headings}\n{lines}")));

        Assert.True((refused.Line, refused.Column) == (number, column), what);
        Assert.Contains(why, refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var lines = $"{Oakfield.Replace("123401", "x")}\n{Oakfield}\n{Oakfield.Replace("123401", "123402").Replace(",210,", ",many,")}";

        Assert.Equal([2, 4], Refused(Encoding.UTF8.GetBytes($"{Headings}\n{lines}")).Select(line => line.Line));
    }

    [Fact]
    public void An_empty_number_is_not_known_and_a_closed_school_is_closed()
    {
        var read = Read(Oakfield.Replace(",210,", ",,").Replace(",Open,", ",Closed,"));

        Assert.Null(Assert.Single(read.Items).Facts.PupilCount);
        Assert.True(read.Items[0].Facts.Closed);
    }

    [Fact]
    public void Other_authorities_and_schools_that_are_not_open_yet_are_left_out()
    {
        var lines = $"{Oakfield}\n{Oakfield.Replace("123401", "nonsense").Replace("Shropshire", "Kent").Replace("893", "886")}\n"
            + Oakfield.Replace("123401", "123402").Replace(",Open,", ",Proposed to open,");
        var file = Encoding.UTF8.GetBytes($"{Headings}\n{lines}");

        var byName = (Reading<RegisteredSchool>.Read)SchoolsFile.Read(file, RegionMap.None, "shropshire");
        var byCode = (Reading<RegisteredSchool>.Read)SchoolsFile.Read(file, RegionMap.None, "893");

        Assert.Equal("Oakfield Primary", Assert.Single(byName.Items).Facts.Name);
        Assert.Equal((2, 2), (byName.LeftOut, byCode.LeftOut));
    }

    [Theory]
    [InlineData(",,,,Rural", "F9,Hillside Federation,,,Rural", "federation-F9")]
    [InlineData(",,,,Rural", ",,T1,Severn Trust,Rural", "trust-T1")]
    public void A_federation_or_trust_is_the_group(string nothing, string columns, string group) =>
        Assert.Equal(group, Assert.Single(Read(Oakfield.Replace(nothing, columns)).Items).Facts.Group?.Id);

    [Fact]
    public void Columns_that_are_missing_are_named()
    {
        var refused = Assert.Single(Refused("URN,EstablishmentName\n123401,Oakfield\n"u8.ToArray()));

        Assert.Contains("LA (name), EstablishmentStatus (name)", refused.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SY8 1AB", null, "South")]
    [InlineData("SY1 1AB", null, "Central")]
    [InlineData("SY12 0AA", null, "Edge")]
    [InlineData("SY8 2ZZ", null, "South sector 2")]
    [InlineData("WV1 1AA", null, null)]
    [InlineData("SY8 1AB", "Oswestry", "North")]
    [InlineData(null, "oswestry", "North")]
    public void A_region_is_found_by_ward_or_else_by_the_closest_postcode(string? postcode, string? ward, string? region)
    {
        var (map, refused) = RegionMap.Read("Ward,Postcode,Region\nOswestry,,North\n,SY8,South\n,SY8 2,South sector 2\n,SY1,Central\n,SY,Edge\n"u8.ToArray());

        Assert.Empty(refused);
        Assert.Equal(region, map!.Of(ward, postcode));
    }

    [Fact]
    public void A_school_in_no_region_is_noted()
    {
        var (map, _) = RegionMap.Read("Ward,Postcode,Region\n,WV1,East\n"u8.ToArray());

        Assert.Contains("no region", Assert.Single(Read(Oakfield, map!).Notes).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ward,Postcode,Region\nOswestry,SY8,North\n", 2)]
    [InlineData("Ward,Postcode,Region\nOswestry,,North\nOSWESTRY,,South\n", 3)]
    [InlineData("Ward,Postcode,Region\nOswestry,,\n", 2)]
    [InlineData("Place,Part\nOswestry,North\n", 1)]
    public void A_region_map_is_checked_too(string text, int line)
    {
        var (map, refused) = RegionMap.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(map);
        Assert.Equal(line, Assert.Single(refused).Line);
    }

    [Fact]
    public void Scottish_schools_on_one_campus_are_two()
    {
        var file = "SEED code;School name;Local authority;School type;Pupil roll;Urban/rural\n5234567;Brae School;Shetland;Primary;61;Remote rural\n5234567;Brae School;Shetland;Secondary;102;Remote rural\n"u8.ToArray();

        var schools = Read(file).Items;

        Assert.Equal([RegisterIds.Of("5234567P"), RegisterIds.Of("5234567S")], schools.Select(school => (OrganisationId?)school.Facts.Id));
        Assert.Equal("Primary, rural", schools[0].Facts.SchoolType);
        Assert.Equal("The same school is on line 2 already.", Assert.Single(Refused("SchUID,School name\n5234567P,Brae\n5234567P,Brae\n"u8.ToArray())).Why);
        Assert.Contains("no SEED code", Assert.Single(Refused("SchUID,School name\n52345,Brae\n"u8.ToArray())).Why, StringComparison.Ordinal);
    }

    private static string With(string name) => $"{Headings}\n{Oakfield.Replace("Oakfield Primary", name)}";

    private static Reading<RegisteredSchool>.Read Read(string lines, RegionMap? map = null) => Read(Encoding.UTF8.GetBytes($"{Headings}\n{lines}"), map);

    private static Reading<RegisteredSchool>.Read Read(byte[] file, RegionMap? map = null) =>
        Assert.IsType<Reading<RegisteredSchool>.Read>(SchoolsFile.Read(file, map ?? RegionMap.None));

    private static IReadOnlyList<RefusedLine> Refused(byte[] file) =>
        Assert.IsType<Reading<RegisteredSchool>.Refused>(SchoolsFile.Read(file, RegionMap.None)).Lines;
}
