using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of an ask where people name or choose each other.</summary>
internal static class InvitationCards
{
    public static bool Invites(Programme programme) => programme.Matching.Model is MatchingModel.PreNominated or MatchingModel.MutualChoice;

    /// <summary>For whoever is asked; what the other one says of themselves stands on it where they have joined the list.</summary>
    public static async Task<AdaptiveCard> AskAsync(Ask ask, FlowContext context, bool reminder)
    {
        var texts = context.Texts;
        var name = await context.NameAsync(ask.Requester);
        var scheme = context.Programme.Name.In(context.Me.Locale);
        var mutual = context.Programme.Matching.Model == MatchingModel.MutualChoice;
        return InvitationCard.Of(
            new InvitationCard.View(
                mutual ? texts.Plain("Invitation.Chosen.Heading", ("name", name)) : texts.Plain("Invitation.Named.Heading", ("name", name)),
                mutual ? texts.Plain("Invitation.Chosen.Text", ("name", name), ("scheme", scheme)) : texts.Plain("Invitation.Named.Text", ("name", name), ("scheme", scheme)),
                await AskCards.WhoAsync(ask.Requester, context), [.. Suggested(context), .. context.Programme.Matching.AskPrompts],
                mutual ? (await context.Stores.SupporterAsync(ask.Requester, context.Programme.Id))?.Summary : null,
                texts.Plain(mutual ? "Invitation.ChooseBack" : "Invitation.Agree"), context.Local(ask.RespondBy), context.Confidentiality(), reminder),
            context.Frame(ask.Id));
    }

    /// <summary>For whoever has asked: nothing is a pair before the other's yes.</summary>
    public static async Task<AdaptiveCard> SentAsync(SupportRequest request, Ask ask, FlowContext context)
    {
        var texts = context.Texts;
        var name = await context.NameAsync(ask.Supporter);
        var waits = ask.NotBefore > context.Now;
        return LeafletCard.Of(
            new LeafletCard.View(
                texts.Plain("Invitation.Sent.Heading", ("name", name)),
                texts.Plain(
                    waits ? "Invitation.Sent.Later" : "Invitation.Sent.Now", ("name", name), ("when", texts.DateTime(context.Local(ask.NotBefore))),
                    ("until", texts.DateTime(context.Local(ask.RespondBy)))),
                [], texts.Plain("Invitation.Sent.Proposed"),
                Buttons: [new Button(Verbs.CardOk, texts.Plain("Invitation.Fine")), new Button(Verbs.RequestWithdraw, texts.Plain("Status.Withdraw"), request.Id.ToString())]),
            context.Frame(request.Id));
    }

    /// <summary>The answer to a yes: a welcome, and thanks with who and what it is for (S0-02).</summary>
    public static async Task<Show> WelcomedAsync(Ask ask, FlowContext context)
    {
        var texts = context.Texts;
        var name = await context.NameAsync(ask.Requester);
        var scheme = context.Programme.Name.In(context.Me.Locale);
        return context.Receipt(
            context.Programme.Matching.Model == MatchingModel.MutualChoice
                ? texts.Plain("Invitation.Back.Heading", ("name", name))
                : texts.Plain("Invitation.Agreed.Heading", ("name", name), ("scheme", scheme)),
            context.Programme.Matching.Model == MatchingModel.MutualChoice
                ? texts.Plain("Invitation.Back.Text", ("name", name))
                : texts.Plain("Invitation.Agreed.Text", ("name", name)));
    }

    /// <summary>What the scheme suggests about length and frequency, as sentences; nothing where it suggests nothing.</summary>
    public static IReadOnlyList<string> Suggested(FlowContext context)
    {
        var (texts, cycle) = (context.Texts, context.Programme.Cycle);
        var said = new List<string>();
        if (cycle.Meeting is { MinMinutes: { } least, MaxMinutes: { } most })
        {
            said.Add(texts.Plain("Suggested.Minutes", ("least", least.Value), ("most", most.Value)));
        }

        if (cycle.Frequency is { MinPerTerm.Value: 1, MaxPerCalendarMonth.Value: 1 })
        {
            said.Add(texts.Plain("Suggested.OncePerTermAndMonth"));
        }

        return said;
    }
}
