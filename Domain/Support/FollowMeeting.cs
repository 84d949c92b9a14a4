using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>
/// Reminders, the question afterwards, the review and the end of the cycle, from the times of new or moved meetings. Each looks again when it is due, so
/// none is ever taken back.
/// </summary>
internal sealed class FollowMeeting(Turn turn)
{
    /// <summary>Working days after which an open question is settled by itself.</summary>
    internal const int SettleWorkingDays = 5;

    private readonly IStores stores = turn.Stores;

    /// <param name="changed">Meetings of this same turn, as they are now.</param>
    public async Task FollowAsync(Cycle cycle, params IReadOnlyList<Meeting> changed)
    {
        var programme = turn.Programme(cycle.Programme);
        foreach (var meeting in changed)
        {
            await FollowAsync(cycle, meeting, programme);
        }

        var others = (await stores.MeetingsAsync(cycle.Id)).Where(other => changed.All(meeting => meeting.Id != other.Id));
        if (CycleTerms.Of(programme, cycle, [.. others, .. changed]).LastDate is { } last)
        {
            await FollowCycleAsync(cycle, last, programme);
        }
        else if (new ReviewCycle(turn).EndOfTerm(cycle, programme) is { } end)
        {
            await ReviewAsync(cycle, end, programme);
        }
    }

    private async Task FollowAsync(Cycle cycle, Meeting meeting, Programme programme)
    {
        var hours = new Hours(turn, programme);
        foreach (var person in meeting.People)
        {
            await FollowForAsync(person, meeting, programme);
        }

        stores.Send(
            new Errand.SettleMeeting(meeting.Id, meeting.Start, Unanswered: true),
            await hours.EndOfContactAfterAsync(cycle.Requester, meeting.End, SettleWorkingDays));
    }

    /// <summary>The reminders and the question of one of the people: of all, or of somebody who has come in later.</summary>
    public async Task FollowForAsync(PersonId person, Meeting meeting, Programme programme)
    {
        var times = await new Hours(turn, programme).OfAsync(person);
        foreach (var days in programme.Notifications.MeetingReminderWorkingDaysBefore)
        {
            if (times.Morning(meeting.Start, -days).At is var due && due > turn.Now)
            {
                stores.Send(new Errand.RemindMeeting(meeting.Id, person, meeting.Start), due);
            }
        }

        if (programme.Notifications.AfterMeetingCheckIn)
        {
            stores.Send(new Errand.AskDidYouMeet(meeting.Id, person, meeting.Start), times.Next(meeting.End).At);
        }
    }

    private async Task FollowCycleAsync(Cycle cycle, LocalDate last, Programme programme)
    {
        stores.Send(new Errand.CloseCycle(cycle.Id), programme.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
        if (cycle.Review is null && programme.Cycle.Review.When != ReviewWhen.None)
        {
            await ReviewAsync(cycle, last, programme);
        }
    }

    private async Task ReviewAsync(Cycle cycle, LocalDate last, Programme programme)
    {
        var prompt = (await new Hours(turn, programme).OfAsync(cycle.Requester)).Morning(last, -programme.Cycle.Review.PromptDaysBefore).At;
        stores.Send(new Errand.StartReview(cycle.Id), Instant.Max(prompt, turn.Now));
    }
}
