using Microsoft.Extensions.Logging;
using PeerBot.Dialogs;

namespace PeerBot.Bot.Turns;

/// <summary>Turns what Teams sends into what a person did, and lets the turn runner do the rest.</summary>
internal sealed partial class TeamsBot(
    TurnRunner turns, Arrivals arrivals, TenantGate gate, PersonLimit limit, IHttpContextAccessor http, ILogger<TeamsBot> logger) : TeamsActivityHandler
{
    // Said where no turn is begun, so that nobody's language is known.
    private const string OnlyPersonal = "I can only help in a chat of our own. Please write to me there.";
    private const string TooMuch = "That was a lot at once. Please wait a minute and press again.";

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (!gate.Lets(TenantOf(activity)))
        {
            return Task.CompletedTask;
        }

        // A press has to be answered in its response; it is answered there with the same sentence.
        if (IsPersonal(activity) || activity.Type == ActivityTypes.Invoke)
        {
            return base.OnTurnAsync(turnContext, cancellationToken);
        }

        // What is said to one person must not be read by others, so nothing is done or kept here.
        return activity.Type == ActivityTypes.Message ? SayAsync(turnContext, OnlyPersonal) : Task.CompletedTask;
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (AddressOf(activity) is not { } address)
        {
            return;
        }

        if (!limit.Lets(address.Person))
        {
            http.AnswerWith(StatusCodes.Status429TooManyRequests);
            return;
        }

        // An old client, and Action.Submit, send a press as a message with a value and no text.
        var payload = activity.Value?.ToString();
        Incoming incoming = payload is { Length: > 0 } && string.IsNullOrEmpty(activity.Text)
            ? Presses.Read(payload, activity.ReplyToId)
            : new Incoming.Typed(activity.Text ?? "");
        await ApologisingAsync(turnContext, () => turns.RunAsync(
            turnContext, address, incoming, incoming is Incoming.Pressed ? payload : null, answerInResponse: false, CancellationToken.None));
    }

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (AddressOf(activity) is not { } address)
        {
            return BotSdk.Message(OnlyPersonal);
        }

        if (!limit.Lets(address.Person))
        {
            return BotSdk.Message(TooMuch);
        }

        var payload = invokeValue.Action?.Data?.ToString();
        var answer = await ApologisingAsync(turnContext, () => turns.RunAsync(
            turnContext, address, Presses.Read(payload, activity.ReplyToId), payload, answerInResponse: true, CancellationToken.None));
        return answer?.Card is { } card ? BotSdk.Card(card) : BotSdk.Message(answer?.Text ?? "");
    }

    /// <summary>Not by way of the base class: that asks Teams over the network who was added.</summary>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var isBotAdded = activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
        var isBotRemoved = activity.MembersRemoved?.Any(member => member.Id == activity.Recipient?.Id) == true;
        return AddressOf(activity) is not { } address ? Task.CompletedTask
            : isBotAdded ? arrivals.MeetAsync(address, activity)
            : isBotRemoved ? arrivals.PartAsync(address, activity)
            : Task.CompletedTask;
    }

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        AddressOf(turnContext.Activity) is { } address ? arrivals.PartAsync(address, turnContext.Activity) : Task.CompletedTask;

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        AddressOf(turnContext.Activity) is { } address ? arrivals.MeetAsync(address, turnContext.Activity) : Task.CompletedTask;

    /// <summary>Authority rests on the Entra object id and tenant that the channel vouches for; without them there is nobody to answer.</summary>
    private static Address? AddressOf(IActivity activity) =>
        IsPersonal(activity) && TenantOf(activity) is { Length: > 0 } tenant ? Address.Of(activity, tenant) : null;

    /// <summary>In a group or a channel others would read along.</summary>
    private static bool IsPersonal(IActivity activity) =>
        activity.Conversation is null or { IsGroup: not true, ConversationType: null or "personal" };

    /// <returns>Empty where the activity names two: then it is nobody's.</returns>
    private static string? TenantOf(IActivity activity) => (activity.Conversation?.TenantId, BotSdk.TenantOf(activity)) switch
    {
        ({ } one, { } other) when !one.Equals(other, StringComparison.OrdinalIgnoreCase) => "",
        var (one, other) => one ?? other,
    };

    private async Task<CardAnswer?> ApologisingAsync(ITurnContext context, Func<Task<CardAnswer?>> turn)
    {
        try
        {
            return await turn();
        }
#pragma warning disable CA1031 // The one place where bugs are caught: the person hears what is known of it, and the log has the rest.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var reference = Guid.NewGuid();
            Log.Failed(logger, exception, reference);
            var sorry = Sorry(reference, inDoubt: exception is TurnInDoubtException);
            if (context.Activity.Type == ActivityTypes.Message)
            {
                await SayAsync(context, sorry);
            }

            return new CardAnswer(null, sorry);
        }
    }

    /// <summary>Says a sentence past the outbox. One that does not arrive is not worth an error: Teams would send the same activity again.</summary>
    private async Task SayAsync(ITurnContext context, string sentence)
    {
        try
        {
            await context.SendActivityAsync(MessageFactory.Text(sentence), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever the channel has against it, the turn is over; the log has the reason.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSaid(logger, exception);
        }
    }

    // In no resource file: what went wrong may be the reading of whoever it is said to, and their language with it.
    private static string Sorry(Guid reference, bool inDoubt) =>
        (inDoubt
            ? "Something went wrong on my side, and I cannot tell whether that was saved. Please send “status” in a moment to see where things stand."
            : "Something went wrong on my side and nothing was changed. Please try again in a moment.")
        + $" If it happens again, quote {reference.ToString()[..8]}.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn failed; the person was given reference {Reference}")]
        public static partial void Failed(ILogger logger, Exception exception, Guid reference);

        [LoggerMessage(2, LogLevel.Warning, "A sentence outside of a turn could not be sent")]
        public static partial void NotSaid(ILogger logger, Exception exception);
    }
}
