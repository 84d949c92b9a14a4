using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Bot.Rehearsal;

/// <summary>The people, their chats and calendars, and what a person does in a chat.</summary>
internal static class PersonEndpoints
{
    internal sealed record Opening(string[]? People);

    internal sealed record Saying(string? Text);

    /// <param name="Attachment">Index of the pressed card in its message.</param>
    /// <param name="Trigger">"automatic" for a refresh that nobody pressed.</param>
    internal sealed record Press(string Message, int Attachment, JsonObject Action, string? Trigger)
    {
        public JsonNode Data() => Action["data"]?.DeepClone() ?? new JsonObject();
    }

    public static void Map(RouteGroupBuilder rehearsal)
    {
        rehearsal.MapGet("/people", (IRehearsalSource source) => RehearsalJson.Answer(source.People()));
        rehearsal.MapGet("/chats", (RehearsalChats chats) => RehearsalJson.Answer(chats.Counts()));
        rehearsal.MapPost("/open", async (Opening opening, RehearsalChannel channel) =>
        {
            await channel.InstallAsync(opening.People ?? []);
            return TypedResults.NoContent();
        });
        // An open page must not hold up the end of the product.
        rehearsal.MapGet("/events", (RehearsalEvents events, IHostApplicationLifetime lifetime) =>
            TypedResults.ServerSentEvents(events.ListenAsync(lifetime.ApplicationStopping)));

        var person = rehearsal.MapGroup("/people/{id}");
        person.MapGet("/chat", (string id, RehearsalChannel channel, RehearsalChats chats) =>
            channel.Find(id) is null ? TypedResults.NotFound() : RehearsalJson.Answer(chats.MessagesOf(id)));
        person.MapPost("/messages", Say);
        person.MapPost("/messages/{message}/again", async Task<IResult> (string id, string message, RehearsalChannel channel) =>
            channel.Find(id) is { } who && await channel.SayAgainAsync(who, message) ? TypedResults.NoContent() : TypedResults.NotFound());
        person.MapPost("/invoke", InvokeAsync);
        person.MapPost("/submit", SubmitAsync);
        person.MapGet("/calendar", CalendarAsync);
    }

    private static async Task<IResult> Say(string id, Saying saying, RehearsalChannel channel)
    {
        if (channel.Find(id) is not { } person)
            return TypedResults.NotFound();
        if (string.IsNullOrWhiteSpace(saying.Text))
            return RehearsalJson.Refusal("There is nothing to send.");
        await channel.SayAsync(person, saying.Text);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> InvokeAsync(string id, Press press, RehearsalChannel channel) =>
        channel.Find(id) is { } person
            ? Told(await channel.InvokeAsync(person, press.Message, press.Attachment, press.Action, press.Trigger ?? "manual"))
            : TypedResults.NotFound();

    private static async Task<IResult> SubmitAsync(string id, Press press, RehearsalChannel channel) =>
        channel.Find(id) is { } person
            ? Told(await channel.SubmitAsync(person, press.Message, press.Attachment, press.Data()))
            : TypedResults.NotFound();

    // The card itself comes with the event that the message has changed.
    private static IResult Told(CardAnswer answer) => RehearsalJson.Answer(answer switch
    {
        CardAnswer.Card => new { kind = "card", text = "" },
        CardAnswer.Said said => new { kind = "message", text = said.Text },
        CardAnswer.Failed failed => new { kind = "error", text = failed.Text },
        _ => new { kind = "none", text = "" },
    });

    private static async Task<IResult> CalendarAsync(
        string id, string from, string to, RehearsalChannel channel, IRehearsalSource source, IOptions<RehearsalOptions> options,
        CancellationToken cancellation)
    {
        if (channel.Find(id) is not { } person)
            return TypedResults.NotFound();
        if (!LocalDatePattern.Iso.Parse(from).TryGetValue(default, out var first) ||
            !LocalDatePattern.Iso.Parse(to).TryGetValue(default, out var end) || end <= first)
            return RehearsalJson.Refusal("Give from and to as dates, such as from=2026-11-23&to=2026-11-30.");
        var zone = person.TimeZone is { } theirs ? DateTimeZoneProviders.Tzdb[theirs] : options.Value.TimeZone();
        var window = new Interval(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(end).ToInstant());
        return RehearsalJson.Answer(await source.CalendarAsync(person, window, cancellation));
    }
}
