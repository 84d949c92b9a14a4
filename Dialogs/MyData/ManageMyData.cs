using NodaTime;
using NodaTime.TimeZones;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>C34: the reader's rights over their own data. Everything here is about whoever presses, whatever card it was.</summary>
public sealed class ManageMyData : OneStepFlow
{
    public const string Id = "manage-my-data";

    private static readonly Duration LinkLives = Duration.FromHours(1);

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.MyDataDownload, Cards.Verbs.JournalDownload, Cards.Verbs.MyDataCorrect, Cards.Verbs.MyDataCorrectSave, Cards.Verbs.MyDataCorrectAsk,
        Cards.Verbs.MyDataErase, Cards.Verbs.MyDataObject, Cards.Verbs.MyDataComplain,
    ];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.MyDataDownload } => [await DownloadAsync(FilePart.All, context)],
        Incoming.Pressed { Verb: Cards.Verbs.JournalDownload } => [await DownloadAsync(FilePart.Journal, context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataCorrect } => [new Show.Card(Correct(context))],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataCorrectSave } press => [Save(press, context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataCorrectAsk } => [await UseAsync(RightsKind.Correction, MyDataRightCard.Kind.Correction, context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataObject } => [await UseAsync(RightsKind.Objection, MyDataRightCard.Kind.Objection, context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataComplain } => [await UseAsync(RightsKind.Complaint, MyDataRightCard.Kind.Complaint, context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataErase, Arg: MyDataEraseCard.Sure } => [await EraseAsync(context)],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataErase } => [new Show.Replace(await AskToEraseAsync(context))],
        _ => [new Show.Card(await MyDataCards.HeldAsync(context))],
    };

    internal static async Task<Show> DownloadAsync(FilePart part, FlowContext context)
    {
        var (key, until) = (Guid.NewGuid(), context.Now + LinkLives);
        if (context.Turn.Reference.Links?.ToFile(context.Me.Id, part, key, until) is not { } link)
        {
            return MyDataCards.AskAPerson(context);
        }

        // The link that was made before ends here.
        await context.Stores.KeepAsync(context.Me.Id, (await context.Stores.AddressesAsync(context.Me.Id)) with { File = key });
        return new Show.Card(MyDataFileCard.Of(new MyDataFileCard.View(link, context.Local(until), part == FilePart.Journal, part == FilePart.LearningRecord), context.Frame()));
    }

    private static AdaptiveCard Correct(FlowContext context, string? problem = null)
    {
        var texts = context.Texts;
        return MyDataCorrectCard.Of(
            new MyDataCorrectCard.View(
                [
                    new Line(texts.Plain("File.Name"), context.Me.Name), new Line(texts.Plain("File.Email"), context.Me.Email),
                    new Line(texts.Plain("File.School"), context.School?.Name ?? texts.Plain("Person.NoSchool")),
                ],
                Languages.Of(context), context.Me.Locale,
                [.. Zones(context).Select(zone => new Choice(zone, MyDataCards.Zone(zone)))], context.Zone.Id, problem),
            context.Frame());
    }

    private static Show Save(Incoming.Pressed press, FlowContext context)
    {
        var (locale, zone) = (press.Input(InputIds.Language) ?? context.Me.Locale, press.Input(InputIds.TimeZone) ?? context.Zone.Id);
        if ((locale != context.Me.Locale && Languages.Of(context).All(one => one.Value != locale)) || !Zones(context).Contains(zone))
        {
            return new Show.Replace(Correct(context, context.Texts.Plain("MyData.NotAChoice")));
        }

        var changed = context.Me with { Locale = locale, TimeZone = zone };
        context.Stores.Save(changed);
        var texts = FlowTexts.For(context.Programme, locale);
        return (context with { Me = changed, Texts = texts }).Receipt(
            texts.Plain("MyData.Saved.Heading"), texts.Plain("MyData.Saved.Text"),
            [new Line(texts.Plain("File.Language"), MyDataCards.Language(locale)), new Line(texts.Plain("File.TimeZone"), MyDataCards.Zone(zone))]);
    }

    /// <summary>The zones of all countries in which programmes run, and the one that the reader has.</summary>
    private static List<string> Zones(FlowContext context)
    {
        var locations = TzdbDateTimeZoneSource.Default.ZoneLocations ?? [];
        var known = context.Turn.Reference.Programmes.Programmes.Select(programme => programme.TimeZone).ToHashSet(StringComparer.Ordinal);
        var countries = locations.Where(one => known.Contains(one.ZoneId)).Select(one => one.CountryCode).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. locations.Where(one => countries.Contains(one.CountryCode)).Select(one => one.ZoneId)
                .Concat(known).Append(context.Zone.Id).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<Show> UseAsync(RightsKind kind, MyDataRightCard.Kind shown, FlowContext context)
    {
        var request = await new UseRight(context.Turn).UseAsync(context.Me.Id, context.Programme, kind);
        var contact = kind == RightsKind.Complaint ? context.Contact(UseRight.ProtectionContact) ?? context.Coordinator : context.Coordinator;
        return new Show.Card(MyDataRightCard.Of(
            new MyDataRightCard.View(
                shown, request.Number, context.Local(request.MadeAt).Date, request.DueBy, contact?.AtWork() ?? context.CoordinatorContact(),
                Told: contact?.Person is not null),
            context.Frame()));
    }

    private static async Task<AdaptiveCard> AskToEraseAsync(FlowContext context)
    {
        var plan = await new EraseMyData(context.Turn).PlanAsync(context.Me.Id);
        var ends = new List<string>();
        foreach (var cycle in plan.Running)
        {
            ends.Add(context.Texts.Plain("MyData.EndsCycle", ("name", await context.OthersAsync(cycle))));
        }

        ends.AddRange(plan.Open.Select(request => context.Texts.Plain("MyData.EndsRequest", ("number", request.Number))));
        return MyDataEraseCard.Of(
            new MyDataEraseCard.View(ends, [.. plan.Kept.Select(request => MyDataCards.Right(request, context))]), context.Frame());
    }

    private static async Task<Show> EraseAsync(FlowContext context)
    {
        var texts = context.Texts;
        var begun = await new EraseMyData(context.Turn).BeginAsync(context.Me.Id, context.Programme);
        return context.Receipt(
            texts.Plain("MyData.Erased.Heading"), texts.Plain("MyData.Erased.Text", ("when", texts.DateTime(context.Local(begun.DoneBy)))),
            [
                new Line(texts.Plain("MyData.Erased.Number"), begun.Request.Number),
                .. begun.Plan.Kept.Select(request => new Line(texts.Plain("MyData.Erased.Kept"), MyDataCards.Right(request, context))),
            ]);
    }
}
