using System.Security.Cryptography;
using System.Text;
using PeerBot.Cards;
using PeerBot.Dialogs;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Turns;

/// <summary>What makes an activity the same as one that was seen: its id, and for a press that changes something the nonce of its card.</summary>
internal static class InboxKeys
{
    /// <param name="payload">The press as JSON; null for typed words.</param>
    public static IReadOnlyList<string> Of(IActivity activity, PersonId person, string? payload)
    {
        var keys = new List<string>(2);
        if (activity.Id is { Length: > 0 } id)
        {
            keys.Add($"a|{activity.Conversation?.Id}|{id}");
        }

        // Teams re-issues a press with a new id. What only shows something is asked for again on purpose, and answered again. The person
        // is part of the key: a forwarded card must not get the first one's answer.
        if (payload is not null && Presses.Nonce(payload) is { Length: > 0 } && !Verbs.Reading.Contains(Presses.Read(payload).Verb))
        {
            keys.Add($"n|{person}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)))}");
        }

        return keys;
    }
}
