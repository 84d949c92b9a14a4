using PeerBot.Cards;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>What would help.</summary>
public sealed partial class RequestSupportFlow
{
    private static Reply<RequestState> Describe(Draft draft, FlowContext context) =>
        Stay(new RequestState.Describing(draft), new Show.Replace(RequestCards.Describe(draft, context)));

    private static Reply<RequestState> SaveForLater(Draft before, Draft said, FlowContext context) =>
        NoteProblem(said, context) is { } problem
            ? DescribeAgain(before, said, problem, context)
            : Stay(
                new RequestState.Describing(said),
                context.Receipt(context.Texts.Plain("Request.Saved.Heading"), context.Texts.Plain("Request.Saved.Text")));

    /// <summary>The card with what was filled in; a note that may not be kept stands on the card alone.</summary>
    private static Reply<RequestState> DescribeAgain(Draft before, Draft said, string problem, FlowContext context) => Stay(
        new RequestState.Describing(NoteProblem(said, context) is null ? said : said with { Note = before.Note }),
        new Show.Replace(RequestCards.Describe(
            said with { Note = said.Note is null ? null : Typed.Block(said.Note, RequestCard.NoteMost) }, context, problem)));

    private static Reply<RequestState> Cancelled(FlowContext context) =>
        Done(context.Receipt(context.Texts.Plain("Stop.Done.Heading"), context.Texts.Plain("Stop.Done.Text")));

    private static async Task<Reply<RequestState>> DescribedAsync(Draft before, Draft said, FlowContext context) =>
        Problem(said, context) is { } problem
            ? DescribeAgain(before, said, problem, context)
            : await ChooseFromAsync(said, 0, context, settled: true);

    /// <summary>An area typed in words is taken; everything else belongs into the card, so that private words stay out of the chat.</summary>
    private static Reply<RequestState> DescribedInWords(Draft draft, string text, FlowContext context)
    {
        var area = Areas.All.FirstOrDefault(one => context.Texts.Area(one).Equals(text, StringComparison.OrdinalIgnoreCase));
        return area is null
            ? Stay(new RequestState.Describing(draft), new Show.NotUnderstood("About.WhatWouldHelp"))
            : Stay(new RequestState.Describing(draft with { Area = area }), new Show.Card(RequestCards.Describe(draft with { Area = area }, context)));
    }

    private static string? Problem(Draft draft, FlowContext context) =>
        draft.Area is null ? context.Texts.Plain("Problem.Area") : NoteProblem(draft, context);

    private static string? NoteProblem(Draft draft, FlowContext context) =>
        draft.Note is { Length: > RequestCard.NoteMost } ? context.Texts.Plain("Problem.NoteTooLong", ("most", RequestCard.NoteMost))
        : draft.Note is { } note && UkPhoneNumber.Found(note) ? context.Texts.Plain("Problem.Phone")
        : null;

    /// <summary>Of lists only what they offer is taken.</summary>
    private static Draft With(Draft draft, string? area, string? note, string? mode, FlowContext context) => draft with
    {
        Area = Areas.All.FirstOrDefault(one => one == area),
        Note = note,
        Mode = ModeValues.Parse(mode) is { } meeting && context.Programme.Cycle.RulesFor(first: true).Modes.Contains(meeting) ? mode : ModeValues.Either,
    };
}
