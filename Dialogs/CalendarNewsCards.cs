using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What somebody has done to a meeting in the calendar itself, for one of the two.</summary>
internal static class CalendarNewsCards
{
    /// <summary>Whether the calendar still shows what the news is about.</summary>
    public static bool StillHolds(Meeting meeting, Errand.TellCalendarNews news) => news.News switch
    {
        CalendarNews.Gone => meeting.Seen is { Gone: true },
        CalendarNews.MovedOutsideTheRules => meeting.Seen is { Elsewhere: not null },
        CalendarNews.Declined => meeting.Seen?.Declined?.Contains(news.To) == true,
        _ => true,
    };

    public static async Task<AdaptiveCard> CardAsync(Meeting meeting, Cycle cycle, CalendarNews news, FlowContext context)
    {
        var what = news switch
        {
            CalendarNews.Gone => new CalendarNewsCard.What.Gone(),
            CalendarNews.Moved => new CalendarNewsCard.What.Moved(),
            CalendarNews.MovedOutsideTheRules => await ElsewhereAsync(meeting, cycle, context),
            _ => (CalendarNewsCard.What)new CalendarNewsCard.What.Declined(),
        };
        return CalendarNewsCard.Of(
            new CalendarNewsCard.View(
                what, context.Local(meeting.Start), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle)),
            context.Frame(meeting.Id, meeting.Sequence));
    }

    private static async Task<CalendarNewsCard.What> ElsewhereAsync(Meeting meeting, Cycle cycle, FlowContext context)
    {
        var start = context.Local(meeting.Seen!.Elsewhere!.Value);
        var minutes = meeting.Seen.Minutes ?? meeting.Minutes;
        var rule = await new BookMeeting(context.Turn).WhyNotAsync(meeting, cycle, meeting.Seen.Elsewhere.Value, minutes);
        return new CalendarNewsCard.What.Elsewhere(start, minutes, rule is null ? null : TimeCards.Sentence(rule, start, context));
    }
}
