using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <param name="Running">Cycles that end first.</param>
/// <param name="Open">Requests that are withdrawn first.</param>
/// <param name="Kept">What has to stay until it is settled.</param>
public sealed record ErasurePlan(IReadOnlyList<Cycle> Running, IReadOnlyList<SupportRequest> Open, IReadOnlyList<RightsRequest> Kept);

/// <param name="DoneBy">When the name itself is gone: whoever has to be told that a cycle has ended is told before.</param>
public sealed record ErasureBegun(RightsRequest Request, ErasurePlan Plan, Instant DoneBy);

/// <summary>
/// Takes a person out. Their own words go at once; what runs ends first, and the others are told in their hours. Then their name goes
/// from everything that stays, such as the other one's meetings, so that it only counts.
/// </summary>
public sealed class EraseMyData(Turn turn)
{
    /// <summary>Time for the messages to the others to go out with the name still in them.</summary>
    private static readonly Duration UntilHeard = Duration.FromHours(1);

    /// <summary>The law gives a month; a summer holiday does not stretch it.</summary>
    private static readonly Duration Longest = Duration.FromDays(28);

    private const int AtOnce = 100;

    private readonly IStores stores = turn.Stores;

    public async Task<ErasurePlan> PlanAsync(PersonId person) => new(
        await stores.OpenCyclesAsync(person), await stores.OpenRequestsAsync(person),
        [.. (await stores.RightsRequestsOfAsync(person)).Where(request => request.IsOpen && request.Kind != RightsKind.Erasure)]);

    public async Task<ErasureBegun> BeginAsync(PersonId person, Programme programme)
    {
        var plan = await PlanAsync(person);
        var request = await new UseRight(turn).UseAsync(person, programme, RightsKind.Erasure);
        var doneBy = await EndAsync(person);
        await EraseWordsAsync(person);
        var addresses = await stores.AddressesAsync(person);
        await stores.KeepAsync(person, new PersonalAddresses(addresses.Feed + 1));
        if (request.Version == 0)
        {
            stores.Send(new Errand.FinishErasure(person, request.Id, new PersonId($"erased:{Guid.NewGuid():N}")), doneBy);
        }

        return new ErasureBegun(request, plan, doneBy);
    }

    /// <summary>One turn of the work that is left.</summary>
    /// <returns>What is to be done next, at once or later; null when nobody is left to erase.</returns>
    public async Task<(Errand.FinishErasure Next, Instant Due)?> FinishAsync(Errand.FinishErasure work)
    {
        switch (work.Step)
        {
            case ErasureStep.Words:
                // They may have gone on using PeerBot until now: what they have begun since ends the same way.
                if (await EndAsync(work.Person) is var later && await IsBusyAsync(work.Person))
                {
                    return (work, later);
                }

                await EraseWordsAsync(work.Person);
                await EraseRecordsAsync(work);
                return (work with { Step = ErasureStep.Decisions }, turn.Now);
            case ErasureStep.Decisions:
                return await DecisionsAsync(work) is { } from
                    ? (work with { From = from }, turn.Now)
                    : (work with { Step = ErasureStep.Name, From = null }, turn.Now);
            case ErasureStep.Name:
                var more = await stores.AnonymiseAsync(work.Person, work.As, AtOnce);
                return (work with { Step = more ? ErasureStep.Name : ErasureStep.Person }, turn.Now);
            default:
                await stores.ForgetAsync(work.Person);
                if (await stores.PersonAsync(work.Person) is { } person)
                {
                    stores.Remove(person);
                }

                foreach (var request in await stores.RightsRequestsOfAsync(work.Person))
                {
                    stores.Save(request with { Person = work.As, SettledOn = request.Id == work.Request ? turn.Now.InUtc().Date : request.SettledOn });
                }

                return null;
        }
    }

    private async Task<bool> IsBusyAsync(PersonId person) =>
        (await stores.OpenCyclesAsync(person)).Count > 0 || (await stores.OpenRequestsAsync(person)).Count > 0 || await IsInCalendarsAsync(person);

