namespace PeerBot.Domain.Reflection;

/// <summary>When in a cycle somebody looks at their own confidence.</summary>
public enum Occasion
{
    Before,
    Midway,
    After,
}
