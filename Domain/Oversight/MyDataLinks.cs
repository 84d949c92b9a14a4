using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

public enum FilePart
{
    All,

    /// <summary>The journal alone, as the close of a cycle offers it.</summary>
    Journal,

    /// <summary>Dates, minutes and own words, to show to others.</summary>
    LearningRecord,
}

public enum ReportKind
{
    Participation,
    Quality,
    Pool,
}

/// <summary>Which of a person's addresses are good now: whoever has such an address needs nothing else, so each one can be made to end.</summary>
/// <param name="Feed">Number of the address of their calendar feed; earlier ones lead nowhere.</param>
/// <param name="File">Key of the link to their file that was made last and has not been used; null: none.</param>
public sealed record PersonalAddresses(int Feed = 0, Guid? File = null);

/// <summary>Addresses at which a person fetches a file of what is theirs. Whoever has the address has the file, so it is shown to them alone.</summary>
public interface IPersonalLinks
{
    /// <param name="key">Of this one file; the link is good as long as <see cref="PersonalAddresses.File"/> is the same.</param>
    /// <param name="until">From then on the address leads nowhere.</param>
    /// <returns>Null where PeerBot does not know its public address.</returns>
    Uri? ToFile(PersonId person, FilePart part, Guid key, Instant until);

    /// <summary>The same for a report of a programme, as a file of counts.</summary>
    Uri? ToReport(PersonId person, string programmeId, ReportKind report, Instant until);
}
