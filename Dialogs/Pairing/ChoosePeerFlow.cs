using PeerBot.Cards;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The way in where two choose each other (S3-05, S3-06): join by one's own yes, look through those who have joined, and invite one, who chooses back.</summary>
public sealed class ChoosePeerFlow : OneStepFlow
{
    private const string Mine = "mine";

    public override string Name => "choose-peer";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.PeerStart, Cards.Verbs.PeerJoin, Cards.Verbs.PeerList, Cards.Verbs.PeerChoose, Cards.Verbs.PeerInvite];

    public override bool Wants(string text, FlowContext context) =>
        context.Programme.Matching.Model == MatchingModel.MutualChoice && text.Length < 80
        && context.Texts.Mentions(text, "Typed.Peer");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (context.Programme.Matching.Model != MatchingModel.MutualChoice)
        {
            return [context.NotYours()];
        }

        var joined = await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is { Serves: true };
        return incoming switch
        {
            Incoming.Pressed { Verb: Cards.Verbs.PeerJoin } press => await JoinAsync(press, context),
            Incoming.Pressed { Verb: Cards.Verbs.PeerStart, Arg: Mine } => [new Show.Card(await JoinCardAsync(context))],
            _ when !joined => [new Show.Replace(await JoinCardAsync(context))],
            Incoming.Pressed { Verb: Cards.Verbs.PeerChoose } press => await ChooseAsync(press.Arg ?? "", context),
            Incoming.Pressed { Verb: Cards.Verbs.PeerInvite } press => await InviteAsync(press.Arg ?? "", context),
            Incoming.Pressed { Verb: Cards.Verbs.PeerList } press =>
                [new Show.Replace(await ListAsync(press.Input(InputIds.Authority), press.Input(InputIds.Section), press.Arg, context))],
            _ => await StartAsync(context),
        };
    }

    private static async Task<IReadOnlyList<Show>> StartAsync(FlowContext context) =>
        await new RequestSupport(context.Turn).StandingAsync(context.Me, context.School, context.Programme) is not Standing.MayAsk and var standing
            ? [await RequestCards.MayNotAsync(standing, context)]
            : [new Show.Replace(await ListAsync(null, null, null, context))];

    private static async Task<IReadOnlyList<Show>> JoinAsync(Incoming.Pressed press, FlowContext context)
    {
        var main = PublicProfile.MainField(context.Programme);
        var written = context.Programme.Matching.ProfileFields.Where(field => field.Source == ProfileFieldSource.Supporter)
            .Select(field => (Field: field, Text: Clean(press.Input(SupporterCards.InputOf(field, main))))).ToList();
        var draft = new ProfileDraft(
            written.FirstOrDefault(one => one.Field == main).Text ?? "",
            written.Where(one => one.Field != main && one.Text is not null).ToDictionary(one => one.Field.Id, one => one.Text!),
            Experience: null, press.Input(InputIds.Willing) == "true");
        IReadOnlyList<string> declared = [.. JoinList.DeclaredIn(context.Programme).Select(one => one.Id).Where(id => press.Input(id) == "true")];
        return await new JoinList(context.Turn).JoinAsync(context.Me, context.School, context.Programme, draft, declared) switch
        {
            Joining.Joined =>
            [
                context.Receipt(context.Texts.Plain("Join.Joined.Heading"), context.Texts.Plain("Join.Joined.Text")), .. await StartAsync(context),
            ],
            Joining.Refused refused => [new Show.Replace(await JoinCardAsync(context, draft, OfferSupportFlow.Sentence(refused.Faults[0], context)))],
            _ => [new Show.Replace(await JoinCardAsync(context, draft, context.Texts.Plain("Join.NotSaid")))],
        };
    }

    /// <summary>Nothing of a person stands on the list before this card's yes.</summary>
    private static async Task<AdaptiveCard> JoinCardAsync(FlowContext context, ProfileDraft? draft = null, string? problem = null)
    {
        var (profile, _) = await new BecomeSupporter(context.Turn).StandAsync(context.Me, context.Programme);
        var (main, fields) = (PublicProfile.MainField(context.Programme), context.Programme.Matching.ProfileFields);
        var shown = PublicProfile.Of(profile, context.Programme, context.Me, context.School).Facts.ToDictionary(fact => fact.Field.Id, fact => fact.Value);
        return JoinCard.Of(
            new JoinCard.View(
                context.Programme.Matching.Readiness,
                [
                    new Line(context.Texts.Plain("Offer.Name"), context.Me.Name),
                    .. fields.Where(field => field.Source != ProfileFieldSource.Supporter && field.Id != "displayName").Select(field => new Line(
                        field.Label, shown.GetValueOrDefault(field.Id) is ProfileValue.Words words ? words.Text : context.Texts.Plain("Profile.NotInRegister"))),
                ],
                [
                    .. fields.Where(field => field.Source == ProfileFieldSource.Supporter).Select(field => new OfferCard.Field(
                        SupporterCards.InputOf(field, main), field.Label, field.MaxLength ?? SupporterProfile.MaxSummary,
                        field == main ? draft?.Summary ?? profile.Summary : (draft?.Details ?? profile.Details).GetValueOrDefault(field.Id), Required: field == main)),
                ],
                [.. JoinList.DeclaredIn(context.Programme).Select(criterion => new Choice(criterion.Id, criterion.Label.In(context.Me.Locale)))],
                ReadSchemeFlow.Signposts(context), profile.Serves, problem),
            context.Frame());
    }

    private static async Task<AdaptiveCard> ListAsync(string? authority, string? section, string? more, FlowContext context)
    {
        var all = await PeopleAsync(context);
        var fits = all.Where(one => (authority is null || Same(one.Authority, authority)) && (section is null || Same(one.Section, section))).ToList();
        var (authorities, sections) = (Words(all.Select(one => one.Authority)), Words(all.Select(one => one.Section)));
        var page = Math.Min(PeerListCard.PageOf(more, authorities, authority, sections, section), Math.Max(0, fits.Count - 1) / PeerListCard.OnePage);
        return PeerListCard.Of(
            new PeerListCard.View(
                [.. fits.Skip(page * PeerListCard.OnePage).Take(PeerListCard.OnePage).Select(one => one.Entry)], fits.Count, page,
                authorities, sections, authority, section, ReadSchemeFlow.Signposts(context)),
            context.Frame());
    }

    /// <summary>The prompts are to think about: no answer is asked for, and none is kept (S3-09, S3-10).</summary>
    private static async Task<IReadOnlyList<Show>> ChooseAsync(string key, FlowContext context)
    {
        if (await FindAsync(key, context) is not { } person)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var (texts, name) = (context.Texts, await context.NameAsync(person));
        return
        [
            new Show.Card(LeafletCard.Of(
                new LeafletCard.View(
                    texts.Plain("Peer.Choose.Heading", ("name", name)), texts.Plain("Peer.Choose.Text"), context.Programme.Matching.ChoosePrompts,
                    texts.Plain("Peer.Choose.NotKept", ("name", name)),
                    Buttons:
                    [
                        new Button(Cards.Verbs.PeerInvite, texts.Plain("Peer.Invite"), key), new Button(Cards.Verbs.PeerList, texts.Plain("Peer.Back")),
                        .. ReadSchemeFlow.Signposts(context),
                    ]),
                context.Frame())),
        ];
    }

    private static async Task<IReadOnlyList<Show>> InviteAsync(string key, FlowContext context)
    {
        if (await FindAsync(key, context) is not { } person)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        // They have chosen me already: with this the two have chosen each other.
        if ((await context.Stores.OpenAsksToAsync(context.Me.Id, context.Programme.Id)).FirstOrDefault(ask => ask.Requester == person) is { } crossing)
        {
            return await AnswerAskFlow.AcceptedAsync(crossing, await new AnswerAsk(context.Turn).ChooseBackAsync(crossing), context);
        }

        var wish = new RequestDraft(Area: null, Note: null, Mode: null, [person]);
        return await new RequestSupport(context.Turn).SendAsync(context.Me, context.School, context.Programme, wish) switch
        {
            Sending.Sent sent => [new Show.Replace(await InvitationCards.SentAsync(sent.Request, sent.First, context))],
            Sending.MayNot refused => [await RequestCards.MayNotAsync(refused.Standing, context)],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static async Task<PersonId?> FindAsync(string key, FlowContext context)
    {
        var list = await ShortlistAsync(context);
        return list.Page(0, list.Count).FirstOrDefault(one => RequestCards.KeyOf(one.Supporter) == key)?.Supporter;
    }

    private static Task<Shortlist> ShortlistAsync(FlowContext context) => new WhoIsFree(context.Turn).ForAsync(context.Me, context.School, context.Programme);

    private sealed record Peer(PeerListCard.Entry Entry, string? Authority, string? Section);

    private static async Task<IReadOnlyList<Peer>> PeopleAsync(FlowContext context)
    {
        var (list, main) = (await ShortlistAsync(context), PublicProfile.MainField(context.Programme));
        var people = new List<Peer>();
        foreach (var suggestion in list.Page(0, list.Count))
        {
            if (await context.Stores.PersonAsync(suggestion.Supporter) is { } person
                && await context.Stores.SupporterAsync(suggestion.Supporter, context.Programme.Id) is { } profile)
            {
                var place = person.Organisation is { } at ? await context.Stores.OrganisationAsync(at) : null;
                var facts = PublicProfile.Of(profile, context.Programme, person, place).Facts.Where(fact => fact.Field != main && fact.Value is ProfileValue.Words)
                    .Select(fact => new Line(fact.Field.Label, ((ProfileValue.Words)fact.Value).Text)).ToList();
                people.Add(new Peer(
                    new PeerListCard.Entry(RequestCards.KeyOf(person.Id), person.Name, facts, profile.Summary), person.AuthorityAt(place), profile.Details.GetValueOrDefault("section")));
            }
        }

        return people;
    }

    private static IReadOnlyList<string> Words(IEnumerable<string?> words) => [.. words.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)];

    /// <summary>What is one choice of the filter is one thing to the filter.</summary>
    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Clean(string? text) => text is null ? null : Typed.Block(text, 10_000) is { Length: > 0 } clean ? clean : null;
}
