using System.Text.Json.Serialization;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What has been said so far; nothing of it leaves before the request is sent.</summary>
/// <param name="Chosen">Supporters in the order of choice.</param>
public sealed record Draft(string? Area, string? Note, string? Mode, IReadOnlyList<string> Chosen)
{
    public static readonly Draft Empty = new(null, null, null, []);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "at")]
[JsonDerivedType(typeof(Describing), "describing")]
[JsonDerivedType(typeof(Choosing), "choosing")]
[JsonDerivedType(typeof(Confirming), "confirming")]
public abstract record RequestState(Draft Draft)
{
    /// <summary>Saying what would help.</summary>
    public sealed record Describing(Draft Draft) : RequestState(Draft);

    /// <param name="Page">0 is the first page of profiles.</param>
    public sealed record Choosing(Draft Draft, int Page) : RequestState(Draft);

    public sealed record Confirming(Draft Draft) : RequestState(Draft);
}

public abstract record RequestInput
{
    private RequestInput()
    {
    }

    public sealed record Start : RequestInput;

    public sealed record Described(string? Area, string? Note, string? Mode) : RequestInput;

    public sealed record SaveForLater(string? Area, string? Note, string? Mode) : RequestInput;

    public sealed record BackToAreas : RequestInput;

    public sealed record Turn(int Page) : RequestInput;

    public sealed record More : RequestInput;

    public sealed record Choose(string Key) : RequestInput;

    public sealed record DeclareConflict(string Key) : RequestInput;

    public sealed record Remove(string Key) : RequestInput;

    public sealed record MoveUp(string Key) : RequestInput;

    public sealed record Review : RequestInput;

    public sealed record Send(bool Understood) : RequestInput;

    public sealed record Keep : RequestInput;

    public sealed record Cancel : RequestInput;

    /// <summary>Carry on where the request stands.</summary>
    public sealed record Continue : RequestInput;

    public sealed record Words(string Text) : RequestInput;
}

/// <summary>Asks for support: what would help, whom to ask and in which order, and only then send (S2-04, S2-14).</summary>
public sealed class RequestSupportFlow : Flow<RequestState, RequestInput>
{
    /// <summary>Words that bring an open request back.</summary>
    private static readonly HashSet<string> GoesOn = new(StringComparer.OrdinalIgnoreCase) { "support", "ask for support", "continue", "carry on" };

