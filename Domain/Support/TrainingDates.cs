using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>Days of training, entered by a coordinator; whoever waits for one hears of each new day.</summary>
public sealed class TrainingDates(Turn turn, PersonId coordinator, Programme programme)
{
    private const int OnePage = 200;

    private readonly IStores stores = turn.Stores;

    private bool MayChange => turn.Reference.Oversees(coordinator, programme.Id);

    public LocalDate FirstDay => turn.Now.InZone(programme.Zone).Date.PlusDays(1);

    /// <returns>False for somebody who is no coordinator, and for a day that is past.</returns>
    public async Task<bool> AddAsync(LocalDate day, LocalTime? time, string? place)
    {
        if (!MayChange || day < FirstDay)
        {
            return false;
        }

        var settings = await stores.SettingsAsync();
        if (settings.TrainingDates.Any(date => date.ProgrammeId == programme.Id && date.Day == day && date.Time == time))
        {
            return true;
        }

        stores.Save(settings with { TrainingDates = [.. settings.TrainingDates, new TrainingDate(Guid.NewGuid(), programme.Id, day, time, place)] });
        foreach (var waiting in await stores.SupportersAsync(programme.Id, SupporterState.CriteriaChecked, 0, OnePage))
        {
            await new Hours(turn, programme).SendAsync(new Errand.OfferTraining(waiting.Person, programme.Id), waiting.Person);
        }

        return true;
    }

    /// <summary>Whoever has booked it hears that it is off, and books another.</summary>
    public async Task<bool> RemoveAsync(Guid date)
    {
        var settings = await stores.SettingsAsync();
        if (!MayChange)
        {
            return false;
        }

        if (settings.TrainingDates.FirstOrDefault(one => one.Id == date && one.ProgrammeId == programme.Id) is { } removed)
        {
            List<TrainingDate> left = [.. settings.TrainingDates.Where(one => one.Id != date)];
            stores.Save(settings with { TrainingDates = left });
            if (removed.Day >= FirstDay)
            {
                await FreeBookingsAsync(removed, left.Any(one => one.ProgrammeId == programme.Id && one.Day == removed.Day));
            }
        }

        return true;
    }

    /// <param name="sameDay">There is another date on that day, which a booking that names none may mean.</param>
    private async Task FreeBookingsAsync(TrainingDate removed, bool sameDay)
    {
        for (var skip = 0; await stores.SupportersAsync(programme.Id, SupporterState.TrainingBooked, skip, OnePage) is { Count: > 0 } page; skip += OnePage)
        {
            foreach (var booked in page.Where(one => one.TrainingDate is { } date ? date == removed.Id : one.TrainingBookedFor == removed.Day && !sameDay))
            {
                stores.Save(booked.WithoutTrainingDate());
                await new Hours(turn, programme).SendAsync(new Errand.TellTrainingOff(booked.Person, programme.Id, removed.Day), booked.Person);
            }
        }
    }
}
