using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record Shortening
{
    private Shortening()
    {
    }

    /// <summary>The other one is asked; until they say yes the meeting stays as it is.</summary>
    public sealed record Suggested(Meeting Meeting) : Shortening;

    public sealed record Shortened(Meeting Meeting) : Shortening;

    /// <summary>It stays as long as it was.</summary>
    public sealed record Kept(Meeting Meeting) : Shortening;

    public sealed record OutOfDate(Meeting Meeting) : Shortening;

    public sealed record NotYours : Shortening;
}

/// <summary>In a full week twenty minutes are better than none: one suggests it in place of a cancel, and it holds when both want it.</summary>
public sealed class ShortenMeeting(Turn turn)
{
    public const int Minutes = 20;

    private readonly IStores stores = turn.Stores;

    /// <summary>Whether the meeting is long enough to be cut short.</summary>
    public static bool MayBe(Meeting meeting) => meeting is { State: MeetingState.Booked, Minutes: > Minutes, ShorterAskedBy: null, Others.Count: 1 };

    public async Task<Shortening> SuggestAsync(PersonId person, MeetingId id, long sequence)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new Shortening.NotYours();
        }

        if (!Stands(meeting, cycle, sequence) || !MayBe(meeting))
        {
            return new Shortening.OutOfDate(meeting);
        }

        var suggested = meeting with { ShorterAskedBy = person };
        stores.Save(suggested);
        foreach (var other in meeting.People.Where(one => one != person))
        {
            // The week is this one, and the meeting may be today.
            var times = await new Hours(turn, turn.Programme(cycle.Programme)).OfAsync(other);
            stores.Send(new Errand.AskShorter(id, other, meeting.Sequence), times.Next(turn.Now).At);
        }

        return new Shortening.Suggested(suggested);
    }

    public async Task<Shortening> AnswerAsync(PersonId person, MeetingId id, long sequence, bool yes, string? card)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new Shortening.NotYours();
        }

        if (!Stands(meeting, cycle, sequence) || meeting.ShorterAskedBy is not { } asker || asker == person)
        {
            return new Shortening.OutOfDate(meeting);
        }

        if (!yes)
        {
            var kept = meeting with { ShorterAskedBy = null };
            stores.Save(kept);
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellShorter(id, asker), asker);
            return new Shortening.Kept(kept);
        }

        var shorter = meeting with
        {
            Minutes = Minutes,
            ShorterAskedBy = null,
            Shortened = true,
            Sequence = meeting.Sequence + 1,
            Calendar = CalendarState.Pending,
            Move = null,
        };
        stores.Save(shorter);
        stores.Send(new Errand.WriteCalendar(id, person, card), turn.Now);
        return new Shortening.Shortened(shorter);
    }

    private bool Stands(Meeting meeting, Cycle cycle, long sequence) =>
        cycle.IsOpen && meeting.State == MeetingState.Booked && meeting.Sequence == sequence && meeting.Start > turn.Now;

    private async Task<(Meeting Meeting, Cycle Cycle)?> FindAsync(PersonId person, MeetingId id) =>
        await stores.MeetingAsync(id) is { } meeting && meeting.People.Contains(person) && await stores.CycleAsync(meeting.Cycle) is { } cycle
            ? (meeting, cycle)
            : null;
}
