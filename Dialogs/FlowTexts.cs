using System.Collections.Concurrent;
using System.Resources;
using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The words of flows and cards in a programme's vocabulary and a person's language.</summary>
public static class FlowTexts
{
    private static readonly IReadOnlyList<ResourceManager> Own = Texts.ResourcesOf(typeof(FlowTexts).Assembly);
    private static readonly ConcurrentDictionary<(ProgrammeKey, string), Texts> Known = new();

    public static Texts For(Programme programme, string? locale)
    {
        var language = locale is not null && programme.Locales.Contains(locale) ? locale : LocalText.FallbackLocale;
        return Known.GetOrAdd((programme.Key, language), _ => Texts.For(language, Views.WordsOf(programme, language), Own));
    }

    /// <summary>The same person in the programme of a cycle, whose phase stands on each of its cards.</summary>
    public static FlowContext In(this FlowContext context, Cycle cycle)
    {
        var there = context.In(cycle.Programme);
        return there with { Standing = cycle.IsOpen ? PhaseCards.Words(cycle, there) : null };
    }

    /// <summary>The same person in the programme that a cycle or request belongs to.</summary>
    public static FlowContext In(this FlowContext context, ProgrammeKey version)
    {
        if (context.Programme.Key == version)
        {
            return context;
        }

        var programme = context.Turn.Programme(version);
        return context with { Programme = programme, Texts = For(programme, context.Me.Locale) };
    }
}
