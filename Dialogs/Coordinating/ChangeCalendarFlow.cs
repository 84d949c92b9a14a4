using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>A one-off closure or bank holiday: filled in, looked at with the meetings that fall on it, then added; or taken away again.</summary>
public sealed class ChangeCalendarFlow : OneStepFlow
{
    public override string Name => "change-calendar";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.CalendarShow, Cards.Verbs.CalendarForm, Cards.Verbs.CalendarLook, Cards.Verbs.CalendarAdd, Cards.Verbs.CalendarRemove];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || Overseer.Of(context, press.Id) is not { } there)
        {
            return [context.NotYours()];
        }

        return press.Verb switch
        {
            Cards.Verbs.CalendarForm => [CalendarCards.Form(new CalendarChangeCard.View(Today(there)), there)],
            Cards.Verbs.CalendarLook or Cards.Verbs.CalendarAdd => await FilledInAsync(press, there),
            Cards.Verbs.CalendarRemove => await RemoveAsync(press, there),
            _ => [await CalendarCards.ShowAsync(there)],
        };
    }

    private static async Task<IReadOnlyList<Show>> FilledInAsync(Incoming.Pressed press, FlowContext context)
    {
        var (from, until) = (CalendarCards.Date(press.Input(InputIds.From)), CalendarCards.Date(press.Input(InputIds.Until)));
        var kind = press.Input(InputIds.DayKind) == CalendarChangeCard.Holiday ? CalendarChangeCard.Holiday : CalendarChangeCard.Closure;
        var view = new CalendarChangeCard.View(Today(context), press.Input(InputIds.DayName), from, until, kind);
        if (from is not { } first || (until is null && press.Input(InputIds.Until) is not null))
        {
            return [CalendarCards.Form(view with { Problem = context.Texts.Plain("Calendar.NoDate") }, context)];
        }

        var change = new ChangeCalendar(context.Turn, context.Programme);
        var draft = new CalendarDraft(view.Name ?? "", first, until ?? first, kind == CalendarChangeCard.Holiday);
        var answer = press.Verb == Cards.Verbs.CalendarAdd
            ? await change.AddAsync(context.Me.Id, draft)
            : await change.LookAsync(context.Me.Id, draft);
        return answer switch
        {
            CalendarAnswer.Possible possible when await CalendarCards.FallsAsync(possible.Fallen, context) is var (falls, more) =>
                [CalendarCards.Form(view with { Falls = falls, MoreFall = more }, context)],
            CalendarAnswer.Added added =>
            [
                context.Done(
                    context.Texts.Plain("Calendar.Added.Heading", ("name", added.Change.Name)),
                    added.Fallen.Count == 0 ? context.Texts.Plain("Calendar.Added.None")
                        : context.Texts.Plain("Calendar.Added.Text", ("count", added.Fallen.Count)),
                    Cards.Verbs.CalendarShow),
            ],
            CalendarAnswer.Refused refused => [CalendarCards.Form(view with { Problem = context.Texts.Fault(refused.Fault) }, context)],
            _ => [context.NotYours()],
        };
    }

    private static async Task<IReadOnlyList<Show>> RemoveAsync(Incoming.Pressed press, FlowContext context) =>
        await new ChangeCalendar(context.Turn, context.Programme).RemoveAsync(context.Me.Id, Guid.TryParse(press.Arg, out var id) ? id : Guid.Empty) switch
        {
            CalendarAnswer.Removed removed =>
            [
                context.Done(
                    context.Texts.Plain("Calendar.Removed.Heading", ("name", removed.Change.Name)), context.Texts.Plain("Calendar.Removed.Text"),
                    Cards.Verbs.CalendarShow),
            ],
            CalendarAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };

    private static NodaTime.LocalDate Today(FlowContext context) => context.Local(context.Now).Date;
}
