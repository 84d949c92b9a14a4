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

/// <summary>Addresses at which a person fetches a file of what is theirs. Whoever has the address has the file, so it is shown to them alone.</summary>
public interface IPersonalLinks
{
    /// <param name="until">From then on the address leads nowhere.</param>
    /// <returns>Null where PeerBot does not know its public address.</returns>
    Uri? ToFile(PersonId person, FilePart part, Instant until);

    /// <summary>The same for a report of a programme, as a file of counts.</summary>
    Uri? ToReport(PersonId person, string programmeId, ReportKind report, Instant until);
}
