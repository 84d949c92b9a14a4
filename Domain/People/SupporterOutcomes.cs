namespace PeerBot.Domain.People;

/// <summary>What came of one step of a volunteer.</summary>
public abstract record SupporterStep
{
    private SupporterStep()
    {
    }

    public sealed record Taken(SupporterProfile Profile) : SupporterStep;

    /// <summary>The step does not start from where they are.</summary>
    public sealed record NotDue(SupporterState State) : SupporterStep;
}

/// <summary>What came of showing a profile.</summary>
public abstract record Listing
{
    private Listing()
    {
    }

    public sealed record Listed(SupporterProfile Profile) : Listing;

    public sealed record Refused(IReadOnlyList<ProfileFault> Faults) : Listing;
}

public abstract record PlaceTaking
{
    private PlaceTaking()
    {
    }

    public sealed record Taken(SupporterProfile Profile) : PlaceTaking;

    public sealed record Full : PlaceTaking;
}
