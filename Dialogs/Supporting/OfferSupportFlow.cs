using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Somebody offers to support: their profile, the criteria, and off to the coordinator (S2-15, S2-23).</summary>
public sealed class OfferSupportFlow : OneStepFlow
{
    public override string Name => "offer-support";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.SupporterStart, Cards.Verbs.SupporterOffer, Cards.Verbs.SupporterSave, Cards.Verbs.SupporterPreview, Cards.Verbs.SupporterCancel,
        Cards.Verbs.SupporterCriteria, Cards.Verbs.SupporterCriteriaSave, Cards.Verbs.SupporterTimeAdd, Cards.Verbs.SupporterTimesClear,
        Cards.Verbs.SupporterSend, Cards.Verbs.SupporterRemind,
    ];

    public override bool Wants(string text, FlowContext context) =>
        (context.Texts.Means(text, "Typed.Offer") && !InvitationCards.Invites(context.Programme)) || (context.Texts.Means(text, "Typed.JoinGroup") && Joins(context) is not null);

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed { Verb: not Cards.Verbs.SupporterStart } press)
        {
            return [await StartAsync(incoming is Incoming.Typed typed && context.Texts.Means(typed.Text, "Typed.JoinGroup") ? Joins(context) ?? context : context)];
        }

        if (!context.IsOwn(press))
        {
            return [context.NotYours()];
        }

        var (profile, application) = await new BecomeSupporter(context.Turn).StandAsync(context.Me, context.Programme);
        return press.Verb switch
        {
            Cards.Verbs.SupporterSave => await SaveAsync(press, preview: false, context),
            Cards.Verbs.SupporterPreview when press.Inputs.Count == 0 => [new Show.Card(RequestCards.Preview(profile, context))],
            Cards.Verbs.SupporterPreview => await SaveAsync(press, preview: true, context),
            Cards.Verbs.SupporterCancel => [context.Receipt(context.Texts.Plain("Offer.Cancelled.Heading"), context.Texts.Plain("Offer.Cancelled.Text"))],
            Cards.Verbs.SupporterOffer => [new Show.Replace(SupporterCards.Offer(profile, application, context))],
            _ when profile.State != SupporterState.Interested || application.Waits => [await StartAsync(context)],
            Cards.Verbs.SupporterRemind => await RemindAsync(context),
            Cards.Verbs.SupporterTimesClear => await ClearTimesAsync(application, context),
            Cards.Verbs.SupporterCriteriaSave or Cards.Verbs.SupporterTimeAdd or Cards.Verbs.SupporterSend => await CriteriaAsync(press, application, context),
            _ => [new Show.Replace(SupporterCards.Criteria(application, context))],
        };
    }

    /// <summary>Where somebody joins groups: the present scheme, or another one of theirs where the present one has nothing to join. Null: nowhere.</summary>
    private static FlowContext? Joins(FlowContext context) =>
        context.Texts.Words.ForGroup ? context
        : context.Programme.Matching.Model != MatchingModel.MutualChoice
            && context.Me.Programmes.Select(context.Turn.Reference.Programmes.Current).FirstOrDefault(one => one is { Matching.Model: MatchingModel.GroupFormer }) is { } other
            ? context.In(other.Key)
            : null;

    /// <summary>Why a profile cannot be kept or shown, in one sentence.</summary>
    internal static string Sentence(ProfileFault fault, FlowContext context) => fault switch
    {
        ProfileFault.PhoneNumber => context.Texts.Plain("Problem.Phone"),
        ProfileFault.EmailAddress => context.Texts.Plain("Offer.Problem.Email"),
        ProfileFault.TooLong tooLong => context.Texts.Plain("Offer.Problem.TooLong", ("most", tooLong.Most)),
        ProfileFault.FieldMissing { Field: { Source: ProfileFieldSource.Supporter } field } => context.Texts.Plain("Offer.Problem.Missing", ("label", field.Label)),
        ProfileFault.FieldMissing missing => context.Texts.Plain(
            "Offer.Problem.Register", ("label", missing.Field.Label), ("name", context.CoordinatorContact().Name)),
        ProfileFault.NotTrained => context.Texts.Plain("Offer.Problem.NotTrained"),
        _ => context.Texts.Plain("Offer.Problem.NotDue"),
    };

    /// <summary>C22 for whoever begins; whoever has begun sees where they stand.</summary>
    private static async Task<Show> StartAsync(FlowContext context)
    {
        var (profile, application) = await new BecomeSupporter(context.Turn).StandAsync(context.Me, context.Programme);
        return profile.State == SupporterState.Interested && !application.Waits
            ? new Show.Replace(SupporterCards.Offer(profile, application, context))
            : new Show.Replace(await SupporterCards.HomeAsync(context) ?? SupporterCards.Offer(profile, application, context));
    }

    private static async Task<IReadOnlyList<Show>> SaveAsync(Incoming.Pressed press, bool preview, FlowContext context)
    {
        var main = PublicProfile.MainField(context.Programme);
        var details = context.Programme.Matching.ProfileFields.Where(field => field.Source == ProfileFieldSource.Supporter && field != main)
            .Select(field => (field.Id, Value: press.Input(field.Id))).Where(field => field.Value is not null).ToDictionary(field => field.Id, field => Clean(field.Value!)!);
        var draft = new ProfileDraft(
            Clean(press.Input(InputIds.Summary)) ?? "", details, Clean(press.Input(InputIds.Experience)), press.Input(InputIds.Willing) == "true");
        switch (await new BecomeSupporter(context.Turn).SaveProfileAsync(context.Me, context.School, context.Programme, draft))
        {
            case ProfileSaving.Refused refused:
                return [await TypedAgainAsync(draft, Sentence(refused.Faults[0], context), context)];
            case ProfileSaving.ExperienceRefused refused:
                return [await TypedAgainAsync(draft, Sentence(refused.Fault, context), context)];
            case ProfileSaving.Saved { Profile.State: SupporterState.Interested } saved when !preview && draft.Willing && BecomeSupporter.AsksNothing(context.Programme):
                return new BecomeSupporter(context.Turn).Join(context.Me, context.School, context.Programme, saved.Profile) is null
                    ? [context.Receipt(
                        context.Texts.Plain("Groups.NotEligible.Heading"), context.Texts.Plain("Groups.NotEligible.Text", ("name", context.CoordinatorContact().Name)))]
                    : [context.Receipt(
                        context.Texts.Plain("Groups.Listed.Heading"), context.Texts.Plain("Groups.Listed.Text"))];
            case ProfileSaving.Saved saved when preview:
                return [new Show.Replace(RequestCards.Preview(saved.Profile, context))];
            case ProfileSaving.Saved { Profile.State: SupporterState.Interested, Application.Waits: false } saved:
                return [new Show.Replace(SupporterCards.Criteria(saved.Application, context))];
            case ProfileSaving.Saved { Profile.State: SupporterState.Trained }:
                return [new Show.Replace(SupporterCards.Ready(context))];
            default:
                return [context.Receipt(context.Texts.Plain("Offer.Saved.Heading"), context.Texts.Plain("Offer.Saved.Text"))];
        }
    }

    /// <summary>Nothing was saved; what was typed stays on the card, in front of the person alone.</summary>
    private static async Task<Show> TypedAgainAsync(ProfileDraft draft, string problem, FlowContext context)
    {
        var (profile, application) = await new BecomeSupporter(context.Turn).StandAsync(context.Me, context.Programme);
        return new Show.Replace(SupporterCards.Offer(
            profile with { Summary = draft.Summary, Details = draft.Details },
            application with { Experience = draft.Experience, WillingSince = draft.Willing ? context.Today() : null }, context, problem));
    }

    private static async Task<IReadOnlyList<Show>> CriteriaAsync(Incoming.Pressed press, SupporterApplication application, FlowContext context)
    {
        var typed = application with
        {
            Service = Service(press, application, out var problem, context),
            Declared =
            [
                .. context.Programme.Eligibility.Supporter.Where(SupporterApplication.IsDeclared).Select(one => one.Id).Where(id => press.Input(id) == "true"),
            ],
            Reference = Clean(press.Input(InputIds.Referee)),
        };
        problem ??= typed.Reference is { } words && BecomeSupporter.FaultIn(words) is { } fault ? Sentence(fault, context) : null;
        if (problem is not null)
        {
            return [new Show.Replace(SupporterCards.Criteria(typed, context, problem))];
        }

        var becoming = new BecomeSupporter(context.Turn);
        var saved = await becoming.SaveCriteriaAsync(
            context.Me, context.Programme, new CriteriaDraft(typed.Service, typed.Declared, typed.Reference));
        return press.Verb switch
        {
            Cards.Verbs.SupporterTimeAdd => [new Show.Replace(SupporterCards.Criteria(saved, context))],
            Cards.Verbs.SupporterCriteriaSave => [context.Receipt(context.Texts.Plain("Criteria.Saved.Heading"), context.Texts.Plain("Criteria.Saved.Text"))],
            _ => [Sent(await becoming.SendAsync(context.Me, context.School, context.Programme), saved, context)],
        };
    }

    private static Show Sent(CriteriaSending sending, SupporterApplication application, FlowContext context)
    {
        var texts = context.Texts;
        return sending switch
        {
            CriteriaSending.Sent => context.Receipt(
                texts.Plain("Criteria.Sent.Heading"), texts.Plain("Criteria.Sent.Text", ("name", context.CoordinatorContact().Name))),
            CriteriaSending.FromDay from => new Show.Replace(PromptCard.Of(
                new PromptCard.View(
                    texts.Plain("Criteria.Later.Heading"), texts.Plain("Criteria.Later.Text", ("years", NumberWord(from.Years, context)), ("date", DayOf(from.Day, context))), [],
                    [
                        new Button(Cards.Verbs.SupporterRemind, texts.Plain("Criteria.Later.Remind")),
                        new Button(Cards.Verbs.SupporterCriteria, texts.Plain("Criteria.Later.Change")),
                        new Button(Cards.Verbs.CardOk, texts.Plain("Criteria.Later.No")),
                    ]),
                context.Own())),
            CriteriaSending.NotMet no => context.Receipt(
                texts.Plain("Criteria.NotMet.Heading"),
                texts.Plain("Criteria.NotMet.Text", ("criterion", SupporterCards.Label(no.Criterion, context)), ("name", context.CoordinatorContact().Name))),
            CriteriaSending.Incomplete missing => new Show.Replace(SupporterCards.Criteria(
                application, context,
                texts.Plain("Criteria.Incomplete", ("list", texts.List(
                    [.. missing.Missing.Select(one => SupporterCards.Label(one, context)), .. missing.ReferenceMissing ? [texts.Plain("Criteria.RefereeWord")] : Array.Empty<string>()]))))),
            _ => context.OutOfDate(OutOfDateCard.Since.Answered),
        };
    }

    private static async Task<IReadOnlyList<Show>> RemindAsync(FlowContext context) =>
        await new BecomeSupporter(context.Turn).RemindAsync(context.Me, context.School, context.Programme) is { } day
            ? [context.Receipt(context.Texts.Plain("Criteria.Remind.Heading"), context.Texts.Plain("Criteria.Remind.Text", ("date", DayOf(day, context))))]
            : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static async Task<IReadOnlyList<Show>> ClearTimesAsync(SupporterApplication application, FlowContext context) =>
    [
        new Show.Replace(SupporterCards.Criteria(
            await new BecomeSupporter(context.Turn).SaveCriteriaAsync(
                context.Me, context.Programme,
                new CriteriaDraft([.. application.Service.Where(period => period.Until is null)], application.Declared, application.Reference)), context)),
    ];

    /// <summary>The present time in the role and the earlier ones, breaks left out.</summary>
    private static IReadOnlyList<ServicePeriod> Service(
        Incoming.Pressed press, SupporterApplication application, out string? problem, FlowContext context)
    {
        problem = null;
        var service = application.Service.Where(period => period.Until is not null).ToList();
        if (Date(press, InputIds.Since) is { } since)
        {
            if (since > context.Today())
            {
                problem = context.Texts.Plain("Criteria.Problem.Future");
            }
            else
            {
                service.Add(new ServicePeriod(since));
            }
        }

        switch (Date(press, InputIds.EarlierFrom), Date(press, InputIds.EarlierUntil))
        {
            case ({ } from, { } until) when from < until && until <= context.Today():
                service.Add(new ServicePeriod(from, until));
                break;
            case (null, null):
                break;
            default:
                problem ??= context.Texts.Plain("Criteria.Problem.Earlier");
                break;
        }

        return service.Distinct().ToList();
    }

    private static LocalDate? Date(Incoming.Pressed press, string input) =>
        press.Input(input) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    /// <summary>"1 September 2027".</summary>
    private static string DayOf(LocalDate day, FlowContext context) =>
        LocalDatePattern.Create(context.Texts.Plain("Criteria.DayFormat"), context.Texts.Culture).Format(day);

    private static string NumberWord(int number, FlowContext context) => number switch
    {
        2 => context.Texts.Plain("Number.Two"),
        3 => context.Texts.Plain("Number.Three"),
        5 => context.Texts.Plain("Number.Five"),
        _ => number.ToString(context.Texts.Culture),
    };

    private static string? Clean(string? text) => text is null ? null : Typed.Block(text, 10_000) is { Length: > 0 } clean ? clean : null;
}
