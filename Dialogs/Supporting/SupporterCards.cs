using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a volunteer and of a supporter, for themselves, drawn from what stands now.</summary>
internal static class SupporterCards
{
    /// <summary>Id of a card about the reader, so that nobody else can press it.</summary>
    public static CardFrame Own(this FlowContext context) => context.Frame(Schemes.CardId(context.Programme, RequestCards.KeyOf(context.Me.Id)));

    /// <summary>Cards of before there were several schemes name the reader alone.</summary>
    public static bool IsOwn(this FlowContext context, Incoming.Pressed press) => press.Id.Split('.')[^1] == RequestCards.KeyOf(context.Me.Id);

    public static LocalDate Today(this FlowContext context) => context.Now.InZone(context.Programme.Zone).Date;

    /// <summary>C22.</summary>
    public static AdaptiveCard Offer(SupporterProfile profile, SupporterApplication application, FlowContext context, string? problem = null)
    {
        var shown = PublicProfile.Of(profile, context.Programme, context.Me, context.School).Facts.ToDictionary(fact => fact.Field.Id, fact => fact.Value);
        var main = PublicProfile.MainField(context.Programme);
        var fields = context.Programme.Matching.ProfileFields;
        var fromRegister = fields.Where(field => field.Source != ProfileFieldSource.Supporter && field.Id != "displayName").ToList();
        return OfferCard.Of(
            new OfferCard.View(
                context.Programme.Purpose.SupporterBenefits,
                [new Line(context.Texts.Plain("Offer.Name"), context.Me.Name), .. fromRegister.Select(field => new Line(field.Label, Fact(shown.GetValueOrDefault(field.Id), context)))],
                fromRegister.Any(field => !shown.ContainsKey(field.Id)),
                [
                    .. fields.Where(field => field.Source == ProfileFieldSource.Supporter).OrderByDescending(field => field == main).Select(field => new OfferCard.Field(
                        InputOf(field, main), field.Label, field.MaxLength ?? SupporterProfile.MaxSummary,
                        field == main ? OrNull(profile.Summary) : profile.Details.GetValueOrDefault(field.Id), Required: field == main && context.Programme.Matching.Model != MatchingModel.PreNominated)),
                ],
                application.Experience, application.WillingSince is not null, problem, Bands(context), profile.Details.GetValueOrDefault(ExperienceBands.Key)),
            context.Own());
    }

    private static IReadOnlyList<Choice>? Bands(FlowContext context) => ExperienceBands.AreAsked(context.Programme)
        ? [.. ExperienceBands.All.Select(band => new Choice(band, context.Texts.Experience(band)))]
        : null;

    public static string InputOf(ProfileField field, ProfileField? main) => field == main ? InputIds.Summary : field.Id;

    /// <summary>C23.</summary>
    public static AdaptiveCard Criteria(SupporterApplication application, FlowContext context, string? problem = null)
    {
        var findings = application.Findings(context.Programme, context.Me, context.School, context.Today());
        var years = findings.FirstOrDefault(entry => entry.Criterion.Kind == CriterionKind.YearsExperience);
        var inspection = findings.FirstOrDefault(entry => entry.Criterion.Kind == CriterionKind.Inspection);
        var earlier = application.Service.Where(period => period.Until is not null).OrderBy(period => period.From).ToList();
        return CriteriaCard.Of(
            new CriteriaCard.View(
                years is null ? null : new CriteriaCard.YearsField(
                    Label(years.Criterion, context), application.Service.FirstOrDefault(period => period.Until is null)?.From,
                    [.. earlier.Select(period => context.Texts.Plain("Criteria.Time", ("from", period.From), ("until", period.Until!.Value)))],
                    YearsSentence(application, years, context)),
                [
                    .. findings.Where(entry => SupporterApplication.IsDeclared(entry.Criterion))
                        .Select(entry => new CriteriaCard.Declaration(entry.Criterion.Id, Label(entry.Criterion, context), application.Declared.Contains(entry.Criterion.Id))),
                ],
                BecomeSupporter.NeedsReference(context.Programme), application.Reference,
                inspection is null ? null : InspectionSentence(application.Inspection, context), context.Today(), problem),
            context.Own());
    }

    public static string Label(Criterion criterion, FlowContext context) => criterion.Label.In(context.Me.Locale);

