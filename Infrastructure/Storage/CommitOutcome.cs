namespace PeerBot.Storage;

/// <summary>How the commit of a turn ended. In every case but <see cref="Committed"/> the turn had no effect at all.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <param name="Due">
    /// What this turn put into the outbox and is due already, in order. It is claimed for this process: deliver it now.
    /// </param>
    /// <param name="Behind">
    /// Something more is due, and has to wait for what another process sends to the same conversation, or has left behind: it is claimed by nobody.
    /// </param>
    public sealed record Committed(IReadOnlyList<OutboxRow> Due, bool Behind = false) : CommitOutcome;

    /// <summary>Something that the turn read has changed since, or its key was taken. Run the turn again from its beginning.</summary>
    public sealed record Conflict : CommitOutcome;

    /// <summary>This was done before: an inbox key is known, or the outbox row that the turn completes is gone.</summary>
    /// <param name="Answer">What was answered then; null when nothing was.</param>
    public sealed record Repeated(string? Answer) : CommitOutcome;
}
