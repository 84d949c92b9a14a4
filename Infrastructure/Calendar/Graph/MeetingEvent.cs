using System.Globalization;
using Microsoft.Graph.Models;
using Attendee = Microsoft.Graph.Models.Attendee;
using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>A meeting as an event in Exchange, and back. It never has a body: nothing of what is talked about belongs there.</summary>
internal static class MeetingEvent
{
    /// <summary>Tags the events of this bot in any mailbox; never change it, or older meetings are no longer found.</summary>
    public const string Tag = "String {7c1de3b5-0f6c-4f0e-9d53-52a1c3b7e8d4} Name PeerBotMeeting";

    /// <summary>What is read of an event of this bot; never subject or body.</summary>
    public static readonly string[] Fields = ["id", "start", "end", "isCancelled", "isOnlineMeeting", "onlineMeeting", "attendees"];

    /// <summary>What is read of everybody else's events in a mailbox: that they are there.</summary>
    public static readonly string[] FieldsOfOthers = ["id", "isCancelled"];

    public static string FilterFor(MeetingId meeting) =>
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{Tag}' and ep/value eq '{meeting}')";

    /// <summary>The same for each attempt at the same booking, so that Exchange makes one event of all attempts.</summary>
    public static string TransactionId(CalendarMeeting meeting) => meeting.Edition == 0
        ? meeting.Id.Value.ToString("D")
        : string.Create(CultureInfo.InvariantCulture, $"{meeting.Id.Value:D}-{meeting.Edition}");

    /// <summary>For an event that somebody took out of the calendar: the first id would be refused as used.</summary>
    public static string SecondTransactionId(CalendarMeeting meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"{TransactionId(meeting)}-{meeting.Start.ToUnixTimeSeconds()}");

    public static Event ToCreate(CalendarMeeting meeting, string transactionId, IEnumerable<Mailbox> attendees)
    {
        var online = meeting.Mode == MeetingMode.Teams;
        var created = new Event
        {
            TransactionId = transactionId,
            Subject = meeting.Subject,
            Start = GraphTime.Local(meeting.Start, meeting.Zone),
            End = GraphTime.Local(meeting.End(), meeting.Zone),
            Attendees = [.. attendees.Select(Invited)],
            Sensitivity = Sensitivity.Private,
            ShowAs = FreeBusyStatus.Busy,
            AllowNewTimeProposals = false,
            // Said in both cases: an organisation may make every meeting an online one by default.
            IsOnlineMeeting = online,
            SingleValueExtendedProperties = [new() { Id = Tag, Value = meeting.Id.ToString() }],
        };
        // Set to null it would be sent as null.
        if (online) created.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        return created;
    }

    /// <summary>Time only: a body or attendees in the same request would drop the Teams link or mail everyone anew.</summary>
    public static Event ToMove(CalendarMeeting meeting) => new()
    {
        Start = GraphTime.Local(meeting.Start, meeting.Zone),
        End = GraphTime.Local(meeting.End(), meeting.Zone),
    };

    /// <summary>Attendees alone, for the same reasons. Graph takes the whole list and tells those alone whom it changes.</summary>
    public static Event ToInvite(IReadOnlyList<Attendee> attendees) => new()
    {
        Attendees =
        [
            .. attendees.Select(one => new Attendee
            {
                Type = one.Type,
                EmailAddress = new() { Address = one.EmailAddress?.Address, Name = one.EmailAddress?.Name },
            }),
        ],
    };

    public static CalendarEntry Read(Event answer) => new(
        answer.Id is { Length: > 0 } id ? id : throw new GraphAnswerException("an event without id"),
        GraphTime.Read(answer.Start, "start"),
        GraphTime.Read(answer.End, "end"),
        JoinUrl(answer),
        Mark(answer));

    /// <returns>The entry, where its times can be.</returns>
    public static CalendarEntry Sound(CalendarEntry entry) =>
        entry.Start <= entry.End ? entry : throw new GraphAnswerException("an event that ends before it starts");

    /// <summary>Exchange gives an event another entity tag with each change, replies of attendees included.</summary>
    public static string? Mark(Event answer) => answer.AdditionalData.TryGetValue("@odata.etag", out var tag) ? tag as string : null;

    /// <summary>Turns an event that became an ordinary one into an online meeting; Exchange cannot turn it back.</summary>
    public static Event ToPutOnline() => new()
    {
        IsOnlineMeeting = true,
        OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness,
    };

    public static Uri? JoinUrl(Event answer) =>
        Uri.TryCreate(answer.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var url) && url.Scheme == "https" ? url : null;

    public static Instant End(this CalendarMeeting meeting) => meeting.Start + meeting.Length;

    public static Attendee Invited(Mailbox mailbox) => new()
    {
        Type = AttendeeType.Required,
        EmailAddress = new() { Address = mailbox.Address, Name = mailbox.DisplayName },
    };
}
