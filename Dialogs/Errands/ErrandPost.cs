using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>The one gate for every message that the bot starts: it waits there for the contact window of whoever hears it.</summary>
/// <param name="contextOf">The reader's side of things; null for somebody who is not in the directory any more.</param>
internal sealed class ErrandPost(Turn turn, Func<PersonId, Task<FlowContext?>> contextOf)
{
    private readonly IStores stores = turn.Stores;

    public Task<FlowContext?> ContextAsync(PersonId person) => contextOf(person);

    /// <summary>Something about a running cycle; nothing while it is paused.</summary>
    public Task<ErrandOutcome> AboutCycleAsync(CycleId id, PersonId to, Func<Cycle, FlowContext, Task<Show?>> show) =>
        ForCycleAsync(id, to, (cycle, context) => cycle is { IsOpen: true, Paused: false } ? show(cycle, context) : Task.FromResult<Show?>(null));

    public async Task<ErrandOutcome> ForCycleAsync(CycleId id, PersonId to, Func<Cycle, FlowContext, Task<Show?>> show) =>
        await stores.CycleAsync(id) is { } cycle && cycle.Signers.Contains(to) ? await ToAsync(to, cycle, context => show(cycle, context)) : ErrandOutcome.Nothing;

    /// <summary>About a cycle, whose cards say where it stands.</summary>
    public Task<ErrandOutcome> ToAsync(PersonId to, Cycle cycle, Func<FlowContext, Task<Show?>> show, bool anyHour = false) =>
        ToAsync(to, cycle.Programme, context => show(context.In(cycle)), anyHour);

    /// <inheritdoc cref="ToAsync(PersonId, Cycle, Func{FlowContext, Task{Show?}}, bool)"/>
    public Task<ErrandOutcome> AllToAsync(PersonId to, Cycle cycle, Func<FlowContext, Task<IReadOnlyList<Show>>> shows, bool anyHour = false) =>
        AllToAsync(to, cycle.Programme, context => shows(context.In(cycle)), anyHour);

    /// <param name="anyHour">One of the few messages that do not wait for the contact window.</param>
    public Task<ErrandOutcome> ToAsync(
        PersonId to, ProgrammeKey? programme, Func<FlowContext, Task<Show?>> show, bool anyHour = false) =>
        AllToAsync(to, programme, async context => await show(context) is { } shown ? [shown] : [], anyHour);

    /// <param name="shows">None: nothing is sent.</param>
    /// <param name="anyHour">One of the few messages that do not wait for the contact window.</param>
    public async Task<ErrandOutcome> AllToAsync(
        PersonId to, ProgrammeKey? programme, Func<FlowContext, Task<IReadOnlyList<Show>>> shows, bool anyHour = false)
    {
        // Nothing goes to somebody whose account is gone.
        if (await contextOf(to) is not { Me.GoneSince: null } context || await IsBeingErasedAsync(to))
        {
            return ErrandOutcome.Nothing;
        }

        context = programme is { } version ? context.In(version) : context;
        if (!anyHour && (await new Hours(turn, context.Programme).OfAsync(to)).Next(turn.Now) is { Why: { } why } next)
        {
            return new ErrandOutcome.Later(next.At, Failed: false, new Hold(to, why.Word));
        }

        return await shows(context) is { Count: > 0 } shown ? new ErrandOutcome.Tell(to, shown, AnyHour: anyHour) : ErrandOutcome.Nothing;
    }

    /// <summary>The same gate for somebody at work who need not be in any programme; the words are those of whoever it is about.</summary>
    public async Task<ErrandOutcome> ToOfficeAsync(PersonId to, Programme programme, Show show) =>
        await stores.PersonAsync(to) is { GoneSince: not null } ? ErrandOutcome.Nothing
        : (await new Hours(turn, programme).OfAsync(to)).Next(turn.Now) is { Why: { } why } next
            ? new ErrandOutcome.Later(next.At, Failed: false, new Hold(to, why.Word))
        : new ErrandOutcome.Tell(to, [show]);

    /// <summary>Whoever wants to be forgotten is not asked how it was.</summary>
    private async Task<bool> IsBeingErasedAsync(PersonId person) =>
        (await stores.RightsRequestsOfAsync(person)).Any(request => request is { Kind: RightsKind.Erasure, IsOpen: true });

    public static async Task<Show?> CardAsync(Task<AdaptiveCard> card) => new Show.Card(await card);
}
