using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching;

/// <summary>
/// Everyone who may be suggested to a requester: listed by their own consent, trained where the programme asks for it first, not
/// paused, with room, and without a conflict that the programme blocks. Nobody else, and nobody left out.
/// </summary>
/// <remarks>
/// The order: what the programme prefers first and what it warns of last; then what speaks for the pair (another authority where the
/// programme spreads over authorities, the same phase, the same or a similar size, another locality); then the share of places taken,
/// least first, so that the load is spread; then by lot, drawn from the two ids, so that the same few are not first for everyone and the
/// order stays the same from page to page. Works on arrays, because a page is wanted quickly out of many thousands.
/// </remarks>
public sealed class Shortlist
{
    private readonly Requester requester;
    private readonly IReadOnlyList<Candidate> candidates;
    private readonly int[] order;
    private readonly ConflictActions actions;
    private readonly bool spreadsAuthorities;
    private readonly int mostPlaces;

    private Shortlist(Programme programme, Requester requester, IReadOnlyList<Candidate> candidates, LocalDate today)
    {
        this.requester = requester;
        this.candidates = candidates;
        actions = new(programme.Matching);
        spreadsAuthorities = programme.Matching.SpreadsAuthorities;
        mostPlaces = programme.Relationship.SupporterCapacity.Max;
        order = Order(programme.Training.GatesListing, today);
    }

    /// <summary>How many may be suggested.</summary>
    public int Count => order.Length;

    public static Shortlist For(Programme programme, Requester requester, IReadOnlyList<Candidate> candidates, LocalDate today) =>
        new(programme, requester, candidates, today);

    /// <summary>A stretch of the list; shorter or empty at its end.</summary>
    public IReadOnlyList<Suggestion> Page(int skip, int take)
    {
        var first = Math.Clamp(skip, 0, order.Length);
        var page = new Suggestion[Math.Clamp(take, 0, order.Length - first)];
        for (var i = 0; i < page.Length; i++)
            page[i] = Suggest(candidates[order[first + i]]);
        return page;
    }

    /// <summary>Whether a supporter is on the list; asked again when a choice is sent, since lists grow old.</summary>
    public bool Contains(PersonId supporter) => Array.Exists(order, index => candidates[index].Person == supporter);

    private Suggestion Suggest(Candidate candidate)
    {
        var reasons = Closeness.Explain(requester, candidate, actions, spreadsAuthorities);
        reasons.Add(new SuggestionReason.HasRoom(Places(candidate) - candidate.ActiveCycles));
        return new(candidate.Person, reasons);
    }

    private int[] Order(bool trainingGates, LocalDate today)
    {
        var ranks = new ulong[candidates.Count];
        var indexes = new int[candidates.Count];
        var lot = Lot(Start, requester.Person.Value);
        var count = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Person == requester.Person || !IsAvailable(candidate, trainingGates, today))
                continue;
            var closeness = Closeness.Of(requester, candidate, actions, spreadsAuthorities);
            if (closeness.Standing == Standing.Blocked)
                continue;
            ranks[count] = Rank(closeness, candidate, lot);
            indexes[count++] = i;
        }

        Array.Sort(ranks, indexes, 0, count);
        return indexes[..count];
    }

    private bool IsAvailable(Candidate candidate, bool trainingGates, LocalDate today) =>
        candidate.State == SupporterState.Listed && candidate.ConsentedOn is not null
        && candidate.ActiveCycles < Places(candidate) && !(candidate.PausedUntil > today)
        && (!trainingGates || candidate.TrainedOn <= today);

    private int Places(Candidate candidate) => Math.Min(candidate.Capacity, mostPlaces);

    // Smaller is earlier. From the top: 4 bits standing, 8 bits missing points, 8 bits share of places taken, 44 bits lot.
    // Two equal lots among 25,000 come up once in fifty thousand lists; both are then listed, in the order in which they were read.
    private ulong Rank(Closeness closeness, Candidate candidate, ulong lot)
    {
        var load = (ulong)(candidate.ActiveCycles * 255 / Places(candidate));
        return ((ulong)closeness.Standing << 60) | ((ulong)(255 - closeness.Points) << 52) | (load << 44)
            | (Mixed(Lot(lot, candidate.Person.Value)) >> 20);
    }

    // FNV-1a: the same in every process, which string hashes of .NET are not.
    private const ulong Start = 14695981039346656037;

    private static ulong Lot(ulong seed, string text)
    {
        foreach (var character in text)
            seed = (seed ^ character) * 1099511628211;
        return seed;
    }

    // Ids that differ in their last signs alone come out of FNV close together; this spreads them (the last step of MurmurHash3).
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
