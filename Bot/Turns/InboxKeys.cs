using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Turns;

/// <summary>What makes an activity the same as one that was seen: its id, and for a press that changes something the nonce of its card.</summary>
internal static class InboxKeys
{
    /// <summary>
    /// Teams re-issues a press within a minute. Whoever presses the same button later means it: Teams shows a card as it was sent again
    /// after a while, and what is true by then is a better answer than that of before.
    /// </summary>
    private static readonly Duration Period = Duration.FromMinutes(10);

    /// <param name="payload">The press as JSON; null for typed words.</param>
    public static IReadOnlyList<string> Of(IActivity activity, PersonId person, string? payload, Instant now)
    {
        var keys = new List<string>(3);
        if (activity.Id is { Length: > 0 } id)
        {
            keys.Add($"a|{activity.Conversation?.Id}|{id}");
        }

        // Teams re-issues a press with a new id. What only shows something is asked for again on purpose, and answered again. The person
        // is part of the key: a forwarded card must not get the first one's answer.
        if (payload is not null && Presses.Nonce(payload) is { Length: > 0 } && !Verbs.Reading.Contains(Presses.Read(payload).Verb))
        {
            var press = $"n|{person}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)))}";
            var period = now.ToUnixTimeTicks() / Period.BclCompatibleTicks;
            keys.Add($"{press}|{period}");
            keys.Add($"{press}|{period + 1}");
        }

        return keys;
    }
}
