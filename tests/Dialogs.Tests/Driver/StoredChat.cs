using System.Text.Json;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>A chat's dialog stack and memory, written to text and read back between turns as the product does.</summary>
internal sealed record StoredChat(IReadOnlyList<StoredChat.Entry> Stack, Memory Memory)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal sealed record Entry(string Id, string State);

    public static string New { get; } = new StoredChat([], Memory.Empty).ToJson();

    public static StoredChat Read(string json) => JsonSerializer.Deserialize<StoredChat>(json, Json)!;

    public static StoredChat Of(DialogState state, Memory memory) =>
        new([.. state.DialogStack.Select(instance => new Entry(instance.Id!, instance.State!["state"].ToString()!))], memory);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public DialogState ToDialogState() => new(
    [
        .. Stack.Select(entry => new DialogInstance { Id = entry.Id, State = new Dictionary<string, object> { ["state"] = entry.State } }),
    ]);
}

/// <summary>Gives the dialogs their stack from the turn.</summary>
internal sealed class StackOfTurn : IStatePropertyAccessor<DialogState>
{
    public string Name => nameof(DialogState);

    public Task<DialogState> GetAsync(
        ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(turnContext.TurnState.Get<DialogState>()!);

    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The stack is one object for the whole turn.");

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The stack is one object for the whole turn.");
}

/// <summary>Sends nothing: what flows show leaves with the turn's commit and never through the adapter.</summary>
internal sealed class SilentAdapter : BotAdapter
{
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A flow sent something before the commit.");

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A flow sent something before the commit.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A flow sent something before the commit.");
}
