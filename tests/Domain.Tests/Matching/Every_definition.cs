using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Tests.People;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Matching;

/// <summary>The rules of matching over all definitions, the five and the sixth: what each does comes from its file and from nothing else.</summary>
public sealed class Every_definition
{
    private static readonly IReadOnlyDictionary<string, Programme> All = Definitions.Catalogue.Programmes
        .Append(ProgrammeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "Sixth"), Definitions.Library).OrThrow().Programmes.Single())
        .ToDictionary(programme => programme.Id);

    private static readonly Workplace Near = new(Staff.Id(50), Phase: "Primary", Size: SizeBand.From100To210, Locality: "Ludlow", Authority: "Shropshire");

    private static readonly Requester Amira = Requester.Of(Staff.Amira, Staff.Oakfield);

    public static TheoryData<string> Ids => [.. All.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, ConflictTest> Conflicts
    {
        get
        {
            var conflicts = new TheoryData<string, ConflictTest>();
            foreach (var id in All.Keys.Order(StringComparer.Ordinal))
            {
                foreach (var test in Enum.GetValues<ConflictTest>())
                    conflicts.Add(id, test);
            }

            return conflicts;
        }
    }

    [Fact]
    public void Six_are_tried() => Assert.Equal(6, All.Count);

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Suggests_only_who_is_listed_by_their_own_yes_and_here_and_somebody_else(string id)
    {
        Assert.Equal(1, Count(id, candidate => candidate));
        foreach (var state in Enum.GetValues<SupporterState>().Where(state => state != SupporterState.Listed))
            Assert.Equal(0, Count(id, candidate => candidate with { State = state }));
        Assert.Equal(0, Count(id, candidate => candidate with { ConsentedOn = null }));
        Assert.Equal(0, Count(id, candidate => candidate with { PausedUntil = Staff.Today.PlusDays(1) }));
        Assert.Equal(0, Count(id, candidate => candidate with { Person = Staff.Amira.Id }));
    }

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Asks_for_training_first_where_the_definition_does(string id)
    {
        var first = All[id].Training is { Required: true, MustCompleteBefore: TrainingGate.Listing };
        Assert.Equal(first ? 0 : 1, Count(id, candidate => candidate with { TrainedOn = null }));
        Assert.Equal(first ? 0 : 1, Count(id, candidate => candidate with { TrainedOn = Staff.Today.PlusDays(1) }));
        Assert.Equal(1, Count(id, candidate => candidate with { TrainedOn = Staff.Today }));
    }

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Gives_nobody_more_than_they_offer_or_the_definition_allows(string id)
    {
        var most = All[id].Relationship.SupporterCapacity.Max;
        for (var active = 0; active <= most + 1; active++)
        {
            Assert.Equal(active < most ? 1 : 0, Count(id, candidate => candidate with { Capacity = 9, ActiveCycles = active }));
            Assert.Equal(active < 1 ? 1 : 0, Count(id, candidate => candidate with { Capacity = 1, ActiveCycles = active }));
        }
    }

    [Theory, MemberData(nameof(Conflicts)), Trait("Requirement", "A-20"), Trait("Requirement", "S2-14")]
    public void Does_with_each_closeness_what_its_file_says_whoever_of_the_two_it_comes_from(string id, ConflictTest test)
    {
        foreach (var (requester, close) in Close(test))
        {
            var page = Page(id, requester, close, Candidate("plain"));
            var found = page.FirstOrDefault(one => one.Supporter == close.Person);
            switch (Expected(All[id], test))
            {
                case ConflictAction.Block:
                    // Silent: no place, no gap, and no word about it in the reasons of anybody else.
                    Assert.Equal([Staff.Of("plain")], page.Select(one => one.Supporter));
                    Assert.DoesNotContain(page.Single().Reasons, reason => reason is SuggestionReason.Caution or SuggestionReason.Preferred);
                    break;
                case ConflictAction.Warn:
                    Assert.Equal([Staff.Of("plain"), close.Person], page.Select(one => one.Supporter));
                    Assert.Equal(new SuggestionReason.Caution(test), found!.Reasons[0]);
                    break;
                case ConflictAction.Prefer:
                    Assert.Equal([close.Person, Staff.Of("plain")], page.Select(one => one.Supporter));
                    Assert.Contains(new SuggestionReason.Preferred(test), found!.Reasons);
                    break;
                default:
                    Assert.Equal(2, page.Count);
                    Assert.DoesNotContain(found!.Reasons, reason => reason is SuggestionReason.Caution or SuggestionReason.Preferred);
                    break;
            }
        }
    }

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Puts_another_place_first_and_another_authority_where_the_file_spreads_over_them(string id)
    {
        var elsewhere = Page(id, Amira, Candidate("here", Near with { Locality = Staff.Oakfield.Locality }), Candidate("there", Near));
        Assert.Equal(Staff.Of("there"), elsewhere[0].Supporter);
        Assert.Contains(elsewhere[0].Reasons, reason => reason is SuggestionReason.OtherLocality);

        var far = Page(id, Amira, Candidate("same", Near), Candidate("far", new Workplace(Staff.Id(60), Phase: "Secondary", Authority: "Highland")));
        var spreads = All[id].Matching.SpreadDimensions.Contains("authority");
        Assert.Equal(Staff.Of(spreads ? "far" : "same"), far[0].Supporter);
        Assert.Equal(spreads, far.SelectMany(one => one.Reasons).Contains(new SuggestionReason.OtherAuthority("Highland")));
    }

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Shares_the_load_fairly(string id)
    {
        var most = All[id].Relationship.SupporterCapacity.Max;
        var page = Page(id, Amira, [.. Enumerable.Range(0, most).Select(active => Candidate($"has-{active}", Near) with { Capacity = most, ActiveCycles = active }).Reverse()]);
        Assert.Equal(Enumerable.Range(0, most).Select(active => Staff.Of($"has-{active}")), page.Select(one => one.Supporter));
        Assert.Equal(Enumerable.Range(0, most).Select(active => new SuggestionReason.HasRoom(most - active)), page.Select(one => one.Reasons[^1]));

        // Among equals no one is always first: over many who ask, each of ten is, and none in more than a third of the cases.
        Candidate[] equals = [.. Enumerable.Range(0, 10).Select(at => Candidate($"equal-{at}", Near))];
        var first = Enumerable.Range(0, 300)
            .Select(at => Page(id, Amira with { Person = Staff.Of($"asks-{at}") }, equals)[0].Supporter).CountBy(supporter => supporter).ToList();
        Assert.Equal(10, first.Count);
        Assert.All(first, one => Assert.InRange(one.Value, 1, 100));
    }

    [Theory, MemberData(nameof(Ids)), Trait("Requirement", "A-20")]
    public void Says_why_with_each_suggestion(string id)
    {
        Candidate[] many =
        [
            Candidate("near", Near), Candidate("nowhere", new Workplace()), Candidate("large", Near with { Size = SizeBand.Over1000 }),
            Candidate("manager", Near) with { LineManager = Staff.Amira.Id }, Candidate("colleague", Near with { Organisation = Staff.Oakfield.Id }),
        ];
        var page = Page(id, Amira, many);
        Assert.NotEmpty(page);
        Assert.All(page, one => Assert.NotEmpty(one.Reasons));
        Assert.Contains(page, one => one.Reasons.OfType<SuggestionReason.SamePhase>().Any() && one.Reasons.OfType<SuggestionReason.SameSize>().Any());
    }

    /// <summary>The file's own word; where it has none: a declared conflict bars, and a pair that has been is not made again in a scheme whose cycles do not repeat.</summary>
    private static ConflictAction Expected(Programme programme, ConflictTest test) =>
        programme.Matching.ConflictRules.FirstOrDefault(rule => rule.Test == test)?.Action ?? test switch
        {
            ConflictTest.DeclaredConflict => ConflictAction.Block,
            ConflictTest.PreviousPair when !programme.Relationship.RepeatCycles => ConflictAction.Block,
            _ => ConflictAction.Allow,
        };

    /// <summary>A closeness as either of the two may have it.</summary>
    private static IEnumerable<(Requester Requester, Candidate Close)> Close(ConflictTest test)
    {
        var close = Candidate("close");
        return test switch
        {
            ConflictTest.SameOrganisation => [(Amira, close with { Workplace = close.Workplace with { Organisation = Staff.Oakfield.Id } })],
            ConflictTest.SameTrustOrFederation =>
                [(Amira with { Workplace = Amira.Workplace with { Group = "F1" } }, close with { Workplace = close.Workplace with { Group = "F1" } })],
            ConflictTest.LineManagement => [(Amira, close with { LineManager = Amira.Person }), (Amira with { LineManager = close.Person }, close)],
            ConflictTest.DeclaredConflict =>
                [(Amira, close with { DeclaredConflicts = [Amira.Person] }), (Amira with { DeclaredConflicts = [close.Person] }, close)],
            _ => [(Amira with { PreviousPartners = [close.Person] }, close)],
        };
    }

    private static int Count(string id, Func<Candidate, Candidate> change) =>
        Shortlist.For(All[id], Amira, [change(Candidate("grace"))], Staff.Today).Count;

    private static IReadOnlyList<Suggestion> Page(string id, Requester requester, params Candidate[] candidates) =>
        Shortlist.For(All[id], requester, candidates, Staff.Today).Page(0, 100);

    private static Candidate Candidate(string name, Workplace? workplace = null) =>
        Staff.Candidate(name, candidate => candidate with { Workplace = workplace ?? candidate.Workplace });
}
