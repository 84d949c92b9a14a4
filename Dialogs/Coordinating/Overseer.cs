using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Whether somebody oversees a programme, asked at every press: a role that was taken away is gone at once.</summary>
internal static class Overseer
{
    /// <summary>Opens what a volunteer has sent for approval; the arg is the key of their id.</summary>
    public const string OpenSupporter = "supporter.approve-open";

    /// <summary>The reader in the programme that the card names, or the first one that they coordinate; null for everybody else.</summary>
    /// <param name="programmeId">As the card carries it; anything that is no programme of theirs counts as none named.</param>
    public static FlowContext? Of(FlowContext context, string? programmeId = null)
    {
        var known = context.Turn.Reference.Programmes;
        if (programmeId is not null && known.Current(programmeId) is { } named)
        {
            return Holds(context, programmeId) ? context.In(named.Key) : null;
        }

        return Holds(context, context.Programme.Id) ? context
            : All(context).FirstOrDefault() is { } first ? context.In(known.Current(first)!.Key)
            : null;
    }

    /// <summary>Ids of all programmes that the reader coordinates.</summary>
    public static IReadOnlyList<string> All(FlowContext context) =>
    [
        .. context.Turn.Reference.Roles
            .Where(held => held.Role == ProgrammeRoles.Coordinator && held.People.Contains(context.Me.Id)).Select(held => held.ProgrammeId)
            .Where(id => context.Turn.Reference.Programmes.Current(id) is not null).Distinct(),
    ];

    public static bool Holds(FlowContext context, string programmeId) =>
        context.Turn.Reference.Holds(context.Me.Id, programmeId, ProgrammeRoles.Coordinator);

    /// <summary>The two by name; a group by its letter alone, as of groups whoever oversees them sees rates and not people (S4-01).</summary>
    public static async Task<string> TitleAsync(this FlowContext context, Cycle cycle) =>
        cycle.IsGroup
            ? context.Texts.Plain(
                "Oversee.Group", ("name", (await context.Stores.GroupAsync(GroupId.Of(cycle.Id)))?.Name ?? ""), ("count", cycle.People.Count))
            : context.Texts.Plain(
                "Oversee.Pair", ("requester", await context.NameAsync(cycle.Requester)), ("supporter", await context.NameAsync(cycle.Supporter)));

    public static Looking Looking(this FlowContext context) => new(context.Turn, context.Programme.Id, context.Me.Id);
}
