using System.Text.Json;

namespace PeerBot.Dialogs;

/// <summary>
/// Puts a flow on the Bot Framework dialog stack. The flow's state is one JSON string, so that it reads back the same from any store;
/// what it shows is collected in the turn state and leaves with the turn's commit.
/// </summary>
public sealed class FlowDialog(IFlow flow) : Dialog(flow.Name)
{
    private const string StateKey = "state";

    public IFlow Flow { get; } = flow;

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        StepAsync(dc, null, options as Incoming ?? Desk(dc).Incoming, cancellationToken);

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        StepAsync(dc, State(dc.ActiveDialog), Desk(dc).Incoming, cancellationToken);

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        // A flow that began and ended in one step was an aside: the card of this step is still in front of the person.
        if (result is not Aside)
        {
            await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        }

        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var desk = Desk(turnContext);
        if (State(instance) is { } state)
        {
            desk.Shows.AddRange((await Flow.AgainAsync(state, desk.Context)).Shows);
        }
    }

    private sealed record Aside;

    private static FlowDesk Desk(DialogContext dc) => Desk(dc.Context);

    private static FlowDesk Desk(ITurnContext context) =>
        context.TurnState.Get<FlowDesk>() ?? throw new InvalidOperationException("The router lays the desk before a flow runs.");

    private static string? State(DialogInstance? instance) =>
        instance is { State: { } all } && all.TryGetValue(StateKey, out var state) ? state?.ToString() : null;

    private async Task<DialogTurnResult> StepAsync(DialogContext dc, string? state, Incoming incoming, CancellationToken cancellation)
    {
        var desk = Desk(dc);
        Reply<string> reply;
        try
        {
            reply = await Flow.StepAsync(state, incoming, desk.Context);
        }
        catch (JsonException) when (state is not null)
        {
            // Left over from a release whose states are gone: the person begins this step again and is told so.
            desk.Shows.Add(desk.Context.Say("Flow.StartedAgain"));
            reply = await Flow.StepAsync(null, incoming, desk.Context);
        }

        desk.Shows.AddRange(reply.Shows);
        if (reply.Next is null)
        {
            return await dc.EndDialogAsync(state is null ? new Aside() : null, cancellation);
        }

        dc.ActiveDialog!.State![StateKey] = reply.Next;
        return EndOfTurn;
    }
}

/// <summary>What a turn lays before the flows, and what they leave to be shown. Kept in the turn state.</summary>
public sealed class FlowDesk(FlowContext context, Incoming incoming, Memory memory)
{
    public FlowContext Context { get; set; } = context;

    public Incoming Incoming { get; set; } = incoming;

    /// <summary>What is remembered of the conversation beside the dialog stack.</summary>
    public Memory Memory { get; set; } = memory;

    public List<Show> Shows { get; } = [];
}
