using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>Somebody in a chat with the bot: types, presses, and looks at what is there.</summary>
internal sealed class Participant(Scheme scheme, Person person)
{
    public Person Person => person;

    public PersonId Id => person.Id;

    public List<Message> Messages { get; } = [];

    /// <summary>What came in the present step of the test.</summary>
    public IReadOnlyList<Message> News => [.. Messages.Where(message => message.Step == scheme.Step)];

    /// <summary>What is stored of this chat between turns.</summary>
    public string Stored { get; set; } = StoredChat.New;

    /// <summary>Raised by every turn of this chat.</summary>
    public int Turns { get; set; }

    public Task Says(string text) => scheme.TakeTurnAsync(this, new Incoming.Typed(text));

    /// <summary>Types a time, and books it when the bot says back one that can be.</summary>
    public async Task AsksFor(string time)
    {
        await Says(time);
        if (News.LastOrDefault() is { } answer && answer.Text.StartsWith("Shall I book this?", StringComparison.Ordinal))
        {
            await PressesOn(answer, Cards.Verbs.SlotPick);
        }
    }

    /// <summary>Presses a button on the latest card that has it, filling nothing in.</summary>
    /// <param name="on">Words on the card, where several have such a button.</param>
    /// <param name="button">Words on the button, where the card has several.</param>
    public Task Presses(string verb, string? on = null, string? button = null) => PressesOn(Card(verb, on), verb, button);

    /// <summary>Fills in fields of the latest card that has the button, and presses it.</summary>
    public Task Fills(string verb, params (string Field, string Value)[] fields) => FillsOn(Card(verb), verb, fields);

    public Task PressesOn(Message message, string verb, string? button = null) => PressAsync(message, verb, button, []);

    public Task FillsOn(Message message, string verb, params (string Field, string Value)[] fields) => PressAsync(message, verb, null, fields);

    /// <summary>Sends what no card of ours has.</summary>
    public Task Forges(string json) => scheme.TakeTurnAsync(this, Read(json, null));

    /// <summary>The latest card in the chat with such a button.</summary>
    public Message Card(string verb, string? on = null) =>
        Messages.LastOrDefault(message => !message.IsReplaced && message.Buttons.Any(button => button.Verb == verb)
            && (on is null || message.Text.Contains(on, StringComparison.Ordinal)))
        ?? throw new InvalidOperationException($"{person.Name} has no card with {verb}{(on is null ? "" : $" and \"{on}\"")}. Last seen:\n{Messages.LastOrDefault()}");

    public bool Has(string verb) => Messages.Any(message => !message.IsReplaced && message.Buttons.Any(button => button.Verb == verb));

    /// <summary>One message of the present step holds all these words.</summary>
    public Message Sees(params string[] words)
    {
        var found = News.LastOrDefault(message => words.All(one => message.Text.Contains(one, StringComparison.Ordinal)));
        Assert.True(found is not null, $"{person.Name} does not see \"{string.Join("\", \"", words)}\" but:\n{string.Join("\n---\n", News)}");
        return found!;
    }

    public void SeesNothing() =>
        Assert.True(News.Count == 0, $"{person.Name} should see nothing, but sees:\n{string.Join("\n---\n", News)}");

    /// <summary>None of these words came to this person, ever.</summary>
    public void NeverSaw(params string[] words)
    {
        foreach (var word in words)
        {
            Assert.DoesNotContain(Messages, message => message.Json.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    public void Get(Instant at, string? words, AdaptiveCard? card, string? replaces)
    {
        // A message that is updated stays the message it was.
        var old = replaces is null ? null : Messages.LastOrDefault(message => message.Id == replaces);
        if (old is not null)
        {
            old.IsReplaced = true;
        }

        var message = new Message(old?.Number ?? scheme.NextMessage(), scheme.Step, at, words, card);
        if (!scheme.Rubbish)
        {
            English.ReadsWell(message, scheme.Typed);
        }

        Messages.Add(message);
    }

    private Task PressAsync(Message message, string verb, string? words, IReadOnlyList<(string Field, string Value)> filled)
    {
        var button = message.Buttons.FirstOrDefault(one => one.Verb == verb && (words is null || one.Title.Contains(words, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No {verb} {words} on:\n{message}");
        var fields = new Dictionary<string, string>(button.SendsFields ? message.Fields : new Dictionary<string, string>());
        foreach (var (field, value) in filled)
        {
            Assert.True(fields.ContainsKey(field), $"The card has no field {field}, or the button does not send it:\n{message}");
            fields[field] = value;
            scheme.Typed.Add(value);
        }

        return scheme.TakeTurnAsync(this, Read(button.Press(fields), message.Id));
    }

    private static Incoming.Pressed Read(string json, string? card) => Dialogs.Presses.Read(json, card);
}
