using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>Brings what a person did to the flow that it belongs to. Help, status, concern and the like work at every step.</summary>
public sealed class Router
{
    private readonly DialogSet dialogs;
    private readonly IReadOnlyList<IFlow> flows;
    private readonly Dictionary<string, IFlow> byVerb = [];

    public Router(IStatePropertyAccessor<DialogState> state, IReadOnlyList<IFlow> flows)
    {
        dialogs = new DialogSet(state);
        this.flows = flows;
        foreach (var flow in flows)
        {
            dialogs.Add(new FlowDialog(flow));
            foreach (var verb in flow.Verbs)
            {
                byVerb.Add(verb, flow);
            }
        }
    }

    public async Task RouteAsync(ITurnContext context, FlowDesk desk, CancellationToken cancellation)
    {
        context.TurnState.Set(desk);
        var dc = await dialogs.CreateContextAsync(context, cancellation);
        await (desk.Incoming switch
        {
            Incoming.Pressed press => PressAsync(dc, desk, press, cancellation),
            Incoming.Typed typed => TypedAsync(dc, desk, typed, cancellation),
            _ => throw new InvalidOperationException("There is no third way to speak."),
        });
        AnswerMisses(desk);
    }

    private async Task TypedAsync(DialogContext dc, FlowDesk desk, Incoming.Typed typed, CancellationToken cancellation)
    {
        var stopping = desk.Memory.Stopping;
        desk.Memory = desk.Memory with { Stopping = false };
        if (ShareConcern.Heard(typed.Text, desk.Context.Texts) is { } heard)
        {
            await dc.BeginAsync(desk, ShareConcern.Id, heard, cancellation);
        }
        else if (Abuse.IsIn(typed.Text))
        {
            desk.Shows.Add(desk.Context.Say("Flow.Unkind"));
            await dc.BeginAsync(desk, Welcome.Id, new Incoming.Typed(nameof(Command.Help)), cancellation);
        }
        else if (stopping && Commands.YesOrNo(typed.Text, desk.Context.Texts) is { } stop)
        {
            await dc.StopAsync(desk, stop, cancellation);
        }
        else if (Commands.Read(typed.Text, desk.Context.Texts) is { } command)
        {
            await dc.CommandAsync(desk, command, cancellation);
        }
        else if (desk.Memory.Card is null && Commands.Number(typed.Text) is { } number && desk.Memory.Offers.FirstOrDefault(offer => offer.Number == number) is { } offer)
        {
            await PressAsync(dc, desk, Presses.Read(offer.Data), cancellation);
        }
        else if (desk.Memory.Card is { } card && TwinReader.Read(TextMode.Read(card, desk.Context.Texts), typed.Text) is not TwinAnswer.NotAnAnswer and var answer)
        {
            await AnswerAsync(dc, desk, answer, cancellation);
        }
        else if (desk.Memory.Evaluation is { } evaluation && TakeSelfEvaluationFlow.Continues(typed.Text, desk.Context))
        {
            await PressAsync(dc, desk, new Incoming.Pressed(Verbs.SelfEvaluationContinue, evaluation, 0, null, new Dictionary<string, string>()), cancellation);
        }
        else if (dc.ActiveDialog is not null)
        {
            desk.Incoming = typed;
            await dc.ContinueDialogAsync(cancellation);
        }
        else if (flows.FirstOrDefault(flow => flow.Wants(typed.Text, desk.Context)) is { } flow)
        {
            await dc.BeginAsync(desk, flow.Name, typed, cancellation);
        }
        else
        {
            desk.Shows.Add(new Show.NotUnderstood("About.Anything"));
        }
    }

    /// <summary>What was typed under the plain-text twin of a card.</summary>
    private Task AnswerAsync(DialogContext dc, FlowDesk desk, TwinAnswer answer, CancellationToken cancellation)
    {
        switch (answer)
        {
            case TwinAnswer.Press press:
                return PressAsync(dc, desk, Presses.Read(press.DataJson), cancellation);
            case TwinAnswer.Link link:
                desk.Shows.Add(new Show.Say(link.Url.AbsoluteUri));
                break;
            case TwinAnswer.Problem problem:
                desk.Shows.Add(new Show.Say(Typed.Escape(problem.Sentence)));
                break;
        }

        return Task.CompletedTask;
    }

    private async Task PressAsync(DialogContext dc, FlowDesk desk, Incoming.Pressed press, CancellationToken cancellation)
    {
        desk.Incoming = press;
        desk.Memory = desk.Memory with { Stopping = false };
        var before = desk.Context;
        await PressedScheme.TurnToAsync(dc, desk, press);
        if (press.Verb != Verbs.MyDataCorrectSave)
        {
            desk.Context = Languages.Take(press, desk.Context);
        }

        if (press.ReachesOthers.Select(words => ShareConcern.Heard(words, desk.Context.Texts)).FirstOrDefault(heard => heard is not null) is { } heard)
        {
            // Nothing of the card is taken: what was filled in stays in front of the person, and only there.
            await dc.BeginAsync(desk, ShareConcern.Id, heard, cancellation);
            return;
        }

        if (press.Verb.StartsWith("self-evaluation.", StringComparison.Ordinal))
        {
            desk.Memory = desk.Memory with { Evaluation = press.Id };
        }

        if (press.Verb is Verbs.StepStop or Verbs.StepResume)
        {
            await dc.StopAsync(desk, press.Verb == Verbs.StepStop, cancellation);
            return;
        }

        if (press.Verb is Verbs.RequestStart or Verbs.RequestAgain && WaysIn.Of(desk.Context) is [{ Verb: not Verbs.RequestStart } way, ..])
        {
            // Cards say "ask" and "choose again" in every scheme; how that begins is the scheme's own.
            desk.Incoming = press = press with { Verb = way.Verb, Arg = way.Arg };
        }

        if (!byVerb.TryGetValue(press.Verb, out var flow))
        {
            desk.Shows.Add(desk.Context.Say("Flow.UnknownButton"));
            return;
        }

        if (dc.Stack.Any(below => below.Id == flow.Name))
        {
            while (dc.ActiveDialog!.Id != flow.Name)
            {
                dc.Stack.RemoveAt(0);
            }

            await dc.ContinueDialogAsync(cancellation);
        }
        else
        {
            await dc.BeginAsync(desk, flow.Name, press, cancellation);
        }

        PressedScheme.Keep(dc, desk, before, flow);
        if (press.Verb is Verbs.Help or Verbs.ConcernCarryOn && dc.ActiveDialog is not null)
        {
            await dc.RepromptDialogAsync(cancellation);
        }
    }

    /// <summary>One kind repeat of the question; after two in a row a person to turn to.</summary>
    private static void AnswerMisses(FlowDesk desk)
    {
        var at = desk.Shows.FindIndex(show => show is Show.NotUnderstood);
        desk.Memory = desk.Memory with { Misses = at < 0 ? 0 : desk.Memory.Misses + 1 };
        if (at < 0)
        {
            return;
        }

        var context = desk.Context;
        var about = context.Texts.Plain(((Show.NotUnderstood)desk.Shows[at]).About);
        desk.Shows[at] = context.Say("Flow.NotUnderstood", ("about", about));
        if (desk.Memory.Misses >= 2 && context.Coordinator is { } coordinator)
        {
            desk.Shows.Insert(at + 1, context.Say("Flow.AskAPerson", ("name", coordinator.Name), ("where", coordinator.Email ?? coordinator.Phone ?? coordinator.Role)));
        }
    }
}
