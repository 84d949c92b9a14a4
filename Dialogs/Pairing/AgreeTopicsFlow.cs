using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One suggests what to talk about, the other agrees (S3-30). Seen by the pair alone, and nothing waits for it.</summary>
public sealed class AgreeTopicsFlow : OneStepFlow
{
    public override string Name => "agree-topics";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.TopicsOpen, Cards.Verbs.TopicPropose, Cards.Verbs.TopicAgree];

    public override bool Wants(string text, FlowContext context) =>
        context.Texts.Means(text, "Typed.Topics");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return await context.CyclesAsync(cycle => ThinkAboutThemesFlow.ListOf(context.In(cycle.Programme)) is not null) is [var first, ..]
                ? [new Show.Card(await TopicsAsync(first, context.In(first.Programme)))]
                : [context.Say("Themes.NoCycle")];
        }

        // A topic's button carries the topic, a card of several cycles the cycle.
        if ((await context.Stores.CycleAsync(new CycleId(press.Guid)) ?? await context.Stores.CycleAsync(new CycleId(press.About))) is not { } cycle
            || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        if (ThinkAboutThemesFlow.ListOf(context) is null)
        {
            return [context.Say("Themes.NoCycle")];
        }

        return press.Verb switch
        {
            Cards.Verbs.TopicPropose => await ProposeAsync(cycle, press.Input(InputIds.Topic), context),
            Cards.Verbs.TopicAgree => await AgreeAsync(cycle, press.About, context),
            _ => [new Show.Replace(await TopicsAsync(cycle, context))],
        };
    }

    /// <param name="changed">A topic of this same turn, which the store does not list yet.</param>
    public static async Task<AdaptiveCard> TopicsAsync(Cycle cycle, FlowContext context, PrivateNote? changed = null, string? typed = null, string? problem = null)
    {
        var topics = (await new AgreeTopics(context.Turn).TopicsAsync(cycle)).Where(one => one.Id != changed?.Id).Concat(changed is null ? [] : [changed]);
        return TopicsCard.Of(
            new TopicsCard.View(
                await context.OthersAsync(cycle),
                [.. topics.OrderBy(one => one.WrittenAt).Select(one => new TopicsCard.Topic(one.Id.ToString("N"), one.Text, one.Agreed, one.Owner == context.Me.Id))], typed, problem),
            context.Frame(cycle.Id));
    }

    private static async Task<IReadOnlyList<Show>> ProposeAsync(Cycle cycle, string? words, FlowContext context)
    {
        if (words is not null && Disclosure.Mentions(words, context.Texts))
        {
            // What may be a disclosure goes to the named contact, not through here to somebody else.
            return await ShareConcern.NoticedAsync(context);
        }

        return await new AgreeTopics(context.Turn).ProposeAsync(context.Me.Id, cycle.Id, words) switch
        {
            TopicAnswer.Proposed proposed => [new Show.Replace(await TopicsAsync(cycle, context, proposed.Topic))],
            TopicAnswer.Empty => [new Show.Replace(await TopicsAsync(cycle, context, problem: context.Texts.Plain("Topics.Empty")))],
            TopicAnswer.PhoneNumber => [new Show.Replace(await TopicsAsync(cycle, context, typed: words, problem: context.Texts.Plain("Problem.Phone")))],
            TopicAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    private static async Task<IReadOnlyList<Show>> AgreeAsync(Cycle cycle, Guid topic, FlowContext context) =>
        await new AgreeTopics(context.Turn).AgreeAsync(context.Me.Id, cycle.Id, topic) switch
        {
            TopicAnswer.Agreed agreed => [new Show.Replace(await TopicsAsync(cycle, context, agreed.Topic))],
            TopicAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
}
