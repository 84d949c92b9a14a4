using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Calendar;

/// <summary>PeerBot's own calendar between the words of the calendar and the rows of the database.</summary>
internal static class LocalRows
{
    public static LocalEventRow Of(LocalEvent e, long version = 0) =>
        new(e.Meeting, e.People, e.Subject, e.Start, e.End, e.Sequence, e.Cancelled, e.Changed, version);

    public static BusyTimesRow Of(PersonId person, BusyTimes times, BusyTimesRow? before = null) => (before ?? new BusyTimesRow(person, [], [])) with
    {
        Once = times.Once,
        Weekly = [.. times.Weekly.Select(w => new WeeklyBusyTime(w.Days, w.Start, w.End, w.Zone))],
    };

    public static LocalEvent ToEvent(this LocalEventRow row) =>
        new(row.Meeting, row.People, row.Subject, row.Start, row.End, row.Sequence, row.Cancelled, row.Changed);

    public static BusyTimes ToTimes(this BusyTimesRow row) =>
        new(row.Once, [.. row.Weekly.Select(w => new WeeklyCommitment(w.Days, w.Start, w.End, w.Zone))]);
}
