using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What volunteers and supporters hear in their hours, and what falls due about them.</summary>
internal sealed class SupporterErrands(Turn turn, ErrandPost post)
{
    private const string Subject = "Supervision";

    private static readonly NodaTime.Duration LateShow = NodaTime.Duration.FromMinutes(15);

    private static readonly NodaTime.Duration Wait = NodaTime.Duration.FromMinutes(2);

    private readonly IStores stores = turn.Stores;

    public Task<ErrandOutcome> TellNewsAsync(Errand.TellSupporterNews tell) => ToAsync(tell.To, tell.ProgrammeId, async context =>
    {
        var profile = await stores.SupporterAsync(tell.To, tell.ProgrammeId);
        var coordinator = context.CoordinatorContact().Name;
        var texts = context.Texts;
        return tell.News switch
        {
            SupporterNews.NotYet when profile is { State: SupporterState.Interested } => Prompt(
                texts.Plain("News.NotYet.Heading"), texts.Plain("News.NotYet.Text", ("name", coordinator)), context,
                new Button(Verbs.SupporterCriteria, texts.Plain("News.NotYet.Look"))),
            SupporterNews.Refused when profile is { State: SupporterState.Left } => Prompt(
                texts.Plain("News.Refused.Heading"), texts.Plain("News.Refused.Text", ("name", coordinator)), context),
            SupporterNews.OffList when profile is { State: SupporterState.Left } => Prompt(
                texts.Plain("News.OffList.Heading"), texts.Plain("News.OffList.Text", ("name", coordinator)), context),
            SupporterNews.NotServing when profile is { State: SupporterState.Left } => Prompt(
                texts.Plain("News.NotServing.Heading"), texts.Plain("News.NotServing.Text", ("name", coordinator)), context),
            _ => null,
        };
    });

    public Task<ErrandOutcome> OfferTrainingAsync(Errand.OfferTraining offer) => ToAsync(offer.To, offer.ProgrammeId, async context =>
        await stores.SupporterAsync(offer.To, offer.ProgrammeId) is { } profile
        && profile is { State: SupporterState.CriteriaChecked } or { State: SupporterState.TrainingBooked, TrainingBookedFor: null }
            ? new Show.Card(await SupporterCards.TrainingAsync(profile, context))
            : null);

    /// <summary>That it is off is true even for somebody who has booked another date since; they need no others then.</summary>
    public async Task<ErrandOutcome> TellTrainingOffAsync(Errand.TellTrainingOff off)
    {
        if (turn.Reference.Programmes.Current(off.ProgrammeId) is not { } programme
            || await stores.SupporterAsync(off.To, off.ProgrammeId) is not { State: SupporterState.TrainingBooked } profile)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.AllToAsync(off.To, programme.Key, async context =>
        {
            var word = context.Say("Training.Off", ("date", off.Day), ("name", context.CoordinatorContact().Name));
            return profile.TrainingBookedFor is null ? [word, new Show.Card(await SupporterCards.TrainingAsync(profile, context))] : [word];
        });
    }

    public async Task<ErrandOutcome> CheckTrainingAsync(Errand.CheckTraining check)
    {
        await new BecomeSupporter(turn).TrainingOverAsync(check);
        return ErrandOutcome.Nothing;
    }

    public Task<ErrandOutcome> OfferListingAsync(Errand.OfferListing offer) => ToAsync(offer.To, offer.ProgrammeId, async context =>
        await stores.SupporterAsync(offer.To, offer.ProgrammeId) is { State: SupporterState.Trained or SupporterState.CriteriaChecked }
            ? new Show.Card(SupporterCards.Ready(context))
            : null);

    public Task<ErrandOutcome> RemindYearsAsync(Errand.RemindYears remind) => ToAsync(remind.To, remind.ProgrammeId, async context =>
        await stores.SupporterAsync(remind.To, remind.ProgrammeId) is { State: SupporterState.Interested }
        && await stores.ApplicationAsync(remind.To, remind.ProgrammeId) is { Waits: false } application && application.RemindOn == remind.Day
            ? Prompt(
                context.Texts.Plain("News.Years.Heading"), context.Texts.Plain("News.Years.Text"), context,
                new Button(Verbs.SupporterCriteria, context.Texts.Plain("News.Years.GoOn")))
            : null);

