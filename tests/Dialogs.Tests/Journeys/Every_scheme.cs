using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>
/// The same flows over all definitions that come with the product: what differs is data. Each scheme brings people and its own way in; from
/// the pair on every step is the same, and no word of another scheme's vocabulary appears.
/// </summary>
public sealed class Every_scheme
{
    /// <summary>Plain English that a scheme may also use as a name of its own.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { "meeting", "session", "conversation", "coordinator", "member", "participant", "group session" };

    /// <summary>Two people of each scheme and how they come together in it. A new scheme adds one entry.</summary>
    private static readonly IReadOnlyDictionary<string, Way> Ways = new Dictionary<string, Way>
    {
        ["headteacher-peer-support"] = new(Authority.Amira, Authority.Peter, async (scheme, one, other) =>
        {
            await one.AsksForSupport(other.Person.Name);
            await other.Presses(Verbs.AskAccept);
        }),
        [Scotland.MiddleLeaders] = new(Scotland.Kirsty, Scotland.Morag, async (scheme, one, other) =>
        {
            await one.Says("I would like to name my colleague");
            await one.Fills(Verbs.ColleagueFind, (InputIds.Colleague, other.Person.Name));
            await one.Presses(Verbs.ColleagueAsk);
            await other.Presses(Verbs.AskAccept);
        }),
        [Scotland.PeerMentoring] = new(Scotland.Isla, Scotland.Morven, async (scheme, one, other) =>
        {
            await one.Says("find a peer mentor");
            await one.Fills(Verbs.PeerJoin, (InputIds.Summary, "I like a direct question."), ("cld", "true"), (InputIds.Willing, "true"));
            await one.Presses(Verbs.PeerChoose);
            await one.Presses(Verbs.PeerInvite);
            await other.Presses(Verbs.AskAccept);
        }),

        // Here somebody else brings the two together; their own tests show that way, and this one begins with the pair.
        ["peer-coaching"] = new(Member("peer-coaching", "Ada Finch"), Member("peer-coaching", "Ben Marsh"), Enters: null),
        ["peer-learning-groups"] = new(Member("peer-learning-groups", "Cora Lane"), Member("peer-learning-groups", "Dan Reed"), Enters: null),
    };

    /// <param name="Enters">Null: the pair is given.</param>
    private sealed record Way(Person One, Person Other, Func<Scheme, Participant, Participant, Task>? Enters);

    public static TheoryData<string> Ids => [.. Scotland.Reference.Programmes.Programmes.Select(programme => programme.Id)];

    [Fact]
    public void Has_a_way_in_here() => Assert.Equal(Scotland.Reference.Programmes.Programmes.Select(one => one.Id).Order(), Ways.Keys.Order());

    [Theory, Trait("Requirement", "A-20"), Trait("Requirement", "S3-27")]
    [MemberData(nameof(Ids))]
    public async Task Goes_from_hello_to_the_end(string id)
    {
        var (scheme, one, other) = Begin(id);
        var programme = scheme.Reference.Programmes.Current(id)!;
        var name = programme.Name.In("en-GB");

        await one.Says("hello");
        one.Sees(name);
        await one.Says("about");
        one.Sees(name, programme.Purpose.Aims[0]);
        await one.Says("help");
        one.Sees("Help");
        await one.Says("concern");
        one.Sees(scheme.Reference.Contacts[programme.Confidentiality.Disclosure.NamedContactRef].Name);

        await PairAsync(scheme, id, one, other);
        await AgreeAsync(scheme, one, other);
        Assert.True(scheme.Only<Cycle>() is { Rules.Agreed: true, Cadence.Agreed: true });

        await one.AsksFor("thursday 3 december at 2pm");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.MovesTo("2026-12-04T12:00");
        foreach (var who in new[] { one, other })
        {
            await who.Presses(Verbs.MetYes);
            Assert.Equal(KeepJournal.IsOn(programme, scheme.Only<Cycle>(), who.Id), who.News.Any(message => message.Buttons.Any(button => button.Verb == Verbs.JournalSave)));
        }

        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        await one.Says("status");
        await one.Presses(Verbs.CycleWithdraw);
        await one.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        await scheme.MovesTo("2026-12-07T12:00");

        var cycle = scheme.Only<Cycle>();
        Assert.False(cycle.IsOpen);
        foreach (var who in new[] { one, other })
        {
            Assert.Equal(FinishCycle.AsksFeedback(programme, cycle, who.Id), who.Has(Verbs.FeedbackSend));
            await who.Says("learning record");
            who.Sees(name, "held: 1");
            await who.Says("my data");
        }

        foreach (var word in WordsOfOthers(programme))
        {
            Assert.All(new[] { one, other }.SelectMany(who => who.Messages), message => Assert.False(Holds(message, word), $"\"{word}\" is no word of {id}:\n{message}"));
        }
    }

