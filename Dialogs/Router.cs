using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>Brings what a person did to the flow that it belongs to. Help, status, concern and the like work at every step.</summary>
public sealed class Router
{
    /// <summary>Flows left half done below the present one; the oldest is forgotten beyond this.</summary>
    private const int Depth = 4;

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
        if (ShareConcern.Heard(typed.Text) is { } heard)
        {
            await BeginAsync(dc, desk, ShareConcern.Id, heard, cancellation);
        }
        else if (Abuse.IsIn(typed.Text))
        {
            desk.Shows.Add(desk.Context.Say("Flow.Unkind"));
            await BeginAsync(dc, desk, Welcome.Id, new Incoming.Typed(nameof(Command.Help)), cancellation);
        }
        else if (stopping && Commands.YesOrNo(typed.Text) is { } stop)
        {
            await StopAsync(dc, desk, stop, cancellation);
        }
        else if (Commands.Read(typed.Text) is { } command)
        {
            await CommandAsync(dc, desk, command, cancellation);
        }
        else if (desk.Memory.Card is null && Commands.Number(typed.Text) is { } number && desk.Memory.Offers.FirstOrDefault(offer => offer.Number == number) is { } offer)
        {
            await PressAsync(dc, desk, Presses.Read(offer.Data), cancellation);
        }
        else if (desk.Memory.Card is { } card && TwinReader.Read(TextMode.Read(card, desk.Context.Texts), typed.Text) is not TwinAnswer.NotAnAnswer and var answer)
        {
            await AnswerAsync(dc, desk, answer, cancellation);
        }
        else if (desk.Memory.Evaluation is { } evaluation && TakeSelfEvaluationFlow.Continues(typed.Text))
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
            await BeginAsync(dc, desk, flow.Name, typed, cancellation);
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
        await TurnToAsync(dc, desk, press);
        if (press.ReachesOthers.Select(ShareConcern.Heard).FirstOrDefault(heard => heard is not null) is { } heard)
        {
            // Nothing of the card is taken: what was filled in stays in front of the person, and only there.
            await BeginAsync(dc, desk, ShareConcern.Id, heard, cancellation);
            return;
        }

        if (press.Verb.StartsWith("self-evaluation.", StringComparison.Ordinal))
        {
            desk.Memory = desk.Memory with { Evaluation = press.Id };
        }

        if (press.Verb is Verbs.StepStop or Verbs.StepResume)
        {
            await StopAsync(dc, desk, press.Verb == Verbs.StepStop, cancellation);
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
            await BeginAsync(dc, desk, flow.Name, press, cancellation);
        }

