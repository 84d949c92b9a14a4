using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Both have asked for more; whoever oversees agrees, talks first, or not this time (C19).</summary>
public sealed class DecideExtensionFlow : OneStepFlow
{
    public override string Name => "decide-extension";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ExtensionAgree, Cards.Verbs.ExtensionTalk, Cards.Verbs.ExtensionRefuse];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle
            || !Overseer.Holds(context, cycle.Programme.Id))
        {
            return [context.NotYours()];
        }

        var there = context.In(cycle.Programme);
        var decision = press.Verb switch
        {
            Cards.Verbs.ExtensionAgree => ReviewDecision.Agree,
            Cards.Verbs.ExtensionTalk => ReviewDecision.TalkFirst,
            _ => ReviewDecision.NotThisTime,
        };
        var answer = await new ReviewCycle(there.Turn).DecideAsync(there.Me.Id, cycle.Id, decision);
        if (answer is Deciding.Extended or Deciding.Declined or Deciding.TalkingFirst)
        {
            there.Looking().At(
                AuditActions.ExtensionDecided, cycle.People.Select(person => (person, (string?)cycle.Id.ToString())));
        }

        return answer switch
        {
            Deciding.Extended extended => [Settled(await AgreedAsync(extended.Cycle, there), there)],
            Deciding.TalkingFirst => [Settled(there.Texts.Plain("Extension.TalkText"), there), new Show.Card(await OverseeCards.CycleAsync(cycle, there))],
            Deciding.Declined => [Settled(there.Texts.Plain("Extension.RefusedText"), there)],
            Deciding.Own => [there.Receipt(there.Texts.Plain("Gate.Own.Heading"), there.Texts.Plain("Extension.Own"))],
            Deciding.NotYours => [there.NotYours()],
            _ => [there.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    /// <summary>With the day that the two are told.</summary>
    private static async Task<string> AgreedAsync(Cycle cycle, FlowContext context)
    {
        var terms = CycleTerms.Of(context.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id));
        return context.Texts.Plain(
            "Extension.AgreedText", ("date", await TimeCards.LastDateAsync(cycle, terms, context) ?? context.Local(context.Now).Date));
    }

    private static Show Settled(string text, FlowContext context) =>
        context.Done(context.Texts.Plain("Extension.DecidedHeading"), text, Cards.Verbs.CoordinatorCycles);
}