    public async Task<ErrandOutcome> RecheckAsync(Errand.RecheckSupporter recheck)
    {
        await new LookAfterSupporter(turn).RecheckDueAsync(recheck);
        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> OfferSupervisionAsync(Errand.OfferSupervision offer)
    {
        if (turn.Reference.Programmes.Current(offer.ProgrammeId) is not { } programme)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(offer.To, programme.Key, async context =>
            await new Supervise(turn).DueAsync(offer, programme) ? new Show.Card(await SupporterCards.SupervisionAsync(context)) : null);
    }

    /// <summary>The supervisor need not be in any programme: the words are those of the supporter's.</summary>
    public async Task<ErrandOutcome> TellSupervisorAsync(Errand.TellSupervisor tell)
    {
        if (turn.Reference.Programmes.Current(tell.ProgrammeId) is not { } programme
            || await post.ContextAsync(tell.From) is not { } from
            || await stores.SupporterAsync(tell.From, tell.ProgrammeId) is not { Supervision: { Supervisor: { } supervisor } supervision }
            || supervision.Start != (tell.Cancelled ? null : tell.Start))
        {
            return ErrandOutcome.Nothing;
        }

        from = from.In(programme.Key);
        return await post.ToOfficeAsync(supervisor, programme, (tell, supervision.Week) switch
        {
            ({ Cancelled: true, Start: { } start }, _) => from.Say("Supervisor.Off", ("name", from.Me.Name), ("when", from.Texts.DateTime(In(start, programme)))),
            ({ Start: { } start }, _) => from.Say("Supervisor.Booked", ("name", from.Me.Name), ("when", from.Texts.DateTime(In(start, programme), supervision.Minutes))),
            (_, { } week) => from.Say("Supervisor.AskedWeek", ("name", from.Me.Name), ("date", week)),
            _ => from.Say("Supervisor.Asked", ("name", from.Me.Name)),
        });
    }

    /// <summary>Every step may be repeated: the calendar finds its own event again.</summary>
    public async Task<ErrandOutcome> WriteSupervisionAsync(Errand.WriteSupervision write)
    {
        if (turn.Reference.Programmes.Current(write.ProgrammeId) is not { } programme
            || await stores.SupporterAsync(write.Supporter, write.ProgrammeId) is not { Supervision: { Supervisor: { } supervisor } supervision } profile)
        {
            return ErrandOutcome.Nothing;
        }

        if (write.Again != supervision.Written)
        {
            // Either somebody else was faster, or something else is on its way, and this is to have the last word.
            return write.Again && supervision.IsAwaited(turn.Now) ? new ErrandOutcome.Later(turn.Now + LateShow, Failed: false) : ErrandOutcome.Nothing;
        }

        try
        {
            if (supervision.Start is not { } start)
            {
                await turn.Calendar.CancelAsync(supervision.Id, [write.Supporter, supervisor], supervision.EventId ?? "", CancellationToken.None);
                new Supervise(turn).Written(profile, eventId: null);
                return ErrandOutcome.Nothing;
            }

            var details = new CalendarMeeting(
                supervision.Id, write.Supporter, [supervisor], Subject, start, NodaTime.Duration.FromMinutes(supervision.Minutes), programme.Zone,
                Supervise.Mode(programme));
            var entry = supervision.EventId is { } standing
                ? await turn.Calendar.MoveAsync(details, standing, CancellationToken.None)
                : await turn.Calendar.BookAsync(details, CancellationToken.None);
            new Supervise(turn).Written(profile, entry.EventId);
            return ErrandOutcome.Nothing;
        }
        catch (CalendarUnavailableException) when (!supervision.IsAwaited(turn.Now))
        {
            new Supervise(turn).Written(profile, supervision.EventId);
            return ErrandOutcome.Nothing;
        }
        catch (CalendarUnavailableException unavailable)
        {
            return new ErrandOutcome.Later(turn.Now + NodaTime.Duration.Max(unavailable.RetryAfter ?? NodaTime.Duration.Zero, Wait), Failed: true);
        }
    }

    private async Task<ErrandOutcome> ToAsync(PersonId to, string programmeId, Func<FlowContext, Task<Show?>> show) =>
        turn.Reference.Programmes.Current(programmeId) is { } programme ? await post.ToAsync(to, programme.Key, show) : ErrandOutcome.Nothing;

    private static NodaTime.LocalDateTime In(NodaTime.Instant start, Programme programme) => start.InZone(programme.Zone).LocalDateTime;

    private static Show.Card Prompt(string heading, string text, FlowContext context, params Button[] buttons) =>
        new(PromptCard.Of(new PromptCard.View(heading, text, [], [.. buttons, new Button(Verbs.CardOk, context.Texts.Plain("News.Fine"))]), context.Own()));
}
