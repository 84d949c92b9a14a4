using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>Dates that one of the two proposed; all are booked when the other has said yes to exactly these.</summary>
/// <param name="Starts">In order; empty when a new rhythm has overtaken the proposal.</param>
/// <param name="AgreedBy">Who has said yes; the proposer has.</param>
/// <param name="Overrides">Rules that these dates overstep and that the two may overrule together, by their source.</param>
/// <param name="Revision">Raised by every proposal; a yes counts for the revision it was given to.</param>
/// <param name="Needed">How many have to say yes.</param>
public sealed record DatesAgreement(
    IReadOnlyList<Instant> Starts, PersonId ProposedBy, IReadOnlyList<PersonId> AgreedBy, IReadOnlyList<string> Overrides, int Revision,
    int Needed = 2)
{
    public bool Agreed => AgreedBy.Count >= Needed;

    /// <summary>Whether the other one's yes is still wanted.</summary>
    public bool Open => !Agreed && Starts.Count > 0;

    /// <summary>Nothing stands any more; cards of it are known to be old.</summary>
    internal DatesAgreement Overtaken() => Agreed ? this : this with { Starts = [], AgreedBy = [], Overrides = [], Revision = Revision + 1 };
}

/// <summary>Which limits a pair has overruled together.</summary>
internal static class Overruled
{
    /// <summary>By the rhythm for all meetings, or by dates they agreed: two in one month for the months of those dates alone.</summary>
    public static bool ByBoth(Cycle cycle, Programme programme, BrokenRule rule) =>
        SourceOf(rule, programme) is { } source
        && ((cycle.Cadence is { Agreed: true } cadence && cadence.Overrides.Contains(source))
            || (cycle.Dates is { Agreed: true } dates && dates.Overrides.Contains(source)
                && (rule is not BrokenRule.TooManyInMonth { Month: var month }
                    || dates.Starts.Any(start => start.InZone(programme.Zone).Date.ToYearMonth() == month))));

    /// <summary>Where the limit comes from, by which an agreement records it; null for a rule that two cannot overrule.</summary>
    public static string? SourceOf(BrokenRule rule, Programme programme) => rule switch
    {
        BrokenRule.TooLong tooLong => programme.Cycle.RulesFor(tooLong.FirstMeeting).MaxMinutes?.Source,
        BrokenRule.TooShort => (programme.Cycle.Meeting.MinMinutes ?? programme.Cycle.InitialMeeting?.MinMinutes)?.Source,
        BrokenRule.TooManyInMonth => programme.Cycle.Frequency.MaxPerCalendarMonth?.Source,
        BrokenRule.TooSoon => programme.Cycle.Frequency.MinGapDays?.Source,
        BrokenRule.InPersonLimit => programme.Cycle.Limits.InPersonMeetings?.Source,
        BrokenRule.TotalLimit => programme.Cycle.Limits.TotalMeetings?.Source,
        BrokenRule.BeyondCycle => programme.Cycle.Limits.Months?.Source,
        _ => null,
    };
}
