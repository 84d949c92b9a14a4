using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Support;

public abstract record Finishing
{
    private Finishing()
    {
    }

    public sealed record Finished(Cycle Cycle) : Finishing;

    public sealed record OutOfDate(Cycle Cycle) : Finishing;

    public sealed record NotYours : Finishing;
}

/// <summary>A cycle ends: its future meetings leave the calendars, the supporter has room again, and feedback is asked for.</summary>
public sealed class FinishCycle(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Either of the two may finish at any time, without a reason.</summary>
    public async Task<Finishing> FinishAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new Finishing.NotYours();
        }

        if (!cycle.IsOpen)
        {
            return new Finishing.OutOfDate(cycle);
        }

        var closed = await CloseAsync(cycle, ended: CloseReason.EndedEarly, by: person);
        var other = cycle.Other(person);
        stores.Send(
            new Errand.TellClosed(id, other), await new Hours(turn, turn.Programme(cycle.Programme)).NextContactAsync(other));
        return new Finishing.Finished(closed);
    }

    /// <param name="ended">The reason where meetings were still to come; without any the cycle is completed, or never met.</param>
    /// <param name="by">Who ended it; null when its time is up.</param>
    public async Task<Cycle> CloseAsync(Cycle cycle, CloseReason ended, PersonId? by = null)
    {
        var programme = turn.Programme(cycle.Programme);
        var meetings = await stores.MeetingsAsync(cycle.Id);
        var coming = meetings.Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now).ToList();
        foreach (var meeting in coming)
        {
            stores.Save(meeting with
            {
                State = MeetingState.NotHeld,
                NotHeld = NotHeldReason.Cancelled,
                Calendar = CalendarState.Pending,
                Sequence = meeting.Sequence + 1,
            });
            stores.Send(new Errand.WriteCalendar(meeting.Id, by ?? cycle.Requester, Card: null), turn.Now);
        }

        var met = meetings.Any(meeting => meeting.State == MeetingState.Held
            || (meeting.State == MeetingState.Booked && meeting.Start <= turn.Now));
        var closed = cycle with
        {
            State = CycleState.Closed,
            Closed = ended == CloseReason.SupporterLeft ? ended : !met ? CloseReason.NeverMet : coming.Count > 0 ? ended : CloseReason.Completed,
            ClosedAt = turn.Now,
        };
        stores.Save(closed);
        if (await stores.SupporterAsync(cycle.Supporter, programme.Id) is { } profile)
        {
            stores.Save(profile.FreePlace());
        }

        if (met && programme.Feedback is { Enabled: true } feedback && feedback.From.Contains(FeedbackFrom.Requester))
        {
            stores.Send(
                new Errand.AskFeedback(cycle.Id, cycle.Requester, Reminder: 0),
                await new Hours(turn, programme).NextContactAsync(cycle.Requester));
        }

        if (met && programme.SelfEvaluation.Enabled && programme.SelfEvaluation.Occasions.Contains(Occasion.After))
        {
            stores.Send(
                new Errand.OfferSelfEvaluation(cycle.Id, cycle.Requester, Occasion.After),
                await new Hours(turn, programme).NextContactAsync(cycle.Requester));
        }

        return closed;
    }
}
