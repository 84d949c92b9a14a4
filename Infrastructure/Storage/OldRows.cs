using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <param name="Found">How many rows were put right.</param>
/// <param name="IsOver">Nothing is looked for any more until a version stores something in another way.</param>
public readonly record struct Sweep(int Found, bool IsOver);

/// <summary>
/// Brings rows that an earlier version has written to how this one writes them: private words under their protection, and columns that came
/// after their table filled from what the body says. An earlier version knows nothing of such a column, neither when it makes a row nor when
/// it changes one; and while processes are replaced one by one it still writes.
/// </summary>
/// <remarks>
/// A table is looked through at each sweep for a day, and after that not again: it is noted for which shape of its rows that was done. A
/// process of another version that starts notes its own, so that going back and forth begins anew.
/// </remarks>
internal sealed class OldRows(IEngine engine, IPrivateText privateText, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <summary>Longer than processes of two versions run beside each other.</summary>
    private static readonly Duration Settling = Duration.FromDays(1);

    private static readonly IReadOnlyList<TableShape> Swept = [.. Tables.All.Where(table => IsPrivate(table) || IsDerived(table))];

    public async Task<Sweep> SweepAsync(CancellationToken cancellation)
    {
        var (found, over) = (0, true);
        foreach (var table in Swept)
        {
            var began = time.GetUtcNow().ToInstant();
            var (since, done) = await NotedAsync(table, began).ConfigureAwait(false);
            if (done)
                continue;
            if (IsPrivate(table) && privateText.Mark is { } mark)
                found += await ProtectAsync(table, mark, cancellation).ConfigureAwait(false);
            if (IsDerived(table))
                found += await DeriveAsync((AggregateTable)table, cancellation).ConfigureAwait(false);
            if (began - since >= Settling)
                await engine.WriteAsync(SweepSql.Done, [table.Name, ShapeOf(table)], _ => 0).ConfigureAwait(false);
            else
                over = false;
        }

        return new Sweep(found, over);
    }

    private static bool IsPrivate(TableShape table) => table is AggregateTable { IsPrivate: true } || table == Tables.Outbox || table == Tables.Answers;

    /// <summary>Only what may be null can have come later.</summary>
    private static bool IsDerived(TableShape table) => table is AggregateTable && table.Columns.Any(column => column.Nullable);

    private string ShapeOf(TableShape table) =>
        $"{(IsPrivate(table) ? privateText.Mark : null)?.ToString(CultureInfo.InvariantCulture) ?? "-"} {string.Join(' ', table.Columns.Select(column => column.Name))}";

    private async Task<(Instant Since, bool Done)> NotedAsync(TableShape table, Instant now)
    {
        var shape = ShapeOf(table);
        var noted = await engine.ReadAsync(
            SweepSql.Find, [table.Name, shape], row => (Instant.FromUnixTimeTicks(row.Number(0)), row.Number(1) == 1)).ConfigureAwait(false);
        if (noted.Count > 0)
            return noted[0];
        await engine.WriteAsync(SweepSql.Begin, [table.Name, shape, now.ToUnixTimeTicks()], _ => 0).ConfigureAwait(false);
        return (now, false);
    }

    private async Task<int> ProtectAsync(TableShape table, byte mark, CancellationToken cancellation)
    {
        var found = 0;
        IReadOnlyList<(object[] Key, byte[] Body)> rows;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            rows = await engine.ReadAsync<(object[] Key, byte[] Body)>(
                SweepSql.Plain(table, AtOnce), [new[] { mark }], row => (KeyOf(table, row), row.Bytes(SweepSql.Keys(table).Count).ToArray())).ConfigureAwait(false);
            foreach (var (key, body) in rows)
            {
                // Whoever has written the row meanwhile has protected it.
                await engine.WriteAsync(SweepSql.Protect(table), [privateText.Protect(table.Name, body), body, .. key], _ => 0).ConfigureAwait(false);
            }

            found += rows.Count;
        }
        while (rows.Count == AtOnce);

        return found;
    }

    private async Task<int> DeriveAsync(AggregateTable table, CancellationToken cancellation)
    {
        var keys = SweepSql.Keys(table).Count;
        var found = 0;
        IReadOnlyList<(object[] Key, IReadOnlyList<ColumnValue> Wrong, long Version)> rows;
        object[] last = [.. Enumerable.Repeat("", keys)];
        do
        {
            cancellation.ThrowIfCancellationRequested();
            rows = await engine.ReadAsync<(object[], IReadOnlyList<ColumnValue>, long)>(
                SweepSql.Page(table, AtOnce), last, row => (KeyOf(table, row), Wrong(table, row, keys), row.Number(keys))).ConfigureAwait(false);
            foreach (var (key, wrong, version) in rows.Where(row => row.Wrong.Count > 0))
            {
                // Whoever has written the row meanwhile has filled its columns, or the next sweep does.
                object[] values = [.. wrong.Select(one => one.Value).OfType<object>(), .. key, version];
                await engine.WriteAsync(SweepSql.Fill(table, wrong), values, _ => 0).ConfigureAwait(false);
                found++;
            }

            last = rows.Count > 0 ? rows[^1].Key : last;
        }
        while (rows.Count == AtOnce);

        return found;
    }

    /// <summary>The columns that say something else than the body.</summary>
    private IReadOnlyList<ColumnValue> Wrong(AggregateTable table, IRow row, int keys)
    {
        try
        {
            var derived = table.Derive(row.Number(keys), row.Bytes(keys + 1), privateText);
            return [.. derived.Where((one, at) => !Equals(one.Value, Stored(one.Column, row, keys + 2 + at)))];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // It keeps nobody from the rows after it, and whoever needs it hears of it.
            return [];
        }
    }

    private static object? Stored(Column column, IRow row, int at) =>
        row.IsNull(at) ? null : column.Kind == ColumnKind.Number ? row.Number(at) : row.Text(at);

    private static object[] KeyOf(TableShape table, IRow row) =>
        [.. SweepSql.Keys(table).Select((key, at) => key.Kind == ColumnKind.Number ? (object)row.Number(at) : row.Text(at)!)];
}
