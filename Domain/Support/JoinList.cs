using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Joining
{
    private Joining()
    {
    }

    public sealed record Joined(SupporterProfile Profile) : Joining;

    /// <summary>Nothing was saved.</summary>
    public sealed record Refused(IReadOnlyList<ProfileFault> Faults) : Joining;

    /// <summary>Something that the person has to say of themselves was not said; nobody is listed without their own yes (S3-05).</summary>
    public sealed record NotSaid : Joining;
}

/// <summary>Where people choose each other, somebody joins by their own yes; there is nobody to approve them, and they may leave at any time.</summary>
public sealed class JoinList(Turn turn)
{
    /// <param name="declared">Ids of the criteria that the person says they meet.</param>
    public async Task<Joining> JoinAsync(
        Person person, Organisation? place, Programme programme, ProfileDraft draft, IReadOnlyList<string> declared)
    {
        if (!draft.Willing || DeclaredIn(programme).Any(criterion => !declared.Contains(criterion.Id)))
        {
            return new Joining.NotSaid();
        }

        var becoming = new BecomeSupporter(turn);
        var (known, application) = await becoming.StandAsync(person, programme);
        var filled = known with { Summary = draft.Summary, Details = draft.Details };
        if (filled.State == SupporterState.Interested && filled.PassCriteria() is SupporterStep.Taken passed)
        {
            filled = passed.Profile;
        }

        switch (filled.List(programme, person, place, turn.Now.InZone(programme.Zone).Date))
        {
            case Listing.Listed listed:
                turn.Stores.Save(listed.Profile);
                turn.Stores.Save(application with { Declared = declared, WillingSince = application.WillingSince ?? turn.Now.InZone(programme.Zone).Date });
                return new Joining.Joined(listed.Profile);
            case Listing.Refused refused:
                return new Joining.Refused(refused.Faults);
            default:
                throw new InvalidOperationException("A profile is listed or refused.");
        }
    }

    /// <summary>What the person says of themselves; what is only to think about is not asked.</summary>
    public static IEnumerable<Criterion> DeclaredIn(Programme programme) => programme.Eligibility.Supporter.Where(criterion =>
        criterion is { Force: not CriterionForce.Prompt, Evidence: CriterionEvidence.SelfDeclared });
}
