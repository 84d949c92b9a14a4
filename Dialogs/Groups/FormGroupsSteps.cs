using System.Text.Json.Serialization;

namespace PeerBot.Dialogs;

/// <summary>What the lead has said so far; nobody hears of it before the groups are published.</summary>
/// <param name="Schools">Neighbouring schools that the lead has linked.</param>
/// <param name="Seed">Another one for another proposal.</param>
public sealed record GroupDraft(
    string? Purpose, IReadOnlyList<string> Schools, int Smallest, int Largest, IReadOnlyList<string> VaryBy, int Seed = 1);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "at")]
[JsonDerivedType(typeof(Asking), "asking")]
[JsonDerivedType(typeof(Proposed), "proposed")]
public abstract record FormState(GroupDraft Draft)
{
    /// <summary>Why they meet, how large they are, by what they vary.</summary>
    public sealed record Asking(GroupDraft Draft) : FormState(Draft);

    /// <param name="Groups">Person ids by group.</param>
    /// <param name="Revision">Raised by every change; a press on an older card changes nothing.</param>
    /// <param name="Last">The two who changed places last, for as long as that can be undone.</param>
    public sealed record Proposed(
        GroupDraft Draft, IReadOnlyList<IReadOnlyList<string>> Groups, int Revision, IReadOnlyList<string>? Last = null, int Page = 0) : FormState(Draft);
}

public abstract record FormInput
{
    private FormInput()
    {
    }

    public sealed record Start : FormInput;

    /// <param name="Said">What the fields hold; null where the button sent none.</param>
    public sealed record Propose(Fields? Said) : FormInput;

    public sealed record Again(long Revision) : FormInput;

    public sealed record Turn(int Page) : FormInput;

    public sealed record Try(string? One, string? Other, long Revision) : FormInput;

    /// <param name="Pair">Keys of the two, as the card of the costs carries them.</param>
    public sealed record Swap(string? Pair, long Revision) : FormInput;

    /// <param name="Back">Only back to the proposal: the swap was not made.</param>
    public sealed record Undo(bool Back, long Revision) : FormInput;

    public sealed record Publish(long Revision) : FormInput;

    public sealed record Cancel : FormInput;

    public sealed record Words : FormInput;

    public sealed record Fields(
        string? Purpose, IReadOnlyList<string> Schools, string? Smallest, string? Largest, IReadOnlyList<string> VaryBy);
}
