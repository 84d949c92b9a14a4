using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Where the reader stands, in one card.</summary>
internal static class StatusCards
{
    public static async Task<AdaptiveCard> StatusAsync(FlowContext context)
    {
        var lines = new List<Line>();
        var buttons = new List<Button>();
        var texts = context.Texts;
        var cycles = await context.Stores.OpenCyclesAsync(context.Me.Id);
        foreach (var cycle in cycles)
        {
            await AddCycleAsync(cycle, cycles.Count > 1, context.In(cycle.Programme), lines, buttons);
        }

        var requests = await context.Stores.OpenRequestsAsync(context.Me.Id);
        foreach (var request in requests)
        {
            var open = (await context.Stores.AsksOfAsync(request.Id)).FirstOrDefault(ask => ask.IsOpen);
            lines.Add(new Line(
                texts.Plain("Status.Request", ("number", request.Number)),
                open is null ? texts.Plain("Status.Unmatched")
                    : texts.Plain(
                        "Status.Asking", ("name", await context.NameAsync(open.Supporter)),
                        ("until", texts.DateTime(context.Local(open.RespondBy))))));
        }

        var unmatched = requests.Any(request => request.State == Domain.Support.RequestState.Unmatched);
        var next = texts.Plain(
            lines.Count == 0 ? "Status.Nothing" : unmatched ? "Status.NextUnmatched" : requests.Count > 0 ? "Status.NextRequest" : "Status.NextCycle");
        if (lines.Count == 0 || unmatched)
        {
            buttons.Add(new Button(Verbs.RequestStart, texts.Plain("Status.AskForSupport")));
        }

        if (requests.Count > 0)
        {
            buttons.Add(new Button(Verbs.RequestWithdraw, texts.Plain("Status.Withdraw"), requests[0].Id.ToString()));
        }

        // The card may be about several things, so each button carries the id of its own.
        return StatusCard.Of(new StatusCard.View(lines, next, buttons), context.Frame());
    }

    private static async Task AddCycleAsync(Cycle cycle, bool several, FlowContext context, List<Line> lines, List<Button> buttons)
    {
        var texts = context.Texts;
        var meetings = await context.Stores.MeetingsAsync(cycle.Id);
        var terms = CycleTerms.Of(context.Programme, meetings);
        var coming = meetings.FirstOrDefault(meeting => meeting.State == MeetingState.Booked && meeting.End > context.Now);
        lines.Add(new Line(texts.Plain("Status.With"), await context.NameAsync(cycle.Other(context.Me.Id))));
        lines.Add(new Line(
            texts.Plain("Status.NextMeeting"),
            coming is null ? texts.Plain("Status.NoMeeting") : texts.DateTime(context.Local(coming.Start), coming.Minutes)));
        if (terms.InPersonMost is { } most)
        {
            lines.Add(new Line(texts.Plain("Status.InPerson"), texts.Plain("Status.InPersonCount", ("count", terms.InPersonCounted), ("most", most))));
        }

        lines.Add(new Line(
            texts.Plain("Status.Until"),
            await TimeCards.LastDateAsync(cycle, terms, context) is { } last ? texts.Date(last)
                : context.Programme.Cycle.Limits.Months is { } months ? texts.Plain("Status.Months", ("months", months.Value))
                : texts.Plain("Status.NoEnd")));
        // With several cycles the buttons name the other person.
        var name = several ? $" – {await context.NameAsync(cycle.Other(context.Me.Id))}" : "";
        var id = cycle.Id.ToString();
        buttons.Add(cycle switch
        {
            { Rules.Agreed: false } => new Button(Verbs.RulesOpen, texts.Plain("Status.OpenRules") + name, id),
            { Cadence: not { Agreed: true } } => new Button(Verbs.CadenceOpen, texts.Plain("Status.OpenRhythm") + name, id),
            _ => new Button(Verbs.SlotFind, texts.Plain("Status.FindTime") + name, id),
        });
        buttons.Add(new Button(Verbs.CycleWithdraw, texts.Plain("Status.Finish") + name, id));
    }
}
