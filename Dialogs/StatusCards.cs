using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Where the reader stands, in one card.</summary>
internal static class StatusCards
{
    /// <summary>Key of the data protection contact in the contacts configuration.</summary>
    public const string DataProtection = "data-protection";

    public static async Task<AdaptiveCard> StatusAsync(FlowContext context)
    {
        var lines = new List<Line>();
        var buttons = new List<Button>();
        var texts = context.Texts;
        var cycles = await context.Stores.OpenCyclesAsync(context.Me.Id);
        foreach (var cycle in cycles)
        {
            await CycleStatus.AddAsync(cycle, cycles.Count > 1, context.In(cycle.Programme), lines, buttons);
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
        var next = lines.Count > 0 && !unmatched && requests.Count == 0
            ? await CycleStatus.NextAsync(cycles[0], context.In(cycles[0].Programme))
            : texts.Plain(lines.Count == 0 ? "Status.Nothing" : unmatched ? "Status.NextUnmatched" : "Status.NextRequest");
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

    public static async Task<AdaptiveCard> MyDataAsync(FlowContext context)
    {
        var texts = context.Texts;
        var cycles = await context.Stores.OpenCyclesAsync(context.Me.Id);
        var requests = await context.Stores.OpenRequestsAsync(context.Me.Id);
        var protection = context.Contact(DataProtection);
        return MyDataCard.Of(
            new MyDataCard.View(
                [
                    new Line(texts.Plain("MyData.Profile"), texts.Plain("MyData.ProfileHeld")),
                    new Line(texts.Plain("MyData.Requests"), texts.Plain("MyData.Count", ("count", requests.Count))),
                    new Line(texts.Plain("MyData.Cycles"), texts.Plain("MyData.Count", ("count", cycles.Count))),
                    new Line(texts.Plain("MyData.Private"), texts.Plain("MyData.PrivateHeld")),
                ],
                protection?.AtWork()),
            context.Frame());
    }
}
