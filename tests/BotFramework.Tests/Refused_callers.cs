using System.Net;

namespace PeerBot.BotFramework.Tests;

/// <summary>How often an address may come with a bad token.</summary>
public sealed class Refused_callers
{
    private readonly SteppingClock _clock = new();
    private readonly RefusedCallers _callers;

    public Refused_callers() => _callers = new RefusedCallers(_clock);

    [Fact]
    public void Are_let_in_again_bit_by_bit()
    {
        var address = IPAddress.Parse("192.0.2.7");
        Guess(address, RefusedCallers.AtOnce);
        Assert.False(_callers.MayTry(address));

        _clock.Seconds += 1;

        Guess(address, 9);
        Assert.True(_callers.MayTry(address));
        Guess(address, 1);
        Assert.False(_callers.MayTry(address));
    }

    [Fact]
    public void Do_not_shut_out_anybody_else()
    {
        Guess(IPAddress.Parse("192.0.2.7"), 1_000);

        Assert.True(_callers.MayTry(IPAddress.Parse("192.0.2.8")));
        Assert.True(_callers.MayTry(null));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", false)]
    public void Are_known_by_their_network(string guesser, string other, bool mayTry)
    {
        Guess(IPAddress.Parse(guesser), RefusedCallers.AtOnce);

        Assert.Equal(mayTry, _callers.MayTry(IPAddress.Parse(other)));
    }

    [Fact]
    public void From_very_many_addresses_are_not_all_remembered()
    {
        for (var i = 0; i < 20_000; i++)
            _callers.Refused(new IPAddress([10, 1, (byte)(i >> 8), (byte)i]));

        Assert.True(_callers.MayTry(IPAddress.Parse("192.0.2.8")));
    }

    private void Guess(IPAddress address, int times)
    {
        for (var i = 0; i < times; i++)
            _callers.Refused(address);
    }

    private sealed class SteppingClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
