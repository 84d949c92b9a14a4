using PeerBot.Domain.Oversight;

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

    /// <summary>Ids of all programmes that the reader looks after.</summary>
    public static IReadOnlyList<string> All(FlowContext context) =>
    [
        .. context.Turn.Reference.Roles
            .Where(held => ProgrammeRoles.Overseeing.Contains(held.Role) && held.People.Contains(context.Me.Id)).Select(held => held.ProgrammeId)
            .Where(id => context.Turn.Reference.Programmes.Current(id) is not null).Distinct(),
    ];

    public static bool Holds(FlowContext context, string programmeId) =>
        context.Turn.Reference.Oversees(context.Me.Id, programmeId);

    public static Looking Looking(this FlowContext context) => new(context.Turn, context.Programme.Id, context.Me.Id);
}
