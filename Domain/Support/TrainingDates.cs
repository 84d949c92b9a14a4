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

    /// <summary>Whoever has booked that day keeps the booking; the coordinator talks to them.</summary>
    public async Task<bool> RemoveAsync(Guid date)
    {
        var settings = await stores.SettingsAsync();
        if (!MayChange)
        {
            return false;
        }

        if (settings.TrainingDates.Any(one => one.Id == date))
        {
            stores.Save(settings with { TrainingDates = [.. settings.TrainingDates.Where(one => one.Id != date)] });
        }

        return true;
    }
}
