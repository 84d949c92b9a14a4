using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>What works at every step: the words that people may type at any time, and stopping what is half done.</summary>
internal static class SpokenCommands
{
    /// <summary>Flows left half done below the present one; the oldest is forgotten beyond this.</summary>
    private const int Depth = 4;

    public static async Task CommandAsync(this DialogContext dc, FlowDesk desk, Command command, CancellationToken cancellation)
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
                await dc.AgainAsync(cancellation);
                break;
            case Command.Concern:
                await dc.BeginAsync(desk, ShareConcern.Id, new Incoming.Typed("concern"), cancellation);
                break;
            case Command.CallMe:
                await dc.BeginAsync(
                    desk, ShareConcern.Id, new Incoming.Pressed(Verbs.ConcernCallMe, "", 0, null, new Dictionary<string, string>()), cancellation);
                break;
            case Command.BusyTimes:
                await dc.BeginAsync(desk, DeclareBusyFlow.Id, new Incoming.Typed("busy times"), cancellation);
                await dc.AgainAsync(cancellation);
                break;
            case Command.Programmes:
                await dc.BeginAsync(desk, ChooseSchemeFlow.Id, new Incoming.Typed("programmes"), cancellation);
                await dc.AgainAsync(cancellation);
                break;
            case Command.Help or Command.Status or Command.MyData:
                await dc.BeginAsync(desk, Welcome.Id, new Incoming.Typed(command.ToString()), cancellation);
                await dc.AgainAsync(cancellation);
                break;
            case Command.Hello when Overseer.Holds(desk.Context, desk.Context.Programme.Id):
            case Command.Home when Overseer.Of(desk.Context) is not null:
                await dc.BeginAsync(desk, OverseeFlow.Id, new Incoming.Typed("home"), cancellation);
                await dc.AgainAsync(cancellation);
                break;
            default:
                await dc.BeginAsync(desk, Welcome.Id, new Incoming.Typed("hello"), cancellation);
                await dc.AgainAsync(cancellation);
                break;
        }
    }

    /// <summary>The answer to "stop this?": everything half done goes, or the step comes back.</summary>
    public static async Task StopAsync(this DialogContext dc, FlowDesk desk, bool stop, CancellationToken cancellation)
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
            await dc.AgainAsync(cancellation);
        }
    }

    private static Task AgainAsync(this DialogContext dc, CancellationToken cancellation) =>
        dc.ActiveDialog is null ? Task.CompletedTask : dc.RepromptDialogAsync(cancellation);

    public static async Task BeginAsync(this DialogContext dc, FlowDesk desk, string flow, Incoming incoming, CancellationToken cancellation)
    {
        if (dc.Stack.Count >= Depth)
        {
            dc.Stack.RemoveAt(dc.Stack.Count - 1);
        }

        desk.Incoming = incoming;
        await dc.BeginDialogAsync(flow, incoming, cancellation);
    }
}