    /// <summary>
    /// What was called off may still stand in the calendars, which did not answer. It can only be found there as long as it is known whose
    /// calendars they are, so everything else waits for it.
    /// </summary>
    private async Task<bool> IsInCalendarsAsync(PersonId person)
    {
        if ((await stores.ProfilesOfAsync(person)).Any(profile => profile.Supervision?.IsAwaited(turn.Now) == true))
        {
            return true;
        }

        foreach (var cycle in await stores.CyclesOfAsync(person))
        {
            if ((await stores.MeetingsAsync(cycle.Id)).Any(meeting =>
                meeting is { State: not MeetingState.Held, Calendar: CalendarState.Pending or CalendarState.Waiting } && meeting.End > turn.Now
                && (meeting.State == MeetingState.NotHeld || !cycle.Has(person))))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>When all who have to hear of it have heard.</returns>
    private async Task<Instant> EndAsync(PersonId person)
    {
        var heard = turn.Now;
        foreach (var cycle in await stores.OpenCyclesAsync(person))
        {
            await new FinishCycle(turn).FinishAsync(person, cycle.Id);
            foreach (var other in cycle.Others(person))
            {
                heard = Instant.Max(heard, await new Hours(turn, turn.Programme(cycle.Programme)).NextContactAsync(other));
            }
        }

        await new LeaveGroup(turn).AnswerNoneAsync(person);
        await new ReplaceLead(turn).LeadGoesAsync(person, named: null);
        foreach (var request in await stores.OpenRequestsAsync(person))
        {
            await new RequestSupport(turn).WithdrawAsync(person, request.Id);
        }

        foreach (var ask in (await stores.AsksToAsync(person)).Where(ask => ask.IsOpen))
        {
            stores.Save(ask with { State = AskState.Overtaken });
            await new Asking(turn).MoveOnAsync(ask, turn.Programme(ask.Programme).Matching.OnDecline);
        }

        foreach (var profile in await stores.ProfilesOfAsync(person))
        {
            if (turn.Reference.Programmes.Current(profile.ProgrammeId) is { } programme && profile.Supervision?.Supervisor is { } supervisor
                && await new Supervise(turn).CancelAsync(person, programme) is Supervising.Cancelled)
            {
                heard = Instant.Max(heard, await new Hours(turn, programme).NextContactAsync(supervisor));
            }
        }

        return Instant.Min(heard + UntilHeard, turn.Now + Longest);
    }

    /// <summary>Everything that they wrote.</summary>
    private async Task EraseWordsAsync(PersonId person)
    {
        foreach (var note in await stores.NotesOfAsync(person))
        {
            stores.Remove(note);
        }

        foreach (var evaluation in await stores.SelfEvaluationsOfAsync(person))
        {
            stores.Remove(evaluation);
        }

        // Why a group meets is read at each session as long as it meets; afterwards nobody needs the words.
        foreach (var programme in turn.Reference.Programmes.Programmes.Where(programme => programme.Groups is not null).DistinctBy(programme => programme.Id))
        {
            foreach (var group in (await stores.GroupsInAsync(programme.Id)).Where(group => group.Lead == person && !group.IsOpen && group.Purpose.Length > 0))
            {
                stores.Save(group with { Purpose = "" });
            }
        }

        foreach (var application in await stores.ApplicationsOfAsync(person))
        {
            stores.Remove(application);
        }

        foreach (var given in await stores.FeedbackFromAsync(person))
        {
            stores.Save(await CountsAloneAsync(given));
        }

        // Emptied and off the list now; the row goes when every process has seen that it is off.
        foreach (var listed in await stores.ProfilesOfAsync(person))
        {
            // As this turn has left it: a meeting that was called off stays so.
            var profile = await stores.SupporterAsync(person, listed.ProgrammeId) ?? listed;
            stores.Save(profile.Leave() with { ActiveCycles = 0, Summary = "", Details = new Dictionary<string, string>(), DeclaredConflicts = [] });
        }
    }

    private async Task EraseRecordsAsync(Errand.FinishErasure work)
    {
        foreach (var profile in await stores.ProfilesOfAsync(work.Person))
        {
            stores.Remove(profile);
        }

        foreach (var given in await stores.FeedbackFromAsync(work.Person))
        {
            stores.Remove(given);
            stores.Save((await CountsAloneAsync(given)) with { From = work.As, Version = 0 });
        }

        foreach (var entry in await stores.AuditAboutAsync(work.Person))
        {
            stores.Remove(entry);
        }

        foreach (var settled in (await stores.RightsRequestsOfAsync(work.Person)).Where(request => !request.IsOpen && request.Id != work.Request))
        {
            stores.Remove(settled);
        }

        // A right that is not settled yet stays to be settled, under nobody's name.
        var kept = (await stores.RightsRequestsOfAsync(work.Person)).Where(request => request.IsOpen).Select(request => request.Id.ToString("N")).ToHashSet();
        foreach (var programme in turn.Reference.Programmes.Programmes)
        {
            foreach (var task in (await stores.OpenTasksAsync(programme.Id)).Where(task => task.Person == work.Person && !kept.Contains(task.Subject ?? "")))
            {
                stores.Remove(task);
            }
        }
    }

    /// <summary>What somebody decided as a coordinator stays, and leads to them no more.</summary>
    /// <returns>Where to go on; null at the end.</returns>
    private async Task<string?> DecisionsAsync(Errand.FinishErasure work)
    {
        var page = await stores.ApplicationsAfterAsync(work.From, AtOnce);
        foreach (var application in page.Where(one => one.AnsweredBy == work.Person || one.Inspection?.DecidedBy == work.Person))
        {
            stores.Save(application with
            {
                AnsweredBy = application.AnsweredBy == work.Person ? work.As : application.AnsweredBy,
                Inspection = application.Inspection is { } record && record.DecidedBy == work.Person ? record with { DecidedBy = work.As } : application.Inspection,
            });
        }

        if (page.Count == AtOnce)
        {
            return page[^1].Key;
        }

        await EraseFromSettingsAsync(work);
        return null;
    }

    /// <summary>A contact that was changed to the person is again as the configuration has it.</summary>
    private async Task EraseFromSettingsAsync(Errand.FinishErasure work)
    {
        var settings = await stores.SettingsAsync();
        if (settings.CalendarChanges.Any(change => change.AddedBy == work.Person) || settings.Contacts.Values.Any(contact => contact.Person == work.Person)
            || settings.Roles.Any(held => held.People.Contains(work.Person)))
        {
            stores.Save(settings with
            {
                CalendarChanges = [.. settings.CalendarChanges.Select(change => change.AddedBy == work.Person ? change with { AddedBy = work.As } : change)],
                Contacts = settings.Contacts.Where(contact => contact.Value.Person != work.Person).ToDictionary(),
                Roles = [.. settings.Roles.Select(held => held with { People = [.. held.People.Where(one => one != work.Person)] })],
            });
        }
    }

    private async Task<CycleFeedback> CountsAloneAsync(CycleFeedback given) =>
        given.CountsAlone(await stores.CycleAsync(given.Cycle) is { } cycle ? turn.Programme(cycle.Programme).Feedback : null);
}
