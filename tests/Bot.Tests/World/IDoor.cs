using System.Text.Json.Nodes;

namespace PeerBot.Bot.Tests.World;

/// <summary>Where Teams brings what people do: one bot in this process, or several in their own.</summary>
internal interface IDoor
{
    /// <summary>What it has to say about itself when a test fails.</summary>
    IReadOnlyList<string> Errors { get; }

    Task<Answer> PostAsync(JsonNode activity, string? bearer = null);
}
