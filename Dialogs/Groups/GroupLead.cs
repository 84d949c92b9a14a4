using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>Whether somebody leads groups, asked at every press: a role that was taken away is gone at once.</summary>
internal static class GroupLead
{
    /// <summary>The reader in the programme whose groups they lead, the present one first; null for everybody else.</summary>
    public static FlowContext? Of(FlowContext context)
    {
        if (PublishGroups.IsLead(context.Turn.Reference, context.Me.Id, context.Programme))
        {
            return context;
        }

        var known = context.Turn.Reference.Programmes;
        return context.Turn.Reference.Roles.Where(held => held.Role == ProgrammeRoles.GroupLead && held.People.Contains(context.Me.Id))
            .Select(held => known.Current(held.ProgrammeId))
            .FirstOrDefault(programme => programme is not null && PublishGroups.IsLead(context.Turn.Reference, context.Me.Id, programme)) is { } other
            ? context.In(other.Key)
            : null;
    }
}
