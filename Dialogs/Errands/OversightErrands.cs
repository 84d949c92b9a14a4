using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What comes to whoever oversees, and what is looked through at night.</summary>
internal sealed class OversightErrands(Turn turn, ErrandPost post)
{
    private const int DaysInWeek = 7;

    /// <summary>The directory is asked again so much later when it did not answer.</summary>
    private static readonly Duration Again = Duration.FromMinutes(15);

    /// <summary>What fails so often for one person is left to the next night; the log has said each time what it was.</summary>
    private const int GivesUp = 3;

    private readonly IStores stores = turn.Stores;

    public async Task<ErrandOutcome> SendDigestsAsync(Errand.SendDigests digests)
    {
        if (await new Routines(turn).GoOnAsync(digests) && turn.Reference.Programmes.Current(digests.ProgrammeId) is { } programme)
        {
            var monday = digests.At.InZone(programme.Zone).Date;
            foreach (var coordinator in turn.Reference.OverseersOf(programme.Id))
            {
                stores.Send(new Errand.TellDigest(programme.Id, coordinator, monday), turn.Now);
            }
        }

        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> TellDigestAsync(Errand.TellDigest tell)
    {
        // After a holiday one digest is enough; whoever coordinates no more gets none.
        if (turn.Reference.Programmes.Current(tell.ProgrammeId) is not { } programme
            || turn.Now.InZone(programme.Zone).Date >= tell.Monday.PlusDays(DaysInWeek)
            || !turn.Reference.Oversees(tell.To, tell.ProgrammeId))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(tell.To, programme.Key, async context =>
            (await new OverseeProgramme(context.Turn, programme).CountAsync()).Any ? new Show.Card(await OverseeCards.HomeAsync(context, digest: true)) : null);
    }

    public async Task<ErrandOutcome> ShowTaskAsync(Errand.ShowTask show)
    {
        if (await stores.TaskAsync(show.Task) is not { IsOpen: true } task
            || turn.Reference.Programmes.Current(task.ProgrammeId) is not { } programme
            || !turn.Reference.Oversees(show.To, task.ProgrammeId))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(
            show.To, programme.Key, async context => await TaskCards.NewAsync(task, context) is { } card ? new Show.Card(card) : null);
    }

    public async Task<ErrandOutcome> OfferMoveAsync(Errand.OfferMove offer)
    {
        if (await stores.MeetingAsync(offer.Meeting) is not { State: MeetingState.Booked } meeting || meeting.Start != offer.Start
            || meeting.Start <= turn.Now || await stores.CycleAsync(meeting.Cycle) is not { IsOpen: true } cycle
            || await ClosedAsync(meeting, cycle) is not { } name)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(offer.To, cycle, async context => new Show.Card(
            await TimeCards.MoveAsync(meeting, cycle, context, page: 0, cancelling: false, context.Texts.Plain("Calendar.FallsOn", ("name", name)))));
    }

    public async Task<ErrandOutcome> CheckRolesAsync(Errand.CheckRoles check)
    {
        try
        {
            // Before the next one is sent: what is saved after it carries both changes of the settings.
            await new CheckDirectory(turn).ReadRolesAsync();
        }
        catch (DirectoryUnavailableException)
        {
            return new ErrandOutcome.Later(turn.Now + Again, Failed: true);
        }

        if (await new Routines(turn).GoOnAsync(check))
        {
            stores.Send(new Errand.CheckAccounts(After: null), turn.Now);
        }

        return ErrandOutcome.Nothing;
    }

    /// <param name="attempts">Where something went wrong each is looked at by themselves: one who cannot be keeps nobody else from it.</param>
    public async Task<ErrandOutcome> CheckAccountsAsync(Errand.CheckAccounts check, int attempts)
    {
        var people = await stores.PeopleAfterAsync(check.After, CheckDirectory.PeopleAtOnce);
        if (people.Count == 0)
        {
            return ErrandOutcome.Nothing;
        }

        if (attempts > 0)
        {
            foreach (var person in people)
            {
                stores.Send(new Errand.CheckAccount(person.Id), turn.Now);
            }
        }
        else if (await LookAsync(people) is { } later)
        {
            return later;
        }

        stores.Send(new Errand.CheckAccounts(people[^1].Id), turn.Now);
        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> CheckAccountAsync(Errand.CheckAccount check, int attempts) =>
        attempts < GivesUp && await stores.PersonAsync(check.Person) is { } person && await LookAsync([person]) is { } later ? later : ErrandOutcome.Nothing;

    /// <returns>Null when they have been looked at.</returns>
    private async Task<ErrandOutcome.Later?> LookAsync(IReadOnlyList<Person> people)
    {
        try
        {
            await new CheckDirectory(turn).LookAtPeopleAsync(people);
            return null;
        }
        catch (DirectoryUnavailableException)
        {
            return new ErrandOutcome.Later(turn.Now + Again, Failed: false);
        }
    }

    /// <summary>What the meeting's day has come to be for one of its people; null when it is a day for meetings again.</summary>
    private async Task<string?> ClosedAsync(Meeting meeting, Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        var day = meeting.Start.InZone(programme.Zone).Date;
        foreach (var person in meeting.People)
        {
            switch ((await new Hours(turn, programme).OfAsync(person)).WorkingDays.WhyNot(day))
            {
                case Domain.Scheduling.DayKind.Closed closed:
                    return closed.Closure.Name;
                case Domain.Scheduling.DayKind.BankHoliday holiday:
                    return holiday.Title;
            }
        }

        return null;
    }
}
