using System.Security.Cryptography;
using System.Text;
using PeerBot.Cards;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a request that is being written.</summary>
internal static class RequestCards
{
    public const int PageSize = 5;

    /// <param name="Page">The page shown, where the one asked for has run out.</param>
    public sealed record Choices(string Intro, IReadOnlyList<AdaptiveCard> Profiles, int Page);

    public static AdaptiveCard Describe(Draft draft, FlowContext context, string? problem = null)
    {
        var school = context.School is { } known
            ? known.PupilCount is { } pupils
                ? context.Texts.Plain("Request.School", ("name", known.Name), ("pupils", pupils))
                : known.Name
            : null;
        return RequestCard.Of(
            new RequestCard.View(
                school, context.Programme.Cycle.RulesFor(first: true).Modes, context.OtherHelp(), draft.Area, draft.Note, draft.Mode, problem),
            context.Frame());
    }

    /// <summary>What was filled in, for the settled card; the note is not repeated.</summary>
    public static IReadOnlyList<Line> Said(Draft draft, FlowContext context) =>
    [
        new Line(context.Texts.Plain("Request.Said.Area"), context.Texts.Area(draft.Area!)),
        new Line(context.Texts.Plain("Request.Said.Mode"), context.Texts.Mode(draft.Mode ?? ModeValues.Either)),
        new Line(context.Texts.Plain("Request.Said.Note"), context.Texts.Plain(draft.Note is null ? "Request.Said.NoNote" : "Request.Said.HasNote")),
    ];

    /// <returns>Null when nobody is free.</returns>
    /// <param name="about">The request that the profiles come with; null inside the flow, which knows.</param>
    public static async Task<Choices?> ChoicesAsync(Draft draft, int page, FlowContext context, RequestId? about = null)
    {
        var list = await ShortlistAsync(draft, context);
        if (list.Count == 0)
        {
            return null;
        }

        var last = (list.Count - 1) / PageSize;
        var shown = Math.Clamp(page, 0, last);
        var suggestions = list.Page(shown * PageSize, PageSize);
        var profiles = new List<AdaptiveCard>();
        foreach (var suggestion in suggestions)
        {
            profiles.Add(await ProfileAsync(suggestion, profiles.Count + 1 + (shown * PageSize), shown, list.Count, draft, context, about));
        }

        var from = (shown * PageSize) + 1;
        return new Choices(
            ProfileCard.Intro(from, from + suggestions.Count - 1, list.Count, context.Programme.Matching.MaxPreferences, context.Texts), profiles, shown);
    }

