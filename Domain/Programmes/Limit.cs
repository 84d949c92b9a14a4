namespace PeerBot.Domain.Programmes;

/// <summary>The force that the source gives a number.</summary>
public enum LimitStrength
{
    /// <summary>Refused; say why and what is possible.</summary>
    Block,

    /// <summary>Allowed when both people say yes; the yes is recorded.</summary>
    Confirm,

    /// <summary>Said once, then carried on.</summary>
    Advise,
}

/// <summary>A number with its force. No limit at all is a null <see cref="Limit"/>, never a large number.</summary>
/// <param name="Source">The requirement that gives the number, such as S2-18, or "assumption".</param>
public sealed record Limit(int Value, LimitStrength Strength, string Source)
{
    internal static Limit Read(DefinitionNode node) => new(node.Whole("value"), node.Word<LimitStrength>("strength"), node.Text("source"));
}
