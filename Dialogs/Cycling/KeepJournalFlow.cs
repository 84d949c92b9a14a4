using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A journal for its owner: an entry after a meeting or at any time, to skip in one press, to read again, to share one by one.</summary>
public sealed class KeepJournalFlow : OneStepFlow
{
    public override string Name => "keep-journal";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.JournalOpen, Cards.Verbs.JournalSave, Cards.Verbs.JournalSkip, Cards.Verbs.JournalList, Cards.Verbs.JournalShare,
        Cards.Verbs.JournalUnshare,
    ];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Journal") || context.Texts.Means(text, "Typed.JournalList");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is Incoming.Typed typed)
        {
            return await TypedAsync(context.Texts.Means(typed.Text, "Typed.JournalList"), context);
        }

        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !await MayOpenAsync(press.Verb, cycle, context))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            Cards.Verbs.JournalSave => await SaveAsync(cycle, press.Input(InputIds.Entry), context),
            Cards.Verbs.JournalSkip => [context.Receipt(context.Texts.Plain("Journal.Skipped.Heading"), context.Texts.Plain("Journal.Skipped.Text"))],
            Cards.Verbs.JournalShare or Cards.Verbs.JournalUnshare => await ShareAsync(cycle, press, context),
            Cards.Verbs.JournalOpen when Offered(cycle, context) => [new Show.Replace(await JournalCards.WriteAsync(cycle, context))],
            Cards.Verbs.JournalList => [new Show.Replace(await JournalCards.ListAsync(cycle, context, PageOf(press.Arg)))],
            _ => [context.Receipt(context.Texts.Plain("Journal.Skipped.Heading"), context.Texts.Plain("Journal.NotOffered"))],
        };
    }

    private static async Task<IReadOnlyList<Show>> TypedAsync(bool list, FlowContext context)
    {
        var cycles = (await context.Stores.CyclesOfAsync(context.Me.Id)).OrderBy(cycle => cycle.Programme.Id != context.Programme.Id).ToList();
        foreach (var cycle in cycles.Where(cycle => !cycle.IsOverFor(context.Me.Id)))
        {
            var there = context.In(cycle);
            if (Offered(cycle, there))
            {
                return [new Show.Card(list ? await JournalCards.ListAsync(cycle, there, page: 0) : await JournalCards.WriteAsync(cycle, there))];
            }
        }

        // What was written stays readable after the end, and for whoever has left a group, until it is deleted.
        foreach (var cycle in cycles.Where(cycle => cycle.IsOverFor(context.Me.Id)))
        {
            if ((await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Count > 0)
            {
                return [new Show.Card(await JournalCards.ListAsync(cycle, context.In(cycle), page: 0))];
            }
        }

        return [context.Say("Journal.NotOffered")];
    }

    /// <summary>Whoever has left a group writes no more, and reads on what they wrote.</summary>
    private static async Task<bool> MayOpenAsync(string verb, Cycle cycle, FlowContext context) =>
        cycle.Has(context.Me.Id)
        || (verb == Cards.Verbs.JournalList && (await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Count > 0);

    private static async Task<IReadOnlyList<Show>> SaveAsync(Cycle cycle, string? text, FlowContext context) =>
        await new KeepJournal(context.Turn).SaveAsync(context.Me.Id, cycle.Id, text) switch
        {
            JournalAnswer.Saved saved => [await SavedAsync(saved.Entry, cycle, context)],
            JournalAnswer.Empty => [new Show.Replace(await JournalCards.WriteAsync(cycle, context, context.Texts.Plain("Journal.Empty"), text))],
            JournalAnswer.PhoneNumber => [new Show.Replace(await JournalCards.WriteAsync(cycle, context, context.Texts.Plain("Problem.Phone"), text))],
            JournalAnswer.TooLong tooLong =>
                [new Show.Replace(await JournalCards.WriteAsync(cycle, context, context.Texts.Plain("Journal.TooLong", ("most", tooLong.Most)), text))],
            JournalAnswer.NotOffered => [context.Receipt(context.Texts.Plain("Journal.Skipped.Heading"), context.Texts.Plain("Journal.NotOffered"))],
            _ => [context.NotYours()],
        };

    private static async Task<Show> SavedAsync(PrivateNote entry, Cycle cycle, FlowContext context)
    {
        var share = KeepJournal.MayShare(context.Programme);
        return new Show.Replace(ReceiptCard.Of(
            new ReceiptCard.View(
                context.Texts.Plain("Journal.Saved.Heading"),
                share
                    ? context.Texts.Plain("Journal.Saved.MayShare", ("name", await context.OthersAsync(cycle)))
                    : context.Texts.Plain("Journal.Saved.OnlyYou"),
                Written: entry.Text,
                Buttons:
                [
                    new Button(Cards.Verbs.JournalList, context.Texts.Plain("Journal.SeeAll")),
                    .. share ? [new Button(Cards.Verbs.JournalShare, context.Texts.Plain("Journal.ShareThis"), entry.Id.ToString("N"))] : Array.Empty<Button>(),
                ]),
            context.Frame(cycle.Id)));
    }

    private static async Task<IReadOnlyList<Show>> ShareAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        var share = press.Verb == Cards.Verbs.JournalShare;
        var journal = new KeepJournal(context.Turn);
        var entry = (await journal.EntriesAsync(context.Me.Id, cycle)).FirstOrDefault(one => one.Id == press.About);
        if (share && entry is not null && Disclosure.Mentions(entry.Text, context.Texts))
        {
            // What may be a disclosure goes to the named contact, not through here to somebody else.
            return await ShareConcern.NoticedAsync(context);
        }

        var name = await context.OthersAsync(cycle);
        return await journal.ShareAsync(context.Me.Id, cycle.Id, press.About, share) switch
        {
            JournalAnswer.Shared shared => [ShareReceipt(shared.Entry, shared: true, name, cycle, context)],
            JournalAnswer.Unshared unshared => [ShareReceipt(unshared.Entry, shared: false, name, cycle, context)],
            JournalAnswer.NotOffered => [context.Receipt(context.Texts.Plain("Journal.Skipped.Heading"), context.Texts.Plain("Journal.NoSharing"))],
            _ => [context.NotYours()],
        };
    }

    private static Show ShareReceipt(PrivateNote entry, bool shared, string name, Cycle cycle, FlowContext context) => new Show.Replace(ReceiptCard.Of(
        new ReceiptCard.View(
            context.Texts.Plain(shared ? "Journal.Shared.Heading" : "Journal.Unshared.Heading"),
            shared ? context.Texts.Plain("Journal.Shared.Text", ("name", name)) : context.Texts.Plain("Journal.Unshared.Text", ("name", name)),
            Written: entry.Text,
            Buttons:
            [
                shared
                    ? new Button(Cards.Verbs.JournalUnshare, context.Texts.Plain("Journal.StopSharing"), entry.Id.ToString("N"))
                    : new Button(Cards.Verbs.JournalShare, context.Texts.Plain("Journal.ShareThis"), entry.Id.ToString("N")),
                new Button(Cards.Verbs.JournalList, context.Texts.Plain("Journal.SeeAll")),
            ]),
        context.Frame(cycle.Id)));

    private static bool Offered(Cycle cycle, FlowContext context) => cycle.IsOpen && cycle.Has(context.Me.Id) && KeepJournal.IsOn(context.Programme, cycle, context.Me.Id);

    private static int PageOf(string? arg) =>
        int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 1000) : 0;
}
