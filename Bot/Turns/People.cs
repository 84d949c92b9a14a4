using NodaTime;
using PeerBot.Dialogs;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Bot.Turns;

/// <summary>Finds who is speaking, or spoken to: the person, their school and the programme they are in.</summary>
internal sealed class People(Reference reference, ICalendar calendar)
{
    /// <returns>Null for somebody whom the directory does not know, or who is in no programme.</returns>
    public async Task<FlowContext?> ContextAsync(IStores stores, PersonId id, Instant now)
    {
        if (await stores.PersonAsync(id) is not { } person)
        {
            return null;
        }

        var programme = person.Programmes.Select(reference.Programmes.Current).FirstOrDefault(one => one is not null);
        if (programme is null)
        {
            return null;
        }

        var school = person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        return new FlowContext(await Turn.BeginAsync(stores, reference, calendar, now), person, school, programme, FlowTexts.For(programme, person.Locale));
    }
}
