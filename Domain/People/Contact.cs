namespace PeerBot.Domain.People;

/// <summary>Somebody at work whom people are pointed to. From configuration (<c>Contacts:{key}</c>); never in code.</summary>
/// <param name="Person">Set when PeerBot can also send them a message.</param>
/// <param name="Cover">Who stands in when they are away; null when nobody is named.</param>
/// <param name="NeedsSignIn">The link leads to a site that asks for a sign-in which the reader may lack (S1-22).</param>
/// <param name="OutOfHours">Whom to turn to outside <paramref name="Hours"/>.</param>
public sealed record Contact(
    string Key, string Name, string Role, string? Phone, string? Email, string? Hours, string? Cover, string? OutOfHours, PersonId? Person,
    Uri? Link = null, bool NeedsSignIn = false);
