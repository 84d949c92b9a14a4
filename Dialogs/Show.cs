using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>What the person gets to see at the end of a step, in order.</summary>
public abstract record Show
{
    private Show()
    {
    }

    /// <summary>The cards in it.</summary>
    public IReadOnlyList<AdaptiveCard> AllCards => this switch
    {
        Card card => [card.Content],
        Replace card => [card.Content],
        Carousel many => many.Cards,
        _ => [],
    };

    public sealed record Say(string Text) : Show;

    public sealed record Card(AdaptiveCard Content) : Show;

    /// <summary>Cards side by side.</summary>
    public sealed record Carousel(IReadOnlyList<AdaptiveCard> Cards) : Show;

    /// <summary>Takes the place of the card that was pressed; a new card where nothing was pressed.</summary>
    public sealed record Replace(AdaptiveCard Content) : Show;

    /// <summary>The words typed were no answer here.</summary>
    /// <param name="About">Key of what the step is about, for "I was asking about …".</param>
    public sealed record NotUnderstood(string About) : Show;
}