    private static (Scheme Scheme, Participant One, Participant Other) Begin(string id)
    {
        var way = Ways[id];
        var scheme = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Joined(Scotland.Morven, "Youth work"), way.One, way.Other])
        {
            Reference = Reference,
            IsContactTime = (at, zone) => IsContactTime(Reference.Programmes.Current(id)!.Boundaries, at.InZone(zone).LocalDateTime),
        };
        return (scheme, scheme.Of(way.One), scheme.Of(way.Other));
    }

    /// <summary>The scheme's own hours, from its definition.</summary>
    private static bool IsContactTime(BoundaryRules rules, NodaTime.LocalDateTime at) =>
        rules.Days.Contains(at.DayOfWeek) && at.TimeOfDay >= rules.ContactWindow.From && at.TimeOfDay < rules.ContactWindow.To;

    private static async Task PairAsync(Scheme scheme, string id, Participant one, Participant other)
    {
        if (Ways[id].Enters is { } enters)
        {
            await enters(scheme, one, other);
            return;
        }

        scheme.Store.Put(Given.Cycle(one.Person, other.Person) with
        {
            Programme = scheme.Reference.Programmes.Current(id)!.Key,
            Rules = new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, AgreedBy: []),
            Cadence = null,
        });
    }

    private static async Task AgreeAsync(Scheme scheme, Participant one, Participant other)
    {
        foreach (var who in new[] { other, one })
        {
            await who.Says("status");
            await who.Presses(Verbs.RulesOpen);
            await who.Presses(Verbs.RulesAgree);
        }

        var usual = scheme.Reference.Programmes.Get(scheme.Only<Cycle>().Programme)!.Cycle.RulesFor(first: true);
        var minutes = usual.DefaultMinutes ?? 60;
        await one.Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)), (InputIds.Mode, ModeValues.Of(usual.Modes[0])));
        await other.Presses(Verbs.CadenceAccept);
    }

    /// <summary>Names that other schemes have for people and things, and that this definition uses nowhere itself.</summary>
    private static IEnumerable<string> WordsOfOthers(Programme programme)
    {
        var own = Reference.Programmes.SourceOf(programme.Key)!.Json;
        return Reference.Programmes.Programmes.Where(other => other.Id != programme.Id)
            .SelectMany(other => new[] { other.Vocabulary.Requester, other.Vocabulary.Supporter, other.Vocabulary.Coordinator, other.Vocabulary.Meeting, other.Vocabulary.Cycle, other.Vocabulary.Relationship })
            .Select(word => word.In("en-GB")).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(word => !Plain.Contains(word) && !own.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Holds(Message message, string word) =>
        System.Text.RegularExpressions.Regex.IsMatch(message.Text, $@"(?i)\b{System.Text.RegularExpressions.Regex.Escape(word)}\b");

    /// <summary>The contacts of every scheme that ships.</summary>
    private static Reference Reference { get; } = Scotland.Reference with
    {
        Contacts = Scotland.Reference.Programmes.Programmes.SelectMany(programme => programme.ContactRefs).Where(key => !Scotland.Reference.Contacts.ContainsKey(key)).Distinct()
            .Select(key => new Contact(key, $"Contact {key}", "Role", "0345 678 9300", null, null, null, null, null)).Concat(Scotland.Reference.Contacts.Values)
            .ToDictionary(contact => contact.Key),
    };

    private static Person Member(string programme, string name) =>
        Scotland.Staff(name.ToLowerInvariant().Replace(' ', '-'), name, Scotland.Sound, programme) with { TimeZone = "Europe/London" };

}
