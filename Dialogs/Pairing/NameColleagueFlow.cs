using System.Text.Json.Serialization;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The way in where a participant names who has agreed to support them (S0-01): found by name or work e-mail, asked to confirm, and only then a pair.</summary>
public sealed class NameColleagueFlow : Flow<NamingState, NamingInput>
{
    public override string Name => "name-colleague";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.ColleagueStart, Cards.Verbs.ColleagueFind, Cards.Verbs.ColleagueChoose, Cards.Verbs.ColleagueAsk];

    public override bool Wants(string text, FlowContext context) =>
        context.Programme.Matching.Model == MatchingModel.PreNominated && text.Length < 80
        && context.Texts.Mentions(text, "Typed.Colleague");

    protected override NamingInput Understand(Incoming incoming, NamingState? state, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.ColleagueFind } press => new NamingInput.Named(press.Input(InputIds.Colleague) ?? ""),
        Incoming.Pressed { Verb: Cards.Verbs.ColleagueChoose } press => new NamingInput.Chosen(press.Arg ?? ""),
        Incoming.Pressed { Verb: Cards.Verbs.ColleagueAsk } press => new NamingInput.Ask(press.Arg ?? ""),
        Incoming.Typed typed when state is not null && typed.Text.Trim().Length > 0 => new NamingInput.Named(typed.Text.Trim()),
        _ => new NamingInput.Start(),
    };

    protected override async Task<Reply<NamingState>> StepAsync(NamingState? state, NamingInput input, FlowContext context) => (state, input) switch
    {
        _ when context.Programme.Matching.Model != MatchingModel.PreNominated => Done(context.NotYours()),
        (_, NamingInput.Start) => await BeginAsync(context),
        (null, NamingInput.Chosen or NamingInput.Ask) => Done(context.OutOfDate(OutOfDateCard.Since.Changed)),
        (_, NamingInput.Named named) => await FindAsync(named.Words, context),
        (not null, NamingInput.Chosen chosen) => await ChosenAsync(state, chosen.Key, context),
        (not null, NamingInput.Ask ask) => await AskAsync(state, ask.Key, context),
        _ => await BeginAsync(context),
    };

    protected override Task<Reply<NamingState>> AgainAsync(NamingState state, FlowContext context) =>
        Task.FromResult(Stay(state, new Show.Card(FindColleagueCard.Of(new FindColleagueCard.View(), context.Frame()))));

    private static async Task<Reply<NamingState>> BeginAsync(FlowContext context) =>
        await new RequestSupport(context.Turn).StandingAsync(context.Me, context.School, context.Programme) is not Standing.MayAsk and var standing
            ? Done(await RequestCards.MayNotAsync(standing, context))
            : Stay(NamingState.Naming.Nobody, new Show.Replace(FindColleagueCard.Of(new FindColleagueCard.View(), context.Frame())));

    private static async Task<Reply<NamingState>> FindAsync(string words, FlowContext context)
    {
        var texts = context.Texts;
        switch (await new NameColleague(context.Turn).FindAsync(context.Me, context.Programme, words))
        {
            case Naming.Found found:
                return await ConfirmAsync(found.Colleague, found.LineManagement, context);
            case Naming.Several several:
                var hits = new List<Choice>();
                foreach (var one in several.People)
                {
                    hits.Add(new Choice(RequestCards.KeyOf(one.Id), await AskCards.WhoAsync(one.Id, context)));
                }

                return Stay(
                    new NamingState.Naming([.. several.People.Select(one => one.Id.Value)]),
                    new Show.Replace(FindColleagueCard.Of(new FindColleagueCard.View(Hits: hits), context.Frame())));
            case Naming.TooMany:
                return Again(words, texts.Plain("Colleague.TooMany"), context);
            default:
                return Again(words, texts.Plain("Colleague.Unknown", ("name", context.CoordinatorContact().Name)), context);
        }
    }

    private static Reply<NamingState> Again(string words, string problem, FlowContext context) => Stay(
        NamingState.Naming.Nobody,
        new Show.Replace(FindColleagueCard.Of(new FindColleagueCard.View(words, Problem: problem), context.Frame())));

    private static async Task<Reply<NamingState>> ChosenAsync(NamingState state, string key, FlowContext context) =>
        await PersonAsync(state, key, context) is { } person
            ? await ConfirmAsync(person, NameColleague.WarnsOfLine(context.Me, person, context.Programme), context)
            : Again("", context.Texts.Plain("Colleague.Unknown", ("name", context.CoordinatorContact().Name)), context);

    /// <summary>A last look before anybody is asked.</summary>
    private static async Task<Reply<NamingState>> ConfirmAsync(Person colleague, bool lineManagement, FlowContext context)
    {
        var texts = context.Texts;
        return Stay(
            new NamingState.Naming([colleague.Id.Value]),
            new Show.Replace(LeafletCard.Of(
                new LeafletCard.View(
                    texts.Plain("Colleague.Confirm.Heading", ("name", colleague.Name)),
                    texts.Plain("Colleague.Confirm.Text", ("who", await AskCards.WhoAsync(colleague.Id, context))), InvitationCards.Suggested(context),
                    lineManagement ? texts.Plain("Colleague.LineManagement") : null,
                    Buttons:
                    [
                        new Button(Cards.Verbs.ColleagueAsk, texts.Plain("Colleague.Ask"), RequestCards.KeyOf(colleague.Id)),
                        new Button(Cards.Verbs.ColleagueStart, texts.Plain("Colleague.Another")),
                    ]),
                context.Frame())));
    }

    private static async Task<Reply<NamingState>> AskAsync(NamingState state, string key, FlowContext context)
    {
        if (await PersonAsync(state, key, context) is not { } colleague)
        {
            return Again("", context.Texts.Plain("Colleague.Unknown", ("name", context.CoordinatorContact().Name)), context);
        }

        var wish = new RequestDraft(Area: null, Note: null, Mode: null, [colleague.Id]);
        return await new RequestSupport(context.Turn).SendAsync(context.Me, context.School, context.Programme, wish) switch
        {
            Sending.Sent sent => Done(new Show.Replace(await InvitationCards.SentAsync(sent.Request, sent.First, context))),
            Sending.WaitsForCoordinator taken => Done(new Show.Replace(AskCards.Taken(taken.Request, RequestTakenCard.Waits.ForCoordinator, context))),
            Sending.MayNot refused => Done(await RequestCards.MayNotAsync(refused.Standing, context)),
            _ => Again(colleague.Name, context.Texts.Plain("Colleague.Unknown", ("name", context.CoordinatorContact().Name)), context),
        };
    }

    private static async Task<Person?> PersonAsync(NamingState state, string key, FlowContext context) =>
        ((NamingState.Naming)state).Hits.Select(id => new PersonId(id)).FirstOrDefault(id => RequestCards.KeyOf(id) == key) is { Value: not null } found
            ? await context.Stores.PersonAsync(found)
            : null;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "at")]
[JsonDerivedType(typeof(Naming), "naming")]
public abstract record NamingState
{
    private NamingState()
    {
    }

    /// <param name="Hits">Ids of those who were found; one of them is asked.</param>
    public sealed record Naming(IReadOnlyList<string> Hits) : NamingState
    {
        public static readonly Naming Nobody = new([]);
    }
}

public abstract record NamingInput
{
    private NamingInput()
    {
    }

    public sealed record Start : NamingInput;

    public sealed record Named(string Words) : NamingInput;

    public sealed record Chosen(string Key) : NamingInput;

    public sealed record Ask(string Key) : NamingInput;
}
