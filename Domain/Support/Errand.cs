using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>
/// Something PeerBot does later: a message it starts, a lapse, calendar work. Stored with its due time in the transaction of its cause;
/// holds ids alone, is looked at again when due ("does this still hold?"), and makes its words only then.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(DeliverAsk), "deliver-ask")]
[JsonDerivedType(typeof(RemindAsk), "remind-ask")]
[JsonDerivedType(typeof(LapseAsk), "lapse-ask")]
[JsonDerivedType(typeof(TellAskMoved), "tell-ask-moved")]
[JsonDerivedType(typeof(TellUnmatched), "tell-unmatched")]
[JsonDerivedType(typeof(TellOvertaken), "tell-overtaken")]
[JsonDerivedType(typeof(TellPaired), "tell-paired")]
[JsonDerivedType(typeof(ShowGroundRules), "show-ground-rules")]
[JsonDerivedType(typeof(ShowCadence), "show-cadence")]
[JsonDerivedType(typeof(OfferTimes), "offer-times")]
[JsonDerivedType(typeof(ShowDates), "show-dates")]
[JsonDerivedType(typeof(WriteCalendar), "write-calendar")]
[JsonDerivedType(typeof(ReadBackCalendar), "read-back-calendar")]
[JsonDerivedType(typeof(TellCalendarNews), "tell-calendar-news")]
[JsonDerivedType(typeof(TellMeeting), "tell-meeting")]
[JsonDerivedType(typeof(RemindMeeting), "remind-meeting")]
[JsonDerivedType(typeof(AskDidYouMeet), "ask-did-you-meet")]
[JsonDerivedType(typeof(SettleMeeting), "settle-meeting")]
[JsonDerivedType(typeof(OfferSelfEvaluation), "offer-self-evaluation")]
[JsonDerivedType(typeof(AskFeedback), "ask-feedback")]
[JsonDerivedType(typeof(ShowFeedback), "show-feedback")]
[JsonDerivedType(typeof(TellClosed), "tell-closed")]
[JsonDerivedType(typeof(CloseCycle), "close-cycle")]
[JsonDerivedType(typeof(AskToCall), "ask-to-call")]
public abstract partial record Errand
{
    private Errand()
    {
    }

    public sealed record DeliverAsk(AskId Ask) : Errand;

    public sealed record RemindAsk(AskId Ask) : Errand;

    public sealed record LapseAsk(AskId Ask) : Errand;

    /// <summary>To the requester: one supporter has no room, and who is asked next.</summary>
    public sealed record TellAskMoved(AskId From, AskId Next) : Errand;

    public sealed record TellUnmatched(RequestId Request) : Errand;

    public sealed record TellOvertaken(AskId Ask) : Errand;

    public sealed record TellPaired(CycleId Cycle, PersonId To) : Errand;

    public sealed record ShowGroundRules(CycleId Cycle, PersonId To) : Errand;

    public sealed record ShowCadence(CycleId Cycle, PersonId To) : Errand;

    public sealed record OfferTimes(CycleId Cycle, PersonId To) : Errand;

    /// <summary>Dates that the other one proposed, or that both agreed.</summary>
    public sealed record ShowDates(CycleId Cycle, PersonId To) : Errand;

    /// <summary>Brings the calendar in line with the meeting, whatever was missed before.</summary>
    /// <param name="Card">Message to update for <paramref name="Actor"/> when done; null when there is none.</param>
    /// <param name="InSeries">One of several that both agreed together: one card tells of all, so that this one says nothing when it went well.</param>
    /// <param name="Quiet">Who is in it has changed, and neither day nor time: nobody is told when it went well.</param>
    public sealed record WriteCalendar(MeetingId Meeting, PersonId Actor, string? Card, bool InSeries = false, bool Quiet = false, PersonId? Newcomer = null) : Errand;

    /// <summary>Looks for what people have changed in the calendar itself; comes back as long as meetings are ahead. One a cycle.</summary>
    public sealed record ReadBackCalendar(CycleId Cycle) : Errand;

    /// <summary>Somebody changed a meeting in the calendar itself.</summary>
    /// <param name="Sequence">Of the meeting as the news found it; after a move or a cancel the news is old.</param>
    public sealed record TellCalendarNews(MeetingId Meeting, PersonId To, CalendarNews News, int Sequence) : Errand;

    /// <param name="Card">Message to update in place of a new one; null to send one.</param>
    /// <param name="AtOnce">The answer to what the person did a moment ago.</param>
    public sealed record TellMeeting(MeetingId Meeting, PersonId To, PersonId Actor, string? Card, bool AtOnce = false) : Errand;

    public sealed record RemindMeeting(MeetingId Meeting, PersonId To, Instant Start) : Errand;

    /// <param name="Again">The two remember differently.</param>
    public sealed record AskDidYouMeet(MeetingId Meeting, PersonId To, Instant Start, bool Again = false) : Errand;

    /// <summary>The two have not agreed whether they met: count it, or leave it as unknown.</summary>
    /// <param name="Unanswered">For the case that neither has said anything.</param>
    public sealed record SettleMeeting(MeetingId Meeting, Instant Start, bool Unanswered = false) : Errand;

    public sealed record OfferSelfEvaluation(CycleId Cycle, PersonId To, Occasion Occasion) : Errand;

    /// <param name="Reminder">0 for the first time of asking; above the programme's number for a reminder that was asked for.</param>
    public sealed record AskFeedback(CycleId Cycle, PersonId To, int Reminder) : Errand;

    public sealed record ShowFeedback(CycleId Cycle, PersonId From, PersonId To) : Errand;

    public sealed record TellClosed(CycleId Cycle, PersonId To) : Errand;

    /// <summary>The cycle's time is up.</summary>
    public sealed record CloseCycle(CycleId Cycle) : Errand;

    /// <summary>A supporter asks the named contact to call; no details. Goes out at any hour.</summary>
    public sealed record AskToCall(PersonId From, string ContactRef, Instant At) : Errand;
}
