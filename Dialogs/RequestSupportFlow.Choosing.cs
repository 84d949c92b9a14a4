using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Whom to ask.</summary>
public sealed partial class RequestSupportFlow
{
    private static async Task<Reply<RequestState>> ChooseFromAsync(Draft draft, int page, FlowContext context, bool settled)
    {
        var choices = await RequestCards.ChoicesAsync(draft, page, context);
        if (choices is null)
        {
            return Stay(new RequestState.Describing(draft), new Show.Replace(NobodyFreeCard.Of(new NobodyFreeCard.View(context.OtherHelp()), context.Frame())));
        }

        List<Show> shows = [];
        if (settled)
        {
            shows.Add(context.Receipt(context.Texts.Plain("Request.Described.Heading"), context.Texts.Plain("Request.Described.Text"), RequestCards.Said(draft, context)));
        }

        shows.Add(new Show.Say(choices.Intro));
        shows.Add(new Show.Carousel(choices.Profiles));
        return Stay(new RequestState.Choosing(draft, choices.Page), shows);
    }

    private static async Task<Reply<RequestState>> ChosenAsync(Draft draft, string key, int page, FlowContext context)
    {
        var most = context.Programme.Matching.MaxPreferences;
        if (await RequestCards.FindAsync(key, draft, context) is not { } supporter || draft.Chosen.Contains(supporter.Value))
        {
            return Stay(new RequestState.Choosing(draft, page), context.Say("Request.AlreadyOrGone"));
        }

        if (draft.Chosen.Count >= most)
        {
            return Stay(new RequestState.Choosing(draft, page), context.Say("Request.EnoughChosen", ("most", most)));
        }

        var chosen = draft with { Chosen = [.. draft.Chosen, supporter.Value] };
        var profile = await RequestCards.ProfileAsync(chosen, supporter, context);
        return chosen.Chosen.Count == most
            ? new Reply<RequestState>(new RequestState.Confirming(chosen), [new Show.Replace(profile!), new Show.Card(await RequestCards.ConfirmAsync(chosen, context))])
            : Stay(new RequestState.Choosing(chosen, page), new Show.Replace(profile!));
    }

    /// <summary>The two are not offered to each other again, either way round; nobody is told.</summary>
    private static async Task<Reply<RequestState>> ConflictAsync(Draft draft, string key, int page, FlowContext context)
    {
        if (await RequestCards.FindAsync(key, draft, context) is not { } supporter)
        {
            return Stay(new RequestState.Choosing(draft, page), context.Say("Request.AlreadyOrGone"));
        }

        await new DeclareConflict(context.Turn).WithSupporterAsync(context.Me.Id, supporter, context.Programme.Id);
        return Stay(
            new RequestState.Choosing(Without(draft, key), page),
            context.Receipt(context.Texts.Plain("Conflict.Noted.Heading"), context.Texts.Plain("Conflict.Noted.Text")));
    }

    private static async Task<Reply<RequestState>> RemovedAsync(Draft draft, string key, int page, FlowContext context)
    {
        var without = Without(draft, key);
        return Stay(
            new RequestState.Choosing(without, page),
            await RequestCards.FindAsync(key, draft, context) is { } supporter && await RequestCards.ProfileAsync(without, supporter, context) is { } profile
                ? new Show.Replace(profile)
                : context.Say("Request.AlreadyOrGone"));
    }

    private static int PageOf(RequestState? state) => state is RequestState.Choosing choosing ? choosing.Page : 0;
}
