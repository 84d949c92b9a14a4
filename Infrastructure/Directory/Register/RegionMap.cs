namespace PeerBot.Register;

/// <summary>Which part of an authority's area a school lies in: no register has it. By ward, or else by the longest beginning of a postcode.</summary>
public sealed class RegionMap
{
    private readonly Dictionary<string, string> wards = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Beginning, string Region)> postcodes = [];

    public static RegionMap None { get; } = new();

    /// <summary>A file with the columns <c>Ward</c>, <c>Postcode</c> and <c>Region</c>; each line fills one of the first two.</summary>
    public static (RegionMap? Map, IReadOnlyList<RefusedLine> Refused) Read(byte[] file)
    {
        var (table, refused) = CsvTable.Read(file);
        if (table is null)
            return (null, refused);
        if (!table.Has("Region") || (!table.Has("Ward") && !table.Has("Postcode")))
            return (null, [new(1, null, "The file needs the columns Ward, Postcode and Region.")]);

        var map = new RegionMap();
        var faults = new List<RefusedLine>();
        foreach (var line in table.Lines)
        {
            var (ward, postcode, region) = (line.Text("Ward"), line.Text("Postcode"), line.Needed("Region"));
            if (ward is null == postcode is null)
                line.Refuse(null, "Fill either Ward or Postcode.");
            else if (ward is not null && !map.wards.TryAdd(ward, region))
                line.Refuse("Ward", $"\"{ward}\" is there twice.");
            else if (postcode is not null)
                map.postcodes.Add((postcode.ToUpperInvariant(), region));
            faults.AddRange(line.Faults);
        }

        map.postcodes.Sort((one, other) => other.Beginning.Length.CompareTo(one.Beginning.Length));
        return faults.Count > 0 ? (null, faults) : (map, []);
    }

    /// <returns>Null where the map has none.</returns>
    public string? Of(string? ward, string? postcode)
    {
        if (ward is not null && wards.TryGetValue(ward, out var region))
            return region;
        var plain = (postcode ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return plain.Length > 3 ? postcodes.FirstOrDefault(entry => IsWithin(plain[..^3], plain[^3..], entry.Beginning)).Region : null;
    }

    // "SY" is an area, "SY8" a district, which "SY81" is not, and "SY8 1" a sector of it.
    private static bool IsWithin(string district, string rest, string beginning) =>
        beginning.Contains(' ', StringComparison.Ordinal) ? $"{district} {rest}".StartsWith(beginning, StringComparison.Ordinal)
        : beginning == district
            || (beginning.All(char.IsLetter) && district.StartsWith(beginning, StringComparison.Ordinal) && char.IsDigit(district[beginning.Length]));
}