        Keep(dc, desk, before, flow);
        if (press.Verb is Verbs.Help or Verbs.ConcernCarryOn && dc.ActiveDialog is not null)
        {
            await dc.RepromptDialogAsync(cancellation);
        }
    }

    /// <summary>
    /// A press is answered in the scheme of what it is about. Only somebody who begins something in another scheme, or chooses it, turns to
    /// it for what they type next.
    /// </summary>
    private static async Task TurnToAsync(DialogContext dc, FlowDesk desk, Incoming.Pressed press)
    {
        var chosen = press.Verb == Verbs.SchemeChoose;
        var scheme = chosen
            ? Schemes.Of(desk.Context.Me, desk.Context.Turn.Reference).FirstOrDefault(one => one.Id == press.Arg)
            : await Schemes.OfPressAsync(press, desk.Context);
        if (scheme is null)
        {
            return;
        }

        var begins = chosen || (scheme.Id == Schemes.NamedBy(press) && !Verbs.Reading.Contains(press.Verb));
        if (begins && scheme.Id != desk.Context.Programme.Id && dc.Stack.Count > 0)
        {
            desk.Shows.Add(desk.Context.Say("Schemes.PutAside", ("scheme", desk.Context.Programme.Name.In(desk.Context.Me.Locale))));
            dc.Stack.Clear();
        }

        desk.Memory = begins ? desk.Memory with { Scheme = scheme.Id } : desk.Memory;
        desk.Context = desk.Context.In(scheme.Key);
    }

    /// <summary>A press about another scheme that leaves a step open stays there; any other was an aside.</summary>
    private static void Keep(DialogContext dc, FlowDesk desk, FlowContext before, IFlow flow)
    {
        if (desk.Context.Programme.Id == before.Programme.Id || desk.Memory.Scheme == desk.Context.Programme.Id)
        {
            return;
        }

        if (dc.ActiveDialog is { } open && open.Id == flow.Name)
        {
            dc.Stack.RemoveAll(below => below != open);
            desk.Memory = desk.Memory with { Scheme = desk.Context.Programme.Id };
        }
        else
        {
            desk.Context = before;
        }
    }

    private static async Task CommandAsync(DialogContext dc, FlowDesk desk, Command command, CancellationToken cancellation)
    {
        switch (command)
        {
            case Command.Cancel when dc.ActiveDialog is null:
                desk.Shows.Add(desk.Context.Say("Flow.NothingToStop"));
                break;
            case Command.Cancel:
                desk.Memory = desk.Memory with { Stopping = true };
                desk.Shows.Add(new Show.Card(StopCard.Of(new StopCard.View(NothingSent: true), desk.Context.Frame())));
                break;
            case Command.StartAgain when dc.ActiveDialog is { } active:
                await dc.ReplaceDialogAsync(active.Id!, new Incoming.Typed(""), cancellation);
                break;
            case Command.AsText or Command.AsCards:
                desk.Memory = desk.Memory with { AsText = command == Command.AsText, Card = null };
                desk.Shows.Add(desk.Context.Say(command == Command.AsText ? "Flow.AsText" : "Flow.AsCards"));
                await AgainAsync(dc, cancellation);
                break;
            case Command.Concern:
                await BeginAsync(dc, desk, ShareConcern.Id, new Incoming.Typed("concern"), cancellation);
                break;
            case Command.CallMe:
                await BeginAsync(
                    dc, desk, ShareConcern.Id, new Incoming.Pressed(Verbs.ConcernCallMe, "", 0, null, new Dictionary<string, string>()), cancellation);
                break;
            case Command.BusyTimes:
                await BeginAsync(dc, desk, DeclareBusyFlow.Id, new Incoming.Typed("busy times"), cancellation);
                await AgainAsync(dc, cancellation);
                break;
            case Command.Programmes:
                await BeginAsync(dc, desk, ChooseSchemeFlow.Id, new Incoming.Typed("programmes"), cancellation);
                await AgainAsync(dc, cancellation);
                break;
            case Command.Help or Command.Status or Command.MyData:
                await BeginAsync(dc, desk, Welcome.Id, new Incoming.Typed(command.ToString()), cancellation);
                await AgainAsync(dc, cancellation);
                break;
            case Command.Hello when Overseer.Holds(desk.Context, desk.Context.Programme.Id):
            case Command.Home when Overseer.Of(desk.Context) is not null:
                await BeginAsync(dc, desk, OverseeFlow.Id, new Incoming.Typed("home"), cancellation);
                await AgainAsync(dc, cancellation);
                break;
            default:
                await BeginAsync(dc, desk, Welcome.Id, new Incoming.Typed("hello"), cancellation);
                await AgainAsync(dc, cancellation);
                break;
        }
    }

    /// <summary>The answer to "stop this?": everything half done goes, or the step comes back.</summary>
    private static async Task StopAsync(DialogContext dc, FlowDesk desk, bool stop, CancellationToken cancellation)
    {
        var texts = desk.Context.Texts;
        if (dc.ActiveDialog is null)
        {
            desk.Shows.Add(desk.Context.Receipt(texts.Plain("Stop.Nothing.Heading"), texts.Plain("Flow.NothingToStop")));
        }
        else if (stop)
        {
            dc.Stack.Clear();
            desk.Shows.Add(desk.Context.Receipt(texts.Plain("Stop.Done.Heading"), texts.Plain("Stop.Done.Text")));
        }
        else
        {
            desk.Shows.Add(desk.Context.Receipt(texts.Plain("Stop.Kept.Heading"), texts.Plain("Stop.Kept.Text")));
            await AgainAsync(dc, cancellation);
        }
    }

    private static Task AgainAsync(DialogContext dc, CancellationToken cancellation) =>
        dc.ActiveDialog is null ? Task.CompletedTask : dc.RepromptDialogAsync(cancellation);

    private static async Task BeginAsync(DialogContext dc, FlowDesk desk, string flow, Incoming incoming, CancellationToken cancellation)
    {
        if (dc.Stack.Count >= Depth)
        {
            dc.Stack.RemoveAt(dc.Stack.Count - 1);
        }

        desk.Incoming = incoming;
        await dc.BeginDialogAsync(flow, incoming, cancellation);
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
