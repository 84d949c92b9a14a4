using System.Threading.RateLimiting;
using PeerBot.Domain.People;

namespace PeerBot.Bot;

/// <summary>How much one person may ask of the bot in a minute: far more than anybody can press, far less than a script can.</summary>
/// <remarks>Each process counts for itself, so the limit grows with the number of replicas.</remarks>
internal sealed class PersonLimit : IDisposable
{
    public const string Setting = "Limits:PerPersonAndMinute";

    private const int Usual = 240;

    private readonly PartitionedRateLimiter<PersonId>? limiter;

    /// <exception cref="InvalidOperationException">The setting is no number of activities.</exception>
    public PersonLimit(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[Setting];
        var most = environment.IsDevelopment() ? 0 : Usual; // In Development people are made up, and measured.
        if (!string.IsNullOrWhiteSpace(text) && (!int.TryParse(text, out most) || most < 0))
        {
            throw new InvalidOperationException($"Set {Setting} to a number of activities such as {Usual}, or to 0 for no limit.");
        }

        limiter = most == 0 ? null : PartitionedRateLimiter.Create<PersonId, string>(person => RateLimitPartition.GetTokenBucketLimiter(
            person.Value, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most,
                TokensPerPeriod = most,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                AutoReplenishment = true,
            }));
    }

    public bool Lets(PersonId person)
    {
        using var lease = limiter?.AttemptAcquire(person);
        return lease is null or { IsAcquired: true };
    }

    public void Dispose() => limiter?.Dispose();
}
