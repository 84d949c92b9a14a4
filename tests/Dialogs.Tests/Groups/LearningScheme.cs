using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>Steps that several tests of groups share.</summary>
internal static class LearningScheme
{
    public static Scheme At(string start, params IEnumerable<object> given) =>
        new(start, [.. Learning.Everyone(), .. given]) { Reference = Learning.Reference };

    /// <summary>The lead fills in C32 and sees a proposal, or why there is none.</summary>
    public static async Task Proposes(this Scheme scheme, bool neighbours = true, string smallest = "3", string largest = "6", string? purpose = Learning.Purpose)
    {
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("form groups");
        List<(string, string)> fields =
        [
            (InputIds.Smallest, smallest), (InputIds.Largest, largest), (InputIds.VaryBy, "skills,role,department"),
            .. purpose is null ? Array.Empty<(string, string)>() : [(InputIds.Purpose, purpose)],
            .. neighbours ? [(InputIds.Schools, Learning.StAidans.Id.ToString())] : Array.Empty<(string, string)>(),
        ];
        await nia.Fills(Verbs.GroupsPropose, [.. fields]);
    }

    public static async Task<IReadOnlyList<LearningGroup>> Publishes(this Scheme scheme)
    {
        await scheme.Proposes();
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupsPublish);
        await scheme.Approves();
        return scheme.Groups();
    }

    /// <summary>The professional learning leader says yes to all that wait, the first group last, or that of a person.</summary>
    public static async Task Approves(this Scheme scheme, Person? last = null)
    {
        foreach (var group in scheme.Groups().Where(group => group.State == GroupState.Proposed).Reverse().OrderBy(group => last is not null && group.Member(last.Id) is not null).ToList())
        {
            await scheme.Of(Learning.Priya).Presses(Verbs.GroupGateGoOn, on: $"Group {group.Name} waits");
        }
    }

    public static IReadOnlyList<LearningGroup> Groups(this Scheme scheme) =>
        [.. scheme.Store.All<LearningGroup>().OrderBy(group => group.Name, StringComparer.Ordinal)];

    public static LearningGroup Group(this Scheme scheme, string name = "A") => scheme.Groups().Single(group => group.Name == name);

    public static Cycle CycleOf(this Scheme scheme, LearningGroup group) => scheme.Store.All<Cycle>().Single(cycle => cycle.Id == group.Id.Cycle);

    public static Participant Of(this Scheme scheme, PersonId id) =>
        scheme.Of(Learning.Members.Append(Learning.Nia).Append(Learning.Priya).Single(person => person.Id == id));

    public static IEnumerable<Participant> In(this Scheme scheme, LearningGroup group) => group.Members.Select(member => scheme.Of(member.Person));

    /// <summary>Published, and everybody in the first group has said yes.</summary>
    public static async Task<LearningGroup> Joins(this Scheme scheme)
    {
        await scheme.Publishes();
        foreach (var member in scheme.In(scheme.Group()).ToList())
        {
            await member.Presses(Verbs.GroupJoin);
        }

        return scheme.Group();
    }

    /// <summary>The lead and then all of the group have agreed to the ground rules.</summary>
    public static async Task<LearningGroup> Agrees(this Scheme scheme)
    {
        var group = await scheme.Joins();
        await scheme.Of(Learning.Nia).Presses(Verbs.RulesAgree);
        foreach (var member in scheme.In(group).ToList())
        {
            await member.Presses(Verbs.RulesAgree);
        }

        return group;
    }

    /// <summary>Groups that run on a Tuesday morning in November: each member has a place taken, and what is booked is in the calendars.</summary>
    public static Scheme Booked(params object[] given)
    {
        var scheme = At("2026-11-24T09:00", given);
        foreach (var member in scheme.Store.All<Cycle>().SelectMany(cycle => cycle.Members!).ToList())
        {
            scheme.Store.Put(Learning.Profile(Learning.Members.Single(person => person.Id == member), active: 1));
        }

        foreach (var meeting in scheme.Store.All<Meeting>().Where(meeting => meeting.State == MeetingState.Booked).ToList())
        {
            scheme.Calendar.BookAsync(
                new Domain.Scheduling.CalendarMeeting(
                    meeting.Id, meeting.Organiser, meeting.Others, "Peer support – protected time", meeting.Start, NodaTime.Duration.FromMinutes(meeting.Minutes),
                    SchoolTime.London, meeting.Mode), CancellationToken.None);
        }

        return scheme;
    }

    /// <summary>In the way that the status card offers.</summary>
    public static async Task Leaves(this Scheme scheme, Person person)
    {
        await scheme.Of(person).Says("status");
        await scheme.Of(person).Presses(Verbs.CycleWithdraw);
        await scheme.Of(person).Fills(Verbs.CycleWithdraw);
    }
}
