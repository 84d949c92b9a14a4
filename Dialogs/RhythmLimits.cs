using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The sentence for a limit that a rhythm oversteps.</summary>
internal static class RhythmLimits
{
    public static IReadOnlyList<string> Sentences(IEnumerable<Overstep> oversteps, FlowContext context) => [.. oversteps.Select(one => Sentence(one, context))];

    public static string Sentence(Overstep overstep, FlowContext context) => overstep switch
    {
        Overstep.Length length => context.Texts.Plain(
            length.Minutes > length.Limit.Value ? "Rhythm.Longer" : "Rhythm.Shorter",
            ("limit", context.Texts.Length(length.Limit.Value)), ("minutes", context.Texts.Length(length.Minutes))),
        _ => context.Texts.Plain("Rhythm.TooOften", ("most", overstep.Limit.Value)),
    };
}
