using System.Buffers;
using System.Text;

namespace PeerBot.Domain.Oversight;

/// <summary>A table as a CSV file that spreadsheets open: UTF-8 with a mark, and no cell that one of them would take for a formula.</summary>
public static class ReportCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <summary>What a formula begins with, also in the wide forms of East Asian keyboards.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-−@＝＋－＠");

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Quotation marks alone would not do: a spreadsheet reads through them, and through spaces. An apostrophe before it makes it text.
    private static string Cell(string text)
    {
        var safe = text.AsSpan().TrimStart() is [var first, ..] && Formula.Contains(first) || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return safe.Length != text.Length || safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
