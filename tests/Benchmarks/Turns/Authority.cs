using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Benchmarks.Turns;

/// <summary>The invented people in the database: everyone a head with a chat, some of them listed as supporters.</summary>
internal static class Authority
{
    private const string Tenant = "4f9a1d5e-0000-4000-8000-0000000be7c4";
    public const string Programme = "headteacher-peer-support";
    public const int Schools = 1000;
    private const int Supporters = 40;

    // As the product leaves a conversation in which nothing is half done.
    private const string State =
        """{"stack":[],"memory":{"offers":[{"number":1,"data":"{\"verb\":\"card.ok\",\"id\":\"none\",\"version\":0,\"nonce\":\"7d1f0c9a54e23b8876aa01ce\"}"}],"misses":0,"asText":false,"stopping":false}}""";

    private static readonly OrganisationId Marker = SchoolId(0);

    /// <summary>Fills the database, with everything in it that an earlier run has left taken away.</summary>
    /// <exception cref="InvalidOperationException">It holds somebody else's data, which stays as it is.</exception>
    public static async Task MoveIntoAsync(string connection, int conversations, string serviceUrl)
    {
        await using var database = await Protection.OpenAsync(connection);
        await FillAsync(database, new Import
        {
            Organisations = Enumerable.Range(0, Schools).Select(School),
            People = Enumerable.Range(0, conversations).Select(Head),
            Supporters = Enumerable.Range(0, Supporters).Select(Supporter),
            Conversations = Enumerable.Range(0, conversations).Select(number => Chat(number, serviceUrl)),
        });
    }

    /// <summary>As <see cref="MoveIntoAsync"/>; the import has to hold <see cref="School"/> 0, by which it is known again.</summary>
    /// <exception cref="InvalidOperationException">It holds somebody else's data, which stays as it is.</exception>
    public static async Task FillAsync(Database database, Import import)
    {
        await database.MigrateAsync();
        if (await database.HasPeopleAsync() && await database.BeginTurn(Instant.MinValue).OrganisationAsync(Marker) is null)
            throw new InvalidOperationException("The database holds data that is not of this benchmark; name an empty one.");
        await database.ReplaceAllAsync(import);
    }

    public static string TenantId => Tenant;

    public static string ObjectId(int number) => new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1).ToString();

    /// <summary>As long as those of Teams are; the number stands first, so that a reply is found by it.</summary>
    public static string ConversationId(int number) => $"a:{number:x8}pL6i0oY3C0K8oAj8wVtN2xR5mQz7bHdUfTgEkJsXyWc4nOvP1rMqGeS9uIaZlBh";

    /// <summary>The number in a path of the connector, which begins with <c>/v3/conversations/a:</c>.</summary>
    /// <returns>-1 when there is none.</returns>
    public static int NumberIn(string path)
    {
        const string Before = "/v3/conversations/a:";
        return path.StartsWith(Before, StringComparison.Ordinal) && path.Length >= Before.Length + 8
            && int.TryParse(path.AsSpan(Before.Length, 8), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number)
                ? number
                : -1;
    }

    public static string UserId(int number) => $"29:1a{number:x8}hQ2bT7vKxW0eUo5sRyLzNcPfGdJmAiEk";

    public const string BotId = "28:00000000-0000-4000-8000-000000003978";

    private static OrganisationId SchoolId(int number) => new(new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2));

    public static PersonId Id(int number) => PersonId.Of(Tenant, ObjectId(number));

    public static Organisation School(int number) => new(
        SchoolId(number), $"School {number}", "Local authority maintained schools", "North", 100 + number, "Community school, rural",
        "Primary", Locality: $"Locality {number % 50}", Authority: "Sample Council");

    public static Person Head(int number) =>
        new(Id(number), $"Head {number}", $"head{number}@example.org", "headteacher", SchoolId(number % Schools), Programmes: [Programme]);

    public static SupporterProfile Supporter(int number) => new(
        Id(number), Programme, SupporterState.Listed, "I have led a small school for many years, and like to help people think.", 2, 0,
        new LocalDate(2025, 1, 20), new LocalDate(2025, 2, 3), null, []);

    private static Conversation Chat(int number, string serviceUrl) => new(
        ConversationId(number), Id(number), Address(number, serviceUrl), State, Instant.FromUtc(2026, 11, 1, 9, 0));

    /// <summary>Where a head is reached, as the product keeps it.</summary>
    public static string Address(int number, string serviceUrl) =>
        $$"""{"serviceUrl":"{{serviceUrl}}","conversationId":"{{ConversationId(number)}}","tenantId":"{{Tenant}}","botId":"{{BotId}}","userId":"{{UserId(number)}}","objectId":"{{ObjectId(number)}}"}""";
}
