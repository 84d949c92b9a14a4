using System.Text.Json;
using NodaTime;
using PeerBot.Dialogs;

namespace PeerBot.Bot.Turns;

/// <summary>What is kept of a conversation between turns: the dialog stack and what is remembered beside it.</summary>
internal sealed record StoredConversation(IReadOnlyList<StoredConversation.Entry> Stack, Memory Memory)
{
    public static readonly StoredConversation New = new([], Memory.Empty);

    /// <param name="State">The flow's own state.</param>
    public sealed record Entry(string Id, string State);

    /// <summary>What cannot be read any more is begun anew: half-done steps are lost, nothing that was sent is.</summary>
    public static StoredConversation Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OwnJson.Relaxed.StoredConversation) is { Stack: not null, Memory.Offers: not null } stored ? stored : New;
        }
        catch (JsonException)
        {
            return New;
        }
    }

    /// <summary>What is left once nobody has spoken for a while: how the person likes to be answered, and nothing half done or filled in.</summary>
    public static string WhenIdle(string state)
    {
        var stored = Read(state);
        return stored.Stack.Count == 0 && stored.Memory is { Card: null, Offers.Count: 0 }
            ? state
            : (New with { Memory = Memory.Empty with { AsText = stored.Memory.AsText, Evaluation = stored.Memory.Evaluation, Scheme = stored.Memory.Scheme } }).ToJson();
    }

    public string ToJson() => JsonSerializer.Serialize(this, OwnJson.Relaxed.StoredConversation);
}

/// <summary>Gives the Bot Framework dialogs their stack from the turn, and takes it back for the turn's commit.</summary>
internal sealed class DialogStack : IStatePropertyAccessor<DialogState>
{
    private const string StateKey = "state";

    /// <summary>As long as drafts are.</summary>
    private static readonly Duration Kept = Duration.FromDays(3);

    private static readonly HashSet<string> Known = [.. Flows.All.Select(flow => flow.Name)];

    public string Name => nameof(DialogState);

    public Task<DialogState> GetAsync(
        ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(turnContext.TurnState.Get<DialogState>() ?? defaultValueFactory?.Invoke() ?? new DialogState());

    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default)
    {
        turnContext.TurnState.Set(value);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        turnContext.TurnState.Set(new DialogState());
        return Task.CompletedTask;
    }

    /// <summary>Steps left by a release whose flows are gone are dropped, and so is what nobody came back to while drafts are kept.</summary>
    /// <param name="unseen">Since the person was last seen here.</param>
    public static DialogState Load(StoredConversation conversation, Duration unseen) => new(
    [
        .. conversation.Stack.Where(entry => unseen <= Kept && Known.Contains(entry.Id)).Select(entry => new DialogInstance
        {
            Id = entry.Id, State = new Dictionary<string, object> { [StateKey] = entry.State },
        }),
    ]);

    public static IReadOnlyList<StoredConversation.Entry> Save(DialogState state) =>
        [.. state.DialogStack.Select(instance => new StoredConversation.Entry(instance.Id!, instance.State![StateKey].ToString()!))];
}
