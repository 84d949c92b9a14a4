using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Offering, reminding of and asking after meetings.</summary>
internal sealed class MeetingErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public Task<ErrandOutcome> OfferTimesAsync(Errand.OfferTimes times) => post.AboutCycleAsync(times.Cycle, times.To, async (cycle, context) =>
        cycle.Cadence is { Agreed: true } && await ComingAsync(cycle) is null ? new Show.Card(await SeriesCards.OfferAsync(cycle, context)) : null);

    public Task<ErrandOutcome> ShowDatesAsync(Errand.ShowDates dates) => post.AboutCycleAsync(dates.Cycle, dates.To, async (cycle, context) =>
        cycle.Dates is { Starts.Count: > 0 } && cycle.Cadence is { Agreed: true } ? new Show.Card(await SeriesCards.ShowAsync(cycle, context)) : null);

    private async Task<Meeting?> ComingAsync(Cycle cycle) =>
        (await stores.MeetingsAsync(cycle.Id)).FirstOrDefault(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now);

    public async Task<ErrandOutcome> TellAsync(Errand.TellMeeting tell)
    {
        if (await stores.MeetingAsync(tell.Meeting) is not { } meeting || await stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        // That a meeting is off must reach the person before they set out.
        var times = await new Hours(turn, turn.Programme(cycle.Programme)).OfAsync(tell.To);
        var close = meeting is { State: MeetingState.NotHeld, NotHeld: NotHeldReason.Cancelled } && meeting.Start > turn.Now && times.NextAbout(meeting.Start, turn.Now).Why is null;
        if (!cycle.IsOpen && (!close || await new Hours(turn, turn.Programme(cycle.Programme)).NextContactAsync(tell.To) <= turn.Now))
        {
            // With the end of a cycle go its meetings, and the word about that end says so, unless it has to wait longer than this may.
            return ErrandOutcome.Nothing;
        }

        if (cycle.Paused && !close)
        {
            return ErrandOutcome.Nothing;
        }

        var outcome = await post.AllToAsync(
            tell.To, cycle, context => BookedAsync(meeting, cycle, byOther: tell.To != tell.Actor, context), anyHour: tell.AtOnce || close);
        return outcome is ErrandOutcome.Tell { } message ? message with { Replaces = tell.Card } : outcome;
    }

    /// <summary>Whoever hears that a meeting is off gets other times with it, unless another of the group has booked one already.</summary>
    private async Task<IReadOnlyList<Show>> BookedAsync(Meeting meeting, Cycle cycle, bool byOther, FlowContext context)
    {
        var booked = new Show.Replace(await TimeCards.BookedAsync(meeting, cycle, context, byOther));
        return byOther && meeting.State == MeetingState.NotHeld && cycle is { IsOpen: true, Paused: false, Cadence.Agreed: true }
            && !(cycle.IsGroup && await new BookMeeting(turn).InPlaceOfAsync(meeting) is not null)
            ? [booked, new Show.Card(await TimeCards.PickAsync(cycle, context, off: cycle.IsGroup ? meeting : null))]
            : [booked];
    }

    public async Task<ErrandOutcome> RemindAsync(Errand.RemindMeeting remind)
    {
        if (await stores.MeetingAsync(remind.Meeting) is not { State: MeetingState.Booked } meeting || meeting.Start != remind.Start
            || meeting.Start <= turn.Now || await stores.CycleAsync(meeting.Cycle) is not { IsOpen: true, Paused: false } cycle
            || !meeting.People.Contains(remind.To))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(remind.To, cycle, async context =>
        {
            // Where both give and receive, both bring a question and both are reminded to listen.
            var both = context.Programme.Stance.Reciprocal;
            var supporting = !cycle.IsGroup && (both || cycle.RoleOf(remind.To) == PairRole.Supporter);
            var bring = new Questions(context, cycle, meeting, await stores.MeetingsAsync(cycle.Id));
            var question = supporting && !both ? null : await bring.NextAsync();
            if (question is not null)
            {
                stores.Save(cycle with { LastQuestion = question.Id });
            }

            return new Show.Card(ReminderCard.Of(
                new ReminderCard.View(
                    context.Local(meeting.Start), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle), meeting.JoinUrl,
                    question?.Text.In(context.Me.Locale), supporting ? await bring.TipAsync() : null,
                    context.Programme.Notifications.ReminderLines is { Count: > 0 } lines ? string.Join(' ', lines) : null,
                    Until: await new BookMeeting(turn).LastBookableAsync(cycle),
                    FirstMeeting: meeting.Initial ? (context.Confidentiality(), cycle.RoleOf(remind.To)) : null,
                    Kind: TimeCards.KindOf(meeting, cycle, context), Label: (await new DescribeMeeting(turn).LabelAsync(meeting.Id))?.Text,
                    Stance: supporting && context.Programme.Stance.AsksOnly ? context.Texts.Plain("Stance.AskDontTell") : null,
                    Notes: await SessionCards.NotesAsync(meeting, cycle, context)),
                context.Frame(meeting.Id, meeting.Sequence)));
        });
    }

    public async Task<ErrandOutcome> AskDidYouMeetAsync(Errand.AskDidYouMeet ask)
    {
        if (await stores.MeetingAsync(ask.Meeting) is not { State: MeetingState.Booked } meeting || meeting.Start != ask.Start
            || meeting.End > turn.Now || await stores.CycleAsync(meeting.Cycle) is not { } cycle
            || cycle is { IsOpen: true, Paused: true })
        {
            // The end of a pause asks again.
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(ask.To, cycle, async context => !meeting.People.Contains(ask.To) || !new MeetingCheckIn(turn).Ask(meeting, ask.To, ask.Again) ? null
            : cycle.IsGroup ? new Show.Card(await SessionCards.LogAsync(meeting, cycle, context))
            : new Show.Card(DidYouMeetCard.Of(
                new DidYouMeetCard.View(context.Local(meeting.Start), await context.OthersAsync(cycle), ask.Again),
                context.Frame(meeting.Id, meeting.Sequence))));
    }

    public async Task<ErrandOutcome> SettleAsync(Errand.SettleMeeting settle)
    {
        await new MeetingCheckIn(turn).SettleAsync(settle.Meeting, settle.Start, settle.Unanswered);
        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> AskShorterAsync(Errand.AskShorter ask)
    {
        if (await stores.MeetingAsync(ask.Meeting) is not { State: MeetingState.Booked, ShorterAskedBy: not null } meeting || meeting.Sequence != ask.Sequence
            || meeting.Start <= turn.Now || await stores.CycleAsync(meeting.Cycle) is not { IsOpen: true, Paused: false } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(ask.To, cycle, async context => new Show.Card(ShorterCard.Of(
            new ShorterCard.View(
                context.Local(meeting.Start), meeting.Minutes, ShortenMeeting.Minutes, await context.OthersAsync(cycle)),
            context.Frame(meeting.Id, meeting.Sequence))));
    }

    public async Task<ErrandOutcome> TellShorterAsync(Errand.TellShorter tell)
    {
        if (await stores.MeetingAsync(tell.Meeting) is not { State: MeetingState.Booked, Shortened: false } meeting || meeting.Start <= turn.Now
            || await stores.CycleAsync(meeting.Cycle) is not { IsOpen: true, Paused: false } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(tell.To, cycle, async context => context.Say(
            "Shorter.KeptTold", ("name", await context.OthersAsync(cycle)),
            ("when", context.Texts.DateTime(context.Local(meeting.Start), meeting.Minutes))));
    }
}
