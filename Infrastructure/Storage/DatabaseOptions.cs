using NodaTime;

namespace PeerBot.Storage;

public sealed record DatabaseOptions
{
    /// <summary>Protects private words on their way to the disk.</summary>
    public IPrivateText PrivateText { get; init; } = new UnprotectedText();

    /// <summary>What is left of a chat's state once nobody has spoken there for a while; the same where there is nothing to take out.</summary>
    public Func<string, string> WhenIdle { get; init; } = state => state;

    /// <summary>
    /// Clock of claims and timers. The machine's own, even where the rest of the product is shown a clock that can be moved: a claim
    /// must not run out because somebody looks at next month.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// The room of the channel is reckoned by the server's clock, where there is a server: seconds between the clocks of two machines would
    /// leave the slower one none. False: by <see cref="Time"/>, which a test can move.
    /// </summary>
    public bool RoomByServersClock { get; init; } = true;

    /// <summary>How long this process keeps what a turn has committed and is due at once to itself, to deliver it.</summary>
    public Duration Lease { get; init; } = Duration.FromSeconds(60);

    /// <summary>
    /// Whether this process has time for more of what is due at once. Otherwise it is committed without a claim, and whoever has time finds it.
    /// </summary>
    public Func<bool> TakesMore { get; init; } = () => true;
}
