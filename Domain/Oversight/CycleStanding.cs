namespace PeerBot.Domain.Oversight;

/// <summary>How a running cycle stands for whoever oversees it; of several the last named here wins.</summary>
public enum CycleStanding
{
    Running,

    /// <summary>No meeting for too long.</summary>
    Stalled,

    /// <summary>Close to its last day or its last meeting; both have been asked how to go on.</summary>
    NearLimit,

    /// <summary>Both have asked for more, and the coordinator has not answered.</summary>
    Review,
}
