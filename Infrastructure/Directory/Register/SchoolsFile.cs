using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Register;

/// <summary>
/// Schools from a register: England's <c>edubasealldata</c> (GIAS), or Scotland's list of schools. Reads what PeerBot needs and nothing else: names
/// and telephones of heads stay in the file.
/// </summary>
public static class SchoolsFile
{
    private const string Closed = "Closed";

    private static readonly string[] Gias =
        ["URN", "EstablishmentName", "LA (name)", "EstablishmentStatus (name)", "EstablishmentTypeGroup (name)", "PhaseOfEducation (name)", "NumberOfPupils"];

    private static readonly string[] Authority = ["LA (name)", "LA (code)", "LA Name", "Local authority"];
    private static readonly string[] SeedCode = ["SchUID", "SEED code", "SeedCode", "Seed Code"];
    private static readonly string[] SchoolName = ["School name", "School Name", "EstablishmentName"];

    /// <param name="authority">Name or code of the one authority whose schools are meant; null: all of them.</param>
    public static Reading<RegisteredSchool> Read(byte[] file, RegionMap regions, string? authority = null)
    {
        var (table, refused) = CsvTable.Read(file);
        if (table is null)
            return new Reading<RegisteredSchool>.Refused(refused);
        var scottish = SeedCode.Any(table.Has);
        var missing = scottish ? (SchoolName.Any(table.Has) ? [] : ["School name"]) : Gias.Where(column => !table.Has(column)).ToArray();
        if (missing.Length > 0)
        {
            return new Reading<RegisteredSchool>.Refused(
            [
                new(1, null, $"Columns are missing: {string.Join(", ", missing)}. Use GIAS's file of all establishment fields, or a list with SEED codes, with its headings as they are."),
            ]);
        }

        var (schools, faults, notes, leftOut) = (new List<RegisteredSchool>(), new List<RefusedLine>(), new List<RefusedLine>(), 0);
        var lines = new Dictionary<OrganisationId, int>();
        foreach (var line in table.Lines)
        {
            if (authority is not null && !IsOf(line, authority))
            {
                leftOut++;
                continue;
            }

            var school = scottish ? Scottish(line) : English(line, regions);
            if (school is null && line.Faults.Count == 0)
                leftOut++;
            if (school is not null && !lines.TryAdd(school.Id, line.Number))
                line.Refuse(scottish ? "SchUID" : "URN", $"The same school is on line {lines[school.Id]} already.");
            if (school is { Region: null, Closed: false } && regions != RegionMap.None)
                notes.Add(new(line.Number, null, $"{school.Name} is in no region of the map."));
            faults.AddRange(line.Faults);
            if (school is not null && line.Faults.Count == 0)
                schools.Add(new(line.Number, school));
        }

        if (faults.Count == 0 && schools.Count == 0)
            faults.Add(new(1, null, authority is null ? "The file has no schools." : $"The file has no schools of {authority}."));
        return faults.Count > 0 ? new Reading<RegisteredSchool>.Refused(faults) : new Reading<RegisteredSchool>.Read(schools, leftOut, notes);
    }

    private static bool IsOf(CsvLine line, string authority) =>
        Authority.Any(column =>
            line.Table.PlaceOf(column) is { } place && string.Equals(line.Cells[place].Trim(), authority, StringComparison.OrdinalIgnoreCase));

    // Null without a fault: a school that is not open yet.
    private static Organisation? English(CsvLine line, RegionMap regions)
    {
        var urn = line.Needed("URN");
        var id = RegisterIds.Of(urn);
        if (urn.Length > 0 && (id is null || urn.Length > 6))
            line.Refuse("URN", $"\"{urn}\" is no URN: five or six digits. Has a spreadsheet changed it?");
        var status = line.Needed("EstablishmentStatus (name)");
        if (status.StartsWith("Proposed to open", StringComparison.OrdinalIgnoreCase))
            return null;
        if (status.Length > 0 && !status.StartsWith("Open", StringComparison.OrdinalIgnoreCase) && !status.Equals(Closed, StringComparison.OrdinalIgnoreCase))
            line.Refuse("EstablishmentStatus (name)", $"\"{status}\" is not known: Open, Open but proposed to close, Closed or Proposed to open.");

        var ward = line.Text("AdministrativeWard (name)");
        var place = line.Text("UrbanRural (name)");
        var type = line.Text("TypeOfEstablishment (name)");
        return new Organisation(
            id ?? default, line.Needed("EstablishmentName"), line.Text("EstablishmentTypeGroup (name)"), regions.Of(ward, line.Text("Postcode")),
            line.Whole("NumberOfPupils"), (type, place) is ({ } words, { } where) ? $"{words}, {(IsRural(where) ? "rural" : "town")}" : type,
            line.Text("PhaseOfEducation (name)"), GroupOf(line, "Federations", "federation") ?? GroupOf(line, "Trusts", "trust"),
            ward ?? line.Text("DistrictAdministrative (name)"), line.Text("LA (name)"), Closed: status.Equals(Closed, StringComparison.OrdinalIgnoreCase));
    }

    private static Organisation Scottish(CsvLine line)
    {
        var number = line.Needed(SeedCode);
        var sector = line.Text("School type", "Sector") switch
        {
            { } word when word.StartsWith("Prim", StringComparison.OrdinalIgnoreCase) => "P",
            { } word when word.StartsWith("Sec", StringComparison.OrdinalIgnoreCase) => "S",
            { } word when word.StartsWith("Spec", StringComparison.OrdinalIgnoreCase) => "SP",
            _ => "",
        };
        var unique = number.Length > 0 && char.IsDigit(number[^1]) ? number + sector : number;
        var id = RegisterIds.Of(unique);
        if (number.Length > 0 && (id is null || unique.Length < 7))
            line.Refuse(SeedCode[0], $"\"{number}\" is no SEED code or SchUID: seven digits, then P, S or SP. Has a spreadsheet changed it?");
        var place = line.Text("Urban rural", "Urban/rural", "Urban Rural 8-fold");
        var type = line.Text("School type", "Sector");
        return new Organisation(
            id ?? default, line.Needed(SchoolName), TypeGroup: line.Text("Centre type", "Funding"), PupilCount: line.Whole("Pupil roll", "Roll"),
            SchoolType: (type, place) is ({ } words, { } where) ? $"{words}, {(IsRural(where) ? "rural" : "town")}" : type, Phase: type,
            Locality: line.Text("Town", "Locality"), Authority: line.Text("Local authority", "LA Name"));
    }

    private static bool IsRural(string place) => place.Contains("rural", StringComparison.OrdinalIgnoreCase) || place.Contains("hamlet", StringComparison.OrdinalIgnoreCase)
        || place.Contains("village", StringComparison.OrdinalIgnoreCase);

    private static SchoolGroup? GroupOf(CsvLine line, string column, string kind) =>
        (line.Text($"{column} (code)"), line.Text($"{column} (name)")) is ({ } code, { } name) ? new SchoolGroup($"{kind}-{code}", name) : null;
}
