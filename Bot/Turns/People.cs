using NodaTime;
using PeerBot.Dialogs;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Bot.Turns;

/// <summary>Finds who is speaking, or spoken to: the person, their school and the programme that it is about.</summary>
internal sealed class People(Reference reference, ICalendar calendar)
{
    /// <returns>Null for somebody whom the directory does not know, or who is in no programme.</returns>
    /// <param name="chosen">The scheme that the person chose to speak about; null: none.</param>
    public async Task<FlowContext?> ContextAsync(IStores stores, PersonId id, Instant now, string? chosen = null)
    {
        if (await stores.PersonAsync(id) is not { } person || Schemes.Present(person, reference, chosen) is not { } programme)
        {
            return null;
        }

        var school = person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        return new FlowContext(await Turn.BeginAsync(stores, reference, calendar, now), person, school, programme, FlowTexts.For(programme, person.Locale));
    }
}
