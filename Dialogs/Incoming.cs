using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>What a person did: typed words, or pressed a button of a card.</summary>
public abstract record Incoming
{
    private Incoming()
    {
    }

    public sealed record Typed(string Text) : Incoming;

    /// <param name="Id">The thing that the card is about; empty for cards about nothing stored.</param>
    /// <param name="Version">The version of that thing when the card was drawn.</param>
    /// <param name="Arg">Which one of several alike buttons; null when there is one.</param>
    /// <param name="Inputs">What was filled in, by input id; what was left empty is absent.</param>
    /// <param name="Card">Message that holds the card; null when the channel did not say.</param>
    public sealed record Pressed(
        string Verb, string Id, long Version, string? Arg, IReadOnlyDictionary<string, string> Inputs, string? Card = null) : Incoming
    {
        /// <summary>Words of the card that somebody else would read.</summary>
        public IEnumerable<string> ReachesOthers =>
            new[] { InputIds.Note, InputIds.Change, InputIds.Place, InputIds.Message, InputIds.CycleSubject, InputIds.MeetingLabel, InputIds.Purpose, InputIds.Share }.Select(Input).OfType<string>();

        public string? Input(string id) => Inputs.TryGetValue(id, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        /// <summary>The thing that the button is about where its card is about several: the arg's id, else the card's.</summary>
        public Guid About => System.Guid.TryParse(Arg?.Split(Stroke)[0], out var about) ? about : Guid;

        /// <summary>What else the button says, behind the thing that it is about; null: nothing.</summary>
        public string? Then => Arg?.IndexOf(Stroke) is >= 0 and var at ? Arg[(at + 1)..] : null;

        private const char Stroke = '|';

        public Guid Guid => System.Guid.TryParse(Id, out var id) ? id : System.Guid.Empty;
    }
}
