using PeerBot.Domain.People;

namespace PeerBot.Domain.Scheduling;

/// <summary>Where an invitation for a person goes. Read at the moment of booking, so that a changed address is the one used.</summary>
public interface IMailboxes
{
    /// <summary>The person's mailbox; null when none is known, and then the person gets no invitation.</summary>
    Task<Mailbox?> FindAsync(PersonId person, CancellationToken cancellation);
}

/// <param name="Address">SMTP address, for example <c>a.khan@oakfield.example</c>.</param>
public sealed record Mailbox(string Address, string DisplayName);
