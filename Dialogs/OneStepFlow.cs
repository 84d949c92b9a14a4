namespace PeerBot.Dialogs;

/// <summary>A flow that is over once it has answered: everything it needs stands on the card that was pressed.</summary>
public abstract class OneStepFlow : IFlow
{
    public abstract string Name { get; }

    public abstract IReadOnlyCollection<string> Verbs { get; }

    public virtual bool Wants(string text, FlowContext context) => false;

    public async Task<Reply<string>> StepAsync(string? state, Incoming incoming, FlowContext context) =>
        new(null, await AnswerAsync(incoming, context));

    public Task<Reply<string>> AgainAsync(string state, FlowContext context) => Task.FromResult(new Reply<string>(null, []));

    protected abstract Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context);
}
