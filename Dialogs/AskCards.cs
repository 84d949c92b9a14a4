using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a request, drawn from what stands now.</summary>
internal static class AskCards
{
    /// <summary>For the supporter. The note is not read here: it is shown after acceptance only.</summary>
    public static async Task<AdaptiveCard> AskAsync(Ask ask, FlowContext context, bool reminder)
    {
        var request = await context.Stores.RequestAsync(ask.Request);
        var profile = await context.Stores.SupporterAsync(ask.Supporter, ask.Programme.Id);
        return AskCard.Of(
            new AskCard.View(
                await context.NameAsync(ask.Requester), await context.SchoolAsync(ask.Requester), request?.Area,
                request?.PreferredMode is { } mode ? ModeValues.Of(mode) : ModeValues.Either, context.Local(ask.RespondBy),
                profile is null ? 0 : profile.Capacity - profile.ActiveCycles, context.Confidentiality(), reminder),
            context.Frame(ask.Id));
    }

    public static async Task<AdaptiveCard> SentAsync(SupportRequest request, Ask ask, FlowContext context)
    {
        var held = await new Hours(context.Turn, context.Programme).HeldAsync(ask.Supporter);
        var hour = context.Local(context.Now).Hour;
        return RequestSentCard.Of(
            new RequestSentCard.View(
                request.Number, await context.NameAsync(ask.Supporter), HeldOf(held, hour), context.Local(ask.NotBefore),
                context.Local(ask.RespondBy)),
            context.Frame(request.Id));
    }

    private static RequestSentCard.Held? HeldOf(HeldBecause? held, int hour) => held switch
    {
        null => null,
        HeldBecause.OutOfHours => hour < 12 ? RequestSentCard.Held.EarlyMorning : RequestSentCard.Held.Evening,
        HeldBecause.Away => RequestSentCard.Held.Away,
        HeldBecause.Day { Kind: DayKind.OtherWeekday } => RequestSentCard.Held.Weekend,
        HeldBecause.Day { Kind: DayKind.BankHoliday } => RequestSentCard.Held.BankHoliday,
        _ => RequestSentCard.Held.OutOfTerm,
    };
}
