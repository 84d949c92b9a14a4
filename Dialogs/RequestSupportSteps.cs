using System.Text.Json.Serialization;

namespace PeerBot.Dialogs;

/// <summary>What has been said so far; nothing of it leaves before the request is sent.</summary>
/// <param name="Chosen">Supporters in the order of choice.</param>
/// <param name="Asked">Supporters who were asked about this request before and are not offered again; null: nobody.</param>
public sealed record Draft(string? Area, string? Note, string? Mode, IReadOnlyList<string> Chosen, IReadOnlyList<string>? Asked = null)
{
    public static readonly Draft Empty = new(null, null, null, []);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "at")]
[JsonDerivedType(typeof(Describing), "describing")]
[JsonDerivedType(typeof(Choosing), "choosing")]
[JsonDerivedType(typeof(Confirming), "confirming")]
public abstract record RequestState(Draft Draft)
{
    /// <summary>Saying what would help.</summary>
    public sealed record Describing(Draft Draft) : RequestState(Draft);

    /// <param name="Page">0 is the first page of profiles.</param>
    public sealed record Choosing(Draft Draft, int Page) : RequestState(Draft);

    public sealed record Confirming(Draft Draft) : RequestState(Draft);
}

public abstract record RequestInput
{
    private RequestInput()
    {
    }

    public sealed record Start : RequestInput;

    public sealed record Described(string? Area, string? Note, string? Mode) : RequestInput;

    public sealed record SaveForLater(string? Area, string? Note, string? Mode) : RequestInput;

    public sealed record BackToAreas : RequestInput;

    public sealed record Turn(int Page) : RequestInput;

    public sealed record More : RequestInput;

    public sealed record Choose(string Key) : RequestInput;

    public sealed record DeclareConflict(string Key) : RequestInput;

    public sealed record Remove(string Key) : RequestInput;

    public sealed record MoveUp(string Key) : RequestInput;

    public sealed record Review : RequestInput;

    public sealed record Send(bool Understood) : RequestInput;

    public sealed record Keep : RequestInput;

    public sealed record Cancel : RequestInput;

    /// <summary>Choose for a request that stands: a press of the card about it.</summary>
    public sealed record Again(Guid Request) : RequestInput;

    /// <summary>Yes to a request that a coordinator has started.</summary>
    public sealed record GoOn(Guid Request) : RequestInput;

    /// <summary>A press on a profile that came with the news about a request, before its flow has begun.</summary>
    public sealed record From(Guid Request, RequestInput Then) : RequestInput;

    /// <summary>Carry on where the request stands.</summary>
    public sealed record Continue : RequestInput;

    public sealed record Words(string Text) : RequestInput;
}
