using System.ComponentModel.DataAnnotations;

namespace PeerBot.Bot.Delivery;

/// <summary>How much is sent to the channel. What is not set is as Teams has it, and nothing for a channel on this machine.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Of one app in one tenant, all processes together.</summary>
    public const int OfTeams = 50;

    [Range(1, 100_000, ErrorMessage = "Set Delivery:PerTenantPerSecond to a number from 1 to 100000.")]
    public int? PerTenantPerSecond { get; set; }

    /// <summary>Whether the limits of a single chat are kept to.</summary>
    public bool? PerConversation { get; set; }

    /// <summary>How long a process keeps to itself what it is about to send. Longer than the channel may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Set Delivery:Lease to a time from 00:00:01 to 01:00:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
