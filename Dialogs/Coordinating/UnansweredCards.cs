using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One request for whoever oversees (C30): who asked, who is asked, how long it has waited.</summary>
internal static class UnansweredCards
{
    public static async Task<AdaptiveCard> CardAsync(SupportRequest request, FlowContext context)
    {
        var seen = await new OverseeProgramme(context.Turn, context.Programme).LookAsync(request);
        var id = request.Id.ToString();
        context.Looking().At(
            AuditActions.RequestViewed, seen.Asked is { } open ? [(request.Requester, id), (open.Supporter, id)] : [(request.Requester, id)]);
        return UnansweredCard.Of(
            new UnansweredCard.View(
                request.Number.Length == 0 ? context.Texts.Plain("Oversee.NoNumber") : request.Number, await context.NameAsync(request.Requester),
                await context.SchoolAsync(request.Requester), context.Local(request.MadeAt).Date, seen.DaysWaited,
                seen.Asked is { } ask ? (await context.NameAsync(ask.Supporter), context.Local(ask.RespondBy)) : null,
                seen.Next is { } next ? await context.NameAsync(next) : null, seen.Asked is { State: AskState.Sent }),
            context.Frame(request.Id, request.Version));
    }
}
