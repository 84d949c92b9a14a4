namespace PeerBot.Cards;

/// <summary>C01: welcome and privacy, for anyone.</summary>
public static class WelcomeCard
{
    /// <param name="FirstName">Null when unknown.</param>
    /// <param name="Scheme">The programme's name.</param>
    /// <param name="Summary">The programme's own sentence about itself.</param>
    /// <param name="Benefits">What the requester may gain, all of them, from the definition.</param>
    /// <param name="OtherHelp">What this does not replace.</param>
    /// <param name="Languages">More than one: a choice is offered.</param>
    public sealed record View(
        string? FirstName, string Scheme, string Summary, IReadOnlyList<string> Benefits, IReadOnlyList<Signpost> OtherHelp,
        Confidentiality Confidentiality, bool CanOffer = true, IReadOnlyList<Choice>? Languages = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