    /// <summary>"8 years, and the scheme asks for 5"; null before a date is known.</summary>
    public static string? YearsSentence(SupporterApplication application, CriterionFinding years, FlowContext context)
    {
        if (application.Service.Count == 0)
        {
            return null;
        }

        var served = Enumerable.Range(1, 60).LastOrDefault(number => Service.FullOn(application.Service, number) <= context.Today());
        var needed = years.Criterion.Test is CriterionTest.AtLeast(var least) ? least : 0;
        return years.Finding is Finding.MetFrom from
            ? context.Texts.Plain("Criteria.YearsLater", ("needed", needed), ("date", from.Day))
            : context.Texts.Plain("Criteria.YearsSoFar", ("years", served), ("needed", needed));
    }

    /// <summary>C24.</summary>
    public static async Task<AdaptiveCard> TrainingAsync(SupporterProfile profile, FlowContext context)
    {
        var texts = context.Texts;
        var training = context.Programme.Training;
        var dates = await new BecomeSupporter(context.Turn).TrainingDatesAsync(context.Programme);
        var others = dates.Where(date => date.Day != profile.TrainingBookedFor).Take(5).ToList();
        var lines = dates.Take(6).Select(date => new Line(texts.Date(date.Day), TrainingWords(date, context))).ToList();
        if (profile.TrainingBookedFor is { } booked)
        {
            lines.Insert(0, new Line(texts.Plain("Training.Booked"), texts.Date(booked)));
        }

        var where = training.Provider is { } provider ? texts.Plain("Training.At", ("provider", provider)) : texts.Plain("Training.Next");
        var paid = training.FundedBy is { } payer ? texts.Plain("Training.PaidBy", ("payer", payer)) : texts.Plain("Training.NoCost");
        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("Training.Heading"), $"{where} {paid}", lines,
                [
                    .. others.Select(date => new Button(Verbs.TrainingBook, texts.Plain("Training.Book", ("date", date.Day)), date.Id.ToString("N"))),
                    .. dates.Count == 0 ? [new Button(Verbs.CardOk, texts.Plain("Training.Fine"))] : new[] { new Button(Verbs.TrainingNoneSuit, texts.Plain("Training.NoneSuit")) },
                ],
                dates.Count == 0 ? texts.Plain("Training.NoDates") : null),
            context.Own());
    }

    /// <summary>Nobody is listed without this yes.</summary>
    public static AdaptiveCard Ready(FlowContext context) => PromptCard.Of(
        new PromptCard.View(
            context.Texts.Plain("Ready.Heading"), context.Texts.Plain("Ready.Text"), [],
            [
                new Button(Verbs.SupporterList, context.Texts.Plain("Ready.Yes")), new Button(Verbs.SupporterPreview, context.Texts.Plain("Ready.Preview")),
                new Button(Verbs.CardOk, context.Texts.Plain("Ready.NotNow")),
            ],
            context.Texts.Plain("Ready.Note")),
        context.Own());

    /// <summary>C25.</summary>
    public static AdaptiveCard Availability(SupporterProfile profile, FlowContext context, string? problem = null)
    {
        var today = context.Today();
        return AvailabilityCard.Of(
            new AvailabilityCard.View(
                profile.Capacity, context.Programme.Relationship.SupporterCapacity.Max, profile.ActiveCycles, profile.PausedUntil > today ? profile.PausedUntil : null,
                profile.State == SupporterState.Paused, [.. context.Programme.Boundaries.Days.Order()], profile.Days,
                [
                    .. profile.Absences.Where(away => away.Until >= today).OrderBy(away => away.From)
                        .Select(away => context.Texts.Plain("Away.Time", ("from", away.From), ("until", away.Until))),
                ],
                today, problem),
            context.Own());
    }

    /// <summary>Where a volunteer or supporter stands, with what they can do; null for everybody else.</summary>
    public static async Task<AdaptiveCard?> HomeAsync(FlowContext context)
    {
        if (await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is not { } profile)
        {
            return null;
        }

        return profile.State switch
        {
            SupporterState.Left => null,
            SupporterState.Interested => await OfferStandsAsync(context),
            SupporterState.CriteriaChecked or SupporterState.TrainingBooked => await TrainingAsync(profile, context),
            SupporterState.Trained => Ready(context),
            _ => await ServingAsync(profile, context),
        };
    }

    /// <summary>C26, with the next working weeks to choose from.</summary>
    public static async Task<AdaptiveCard> SupervisionAsync(FlowContext context)
    {
        var days = (await new Hours(context.Turn, context.Programme).OfAsync(context.Me.Id)).WorkingDays;
        var weeks = new List<Choice>();
        for (var day = days.NextAfter(context.Today()); day is { } date && weeks.Count < 6; day = days.NextAfter(Sunday(date)))
        {
            var monday = Sunday(date).PlusDays(-6);
            weeks.Add(new Choice(NodaTime.Text.LocalDatePattern.Iso.Format(monday), context.Texts.Plain("Supervision.WeekOf", ("date", monday))));
        }

        return SupervisionCard.Of(new SupervisionCard.View(weeks), context.Own());
    }

    public static string InspectionSentence(InspectionRecord? record, FlowContext context)
    {
        if (record is null)
        {
            return context.Texts.Plain("Criteria.NoInspection");
        }

        var sentence = context.Texts.Sentence(record);
        return record.Decision switch
        {
            InspectionDecision.Met => context.Texts.Plain("Criteria.InspectionMet", ("inspection", sentence)),
            InspectionDecision.NotMet => context.Texts.Plain("Criteria.InspectionNotMet", ("inspection", sentence)),
            _ => context.Texts.Plain("Criteria.InspectionOpen", ("inspection", sentence)),
        };
    }

    private static string TrainingWords(Domain.Oversight.TrainingDate date, FlowContext context) => (date.Time, date.Place) switch
    {
        ({ } time, { } place) => context.Texts.Plain("Training.TimeAndPlace", ("time", time), ("place", place)),
        ({ } time, null) => context.Texts.Time(time),
        (null, { } place) => place,
        _ => context.Texts.Plain("Training.Later"),
    };

    private static async Task<AdaptiveCard> OfferStandsAsync(FlowContext context)
    {
        var waits = await context.Stores.ApplicationAsync(context.Me.Id, context.Programme.Id) is { Waits: true };
        var withdraw = new Button(Verbs.SupporterLeave, context.Texts.Plain("Serving.Withdraw"));
        return PromptCard.Of(
            new PromptCard.View(
                context.Texts.Plain("Serving.Offer.Heading"), context.Texts.Plain(waits ? "Serving.Offer.Waits" : "Serving.Offer.Open"), [],
                waits ? [new Button(Verbs.CardOk, context.Texts.Plain("Serving.Fine")), withdraw]
                    : [new Button(Verbs.SupporterOffer, context.Texts.Plain("Serving.GoOn")), withdraw]),
            context.Own());
    }

    private static async Task<AdaptiveCard> ServingAsync(SupporterProfile profile, FlowContext context)
    {
        var texts = context.Texts;
        var load = await new LookAfterSupporter(context.Turn).WorkloadAsync(profile);
        List<Line> lines =
        [
            new(texts.Plain("Serving.Held"), texts.Plain("Serving.HeldOf", ("held", load.Held), ("capacity", load.Capacity))),
            new(texts.Plain("Serving.Ahead"), load.NextMeeting is { } next
                ? texts.Plain("Serving.AheadNext", ("count", load.MeetingsAhead), ("when", texts.DateTime(context.Local(next))))
                : texts.Plain("Serving.AheadNone")),
            new(texts.Plain("Serving.List"), profile.State == SupporterState.Paused ? texts.Plain("Serving.Paused")
                : profile.PausedUntil > context.Today() ? texts.Plain("Serving.PausedUntil", ("date", profile.PausedUntil!.Value))
                : texts.Plain("Serving.Listed")),
        ];
        if (load.Ended > 0)
        {
            lines.Add(new Line(texts.Plain("Serving.Ended"), texts.Plain("Serving.EndedCount", ("count", load.Ended))));
        }

        var paused = profile.IsPausedOn(context.Today());
        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("Serving.Heading"), texts.Plain("Serving.Thanks"), lines,
                [
                    new Button(Verbs.SupporterAvailability, texts.Plain("Serving.Change")),
                    paused ? new Button(Verbs.SupporterResume, texts.Plain("Serving.Resume")) : new Button(Verbs.SupporterPause, texts.Plain("Serving.Pause")),
                    .. context.Programme.Supervision.Requestable ? [new Button(Verbs.SupervisionAsk, texts.Plain("Serving.Supervision"))] : Array.Empty<Button>(),
                    new Button(Verbs.SupporterOffer, texts.Plain("Serving.Profile")),
                    new Button(Verbs.ConcernShow, texts.Plain("Serving.Concern")), .. Welcome.Doors(context),
                ]),
            context.Own());
    }

    private static LocalDate Sunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday ? day : day.Next(IsoDayOfWeek.Sunday);

    private static string Fact(ProfileValue? value, FlowContext context) => value switch
    {
        ProfileValue.Words words => words.Text,
        ProfileValue.Size when context.School?.PupilCount is { } pupils => context.Texts.Size(SizeBands.Of(pupils)),
        _ => context.Texts.Plain("Profile.NotInRegister"),
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
