using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot.Calendar;

/// <summary>Mailboxes as the directory of people has them.</summary>
internal sealed class DirectoryMailboxes(Database database, IClock clock) : IMailboxes
{
    public async Task<Mailbox?> FindAsync(PersonId person, CancellationToken cancellation) =>
        await database.BeginTurn(clock.GetCurrentInstant()).PersonAsync(person) is { Email.Length: > 0 } found
            ? new Mailbox(found.Email, found.Name)
            : null;
}
