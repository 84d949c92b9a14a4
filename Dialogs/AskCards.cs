using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a request, drawn from what stands now.</summary>
internal static class AskCards
{
    /// <summary>For the supporter. The note is not read here: it is shown after acceptance only.</summary>
    public static async Task<AdaptiveCard> AskAsync(Ask ask, FlowContext context, bool reminder)
    {
        if (InvitationCards.Invites(context.Programme))
        {
            return await InvitationCards.AskAsync(ask, context, reminder);
        }

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

    /// <summary>C36 where nobody is asked yet.</summary>
    public static AdaptiveCard Taken(SupportRequest request, RequestTakenCard.Waits waits, FlowContext context) => RequestTakenCard.Of(
        new RequestTakenCard.View(request.Number, waits, context.CoordinatorContact().Name), context.Frame(request.Id));

    public static AdaptiveCard ChooseAgain(SupportRequest request, ChooseAgainCard.Why why, FlowContext context) => ChooseAgainCard.Of(
        new ChooseAgainCard.View(request.Number, why, context.CoordinatorContact().Name, context.OtherHelp()), context.Frame(request.Id));

    /// <summary>For a coordinator. Neither the note nor what the request is about is read here.</summary>
    public static async Task<AdaptiveCard> GateAsync(SupportRequest request, FlowContext context)
    {
        if (request.ToAssign)
        {
            return await AssignCards.FittingAsync(request, 0, context);
        }

        var toIntroduce = await DecideGate.ToIntroduceAsync(request, context.Stores);
        var supporters = new List<string>();
        foreach (var supporter in toIntroduce is null ? request.Preferences : [toIntroduce.Supporter])
        {
            supporters.Add(await WhoAsync(supporter, context));
        }

        return GateCard.Of(
            new GateCard.View(request.Number, await WhoAsync(request.Requester, context), supporters, toIntroduce is not null),
            context.Frame(request.Id));
    }

    /// <summary>"Amira Khan, Oakfield Primary".</summary>
    public static async Task<string> WhoAsync(PersonId person, FlowContext context) => context.Texts.Plain(
        "NameAndPlace", ("name", await context.NameAsync(person)), ("place", await context.SchoolAsync(person)));

    /// <summary>Why an ask is not what it was. One that was overtaken need not have lost the last place: people pause, and coordinators move on.</summary>
    public static async Task<OutOfDateCard.Since> SinceAsync(Ask ask, FlowContext context) => ask.State switch
    {
        AskState.Accepted or AskState.Declined => OutOfDateCard.Since.Answered,
        AskState.Withdrawn => OutOfDateCard.Since.Withdrawn,
        AskState.Lapsed => OutOfDateCard.Since.Expired,
        AskState.Overtaken when await context.Stores.SupporterAsync(ask.Supporter, ask.Programme.Id) is { HasRoom: false } => OutOfDateCard.Since.Filled,
        _ => OutOfDateCard.Since.Changed,
    };

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
