using System.Text;

namespace PeerBot.Benchmarks.Turns;

/// <summary>One step: what the person does, and by what its reply is known.</summary>
/// <param name="Activity">What Teams posts, for a conversation and the message that the last reply became.</param>
/// <param name="Reply">Stands in this step's reply and in no other's.</param>
/// <param name="IsInvoke">The reply is the answer to the post.</param>
internal sealed record DialogStep(Func<int, string?, byte[]> Activity, byte[] Reply, bool IsInvoke = false);

/// <summary>
/// Asks for support, says about what, and stops. Each of the three steps reads the stored dialog, changes it, is entered into the
/// inbox and is answered through the outbox.
/// </summary>
/// <param name="invokes">The press of the last step is one that has to be answered at once, as Action.Execute is.</param>
internal sealed class Dialog(string serviceUrl, bool invokes)
{
    private long lastId = 1_795_000_000_000;

    public IReadOnlyList<DialogStep> Steps =>
    [
        // The dialog begins: the request card comes.
        new((number, _) => Message(number, "\"text\":\"support\",\"textFormat\":\"plain\""), "\"supporters.show\""u8.ToArray()),

        // An area in words is kept in the dialog's state: the card comes once more, filled in.
        new((number, _) => Message(number, "\"text\":\"Governance\",\"textFormat\":\"plain\""), "\"value\":\"governance\",\""u8.ToArray()),

        // Cancel on that card, pressed as Action.Submit is: the dialog ends, a receipt takes the card's place.
        invokes ? new(Invoke, "Nothing was sent."u8.ToArray(), IsInvoke: true) : new(Press, "Nothing was sent."u8.ToArray()),
    ];

    private byte[] Press(int number, string? card) => Message(number, $$"""
        "replyToId":"{{card}}","value":{{Cancel()}}
        """);

    private byte[] Invoke(int number, string? card) => Message(number, $$"""
        "name":"adaptiveCard/action","replyToId":"{{card}}",
        "value":{"action":{"type":"Action.Execute","verb":"request.cancel","data":{{Cancel()}}},"trigger":"manual"}
        """, "invoke");

    private string Cancel() => $$"""{"verb":"request.cancel","id":"none","version":0,"nonce":"{{Interlocked.Increment(ref lastId):x24}}"}""";

    /// <param name="content">What a typed message and a press differ in.</param>
    private byte[] Message(int number, string content, string type = "message") => Encoding.UTF8.GetBytes(
        $$$"""
        {"type":"{{{type}}}","id":"{{{Interlocked.Increment(ref lastId)}}}","timestamp":"2026-11-23T08:30:00.1234567Z",
        "localTimestamp":"2026-11-23T08:30:00.1234567+00:00","localTimezone":"Europe/London","channelId":"msteams",
        "serviceUrl":"{{{serviceUrl}}}",
        "from":{"id":"{{{Authority.UserId(number)}}}","name":"Head {{{number}}}","aadObjectId":"{{{Authority.ObjectId(number)}}}"},
        "conversation":{"conversationType":"personal","tenantId":"{{{Authority.TenantId}}}","id":"{{{Authority.ConversationId(number)}}}"},
        "recipient":{"id":"{{{Authority.BotId}}}","name":"PeerBot"},
        "entities":[{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"{{{Authority.TenantId}}}"}},"locale":"en-GB",{{{content}}}}
        """);
}
