using System.ComponentModel.DataAnnotations;

namespace PeerBot.Calendar;

/// <summary>Section <c>Calendar</c>.</summary>
public sealed class CalendarOptions
{
    public const string Section = "Calendar";
    public const string Participant = "Participant";
    public const string Local = "Local";
    public const string Graph = "Graph";

    /// <summary>Local keeps meetings in PeerBot's own database; Graph puts them into Microsoft 365.</summary>
    /// <remarks>No enumeration: a word that is none of these would be refused before anybody could say what to set.</remarks>
    [RegularExpression($"(?i:{Local}|{Graph})", ErrorMessage = "Calendar:Provider is not known: set it to Local or to Graph.")]
    public string Provider { get; set; } = Local;

    /// <summary>
    /// <c>Participant</c>: a meeting is organised from the mailbox of the person whom the meeting names as organiser.
    /// An address: every meeting is organised from that mailbox, so that the app needs no right to any other.
    /// </summary>
    [Required(ErrorMessage =
        "Calendar:Organiser is empty: set it to Participant, or to the address of the mailbox that organises all meetings.")]
    [RegularExpression(@"Participant|[^@\s]+@[^@\s]+",
        ErrorMessage = "Calendar:Organiser is neither Participant nor an address: set it to Participant, or to an address such as "
            + "peer-support@council.example.")]
    public string Organiser { get; set; } = Participant;
}
