using System.Text.Json;

namespace PeerBot.Dialogs;

/// <summary>What a step of a flow leads to: the next state (null: finished) and what to show.</summary>
public sealed record Reply<TState>(TState? Next, IReadOnlyList<Show> Shows)
    where TState : class;

/// <summary>One conversation about one thing. Same input in the same state over the same data gives the same reply.</summary>
public interface IFlow
{
    /// <summary>Stored on the dialog stack; stays the same for good.</summary>
    string Name { get; }

    /// <summary>Buttons that begin or continue this flow.</summary>
    IReadOnlyCollection<string> Verbs { get; }

    /// <summary>Whether words typed outside any flow begin this one.</summary>
    bool Wants(string text, FlowContext context);

    /// <param name="state">As returned before; null to begin.</param>
    /// <exception cref="JsonException">The state was written by a version that is no longer understood.</exception>
    Task<Reply<string>> StepAsync(string? state, Incoming incoming, FlowContext context);

    /// <summary>Shows the step once more after an interruption.</summary>
    /// <exception cref="JsonException">As for <see cref="StepAsync"/>.</exception>
    Task<Reply<string>> AgainAsync(string state, FlowContext context);
}

/// <summary>A flow as a switch from (state, input) to small named moves.</summary>
/// <typeparam name="TState">Closed record hierarchy whose cases have stable names (<c>JsonDerivedType</c>).</typeparam>
/// <typeparam name="TInput">Closed record hierarchy of what a person can mean here.</typeparam>
public abstract class Flow<TState, TInput> : IFlow
    where TState : class
    where TInput : class
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowOutOfOrderMetadataProperties = true };

    public abstract string Name { get; }

    public abstract IReadOnlyCollection<string> Verbs { get; }

    public virtual bool Wants(string text, FlowContext context) => false;

    public async Task<Reply<string>> StepAsync(string? state, Incoming incoming, FlowContext context)
    {
        var current = state is null ? null : Read(state);
        return Stored(await StepAsync(current, Understand(incoming, current, context), context));
    }

    public async Task<Reply<string>> AgainAsync(string state, FlowContext context) => Stored(await AgainAsync(Read(state), context));

    /// <summary>Words or buttons to an input; one place for both.</summary>
    protected abstract TInput Understand(Incoming incoming, TState? state, FlowContext context);

    protected abstract Task<Reply<TState>> StepAsync(TState? state, TInput input, FlowContext context);

    protected abstract Task<Reply<TState>> AgainAsync(TState state, FlowContext context);

    protected static Reply<TState> Stay(TState state, params IReadOnlyList<Show> shows) => new(state, shows);

    protected static Reply<TState> Done(params IReadOnlyList<Show> shows) => new(null, shows);

    private static TState Read(string state) =>
        JsonSerializer.Deserialize<TState>(state, Json) ?? throw new JsonException("A flow's state is never null.");

    private static Reply<string> Stored(Reply<TState> reply) =>
        new(reply.Next is null ? null : JsonSerializer.Serialize(reply.Next, Json), reply.Shows);
}
