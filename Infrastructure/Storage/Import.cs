using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>What a database begins with. The versions of the rows do not matter: they are new.</summary>
public sealed record Import
{
    public IEnumerable<Person> People { get; init; } = [];

    public IEnumerable<Organisation> Organisations { get; init; } = [];

    public IEnumerable<SupporterProfile> Supporters { get; init; } = [];

    public IEnumerable<SupporterApplication> Applications { get; init; } = [];

    public IEnumerable<CoordinatorTask> Tasks { get; init; } = [];

    public IEnumerable<LocalSettings> Settings { get; init; } = [];

    public IEnumerable<Conversation> Conversations { get; init; } = [];

    public IEnumerable<BusyTimesRow> BusyTimes { get; init; } = [];

    // Stamped as written long ago: nothing reads this as a change.
    internal IEnumerable<RowWrite> Rows(IPrivateText privateText) =>
        People.Select(person => Tables.People.Write(person with { Version = 0 }, 0, privateText))
            .Concat(Organisations.Select(o => Tables.Organisations.Write(o with { Version = 0 }, 0, privateText)))
            .Concat(Supporters.Select(s => Tables.Supporters.Write(s with { Version = 0 }, 0, privateText)))
            .Concat(Applications.Select(a => Tables.Applications.Write(a with { Version = 0 }, 0, privateText)))
            .Concat(Tasks.Select(t => Tables.Tasks.Write(t with { Version = 0 }, 0, privateText)))
            .Concat(Settings.Select(s => Tables.Settings.Write(s with { Version = 0 }, 0, privateText)))
            .Concat(Conversations.Select(c => Tables.Conversations.Write(c with { Version = 0 }, 0, privateText)))
            .Concat(BusyTimes.Select(b => Tables.BusyTimes.Write(b with { Version = 0 }, 0, privateText)));
}
