using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Themes to prompt thinking, with a date and evidence that only their owner sees (S3-31 to S3-34). Nothing waits for them.</summary>
public sealed class ThinkAboutThemesFlow : OneStepFlow
{
    private const string Own = "own";

    public override string Name => "think-about-themes";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ThemesOpen, Cards.Verbs.ThemesWhy, Cards.Verbs.ThemeOpen, Cards.Verbs.ThemeSave];

    public override bool Wants(string text, FlowContext context) =>
        context.Texts.Means(text, "Typed.Themes");

    /// <summary>Null where the programme has none.</summary>
    internal static ThemeList? ListOf(FlowContext context) =>
        context.Programme.Themes is { Enabled: true, ThemesRef: { } reference } ? context.Turn.Reference.Library.Themes.GetValueOrDefault(reference) : null;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return await context.CyclesAsync(cycle => ListOf(context.In(cycle.Programme)) is not null) is [var first, ..]
                ? [new Show.Card(await ThemesAsync(first, context.In(first.Programme)))]
                : [context.Say("Themes.NoCycle")];
        }

        if (await context.Stores.CycleAsync(new CycleId(Guid.TryParse(press.Id, out var id) && id != Guid.Empty ? id : press.About)) is not { } cycle
            || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        if (ListOf(context) is not { } list)
        {
            return [context.Say("Themes.NoCycle")];
        }

        return press.Verb switch
        {
            Cards.Verbs.ThemesWhy => [Why(list, cycle, context)],
            Cards.Verbs.ThemeOpen when await NoteAsync(cycle, press.Arg, context) is var note && (note is not null || press.Arg == Own || Known(list, press.Arg)) =>
                [new Show.Card(Theme(cycle, list, press.Arg!, note, context))],
            Cards.Verbs.ThemeSave when cycle.IsOpen => await SaveAsync(cycle, list, press, context),
            Cards.Verbs.ThemeSave => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [new Show.Replace(await ThemesAsync(cycle, context))],
        };
    }

    private static async Task<AdaptiveCard> ThemesAsync(Cycle cycle, FlowContext context)
    {
        var list = ListOf(context)!;
        var notes = await NotesAsync(cycle, context);
        return ThemesCard.Of(
            new ThemesCard.View(
                list.Preamble,
                [
                    .. list.Themes.Select(theme => new ThemesCard.Theme(theme.Id, theme.DisplayText, notes.FirstOrDefault(note => note.About == theme.Id)?.On)),
                    .. notes.Where(note => note.About is null).Select(note => new ThemesCard.Theme(note.Id.ToString("N"), NameOf(note), note.On, Own: true)),
                ],
                context.Programme.Themes.AllowOwn && list.AllowOwn && cycle.IsOpen, !context.Texts.IsEnglish),
            context.Frame(cycle.Id));
    }

    private static AdaptiveCard Theme(Cycle cycle, ThemeList list, string arg, PrivateNote? note, FlowContext context, string? problem = null) => ThemeCard.Of(
        new ThemeCard.View(
            arg, list.Themes.FirstOrDefault(theme => theme.Id == arg)?.DisplayText, list.EvidenceQuestion, note?.On, note is null ? null : EvidenceOf(note),
            note is { About: null } ? NameOf(note) : null, problem),
        context.Frame(cycle.Id));

    private static Show Why(ThemeList list, Cycle cycle, FlowContext context) => new Show.Card(LeafletCard.Of(
        new LeafletCard.View(
            context.Texts.Plain("Themes.Why.Heading"), context.Texts.Plain("Themes.Why.Text"), [list.UnderpinnedBy], context.Texts.Plain("Themes.Why.Draft"),
            Buttons: [new Button(Cards.Verbs.ThemesOpen, context.Texts.Plain("Themes.Why.Back"))]),
        context.Frame(cycle.Id)));

    private static async Task<IReadOnlyList<Show>> SaveAsync(Cycle cycle, ThemeList list, Incoming.Pressed press, FlowContext context)
    {
        var known = Known(list, press.Arg);
        var note = await NoteAsync(cycle, press.Arg, context);
        if (!known && note is null && press.Arg != Own)
        {
            return [context.NotYours()];
        }

        var name = known ? null : Typed.Line(press.Input(InputIds.Name) ?? "", ThemeCard.NameMost);
        var evidence = Typed.Block(press.Input(InputIds.Evidence) ?? "", ThemeCard.EvidenceMost);
        LocalDate? on = LocalDatePattern.Iso.Parse(press.Input(InputIds.Date) ?? "") is { Success: true, Value: var date } ? date : null;
        var fresh = (note ?? new PrivateNote(
            Guid.NewGuid(), context.Me.Id, NoteKind.Theme, cycle.Id.ToString(), "", WrittenAt: context.Now, About: known ? press.Arg : null)) with
        {
            Text = known ? evidence : $"{name}\n{evidence}",
            On = on,
        };
        var problem = name is { Length: 0 } ? context.Texts.Plain("Themes.NameMissing")
            : UkPhoneNumber.Found($"{name} / {evidence}") ? context.Texts.Plain("Problem.Phone")
            : null;
        if (problem is not null)
        {
            return [new Show.Replace(Theme(cycle, list, press.Arg!, fresh, context, problem))];
        }

        context.Stores.Save(fresh);
        return
        [
            new Show.Replace(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Themes.Saved.Heading"), context.Texts.Plain("Themes.Saved.Text"), Written: evidence.Length == 0 ? null : evidence,
                    Buttons: [new Button(Cards.Verbs.ThemesOpen, context.Texts.Plain("Themes.Why.Back"))]),
                context.Frame(cycle.Id))),
        ];
    }

    private static async Task<IReadOnlyList<PrivateNote>> NotesAsync(Cycle cycle, FlowContext context) =>
        [.. (await context.Stores.NotesAsync(NoteKind.Theme, cycle.Id.ToString())).Where(note => note.Owner == context.Me.Id)];

    private static async Task<PrivateNote?> NoteAsync(Cycle cycle, string? arg, FlowContext context) =>
        (await NotesAsync(cycle, context)).FirstOrDefault(note => note.About is { } theme ? theme == arg : note.Id.ToString("N") == arg);

    private static bool Known(ThemeList list, string? arg) => list.Themes.Any(theme => theme.Id == arg);

    /// <summary>A theme of the owner's own keeps its name in the first line of what is written, so that it is as private as the rest.</summary>
    private static string NameOf(PrivateNote note) => note.Text.Split('\n', 2)[0];

    private static string EvidenceOf(PrivateNote note) => note.About is not null ? note.Text : note.Text.Split('\n', 2).ElementAtOrDefault(1) ?? "";
}
