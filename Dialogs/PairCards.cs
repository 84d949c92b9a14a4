using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a pair, for one of the two, drawn from what stands now.</summary>
internal static class PairCards
{
    public static async Task<AdaptiveCard> PairedAsync(Cycle cycle, FlowContext context)
    {
        var other = cycle.Other(context.Me.Id);
        var name = await context.NameAsync(other);
        var school = await context.SchoolAsync(other);
        var programme = context.Programme;
        var pairing = new PairedCard.Pairing(
            programme.Matching.FirstContactBy switch
            {
                FirstContactBy.Supporter => PairRole.Supporter,
                FirstContactBy.Requester => PairRole.Requester,
                _ => null,
            },
            cycle.FirstContactBy, programme.Cycle.Limits.Months?.Value, programme.Cycle.Limits.InPersonMeetings?.Value,
            programme.Boundaries.ContactWindow.From, programme.Boundaries.ContactWindow.To, programme.Boundaries.TermTimeOnly,
            programme.Boundaries.PersonalPhone == PersonalPhone.Never, cycle.ContactMadeOn);
        var chat = (await context.Stores.PersonAsync(other))?.Email is { } email
            ? new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(email)}")
            : null;

        return PairedCard.Of(
            context.Me.Id == cycle.Supporter
                ? new PairedCard.View.ForSupporter(name, school, pairing, chat, await NoteAsync(cycle, context))
                : new PairedCard.View.ForRequester(name, school, pairing, chat),
            context.Frame(cycle.Id));
    }

    /// <param name="added">Words of this same turn, which the store does not list yet.</param>
    public static async Task<AdaptiveCard> RulesAsync(
        Cycle cycle, FlowContext context, bool suggesting = false, string? problem = null, string? added = null)
    {
        var rules = cycle.Rules;
        var me = context.Me.Id;
        var step = suggesting ? GroundRulesCard.Step.Suggest
            : rules.Agreed ? GroundRulesCard.Step.Agreed
            : rules.AgreedBy.Contains(me) ? GroundRulesCard.Step.Waiting
            : cycle.WaitsForLead ? me == cycle.Requester ? GroundRulesCard.Step.Lead : GroundRulesCard.Step.LeadFirst
            : GroundRulesCard.Step.Read;
        IEnumerable<string> before = (await context.Stores.NotesAsync(NoteKind.GroundRules, cycle.Id.ToString())).Select(change => change.Text);
        var changes = added is null ? before : before.Append(added);
        return GroundRulesCard.Of(
            new GroundRulesCard.View(
                step, step == GroundRulesCard.Step.LeadFirst ? await context.NameAsync(cycle.Requester) : await context.OthersAsync(cycle), cycle.RoleOf(me),
                new GroundRulesCard.Rules(rules.Place, rules.Ways, NotesWord(rules.Notes), [.. changes]),
                context.Confidentiality(), context.Programme.Stance.Principles,
                context.Programme.Boundaries.PersonalPhone == PersonalPhone.Never, !cycle.IsGroup && rules.AgreedBy.Contains(cycle.Other(me)),
                rules.ChangedBy is { } by ? await context.NameAsync(by) : null, rules.AgreedOn, problem,
                ReadSchemeFlow.Links(context, LinkPlace.GroundRules), cycle.Has(me)),
            context.Frame(cycle.Id, rules.Revision));
    }

    /// <summary>The rhythm as it stands for the reader: to choose, to answer, waiting, or agreed.</summary>
    public static async Task<AdaptiveCard> RhythmAsync(Cycle cycle, FlowContext context)
    {
        if (cycle.Cadence is not { } cadence)
        {
            return await ChooseRhythmAsync(cycle, context);
        }

        var offer = await OfferAsync(cycle, context);
        var name = cycle.IsGroup ? await context.NameAsync(cadence.ProposedBy) : await context.OthersAsync(cycle);
        var rhythm = Rhythms.Shown(cadence.Pattern, cadence.Minutes, cadence.Mode, cadence.Approach, context) with { MayMiss = Missing(cycle, cadence.MayMiss) };
        RhythmCard.View view = cadence.Agreed ? new RhythmCard.View.Agreed(offer, rhythm, name)
            : cadence.AgreedBy.Contains(context.Me.Id) ? new RhythmCard.View.Waiting(offer, rhythm, name)
            : cadence.Overrides.Count > 0 ? new RhythmCard.View.Confirming(
                offer, rhythm, name, await OverriddenAsync(cycle, cadence, context), OtherConfirmed: true)
            : new RhythmCard.View.Proposed(offer, rhythm, name, []);
        return RhythmCard.Of(view, context.Frame(cycle.Id, cadence.Revision));
    }

    /// <param name="message">What the rules say about the last attempt; null on the first.</param>
    public static async Task<AdaptiveCard> ChooseRhythmAsync(Cycle cycle, FlowContext context, string? message = null)
    {
        var cadence = cycle.Cadence;
        var offer = await OfferAsync(cycle, context);
        var rules = context.Programme.Cycle.RulesFor(first: true);
        var chosen = cadence is null
            ? new RhythmCard.Rhythm(new RhythmCard.Pattern.ChooseDates(), rules.DefaultMinutes ?? offer.Minutes[^1], rules.Modes[0], null)
            : Rhythms.Shown(cadence.Pattern, cadence.Minutes, cadence.Mode, cadence.Approach, context) with { MayMiss = Missing(cycle, cadence.MayMiss) };
        return RhythmCard.Of(
            new RhythmCard.View.Choosing(
                offer, chosen, await context.OthersAsync(cycle), message is null ? [] : [message]),
            context.Frame(cycle.Id, cadence?.Revision ?? 0));
    }

    /// <summary>"We agree" for the proposer, before anything goes to the other one; the button carries the proposal.</summary>
    public static async Task<AdaptiveCard> ConfirmRhythmAsync(Cycle cycle, CadenceProposal proposal, IReadOnlyList<string> messages, FlowContext context) =>
        RhythmCard.Of(
            new RhythmCard.View.Confirming(
                await OfferAsync(cycle, context),
                Rhythms.Shown(proposal.Pattern, proposal.Minutes, proposal.Mode, proposal.Approach, context) with { MayMiss = Missing(cycle, proposal.MayMiss) },
                await context.OthersAsync(cycle), messages, OtherConfirmed: false, Rhythms.Pack(proposal)),
            context.Frame(cycle.Id, cycle.Cadence?.Revision ?? 0));

    /// <summary>What was understood of typed words, to be sent on with one press.</summary>
    public static async Task<AdaptiveCard> UnderstoodRhythmAsync(Cycle cycle, CadenceProposal proposal, FlowContext context) =>
        RhythmCard.Of(
            new RhythmCard.View.Understood(
                await OfferAsync(cycle, context),
                Rhythms.Shown(proposal.Pattern, proposal.Minutes, proposal.Mode, proposal.Approach, context) with { MayMiss = Missing(cycle, proposal.MayMiss) },
                await context.OthersAsync(cycle), Rhythms.Pack(proposal)),
            context.Frame(cycle.Id, cycle.Cadence?.Revision ?? 0));

    private static async Task<IReadOnlyList<string>> OverriddenAsync(Cycle cycle, CadenceAgreement cadence, FlowContext context) =>
        await new AgreeCadence(context.Turn).OverstepsAsync(cycle, new CadenceProposal(cadence.Pattern, cadence.Minutes, cadence.Mode, cadence.Approach)) is { Count: > 0 } found
            ? RhythmLimits.Sentences(found, context)
            : [context.Texts.Plain("Rhythm.Other", ("minutes", context.Texts.Length(cadence.Minutes)))];

    private static async Task<RhythmCard.Offer> OfferAsync(Cycle cycle, FlowContext context)
    {
        var programme = context.Programme;
        var meetings = await context.Stores.MeetingsAsync(cycle.Id);
        var rules = programme.Cycle.RulesFor(first: !meetings.Any(meeting => meeting.Counts));
        var terms = CycleTerms.Of(programme, cycle, meetings);
        int[] usual = [20, 30, 40, 45, 60, 75, 90];
        if (cycle.Cadence is { } cadence && !usual.Contains(cadence.Minutes))
        {
            usual = [.. usual.Append(cadence.Minutes).Order()];
        }

        return new RhythmCard.Offer(
            usual, rules.Modes, programme.Cycle.Approaches,
            terms.InPersonMost is { } most ? Math.Max(0, most - terms.InPersonCounted) : null, terms.InPersonMost,
            await TimeCards.LastDateAsync(cycle, terms, context),
            programme.Cycle.Limits.Months?.Value, rules.MaxMinutes?.Value, AsksQuorum: cycle.IsGroup && cycle.People.Count > 2);
    }

    private static int? Missing(Cycle cycle, int mayMiss) => cycle.IsGroup ? mayMiss : null;

    private static async Task<string?> NoteAsync(Cycle cycle, FlowContext context) =>
        (await context.Stores.NotesAsync(NoteKind.ForSupporter, cycle.Request.ToString())).FirstOrDefault()?.Text;

    private static string NotesWord(NotesKeptBy notes) => notes switch
    {
        NotesKeptBy.Requester => "requester",
        NotesKeptBy.Supporter => "supporter",
        NotesKeptBy.EachOwn => "each-own",
        _ => "none",
    };
}
