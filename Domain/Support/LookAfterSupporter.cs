using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <param name="PauseUntil">No new asks before this day; null: none.</param>
/// <param name="Away">One more time away; null: none.</param>
public sealed record AvailabilityChange(int Capacity, LocalDate? PauseUntil, IReadOnlyList<IsoDayOfWeek>? Days, Absence? Away);

/// <summary>What a supporter carries just now; for them alone.</summary>
/// <param name="Ended">Cycles that they have supported before.</param>
public sealed record Workload(int Held, int Capacity, int MeetingsAhead, Instant? NextMeeting, int Ended);

public abstract record Caring
{
    private Caring()
    {
    }

    public sealed record Changed(SupporterProfile Profile) : Caring;

    public sealed record Left(int CyclesEnded) : Caring;

    public sealed record OutOfDate : Caring;
}

/// <summary>A supporter says how much they can take on; pauses, comes back, or leaves, always at once and never with a reason (S2-25).</summary>
public sealed class LookAfterSupporter(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<Workload> WorkloadAsync(SupporterProfile profile)
    {
        var cycles = (await stores.CyclesOfAsync(profile.Person))
            .Where(cycle => cycle.Programme.Id == profile.ProgrammeId && Pairing.TakesPlace(cycle, turn.Programme(cycle.Programme)).Contains(profile.Person)).ToList();
        var ahead = new List<Instant>();
        foreach (var cycle in cycles.Where(cycle => cycle.IsOpen))
        {
            ahead.AddRange((await stores.MeetingsAsync(cycle.Id))
                .Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now).Select(meeting => meeting.Start));
        }

        return new Workload(
            cycles.Count(cycle => cycle.IsOpen), profile.Capacity, ahead.Count, ahead.Count == 0 ? null : ahead.Min(),
            cycles.Count(cycle => cycle is { IsOpen: false, Closed: not CloseReason.NeverMet }));
    }

    public async Task<Caring> ChangeAsync(PersonId person, Programme programme, AvailabilityChange change)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { Serves: true } profile)
        {
            return new Caring.OutOfDate();
        }

        var today = Today(programme);
        var changed = profile with
        {
            Capacity = Math.Clamp(change.Capacity, 1, programme.Relationship.SupporterCapacity.Max),
            Days = change.Days,
            Absences = [.. profile.Absences.Where(away => away.Until >= today), .. change.Away is { } away ? [away] : Array.Empty<Absence>()],
        };
        changed = (changed.State, change.PauseUntil) switch
        {
            (SupporterState.Paused, null) => changed,
            (_, { } until) => changed.PauseUntil(until) is SupporterStep.Taken taken ? taken.Profile : changed,
            _ => changed with { PausedUntil = null },
        };
        stores.Save(changed);
        if (changed.IsPausedOn(today) || !changed.HasRoom)
        {
            await OvertakeAsync(person, programme);
        }

        return new Caring.Changed(changed);
    }

    /// <summary>No new asks; open ones go to somebody else at once (U-19). Running cycles go on.</summary>
    public async Task<Caring> PauseAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { } profile || profile.Pause() is not SupporterStep.Taken paused)
        {
            return new Caring.OutOfDate();
        }

        stores.Save(paused.Profile);
        await OvertakeAsync(person, programme);
        return new Caring.Changed(paused.Profile);
    }

    public async Task<Caring> ResumeAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { } profile || profile.Resume() is not SupporterStep.Taken back)
        {
            return new Caring.OutOfDate();
        }

        stores.Save(back.Profile);
        return new Caring.Changed(back.Profile);
    }

    public async Task<Caring> ClearAbsencesAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { Serves: true } profile)
        {
            return new Caring.OutOfDate();
        }

        var cleared = profile with { Absences = [] };
        stores.Save(cleared);
        return new Caring.Changed(cleared);
    }

    /// <summary>Off the list for good; running cycles end, and each requester may choose somebody else (U-03).</summary>
    public async Task<Caring> LeaveAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { State: not SupporterState.Left } profile)
        {
            return new Caring.OutOfDate();
        }

        stores.Save(profile.Leave());
        await SettleAsync(person, programme);
        var ended = 0;
        foreach (var cycle in await SupportedAsync(person, programme))
        {
            await new FinishCycle(turn).LeftAsync(person, cycle.Id);
            ended++;
        }

        return new Caring.Left(ended);
    }

    /// <summary>
    /// Somebody else has found that the supporter cannot stay on the list. Nothing that runs is ended: it goes on, and where the supporter
    /// is no longer in the role each running cycle waits for the coordinator (S2-08).
    /// </summary>
    public async Task TakeOffListAsync(SupporterProfile profile, Programme programme, SupporterNews news)
    {
        stores.Save(profile.Leave());
        await SettleAsync(profile.Person, programme);
        if (news == SupporterNews.NotServing)
        {
            foreach (var cycle in await SupportedAsync(profile.Person, programme))
            {
                await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.Left, cycle.Programme.Id, profile.Person, cycle.Id.ToString());
            }
        }

        await new Hours(turn, programme).SendAsync(new Errand.TellSupporterNews(profile.Person, programme.Id, news), profile.Person);
    }

    /// <summary>Where the register says that a person has another role now they leave the list, and hear of it in their hours (S2-08).</summary>
    /// <returns>Ids of the programmes whose list they have left.</returns>
    public async Task<IReadOnlyList<string>> StoppedServingAsync(Person person)
    {
        var left = new List<string>();
        foreach (var profile in (await stores.ProfilesOfAsync(person.Id)).Where(profile => profile.Serves))
        {
            if (turn.Reference.Programmes.Current(profile.ProgrammeId) is { } programme && person.JobRole is not null
                && programme.Eligibility.Supporter.Any(criterion => criterion.Kind == CriterionKind.JobRole)
                && !SupporterApplication.IsServing(programme, person))
            {
                await TakeOffListAsync(profile, programme, SupporterNews.NotServing);
                left.Add(programme.Id);
            }
        }

        return left;
    }

    /// <summary>The criteria are to be looked at again; what runs goes on meanwhile.</summary>
    public async Task RecheckDueAsync(Errand.RecheckSupporter recheck)
    {
        if (await stores.SupporterAsync(recheck.Person, recheck.ProgrammeId) is { State: not (SupporterState.Left or SupporterState.Interested) }
            && await stores.ApplicationAsync(recheck.Person, recheck.ProgrammeId) is { } application && application.RecheckOn == recheck.Day)
        {
            await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Recheck, recheck.ProgrammeId, recheck.Person, recheck.Day);
        }
    }

    /// <summary>Whether the requester's way on waits for the coordinator: their supporter left after too much was held for fresh limits.</summary>
    public async Task<bool> WaitsForCoordinatorAsync(PersonId requester, Programme programme)
    {
        var last = (await stores.CyclesOfAsync(requester)).FirstOrDefault(cycle => cycle.Requester == requester && cycle.Programme.Id == programme.Id);
        return last is { Closed: CloseReason.SupporterLeft } && FinishCycle.CoordinatorDecides(turn.Programme(last.Programme), await HeldAsync(last))
            && (await stores.OpenTasksAsync(programme.Id)).Any(task => task.Kind == TaskKind.Left && task.Subject == last.Id.ToString());
    }

    public async Task<int> HeldAsync(Cycle cycle) => (await stores.MeetingsAsync(cycle.Id)).Count(meeting => meeting.State == MeetingState.Held);

    private async Task SettleAsync(PersonId person, Programme programme)
    {
        await OvertakeAsync(person, programme);
        await new LeaveGroup(turn).AnswerNoneAsync(person, programme.Id);
        foreach (var kind in new[] { TaskKind.Approval, TaskKind.Recheck })
        {
            await new CoordinatorTasks(turn).CloseAboutAsync(kind, programme.Id, person, by: null);
        }
    }

    private async Task<IReadOnlyList<Cycle>> SupportedAsync(PersonId person, Programme programme) =>
        [.. (await stores.OpenCyclesAsync(person)).Where(cycle => Pairing.TakesPlace(cycle, programme).Contains(person) && cycle.Programme.Id == programme.Id)];

    /// <summary>What is asked of them and not answered goes to the next choice of whoever asked, and a group begins without them.</summary>
    private async Task OvertakeAsync(PersonId person, Programme programme)
    {
        await new LeaveGroup(turn).AnswerNoneAsync(person, programme.Id, keepYes: true);
        foreach (var ask in await stores.OpenAsksToAsync(person, programme.Id))
        {
            stores.Save(ask with { State = AskState.Overtaken });
            await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
            if (ask.State == AskState.Sent)
            {
                await new Hours(turn, programme).SendAsync(new Errand.TellOvertaken(ask.Id), person);
            }
        }
    }

    private LocalDate Today(Programme programme) => turn.Now.InZone(programme.Zone).Date;
}
