namespace PeerBot.Cards;

public static partial class InputIds
{
    /// <summary><see cref="ReviewWishes"/>.</summary>
    public const string Wish = "wish";

    /// <summary>How far somebody has come, for themselves alone.</summary>
    public const string Progress = "progress";

    /// <summary>"true" when the two are not to be suggested to each other again.</summary>
    public const string Bar = "bar";

    /// <summary>What was lacking when a request led to nothing.</summary>
    public const string Lacked = "lacked";
}

/// <summary>Values of <see cref="InputIds.Wish"/>.</summary>
public static class ReviewWishes
{
    public const string Finish = "finish";
    public const string Extend = "extend";
    public const string NotSure = "not-sure";

    public static IReadOnlyList<string> All { get; } = [Finish, Extend, NotSure];
}
