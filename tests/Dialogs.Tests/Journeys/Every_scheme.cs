using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>
/// The same flows over all definitions that come with the product: what differs is data. Each scheme brings people and its own way in; from
/// there on every step is the same, of two people or of a group, and no word of another scheme's vocabulary appears.
/// </summary>
public sealed class Every_scheme
{
    /// <summary>Plain English that a scheme may also use as a name of its own.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { "meeting", "session", "conversation", "coordinator", "member", "participant", "group session" };

    private static readonly Person Coach = Member("peer-coaching", "Ben Marsh");
    private static readonly Person Facilitator = Member("peer-coaching", "Nora Field");

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

        ["peer-coaching"] = new(Member("peer-coaching", "Ada Finch"), Coach, async (scheme, one, other) =>
        {
            await one.Presses(Verbs.RequestStart);
            await one.Fills(Verbs.AssignAsk, (InputIds.Understood, "true"));
            await scheme.Of(Facilitator).Presses(Verbs.AssignChoose);
        }, Faculties.Coach(Coach), Facilitator),
        [Learning.Id] = new(Learning.Ada, Learning.Ben, async (scheme, one, other) =>
        {
            Participant[] members = [one, other, scheme.Of(Learning.Cleo)];
            foreach (var member in members)
            {
                await member.Says("join");
                await member.Fills(Verbs.SupporterSave, (InputIds.Summary, $"What {member.Person.Name} knows"), (InputIds.Willing, "true"));
            }

            await scheme.Of(Learning.Nia).Says("form groups");
            await scheme.Of(Learning.Nia).Fills(Verbs.GroupsPropose, (InputIds.Purpose, Learning.Purpose));
            await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
            foreach (var member in members)
            {
                await member.Presses(Verbs.GroupJoin);
            }
        }, Learning.ElmPark, Learning.Nia, Learning.Cleo),
    };

    /// <param name="Beside">Whoever and whatever else the way in needs.</param>
    private sealed record Way(Person One, Person Other, Func<Scheme, Participant, Participant, Task> Enters, params object[] Beside);

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

        await Ways[id].Enters(scheme, one, other);
        await AgreeAsync(scheme, one);
        Assert.True(scheme.Only<Cycle>() is { Rules.Agreed: true, Cadence.Agreed: true });

        await one.AsksFor("thursday 3 december at 2pm");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.MovesTo("2026-12-04T12:00");
        foreach (var who in PeopleOf(scheme))
        {
            Assert.Equal(KeepJournal.IsOn(programme, scheme.Only<Cycle>(), who.Id), await SaysThatTheyMetAsync(who));
        }

        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        foreach (var who in PeopleOf(scheme))
        {
            // One of a pair ends it; a group ends when there is nobody left to meet.
            if (scheme.Only<Cycle>().IsOpen)
            {
                await who.Says("status");
                await who.Presses(Verbs.CycleWithdraw);
                await who.Presses(Verbs.CycleWithdraw, button: "Yes");
            }
        }

        await scheme.MovesTo("2026-12-07T12:00");

        var cycle = scheme.Only<Cycle>();
        Assert.False(cycle.IsOpen);
        foreach (var who in new[] { one, other })
        {
            Assert.Equal(FinishCycle.AsksFeedback(programme, cycle, who.Id) && cycle.IsOverFor(who.Id), who.Has(Verbs.FeedbackSend));
            await who.Says("learning record");
            who.Sees(name, "You met once, for ");
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
        var scheme = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Joined(Scotland.Morven, "Youth work"), way.One, way.Other, .. way.Beside])
        {
            Reference = Reference,
            IsContactTime = (at, zone) => IsContactTime(Reference.Programmes.Current(id)!.Boundaries, at.InZone(zone).LocalDateTime),
        };
        return (scheme, scheme.Of(way.One), scheme.Of(way.Other));
    }

    /// <summary>The scheme's own hours, from its definition.</summary>
    private static bool IsContactTime(BoundaryRules rules, NodaTime.LocalDateTime at) =>
        rules.Days.Contains(at.DayOfWeek) && at.TimeOfDay >= rules.ContactWindow.From && at.TimeOfDay < rules.ContactWindow.To;

    private static IReadOnlyList<Participant> PeopleOf(Scheme scheme) => [.. scheme.Only<Cycle>().People.Select(id => Of(scheme, id))];

    private static Participant Of(Scheme scheme, PersonId id) => scheme.Of(scheme.Store.All<Person>().Single(person => person.Id == id));

    /// <returns>Whether they were offered to write something down for themselves.</returns>
    private static async Task<bool> SaysThatTheyMetAsync(Participant who)
    {
        if (who.Has(Verbs.SessionThere))
        {
            var offered = who.Card(Verbs.SessionThere).Fields.ContainsKey(InputIds.Entry);
            await who.Presses(Verbs.SessionThere);
            return offered;
        }

        await who.Presses(Verbs.MetYes);
        return who.News.Any(message => message.Buttons.Any(button => button.Verb == Verbs.JournalSave));
    }

    private static async Task AgreeAsync(Scheme scheme, Participant one)
    {
        foreach (var who in scheme.Only<Cycle>().Signers.Select(id => Of(scheme, id)))
        {
            if (scheme.Only<Cycle>().Has(who.Id))
            {
                await who.Says("status");
                await who.Presses(Verbs.RulesOpen);
            }

            await who.Presses(Verbs.RulesAgree);
        }

        var usual = scheme.Reference.Programmes.Get(scheme.Only<Cycle>().Programme)!.Cycle.RulesFor(first: true);
        var minutes = usual.DefaultMinutes ?? 60;
        await one.Fills(
            Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)), (InputIds.Mode, ModeValues.Of(usual.Modes[0])));
        foreach (var who in PeopleOf(scheme).Where(who => who.Id != one.Id))
        {
            await who.Presses(Verbs.CadenceAccept);
        }
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
        Roles =
        [
            .. Scotland.Reference.Roles, new RoleHolders("peer-coaching", ProgrammeRoles.Facilitator, [Facilitator.Id]),
            new RoleHolders(Learning.Id, ProgrammeRoles.GroupLead, [Learning.Nia.Id]),
        ],
        Contacts = Scotland.Reference.Programmes.Programmes.SelectMany(programme => programme.ContactRefs).Where(key => !Scotland.Reference.Contacts.ContainsKey(key)).Distinct()
            .Select(key => new Contact(key, $"Contact {key}", "Role", "0345 678 9300", null, null, null, null, null)).Concat(Scotland.Reference.Contacts.Values)
            .ToDictionary(contact => contact.Key),
    };

    private static Person Member(string programme, string name) =>
        Scotland.Staff(name.ToLowerInvariant().Replace(' ', '-'), name, Scotland.Sound, programme) with { TimeZone = "Europe/London" };
}
