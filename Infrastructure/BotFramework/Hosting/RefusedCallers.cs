using System.Net;
using System.Net.Sockets;

namespace PeerBot.BotFramework;

/// <summary>
/// Counts, by address, callers whose tokens were refused. Whoever keeps guessing is turned away before anything of theirs is read; the
/// channel, whose token was checked before, is never held up.
/// </summary>
/// <remarks>
/// Behind a proxy all callers share its address, unless it passes theirs on (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>). So this slows
/// guessing down and never shuts an address: a good new token gets its turn.
/// </remarks>
internal sealed class RefusedCallers(TimeProvider time)
{
    public const int AtOnce = 60;

    private const double PerSecond = 10;
    private const int MostAddresses = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Budget> _budgets = [];

    /// <summary>Whether a token from there may be looked at now.</summary>
    public bool MayTry(IPAddress? address)
    {
        lock (_gate)
            return !_budgets.TryGetValue(Network(address), out var budget) || Left(budget) >= 1;
    }

    public void Refused(IPAddress? address)
    {
        var network = Network(address);
        lock (_gate)
        {
            var left = _budgets.TryGetValue(network, out var budget) ? Left(budget) : AtOnce;
            if (_budgets.Count >= MostAddresses)
                Forget();
            _budgets[network] = new Budget(Math.Max(0, left - 1), time.GetTimestamp());
        }
    }

    /// <summary>One customer of IPv6 has a whole network of addresses.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private double Left(Budget budget) => Math.Min(AtOnce, budget.Left + (time.GetElapsedTime(budget.At).TotalSeconds * PerSecond));

    private void Forget()
    {
        foreach (var (address, _) in _budgets.Where(one => Left(one.Value) >= AtOnce).ToList())
            _budgets.Remove(address);
        if (_budgets.Count >= MostAddresses)
            _budgets.Clear();
    }

    private readonly record struct Budget(double Left, long At);
}
