using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Support;

/// <summary>
/// What one of a pair shows the other, and takes back. A card in a chat keeps what is drawn on it, so every card that shows something shared
/// is remembered, and covered when sharing stops.
/// </summary>
public sealed class ShareWithPartner(Turn turn)
{
    private const int MostViews = 10;

    private readonly IStores stores = turn.Stores;

    /// <summary>Tells the partner that there is something, not what; or covers the cards that show it.</summary>
    public async Task ChangedAsync(Cycle cycle, PersonId owner, bool shared)
    {
        if (!cycle.IsOpen)
        {
            return;
        }

        var partner = cycle.Other(owner);
        if (shared)
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellShared(cycle.Id, partner), partner);
            return;
        }

        var views = cycle.SharedViews ?? [];
        foreach (var view in views.Where(view => view.Reader == partner))
        {
            stores.Send(new Errand.CoverShared(cycle.Id, partner, view.Card), turn.Now);
        }

        // The cycle is written even without such a card, so that one that is being opened at this instant is drawn anew.
        stores.Save(cycle with { SharedViews = [.. views.Where(view => view.Reader != partner)] });
    }

    /// <summary>The reader has something shared before them on this card.</summary>
    public void Opened(Cycle cycle, PersonId reader, string card)
    {
        var view = new SharedView(reader, card);
        stores.Save(cycle with { SharedViews = [.. (cycle.SharedViews ?? []).Where(one => one != view).TakeLast(MostViews - 1), view] });
    }

    /// <summary>The partner's answers that this person may read now, by occasion; without evidence.</summary>
    public async Task<IReadOnlyList<SelfEvaluation>> EvaluationsAsync(PersonId reader, Cycle cycle)
    {
        var rules = turn.Programme(cycle.Programme).SelfEvaluation;
        if (!cycle.IsOpen || cycle.IsGroup || !cycle.Has(reader) || !rules.Enabled)
        {
            return [];
        }

        var owner = cycle.Other(reader);
        var seen = new List<SelfEvaluation>();
        foreach (var occasion in rules.Occasions)
        {
            if (await stores.SelfEvaluationAsync(owner, cycle.Id, occasion) is { } evaluation && evaluation.SeenBy(reader, reader, rules) is { } visible)
            {
                seen.Add(visible);
            }
        }

        return seen;
    }
}
