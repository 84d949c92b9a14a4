using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>All dates of a rhythm, each checked against both calendars and every rule together with the dates before it.</summary>
/// <param name="Dates">In order; none is left out for a holiday or because somebody is busy.</param>
/// <param name="Ends">The rule at which a rhythm without an end of its own stops; null when it has as many dates as are planned at once.</param>
/// <param name="TermsWithout">Terms to come that would hold fewer meetings than the programme suggests; said once, nothing waits for it.</param>
public sealed record SeriesPlan(IReadOnlyList<SeriesDate> Dates, BrokenRule? Ends, IReadOnlyList<Term> TermsWithout)
{
    /// <summary>Where the meetings are when each clash takes its proposed move, and those that cannot be are left out.</summary>
    public IReadOnlyList<Instant> Proposed => [.. Dates.Select(d => d.Proposed).OfType<Instant>()];
}

/// <summary>One date of a series, and what speaks against it.</summary>
/// <param name="Wanted">As the rhythm has it, on the programme's clock.</param>
public abstract record SeriesDate(LocalDateTime Wanted)
{
    /// <summary>When the meeting would be if both simply agree; null when it would not be.</summary>
    public abstract Instant? Proposed { get; }

    /// <param name="Advice">Said once; nothing waits for it.</param>
    public sealed record Fits(LocalDateTime Wanted, Instant Start, IReadOnlyList<BrokenRule> Advice) : SeriesDate(Wanted)
    {
        public override Instant? Proposed => Start;
    }

    /// <summary>Beyond a limit that the two may overrule together.</summary>
    public sealed record NeedsBoth(LocalDateTime Wanted, Instant Start, IReadOnlyList<BrokenRule> Rules) : SeriesDate(Wanted)
    {
        public override Instant? Proposed => Start;
    }

    /// <summary>A holiday, out of term, somebody is busy, or a rule says no.</summary>
    /// <param name="Rules">At least one; the first is the one to name.</param>
    /// <param name="Stay">The time itself, where the rules let the two keep it; null where they do not.</param>
    /// <param name="Move">The proposed time instead; null when there is none.</param>
    public sealed record Clashes(LocalDateTime Wanted, IReadOnlyList<BrokenRule> Rules, Instant? Stay, Instant? Move) : SeriesDate(Wanted)
    {
        public override Instant? Proposed => Move ?? Stay;
    }

    /// <summary>The pair has a meeting on that day already.</summary>
    public sealed record Standing(LocalDateTime Wanted) : SeriesDate(Wanted)
    {
        public override Instant? Proposed => null;
    }
}
