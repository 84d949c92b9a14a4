using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PeerBot.Register;

/// <summary>A file with a line of headings: its rows, each with the line on which it begins.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> columns;

    private CsvTable(Dictionary<string, int> columns, IReadOnlyList<CsvLine> lines)
    {
        this.columns = columns;
        Lines = lines;
    }

    public IReadOnlyList<CsvLine> Lines { get; }

    /// <returns>Null, with what is wrong, for a file that is no table.</returns>
    public static (CsvTable? Table, IReadOnlyList<RefusedLine> Refused) Read(byte[] file)
    {
        var (text, why) = CsvText.Of(file);
        if (text is null)
            return (null, [new(1, null, why)]);
        if (string.IsNullOrWhiteSpace(text))
            return (null, [new(1, null, "The file is empty.")]);

        var (rows, refused) = Rows(text);
        if (rows.Count == 0 || refused.Count > 0)
            return (null, refused.Count > 0 ? refused : [new(1, null, "The file is empty.")]);
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows[0].Cells.Length; i++)
        {
            var name = rows[0].Cells[i].Trim();
            if (name.Length > 0 && !columns.TryAdd(name, i))
                refused.Add(new(1, name, "This column is there twice."));
        }

        var table = new CsvTable(columns, [.. rows.Skip(1)]);
        foreach (var line in table.Lines)
        {
            line.Table = table;
            if (line.Cells.Length != rows[0].Cells.Length)
                refused.Add(new(line.Number, null, $"The line has {line.Cells.Length} cells, the headings are {rows[0].Cells.Length}: is a comma or a quotation mark missing?"));
        }

        return refused.Count > 0 ? (null, refused) : (table, []);
    }

    public bool Has(string column) => columns.ContainsKey(column);

    internal int? PlaceOf(string column) => columns.TryGetValue(column, out var place) ? place : null;

    private static (List<CsvLine> Rows, List<RefusedLine> Refused) Rows(string text)
    {
        var (rows, refused) = (new List<CsvLine>(), new List<RefusedLine>());
        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            BadDataFound = _ => bad = true,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var before = 0;
        while (parser.Read())
        {
            // The cells are parsed when they are asked for.
            var cells = parser.Record;
            if (bad)
                refused.Add(new(before + 1, null, "A quotation mark is in the wrong place."));
            else if (cells is not null && Array.Exists(cells, cell => cell.Length > 0))
                rows.Add(new(before + 1, cells));
            (before, bad) = (parser.RawRow, false);
        }

        return (rows, refused);
    }

    // Spreadsheets of some countries write semicolons.
    private static string Delimiter(string text)
    {
        var heading = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end && end < 0 ? text.Length : end);
        var (commas, semicolons, tabs) = (heading.Count(','), heading.Count(';'), heading.Count('\t'));
        return tabs > commas && tabs > semicolons ? "\t" : semicolons > commas ? ";" : ",";
    }
}

/// <summary>One row. Asking for a cell notes what is wrong with it.</summary>
internal sealed class CsvLine(int number, string[] cells)
{
    private const int Longest = 200;
    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

    public int Number { get; } = number;

    public string[] Cells { get; } = cells;

    public CsvTable Table { get; set; } = null!;

    public List<RefusedLine> Faults { get; } = [];

    /// <returns>Null for what is empty, or is a column that the file does not have.</returns>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Table.PlaceOf(name) is not { } place)
                continue;
            var cell = Cells[place];
            if (Wrong(cell) is { } why)
            {
                Refuse(name, why);
                return null;
            }

            return cell.Trim() is { Length: > 0 } text ? text : null;
        }

        return null;
    }

    public string Needed(params ReadOnlySpan<string> names)
    {
        var faults = Faults.Count;
        var text = Text(names);
        if (text is null && Faults.Count == faults)
            Refuse(names[0], "This is empty, and it is needed.");
        return text ?? "";
    }

    /// <summary>Null for an empty cell.</summary>
    public int? Whole(params ReadOnlySpan<string> names)
    {
        if (Text(names) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Refuse(names[0], $"\"{text}\" is no whole number; leave it empty where there is none.");
        return null;
    }

    public void Refuse(string? column, string why) => Faults.Add(new(Number, column, why));

    private static string? Wrong(string cell) => cell switch
    {
        ['=' or '+' or '-' or '@' or '\t' or '\r', _, ..] => "This begins like a formula of a spreadsheet; put the plain text there.",
        _ when Errors.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase) => "A formula of a spreadsheet has failed here.",
        _ when cell.Length > Longest => $"This is longer than {Longest} characters.",
        _ when IsGarbled(cell) => "Letters are garbled: the file was saved in another encoding than it was read in.",
        _ => null,
    };

    // What Windows-1252 makes of the second byte of a capital with an accent: "École" is "Ã‰cole".
    private const string AfterCapital = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    // Control characters, the mark for a letter that could not be read, or what UTF-8 looks like when it was read as Windows-1252.
    private static bool IsGarbled(string cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if ((char.IsControl(cell[i]) && cell[i] is not ('\n' or '\r' or '\t')) || cell[i] == '\uFFFD')
                return true;
            if (i + 1 < cell.Length && ((cell[i] is 'Ã' or 'Â' && cell[i + 1] is >= '\u0080' and <= '\u00BF')
                || (cell[i] == 'Ã' && AfterCapital.Contains(cell[i + 1], StringComparison.Ordinal)) || (cell[i] == 'â' && cell[i + 1] == '€')))
                return true;
        }

        return false;
    }
}
