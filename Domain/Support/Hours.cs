using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>When a programme may reach each of its people: their own zone, their school's calendar, the programme's window.</summary>
public sealed class Hours(Turn turn, Programme programme)
{
    public async Task<ContactTimes> OfAsync(PersonId person)
    {
        var known = await turn.Stores.PersonAsync(person);
        var school = known?.Organisation is { } at ? await turn.Stores.OrganisationAsync(at) : null;
        return new ContactTimes(
            programme.Boundaries, CalendarOf(school), known?.ZoneIn(programme) ?? programme.Zone,
            await new Availability(turn, programme).AwayAsync(person));
    }

    /// <summary>Now, or the start of the person's next contact window.</summary>
    public async Task<Instant> NextContactAsync(PersonId person) => (await OfAsync(person)).Next(turn.Now).At;

    /// <summary>Sends an errand that tells the person something: now, or in their next contact window with a record of why it waits.</summary>
    public async Task SendAsync(Errand errand, PersonId to)
    {
        var (at, hold) = await NextAsync(to);
        turn.Stores.Send(errand, at, hold);
    }

    /// <summary>Now, or the start of the person's next contact window and why a message to them waits for it.</summary>
    public async Task<(Instant At, Hold? Hold)> NextAsync(PersonId person)
    {
        var next = (await OfAsync(person)).Next(turn.Now);
        return (next.At, next.Why is { } why ? new Hold(person, why.Word) : null);
    }

    /// <summary>Why a message to the person waits; null when it need not.</summary>
    public async Task<HeldBecause?> HeldAsync(PersonId person) => (await OfAsync(person)).Next(turn.Now).Why;

    /// <summary>Close of the contact window so many working days after the day of <paramref name="from"/>.</summary>
    public async Task<Instant> EndOfContactAfterAsync(PersonId person, Instant from, int workingDays) =>
        (await OfAsync(person)).Deadline(from, workingDays).At;

    /// <summary>Start of the contact window so many working days after the day of <paramref name="from"/>.</summary>
    public async Task<Instant> MorningAfterAsync(PersonId person, Instant from, int workingDays) =>
        (await OfAsync(person)).Morning(from, workingDays).At;

    public async Task<LocalDate> WorkingDayAfterAsync(PersonId person, Instant from, int workingDays)
    {
        var times = await OfAsync(person);
        return times.Deadline(from, workingDays).At.InZone(programme.Zone).Date;
    }

    public SchoolCalendar CalendarOf(Organisation? school) =>
        turn.Reference.Calendars.For(programme.Boundaries, school?.CalendarRef);
}
