namespace PeerBot.Domain.Oversight;

/// <summary>
/// Hides the cells of a table that too few people stand behind, and as many others as it takes that no hidden one can be reckoned from the rest
/// and the sums of rows and columns, which may be known from elsewhere. A cell that nobody stands behind is shown: it points at nobody, and gaps are
/// what some reports are for.
/// </summary>
public static class SmallNumbers
{
    /// <returns>The table with null for what is hidden.</returns>
    /// <param name="counts">Row by row, all rows of the same length.</param>
    /// <param name="least">Fewest people behind a cell that is shown.</param>
    public static IReadOnlyList<IReadOnlyList<int?>> Hide(IReadOnlyList<IReadOnlyList<int>> counts, int least)
    {
        var hidden = counts.Select(row => row.Select(count => count > 0 && count < least).ToArray()).ToArray();
        while (HideOneMore(counts, hidden, least))
        {
        }

        return [.. counts.Select((row, r) => (IReadOnlyList<int?>)[.. row.Select((count, c) => hidden[r][c] ? (int?)null : count)])];
    }

    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts, int least) => Hide([counts], least)[0];

    private static bool HideOneMore(IReadOnlyList<IReadOnlyList<int>> counts, bool[][] hidden, int least)
    {
        var lines = Lines(counts);
        foreach (var line in lines)
        {
            var covered = line.Where(cell => hidden[cell.Row][cell.Column]).ToList();
            if (covered.Count > 0 && (covered.Count == 1 || covered.Sum(cell => counts[cell.Row][cell.Column]) < least) && HideLeast(line))
                return true;
        }

        // Two cells in each line are not enough where they hang together by one cell alone: that one is what the rest leaves over.
        return lines.Count > 1 && counts.Count > 1
            && Cells(counts).Where(cell => hidden[cell.Row][cell.Column] && !IsInRing(cell, hidden))
                .Any(cell => HideLeast([.. Cells(counts).Where(other => other.Row == cell.Row || other.Column == cell.Column)]));

        bool HideLeast(IReadOnlyList<(int Row, int Column)> line)
        {
            var open = line.Where(cell => !hidden[cell.Row][cell.Column]).ToList();
            if (open.Count == 0)
                return false;

            // Where nothing but empty cells is left, one of them goes too: that it is empty would say what the others are.
            var (row, column) = open.MinBy(cell => (counts[cell.Row][cell.Column] == 0, counts[cell.Row][cell.Column]));
            hidden[row][column] = true;
            return true;
        }
    }

    // The sum of a single cell says no more than the cell: then there are no lines that way.
    private static List<IReadOnlyList<(int Row, int Column)>> Lines(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var columns = counts.Count == 0 ? 0 : counts[0].Count;
        var lines = new List<IReadOnlyList<(int Row, int Column)>>();
        if (columns > 1)
            lines.AddRange(Enumerable.Range(0, counts.Count).Select(row => (IReadOnlyList<(int, int)>)[.. Enumerable.Range(0, columns).Select(column => (row, column))]));
        if (counts.Count > 1)
            lines.AddRange(Enumerable.Range(0, columns).Select(column => (IReadOnlyList<(int, int)>)[.. Enumerable.Range(0, counts.Count).Select(row => (row, column))]));
        return lines;
    }

    private static IEnumerable<(int Row, int Column)> Cells(IReadOnlyList<IReadOnlyList<int>> counts) =>
        counts.SelectMany((row, r) => row.Select((_, c) => (r, c)));

    // Whether the cell's row is reached from its column by other hidden cells: then one may grow as the next shrinks, all the way round.
    private static bool IsInRing((int Row, int Column) cell, bool[][] hidden)
    {
        var (rows, columns) = (new HashSet<int> { cell.Row }, new HashSet<int>());
        for (var before = -1; before != rows.Count + columns.Count;)
        {
            before = rows.Count + columns.Count;
            for (var row = 0; row < hidden.Length; row++)
            {
                for (var column = 0; column < hidden[row].Length; column++)
                {
                    if (!hidden[row][column] || (row, column) == cell)
                        continue;
                    if (rows.Contains(row))
                        columns.Add(column);
                    if (columns.Contains(column))
                        rows.Add(row);
                }
            }
        }

        return columns.Contains(cell.Column);
    }
}