    /// <summary>What a button carries for a supporter: nothing that names them outside this product.</summary>
    public static string KeyOf(PersonId supporter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(supporter.Value)))[..16];

    /// <summary>The supporter behind a key, among those who may be chosen now; null when they are not any more.</summary>
    public static async Task<PersonId?> FindAsync(string key, Draft draft, FlowContext context)
    {
        var list = await ShortlistAsync(draft, context);
        return list.Page(0, list.Count).FirstOrDefault(one => KeyOf(one.Supporter) == key)?.Supporter;
    }

    /// <summary>The supporter of that name on a page; null when there is none, or more than one.</summary>
    public static async Task<PersonId?> NamedAsync(string name, int page, Draft draft, FlowContext context)
    {
        var named = new List<PersonId>();
        foreach (var suggestion in (await ShortlistAsync(draft, context)).Page(page * PageSize, PageSize))
        {
            if ((await context.NameAsync(suggestion.Supporter)).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                named.Add(suggestion.Supporter);
            }
        }

        return named is [var only] ? only : null;
    }

    /// <summary>One profile of the list as it stands; null when the person is not on it any more.</summary>
    public static async Task<AdaptiveCard?> ProfileAsync(Draft draft, PersonId supporter, FlowContext context)
    {
        var list = await ShortlistAsync(draft, context);
        var all = list.Page(0, list.Count);
        for (var at = 0; at < all.Count; at++)
        {
            if (all[at].Supporter == supporter)
            {
                return await ProfileAsync(all[at], at + 1, at / PageSize, list.Count, draft, context);
            }
        }

        return null;
    }

    /// <summary>Those of the chosen whom the directory still has.</summary>
    public static async Task<IReadOnlyList<string>> StillKnownAsync(IReadOnlyList<string> chosen, FlowContext context)
    {
        var known = new List<string>();
        foreach (var one in chosen)
        {
            if (await context.Stores.PersonAsync(new PersonId(one)) is not null)
            {
                known.Add(one);
            }
        }

        return known;
    }

    public static async Task<AdaptiveCard> ConfirmAsync(Draft draft, FlowContext context, bool tickMissing = false)
    {
        var picked = new List<ConfirmChoicesCard.Picked>();
        foreach (var key in draft.Chosen)
        {
            var id = new PersonId(key);
            picked.Add(new ConfirmChoicesCard.Picked(KeyOf(id), await context.NameAsync(id), await context.SchoolAsync(id)));
        }

        return ConfirmChoicesCard.Of(
            new ConfirmChoicesCard.View(picked, context.Confidentiality(), context.OtherHelp(), tickMissing), context.Frame());
    }

    /// <summary>What a request that stands says, to go on from; with those who were asked about it already.</summary>
    public static async Task<Draft> DraftOfAsync(SupportRequest request, FlowContext context) => new(
        request.Area, (await context.Stores.NotesAsync(NoteKind.ForSupporter, request.Id.ToString())).FirstOrDefault()?.Text,
        request.PreferredMode is { } mode ? ModeValues.Of(mode) : ModeValues.Either, [],
        [.. (await context.Stores.AsksOfAsync(request.Id)).Select(ask => ask.Supporter.Value)]);

    /// <summary>Whoever may not ask just now hears kindly why, and what they can do.</summary>
    public static async Task<Show> MayNotAsync(Standing standing, FlowContext context)
    {
        switch (standing)
        {
            case Standing.NotEligible no:
                await new RequestSupport(context.Turn).CountRefusalAsync(context.Programme);
                return new Show.Replace(NotEligibleCard.Of(
                    new NotEligibleCard.View(
                        [.. context.Programme.Eligibility.Requester.Select(criterion => criterion.Label.In(context.Me.Locale))],
                        context.CoordinatorContact(), context.OtherHelp(), no.CoordinatorDecides),
                    context.Frame()));
            case Standing.HasCycle paired:
                return new Show.Replace(await AlreadyPairedAsync(paired.Cycle, context));
            case Standing.WithCoordinator:
                return context.Receipt(
                    context.Texts.Plain("SupporterLeft.Waits.Heading"),
                    context.Texts.Plain("SupporterLeft.Waits.Text", ("name", context.CoordinatorContact().Name)));
            case Standing.HasRequest:
                return new Show.Replace(await StatusCards.StatusAsync(context));
            default:
                return context.Say("Request.NotTaken", ("name", context.Programme.Name.In(context.Me.Locale)));
        }
    }

    public static async Task<AdaptiveCard> AlreadyPairedAsync(Cycle cycle, FlowContext context)
    {
        var there = context.In(cycle);
        var terms = CycleTerms.Of(there.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id));
        var own = there.Programme.Stance.Reciprocal ? await context.Stores.SupporterAsync(context.Me.Id, there.Programme.Id) : null;
        return AlreadyPairedCard.Of(
            new AlreadyPairedCard.View(
                cycle.Id.ToString(), await context.OthersAsync(cycle), await TimeCards.LastDateAsync(cycle, terms, there),
                there.CoordinatorContact().Name, own is { Serves: true } && own.Capacity < there.Programme.Relationship.MaxActiveCyclesPerRequester),
            there.Frame(cycle.Id));
    }

    private static Task<Shortlist> ShortlistAsync(Draft draft, FlowContext context) => new WhoIsFree(context.Turn).ForAsync(
        context.Me, context.School, context.Programme, draft.Asked is { } asked ? [.. asked.Select(id => new PersonId(id))] : null);

    private static async Task<AdaptiveCard> ProfileAsync(
        Suggestion suggestion, int position, int page, int total, Draft draft, FlowContext context, RequestId? about = null)
    {
        var person = await context.Stores.PersonAsync(suggestion.Supporter);
        var school = person?.Organisation is { } at ? await context.Stores.OrganisationAsync(at) : null;
        var profile = await context.Stores.SupporterAsync(suggestion.Supporter, context.Programme.Id);
        var rank = draft.Chosen.ToList().IndexOf(suggestion.Supporter.Value);
        var from = (page * PageSize) + 1;
        return ProfileCard.Of(
            ViewOf(suggestion.Supporter, person, school, profile, ReasonOf(suggestion.Reasons[0], context), context) with
            {
                Position = position,
                From = from,
                To = Math.Min(from + PageSize - 1, total),
                Total = total,
                Rank = rank < 0 ? null : rank + 1,
                Picked = draft.Chosen.Count,
            },
            context.Frame(about));
    }

    /// <summary>The reader's own profile, by the same card as others see it.</summary>
    public static AdaptiveCard Preview(SupporterProfile profile, FlowContext context) => ProfileCard.Of(
        ViewOf(context.Me.Id, context.Me, context.School, profile, context.Texts.Plain("Reason.HasRoom"), context) with { Preview = true },
        context.Own());

    private static ProfileCard.View ViewOf(
        PersonId supporter, Person? person, Organisation? school, SupporterProfile? profile, string reason, FlowContext context)
    {
        var missing = context.Texts.Plain("Profile.NotInRegister");
        return new(
            KeyOf(supporter), person?.Name ?? "", school?.Region ?? missing, school?.PupilCount is { } pupils ? context.Texts.Size(SizeBands.Of(pupils)) : missing,
            school?.SchoolType ?? missing, school?.Phase ?? missing, profile?.Summary ?? "", reason, Position: 1, From: 1, To: 1, Total: 1, Rank: null,
            Picked: 0, context.Programme.Matching.MaxPreferences);
    }

    private static string ReasonOf(SuggestionReason reason, FlowContext context) => reason switch
    {
        SuggestionReason.SamePhase same => context.Texts.Plain("Reason.SamePhase", ("phase", same.Phase.ToLower(context.Texts.Culture))),
        SuggestionReason.SameSize => context.Texts.Plain("Reason.SameSize"),
        SuggestionReason.SimilarSize => context.Texts.Plain("Reason.SimilarSize"),
        SuggestionReason.OtherLocality => context.Texts.Plain("Reason.OtherLocality"),
        SuggestionReason.OtherAuthority other => context.Texts.Plain("Reason.OtherAuthority", ("authority", other.Authority)),
        SuggestionReason.Caution => context.Texts.Plain("Reason.Caution"),
        SuggestionReason.Preferred => context.Texts.Plain("Reason.Preferred"),
        _ => context.Texts.Plain("Reason.HasRoom"),
    };
}
