namespace PeerBot.Domain.Support;

public readonly record struct CycleId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
