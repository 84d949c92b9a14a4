using System.Net.Http.Json;
using System.Text.Json;

namespace PeerBot.Bot.Tests.World;

/// <summary>Teams, with the sample people in it and this bot among their apps. Each one has chats of its own.</summary>
internal sealed class Teams(IDoor bot, FakeConnector connector, JsonElement people)
{
    private static int count;

    private readonly int number = Interlocked.Increment(ref count);
    private readonly Dictionary<string, Person> known = [];

    public IDoor Bot => bot;

    public FakeConnector Connector => connector;

    public Person this[string name] => known.TryGetValue(name, out var person) ? person : known[name] = Find(name);

    /// <summary>Everything the bot sent to chats of these Teams.</summary>
    public IReadOnlyList<Call> Calls => [.. connector.Calls.Where(call => call.Conversation.EndsWith($"~{number}", StringComparison.Ordinal))];

    /// <summary>A bot that goes its own way: the sample as it is on the Saturday evening, and chats that nobody has written in.</summary>
    public static async Task<Teams> OfAsync(RunningBot bot, FakeConnector connector) =>
        new(bot, connector, await bot.Http.GetFromJsonAsync<JsonElement>("/rehearsal/people"));

    /// <summary>The same people and chats in front of another process of the bot.</summary>
    public Teams With(RunningBot other)
    {
        var teams = new Teams(other, connector, people);
        foreach (var (name, person) in known)
            teams.known[name] = person.In(teams);
        return teams;
    }

    private Person Find(string name)
    {
        var one = people.EnumerateArray().Single(person => person.GetProperty("name").GetString() == name);
        return new Person(
            this, name, one.GetProperty("id").GetString()!, one.GetProperty("aadObjectId").GetString()!, one.GetProperty("tenantId").GetString()!,
            one.GetProperty("email").GetString()!, one.GetProperty("organisation").GetString()!,
            $"a:{one.GetProperty("aadObjectId").GetString()}~{number}");
    }
}
