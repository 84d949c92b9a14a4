using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Bot.Rehearsal;

/// <summary>What Teams does between a person and the bot: keeps the chat, and carries what the person does to the bot.</summary>
internal sealed class RehearsalChannel(
    IRehearsalSource source, RehearsalChats chats, RehearsalClock clock, TeamsActivities activities, BotDoor bot, MessageIds ids)
{
    public RehearsalPerson? Find(string person) => source.People().FirstOrDefault(candidate => candidate.Id == person);

    /// <summary>Gives everyone the app, as an administrator would, those named first; whoever has it already is left alone.</summary>
    public async Task InstallAsync(IReadOnlyCollection<string> first)
    {
        foreach (var person in source.People().OrderByDescending(person => first.Contains(person.Id)))
        {
            if (!chats.Install(person.Id))
                continue;
            await bot.PostAsync(activities.Installed(person));
            await bot.PostAsync(activities.BotAdded(person));
        }
    }

    public Task SayAsync(RehearsalPerson person, string text)
    {
        var message = FromPerson(text);
        return HandOverAsync(person, message, activities.Message(person, message.Id, text));
    }

    /// <summary>Sends again what the bot did not take, with the same id, as Teams does. False when there is no such message.</summary>
    public async Task<bool> SayAgainAsync(RehearsalPerson person, string id)
    {
        if (chats.Change(person.Id, id, message => message with { Failure = null }) is not { Text: { } text })
            return false;
        await TellFailureAsync(person, id, activities.Message(person, id, text));
        return true;
    }

    /// <summary>Carries an Action.Submit. Teams shows nothing in the chat for it.</summary>
    public async Task<CardAnswer> SubmitAsync(RehearsalPerson person, string card, int attachment, JsonNode value)
    {
        var answer = await bot.PostAsync(activities.Submit(person, ids.Next(), card, value));
        return Show(person, card, attachment, answer.Failure is { } failure ? new CardAnswer.Failed(failure) : new CardAnswer.Nothing());
    }

    /// <summary>Carries an Action.Execute and shows the answer in or under the card.</summary>
    public async Task<CardAnswer> InvokeAsync(RehearsalPerson person, string card, int attachment, JsonObject action, string trigger)
    {
        var answer = CardAnswer.From(await bot.PostAsync(activities.Invoke(person, card, action, trigger)));
        // Nobody asked for an automatic refresh, so nobody is told when it fails; Teams keeps the card that it has.
        return trigger == "automatic" && answer is not CardAnswer.Card ? answer : Show(person, card, attachment, answer);
    }

    private CardAnswer Show(RehearsalPerson person, string card, int attachment, CardAnswer answer)
    {
        chats.Change(person.Id, card, message => answer switch
        {
            CardAnswer.Card fresh => message with { Attachments = Replaced(message.Attachments, attachment, fresh.Content), Note = null },
            CardAnswer.Said said => message with { Note = new RehearsalNote(said.Text, IsError: false, attachment) },
            CardAnswer.Failed failed => message with { Note = new RehearsalNote(failed.Text, IsError: true, attachment) },
            _ => message with { Note = null },
        });
        return answer;
    }

    private static List<RehearsalAttachment> Replaced(IReadOnlyList<RehearsalAttachment> attachments, int at, JsonElement card) =>
        [.. attachments.Select((attachment, index) => index == at ? attachment with { Content = card } : attachment)];

    private RehearsalMessage FromPerson(string text) =>
        new() { Id = ids.Next(), At = clock.Now, From = RehearsalSender.Person, Text = text, TextFormat = "plain" };

    private Task HandOverAsync(RehearsalPerson person, RehearsalMessage message, JsonObject activity)
    {
        chats.Add(person.Id, message);
        return TellFailureAsync(person, message.Id, activity);
    }

    private async Task TellFailureAsync(RehearsalPerson person, string id, JsonObject activity)
    {
        if ((await bot.PostAsync(activity)).Failure is { } failure)
            chats.Change(person.Id, id, message => message with { Failure = failure });
    }
}

/// <summary>Message ids as Teams makes them: milliseconds. Of the real clock, so that none comes back after a reset.</summary>
internal sealed class MessageIds
{
    private readonly Lock gate = new();
    private long last;

    public string Next()
    {
        lock (gate)
        {
            last = Math.Max(last + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            return last.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
