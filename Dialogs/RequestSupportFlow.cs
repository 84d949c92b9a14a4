using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Asks for support: what would help, whom to ask and in which order, and only then send (S2-04, S2-14).</summary>
/// <remarks>Each part of the way has a file: <c>Beginning</c>, <c>Describing</c>, <c>Choosing</c>, <c>Sending</c>.</remarks>
public sealed partial class RequestSupportFlow : Flow<RequestState, RequestInput>
{
    /// <summary>Buttons of profiles, which also come with the news about a request.</summary>
    private static readonly HashSet<string> OfProfiles =
    [
        Cards.Verbs.PreferenceAdd, Cards.Verbs.PreferenceRemove, Cards.Verbs.ConflictDeclare, Cards.Verbs.SupportersMore, Cards.Verbs.RequestReview,
    ];

    public override string Name => "request-support";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.RequestStart, Cards.Verbs.SupportersShow, Cards.Verbs.RequestSave, Cards.Verbs.RequestCancel, Cards.Verbs.RequestReview,
        Cards.Verbs.RequestSend, Cards.Verbs.RequestChange, Cards.Verbs.RequestWait, Cards.Verbs.SupportersMore, Cards.Verbs.PreferenceAdd,
        Cards.Verbs.PreferenceRemove, Cards.Verbs.PreferenceUp, Cards.Verbs.ConflictDeclare, Cards.Verbs.RequestAgain, Cards.Verbs.BehalfYes,
    ];

    public override bool Wants(string text, FlowContext context) =>
        context.Programme.Matching.Model is MatchingModel.RequesterChoosesProfile or MatchingModel.FacilitatorAssigns
        && context.Texts.Mentions(text, "Typed.Support") && text.Length < 80;

    protected override RequestInput Understand(Incoming incoming, RequestState? state, FlowContext context) => incoming switch
    {
        Incoming.Pressed press when state is null && press.Guid != Guid.Empty && OfProfiles.Contains(press.Verb) =>
            new RequestInput.From(press.Guid, Meant(press, state)),
        Incoming.Pressed press => Meant(press, state),
        Incoming.Typed typed when state is null => new RequestInput.Start(),
        Incoming.Typed typed when context.Texts.Means(typed.Text, "Typed.GoOn") => new RequestInput.Continue(),
        Incoming.Typed typed => new RequestInput.Words(typed.Text.Trim()),
        _ => new RequestInput.Start(),
    };

    private static RequestInput Meant(Incoming.Pressed press, RequestState? state) => press.Verb switch
    {
        // A number typed for the button sends no fields: what was said before stands.
        Cards.Verbs.SupportersShow when press.Inputs.Count == 0 && state?.Draft is { } kept =>
            new RequestInput.Described(kept.Area, kept.Note, kept.Mode),
        Cards.Verbs.SupportersShow => new RequestInput.Described(press.Input(InputIds.Area), press.Input(InputIds.Note), press.Input(InputIds.Mode)),
        Cards.Verbs.RequestSave when press.Inputs.Count == 0 && state?.Draft is { } kept =>
            new RequestInput.SaveForLater(kept.Area, kept.Note, kept.Mode),
        Cards.Verbs.RequestSave => new RequestInput.SaveForLater(press.Input(InputIds.Area), press.Input(InputIds.Note), press.Input(InputIds.Mode)),
        Cards.Verbs.RequestCancel => new RequestInput.Cancel(),
        Cards.Verbs.RequestReview => new RequestInput.Review(),
        Cards.Verbs.RequestSend => new RequestInput.Send(press.Input(InputIds.Understood) == "true"),
        Cards.Verbs.RequestChange => new RequestInput.Turn(0),
        Cards.Verbs.RequestWait => new RequestInput.Keep(),
        Cards.Verbs.SupportersMore => new RequestInput.More(),
        Cards.Verbs.PreferenceAdd => new RequestInput.Choose(press.Arg ?? ""),
        Cards.Verbs.PreferenceRemove => new RequestInput.Remove(press.Arg ?? ""),
        Cards.Verbs.PreferenceUp => new RequestInput.MoveUp(press.Arg ?? ""),
        Cards.Verbs.ConflictDeclare => new RequestInput.DeclareConflict(press.Arg ?? ""),
        Cards.Verbs.RequestAgain => new RequestInput.Again(press.About),
        Cards.Verbs.BehalfYes => new RequestInput.GoOn(press.About),
        _ => new RequestInput.Start(),
    };

    protected override async Task<Reply<RequestState>> StepAsync(RequestState? state, RequestInput input, FlowContext context)
    {
        var draft = state?.Draft ?? Draft.Empty;
        return (state, input) switch
        {
            (null, RequestInput.Start or RequestInput.Words) => await BeginAsync(context),
            (_, RequestInput.Again again) => await AgainAsync(new RequestId(again.Request), context),
            (_, RequestInput.GoOn yes) => await GoOnAsync(new RequestId(yes.Request), context),
            (null, RequestInput.From from) => await FromAsync(new RequestId(from.Request), from.Then, context),
            (null, _) => Done(context.OutOfDate(OutOfDateCard.Since.Changed)),
            (_, RequestInput.Start) => Describe(draft, context),
            (_, RequestInput.Cancel) => Cancelled(context),
            (_, RequestInput.Continue) => await AgainAsync(state, context),
            (_, RequestInput.SaveForLater saved) => SaveForLater(draft, With(draft, saved.Area, saved.Note, saved.Mode, context), context),
            (_, RequestInput.Described said) => await DescribedAsync(draft, With(draft, said.Area, said.Note, said.Mode, context), context),
            (_, RequestInput.Keep) => await KeepAsync(draft, context),
            (RequestState.Describing, RequestInput.Words words) => DescribedInWords(draft, words.Text, context),
            (RequestState.Describing, _) => Describe(draft, context),
            (_, RequestInput.BackToAreas) => Describe(draft, context),
            (_, RequestInput.Turn turn) => await ChooseFromAsync(draft, turn.Page, context, settled: false),
            (_, RequestInput.More) => await ChooseFromAsync(draft, PageOf(state) + 1, context, settled: false),
            (_, RequestInput.Choose chosen) => await ChosenAsync(draft, chosen.Key, PageOf(state), context),
            (_, RequestInput.DeclareConflict conflict) => await ConflictAsync(draft, conflict.Key, PageOf(state), context),
            (RequestState.Choosing at, RequestInput.Remove removed) => await RemovedAsync(draft, removed.Key, at.Page, context),
            // The profiles stay where they are: the choices come below them, not in the place of one.
            (_, RequestInput.Review) => await ReviewAsync(draft, context, fresh: true),
            (RequestState.Confirming, RequestInput.Remove removed) => await ReviewAsync(Without(draft, removed.Key), context),
            (RequestState.Confirming, RequestInput.MoveUp up) => await ReviewAsync(draft with { Chosen = Raised(draft.Chosen, up.Key) }, context),
            (RequestState.Confirming, RequestInput.Send { Understood: false }) => await ReviewAsync(draft, context, tickMissing: true),
            (RequestState.Confirming, RequestInput.Send) => await SendAsync(draft, context),
            (RequestState.Choosing at, RequestInput.Words words) when await RequestCards.NamedAsync(words.Text, at.Page, draft, context) is { } named =>
                await ChosenAsync(draft, RequestCards.KeyOf(named), at.Page, context),
            (_, RequestInput.Words) => Stay(state, new Show.NotUnderstood(state is RequestState.Choosing ? "About.Supporters" : "About.Choices")),
            _ => await AgainAsync(state, context),
        };
    }

    protected override async Task<Reply<RequestState>> AgainAsync(RequestState state, FlowContext context) => state switch
    {
        RequestState.Choosing choosing => await ChooseFromAsync(choosing.Draft, choosing.Page, context, settled: false),
        RequestState.Confirming confirming => await ReviewAsync(confirming.Draft, context, fresh: true),
        _ => Stay(state, new Show.Card(RequestCards.Describe(state.Draft, context))),
    };
}
