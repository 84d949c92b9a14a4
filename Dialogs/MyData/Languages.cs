using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>The language that somebody reads: asked once where there is a choice, kept with the person, changed under "my data".</summary>
internal static class Languages
{
    /// <summary>Those of the programme that there are texts in.</summary>
    public static IReadOnlyList<Choice> Of(FlowContext context) =>
        [.. context.Programme.Locales.Where(Texts.Speaks).Select(locale => new Choice(locale, MyDataCards.Language(locale)))];

    /// <summary>Keeps the language that a press brings; from here on the reader has it.</summary>
    public static FlowContext Take(Incoming.Pressed press, FlowContext context) =>
        press.Input(InputIds.Language) is { } locale && locale != context.Me.Locale && Of(context).Any(one => one.Value == locale) ? Keep(locale, context) : context;

    public static FlowContext Keep(string locale, FlowContext context)
    {
        var me = context.Me with { Locale = locale };
        context.Stores.Save(me);
        var programme = context.Turn.Programme(context.Programme.Key);
        return context with { Me = me, Programme = programme, Texts = FlowTexts.For(programme, locale) };
    }
}
