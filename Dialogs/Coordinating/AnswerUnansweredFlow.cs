using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What whoever oversees does about a request that waits (C30): remind, ask the next choice, suggest others, or talk.</summary>
public sealed class AnswerUnansweredFlow : OneStepFlow
{
    public override string Name => "answer-unanswered";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.UnansweredRemind, Cards.Verbs.UnansweredNext, Cards.Verbs.UnansweredSuggest, Cards.Verbs.UnansweredTalk];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.RequestAsync(new RequestId(press.Guid)) is not { } request
            || !Overseer.Holds(context, request.Programme.Id))
        {
            return [context.NotYours()];
        }

        var there = context.In(request.Programme);
        if (!request.IsOpen)
        {
            return [there.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var unanswered = new Unanswered(there.Turn);
        return press.Verb switch
        {
            Cards.Verbs.UnansweredRemind => [Answer(await unanswered.RemindAsync(there.Me.Id, request.Id), "Unanswered.Reminded", "Unanswered.RemindedLater", there)],
            Cards.Verbs.UnansweredNext => [Answer(await unanswered.AskNextAsync(there.Me.Id, request.Id), "Unanswered.MovedOn", "Unanswered.MovedOnLater", there)],
            Cards.Verbs.UnansweredSuggest => [Answer(await unanswered.SuggestOthersAsync(there.Me.Id, request.Id), "Unanswered.Suggested", "Unanswered.SuggestedLater", there)],
            _ => [await TalkAsync(request, there)],
        };
    }

    private static Show Answer(UnansweredStep step, string done, string later, FlowContext context) => step switch
    {
        UnansweredStep.Taken taken => context.Done(
            context.Texts.Plain("Unanswered.Taken.Heading", ("number", taken.Request.Number)),
            context.Texts.Plain(taken.At > context.Now ? later : done, ("when", context.Local(taken.At))), Cards.Verbs.CoordinatorRequests),
        UnansweredStep.NobodyLeft left => context.Done(
            context.Texts.Plain("Unanswered.Taken.Heading", ("number", left.Request.Number)), context.Texts.Plain("Unanswered.NobodyElse"),
            Cards.Verbs.CoordinatorRequests),
        UnansweredStep.NoProfiles none => context.Done(
            context.Texts.Plain("Unanswered.Taken.Heading", ("number", none.Request.Number)), context.Texts.Plain("Unanswered.NoProfiles"),
            Cards.Verbs.CoordinatorRequests),
        UnansweredStep.NotNow => context.OutOfDate(OutOfDateCard.Since.Changed),
        _ => context.NotYours(),
    };

    /// <summary>How to reach whoever asked, at work. Nothing is sent: the talk is between the two.</summary>
    private static async Task<Show> TalkAsync(SupportRequest request, FlowContext context)
    {
        context.Looking().Note(AuditActions.RequestActedOn, request.Requester, request.Id.ToString());
        var person = await context.Stores.PersonAsync(request.Requester);
        return context.Done(
            context.Texts.Plain("Unanswered.Talk.Heading"), context.Texts.Plain("Unanswered.Talk.Text"), Cards.Verbs.CoordinatorRequests,
            [
                new Line(context.Texts.Plain("Oversee.Who"), await context.NameAsync(request.Requester)),
                new Line(context.Texts.Plain("Oversee.School"), await context.SchoolAsync(request.Requester)),
                .. person is { Email.Length: > 0 } known ? [new Line(context.Texts.Plain("Oversee.Email"), known.Email)] : Array.Empty<Line>(),
            ]);
    }
}
