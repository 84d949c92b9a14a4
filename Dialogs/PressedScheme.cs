using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>In which scheme a press is answered, and in which the person speaks after it.</summary>
internal static class PressedScheme
{
    /// <summary>
    /// A press is answered in the scheme of what it is about. Only somebody who begins something in another scheme, or chooses it, turns to
    /// it for what they type next.
    /// </summary>
    public static async Task TurnToAsync(DialogContext dc, FlowDesk desk, Incoming.Pressed press)
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
    public static void Keep(DialogContext dc, FlowDesk desk, FlowContext before, IFlow flow)
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
}