    public override string Name => "request-support";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.RequestStart, Cards.Verbs.SupportersShow, Cards.Verbs.RequestSave, Cards.Verbs.RequestCancel, Cards.Verbs.RequestReview,
        Cards.Verbs.RequestSend, Cards.Verbs.RequestChange, Cards.Verbs.RequestWait, Cards.Verbs.SupportersMore, Cards.Verbs.PreferenceAdd,
        Cards.Verbs.PreferenceRemove, Cards.Verbs.PreferenceUp, Cards.Verbs.ConflictDeclare,
    ];

    public override bool Wants(string text, FlowContext context) =>
        text.Contains("support", StringComparison.OrdinalIgnoreCase) && text.Length < 80;

    protected override RequestInput Understand(Incoming incoming, RequestState? state) => incoming switch
    {
        Incoming.Pressed press => press.Verb switch
        {
            // A number typed for the button sends no fields: what was said before stands.
            Cards.Verbs.SupportersShow when press.Inputs.Count == 0 && state?.Draft is var (area, note, mode, _) =>
                new RequestInput.Described(area, note, mode),
            Cards.Verbs.SupportersShow => new RequestInput.Described(press.Input(InputIds.Area), press.Input(InputIds.Note), press.Input(InputIds.Mode)),
            Cards.Verbs.RequestSave when press.Inputs.Count == 0 && state?.Draft is var (area, note, mode, _) =>
                new RequestInput.SaveForLater(area, note, mode),
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
            _ => new RequestInput.Start(),
        },
        Incoming.Typed typed when state is null => new RequestInput.Start(),
        Incoming.Typed typed when GoesOn.Contains(typed.Text.Trim().TrimEnd('.', '!')) => new RequestInput.Continue(),
        Incoming.Typed typed => new RequestInput.Words(typed.Text.Trim()),
        _ => new RequestInput.Start(),
    };

    protected override async Task<Reply<RequestState>> StepAsync(RequestState? state, RequestInput input, FlowContext context)
    {
        var draft = state?.Draft ?? Draft.Empty;
        return (state, input) switch
        {
            (null, RequestInput.Start or RequestInput.Words) => await BeginAsync(context),
            (null, _) => Done(context.OutOfDate(OutOfDateCard.Since.Changed)),
            (_, RequestInput.Start) => Describe(draft, context),
            (_, RequestInput.Cancel) => Cancelled(context),
            (_, RequestInput.Continue) => await AgainAsync(state, context),
            (_, RequestInput.SaveForLater saved) => SaveForLater(draft, With(draft, saved.Area, saved.Note, saved.Mode, context), context),
            (_, RequestInput.Described said) => await DescribedAsync(draft, With(draft, said.Area, said.Note, said.Mode, context), context),
            (_, RequestInput.Keep) => KeepWaiting(context),
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
            (RequestState.Choosing at, RequestInput.Words words) when await RequestCards.NamedAsync(words.Text, at.Page, context) is { } named =>
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

    private static async Task<Reply<RequestState>> BeginAsync(FlowContext context) =>
        await new RequestSupport(context.Turn).StandingAsync(context.Me, context.School, context.Programme) switch
        {
            Standing.MayAsk => Stay(new RequestState.Describing(Draft.Empty), new Show.Replace(RequestCards.Describe(Draft.Empty, context))),
            Standing.NotEligible => Done(new Show.Replace(NotEligibleCard.Of(
                new NotEligibleCard.View(
                    [.. context.Programme.Eligibility.Requester.Select(criterion => criterion.Label.In(context.Me.Locale))],
                    context.CoordinatorContact(), context.OtherHelp()),
                context.Frame()))),
            Standing.WithCoordinator => Done(context.Receipt(
                context.Texts.Plain("SupporterLeft.Waits.Heading"),
                context.Texts.Plain("SupporterLeft.Waits.Text", ("name", context.CoordinatorContact().Name)))),
            Standing.HasRequest or Standing.HasCycle => Done(new Show.Replace(await StatusCards.StatusAsync(context))),
            _ => Done(context.Say("Request.NotTaken", ("name", context.Programme.Name.In(context.Me.Locale)))),
        };

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

    private static Reply<RequestState> KeepWaiting(FlowContext context) =>
        Done(context.Receipt(context.Texts.Plain("Request.Wait.Heading"), context.Texts.Plain("Request.Wait.Text")));

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
        if (await RequestCards.FindAsync(key, context) is not { } supporter || draft.Chosen.Contains(supporter.Value))
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

    /// <summary>The two are not offered to each other again; nobody is told.</summary>
    private static async Task<Reply<RequestState>> ConflictAsync(Draft draft, string key, int page, FlowContext context)
    {
        if (await RequestCards.FindAsync(key, context) is not { } supporter
            || await context.Stores.SupporterAsync(supporter, context.Programme.Id) is not { } profile)
        {
            return Stay(new RequestState.Choosing(draft, page), context.Say("Request.AlreadyOrGone"));
        }

        context.Stores.Save(profile.Bar(context.Me.Id));
        return Stay(
            new RequestState.Choosing(Without(draft, key), page),
            context.Receipt(context.Texts.Plain("Conflict.Noted.Heading"), context.Texts.Plain("Conflict.Noted.Text")));
    }

    private static async Task<Reply<RequestState>> ReviewAsync(Draft draft, FlowContext context, bool tickMissing = false, bool fresh = false)
    {
        draft = draft with { Chosen = await RequestCards.StillKnownAsync(draft.Chosen, context) };
        if (draft.Chosen.Count == 0)
        {
            var choose = await ChooseFromAsync(draft, 0, context, settled: false);
            return choose with { Shows = [context.Say("Request.ChooseFirst"), .. choose.Shows] };
        }

        var card = await RequestCards.ConfirmAsync(draft, context, tickMissing);
        return Stay(new RequestState.Confirming(draft), fresh ? new Show.Card(card) : new Show.Replace(card));
    }

    private static async Task<Reply<RequestState>> SendAsync(Draft draft, FlowContext context)
    {
        if (draft.Chosen.Count == 0)
        {
            return await ReviewAsync(draft, context);
        }

        var request = new RequestDraft(
            draft.Area, draft.Note is null ? null : Typed.Block(draft.Note, RequestCard.NoteMost), ModeValues.Parse(draft.Mode),
            [.. draft.Chosen.Select(key => new PersonId(key))]);
        return await new RequestSupport(context.Turn).SendAsync(context.Me, context.School, context.Programme, request) switch
        {
            Sending.Sent sent => Done(new Show.Replace(await AskCards.SentAsync(sent.Request, sent.First, context))),
            Sending.NobodyLeft => await NobodyLeftAsync(draft, context),
            _ => Done(new Show.Replace(await StatusCards.StatusAsync(context))),
        };
    }

    private static async Task<Reply<RequestState>> NobodyLeftAsync(Draft draft, FlowContext context)
    {
        var choose = await ChooseFromAsync(draft with { Chosen = [] }, 0, context, settled: false);
        return choose with { Shows = [context.Say("Request.NoneLeft"), .. choose.Shows] };
    }

    private static async Task<Reply<RequestState>> RemovedAsync(Draft draft, string key, int page, FlowContext context)
    {
        var without = Without(draft, key);
        return Stay(
            new RequestState.Choosing(without, page),
            await RequestCards.FindAsync(key, context) is { } supporter && await RequestCards.ProfileAsync(without, supporter, context) is { } profile
                ? new Show.Replace(profile)
                : context.Say("Request.AlreadyOrGone"));
    }

    private static int PageOf(RequestState? state) => state is RequestState.Choosing choosing ? choosing.Page : 0;

    private static Draft Without(Draft draft, string key) =>
        draft with { Chosen = [.. draft.Chosen.Where(one => RequestCards.KeyOf(new PersonId(one)) != key)] };

    /// <summary>Of lists only what they offer is taken.</summary>
    private static Draft With(Draft draft, string? area, string? note, string? mode, FlowContext context) => draft with
    {
        Area = Areas.All.FirstOrDefault(one => one == area),
        Note = note,
        Mode = ModeValues.Parse(mode) is { } meeting && context.Programme.Cycle.RulesFor(first: true).Modes.Contains(meeting) ? mode : ModeValues.Either,
    };

    private static IReadOnlyList<string> Raised(IReadOnlyList<string> chosen, string key)
    {
        var list = chosen.ToList();
        var at = list.FindIndex(one => RequestCards.KeyOf(new PersonId(one)) == key);
        if (at > 0)
        {
            (list[at - 1], list[at]) = (list[at], list[at - 1]);
        }

        return list;
    }
}
