using System.Text.Json.Serialization;

namespace PeerBot.Bot.Rehearsal;

/// <summary>
/// The chats of the sample people, as Teams would keep them. They hold what was written, which the product itself never keeps;
/// that is why they exist for invented people in Development only.
/// </summary>
internal sealed class RehearsalChats(RehearsalEvents events)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RehearsalChat> chats = new(StringComparer.Ordinal);

    /// <summary>Raised after every change.</summary>
    public event Action? Changed;

    public IReadOnlyList<RehearsalMessage> MessagesOf(string person)
    {
        lock (gate)
            return [.. Chat(person).Messages];
    }

    /// <summary>How many messages each person has who has any.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        lock (gate)
            return chats.Where(chat => chat.Value.Messages.Count > 0).ToDictionary(chat => chat.Key, chat => chat.Value.Messages.Count);
    }

    /// <summary>True the first time: the person has just been given the app.</summary>
    public bool Install(string person)
    {
        lock (gate)
        {
            if (Chat(person).Installed)
                return false;
            Chat(person).Installed = true;
        }
        Changed?.Invoke();
        return true;
    }

    public void Add(string person, RehearsalMessage message)
    {
        lock (gate)
            Chat(person).Messages.Add(message);
        Tell(person, message);
    }

    /// <summary>The changed message; null when the chat has no such message.</summary>
    public RehearsalMessage? Change(string person, string id, Func<RehearsalMessage, RehearsalMessage> change)
    {
        RehearsalMessage changed;
        lock (gate)
        {
            var messages = Chat(person).Messages;
            var index = messages.FindIndex(message => message.Id == id);
            if (index < 0)
                return null;
            changed = messages[index] = change(messages[index]);
        }
        Tell(person, changed);
        return changed;
    }

    public void Clear()
    {
        lock (gate)
            chats.Clear();
        Changed?.Invoke();
    }

    public Dictionary<string, RehearsalChat> Snapshot()
    {
        lock (gate)
            return chats.ToDictionary(chat => chat.Key, chat => chat.Value.Copy());
    }

    public void Restore(IReadOnlyDictionary<string, RehearsalChat> kept)
    {
        lock (gate)
        {
            foreach (var (person, chat) in kept)
                chats[person] = chat;
        }
    }

    private RehearsalChat Chat(string person) =>
        chats.TryGetValue(person, out var chat) ? chat : chats[person] = new RehearsalChat();

    private void Tell(string person, RehearsalMessage message)
    {
        events.Publish("message", new { person, message });
        Changed?.Invoke();
    }
}

internal sealed class RehearsalChat
{
    /// <summary>Whether the bot has been told that this person has the app.</summary>
    public bool Installed { get; set; }

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<RehearsalMessage> Messages { get; } = [];

    public RehearsalChat Copy()
    {
        var copy = new RehearsalChat { Installed = Installed };
        copy.Messages.AddRange(Messages);
        return copy;
    }
}
