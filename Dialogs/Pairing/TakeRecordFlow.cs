using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A learning record to take along: dates, minutes and one's own words, without the peer's name unless the peer agrees (S3-16).</summary>
public sealed class TakeRecordFlow : OneStepFlow
{
    public override string Name => "take-record";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.RecordShow, Cards.Verbs.RecordDownload, Cards.Verbs.RecordAskName, Cards.Verbs.RecordGiveName, Cards.Verbs.RecordKeepName];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Record");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || press.Verb == Cards.Verbs.RecordShow)
        {
            return [new Show.Card(await RecordAsync(context))];
        }

        if (press.Verb == Cards.Verbs.RecordDownload)
        {
            return [await ManageMyData.DownloadAsync(FilePart.LearningRecord, context)];
        }

        // A card about the whole record names the cycle on its button.
        if (await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        var name = await context.OthersAsync(cycle);
        var naming = new NameInRecord(context.Turn);
        return press.Verb switch
        {
            Cards.Verbs.RecordAskName when await naming.AskAsync(context.Me.Id, cycle.Id) is RecordNaming.Asked =>
                [context.Receipt(context.Texts.Plain("Record.Asked.Heading"), context.Texts.Plain("Record.Asked.Text", ("name", name)))],
            Cards.Verbs.RecordGiveName when await naming.AnswerAsync(context.Me.Id, cycle.Id, given: true) is RecordNaming.Answered =>
                [Answered("Record.Given.Heading", context.Texts.Plain("Record.Given.Text", ("name", name)), given: true, cycle, context)],
            Cards.Verbs.RecordKeepName when await naming.AnswerAsync(context.Me.Id, cycle.Id, given: false) is RecordNaming.Answered =>
                [Answered("Record.NotGiven.Heading", context.Texts.Plain("Record.NotGiven.Text", ("name", name)), given: false, cycle, context)],
            _ => [context.NotYours()],
        };
    }

    /// <summary>How often and how long, as somebody would write it.</summary>
    public static string HowOften(IReadOnlyCollection<Meeting> held, Texts texts) => texts.Plain(
        held.Count switch { 0 => "Record.Never", 1 => "Record.Once", _ => "Record.Times" },
        ("count", held.Count), ("minutes", held.Sum(meeting => meeting.Minutes)));

    /// <summary>For whoever is asked: a yes and a no are the same press, and either can be changed later.</summary>
    public static async Task<AdaptiveCard> AskAsync(Cycle cycle, FlowContext context) => PromptCard.Of(
        new PromptCard.View(
            context.Texts.Plain("Record.Ask.Heading"), context.Texts.Plain("Record.Ask.Text", ("name", await context.NamesAsync(cycle.NameAskedBy?.Where(one => one != context.Me.Id) ?? []))), [],
            [
                new Button(Cards.Verbs.RecordGiveName, context.Texts.Plain("Record.Ask.Yes")), new Button(Cards.Verbs.RecordKeepName, context.Texts.Plain("Record.Ask.No")),
            ],
            context.Texts.Plain("Record.Ask.Later")),
        context.Frame(cycle.Id));

    private static Show Answered(string heading, string text, bool given, Cycle cycle, FlowContext context) => new Show.Replace(ReceiptCard.Of(
        new ReceiptCard.View(
            context.Texts.Plain(heading), text,
            Buttons: given ? [new Button(Cards.Verbs.RecordKeepName, context.Texts.Plain("Record.TakeBack"))] : [new Button(Cards.Verbs.RecordGiveName, context.Texts.Plain("Record.Ask.Yes"))]),
        context.Frame(cycle.Id)));

    private static async Task<AdaptiveCard> RecordAsync(FlowContext context)
    {
        var (texts, lines, buttons) = (context.Texts, new List<Line>(), new List<Button>());
        foreach (var cycle in await context.Stores.CyclesOfAsync(context.Me.Id))
        {
            var there = context.In(cycle.Programme);
            var held = (await context.Stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.WasHeldWith(context.Me.Id, cycle)).ToList();
            var name = await context.OthersAsync(cycle);
            lines.Add(new Line(
                there.Programme.Name.In(context.Me.Locale),
                HowOften(held, there.Texts)));
            if (!cycle.Has(context.Me.Id))
            {
                // Whoever has left a group has their own dates and minutes of it, and nothing to ask of its members.
                continue;
            }

            if (cycle.NameGivenBy?.Contains(context.Me.Id) == true)
            {
                buttons.Add(new Button(Cards.Verbs.RecordKeepName, texts.Plain("Record.TakeBackFrom", ("name", name)), cycle.Id.ToString()));
            }

            if (held.Count > 0 && !NameInRecord.IsNamed(cycle, context.Me.Id) && !NameInRecord.HasAsked(cycle, context.Me.Id))
            {
                buttons.Add(new Button(Cards.Verbs.RecordAskName, texts.Plain("Record.AskName", ("name", name)), cycle.Id.ToString()));
            }
        }

        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("Record.Heading"), texts.Plain(lines.Count == 0 ? "Record.Nothing" : "Record.Text"), lines,
                [.. lines.Count == 0 ? Array.Empty<Button>() : [new Button(Cards.Verbs.RecordDownload, texts.Plain("Record.Download"))], .. buttons.Take(4)],
                lines.Count == 0 ? null : texts.Plain("Record.NoNames")),
            context.Frame());
    }
}
