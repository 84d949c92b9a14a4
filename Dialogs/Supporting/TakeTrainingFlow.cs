using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A volunteer books their training, and says yes to being shown when they are ready.</summary>
public sealed class TakeTrainingFlow : OneStepFlow
{
    public override string Name => "take-training";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.TrainingBook, Cards.Verbs.TrainingNoneSuit, Cards.Verbs.SupporterList];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Training");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is Incoming.Pressed own && !context.IsOwn(own))
        {
            return [context.NotYours()];
        }

        return incoming switch
        {
            Incoming.Pressed { Verb: Cards.Verbs.TrainingBook } press => await BookAsync(press, context),
            Incoming.Pressed { Verb: Cards.Verbs.TrainingNoneSuit } => await NoneSuitAsync(context),
            Incoming.Pressed { Verb: Cards.Verbs.SupporterList } => await ListAsync(context),
            _ => [await StandAsync(context)],
        };
    }

    private static async Task<Show> StandAsync(FlowContext context) => await SupporterCards.HomeAsync(context) is { } home
        ? new Show.Replace(home)
        : context.Receipt(context.Texts.Plain("Training.NotYet.Heading"), context.Texts.Plain("Training.NotYet.Text"));

    private static async Task<IReadOnlyList<Show>> BookAsync(Incoming.Pressed press, FlowContext context)
    {
        var step = Guid.TryParse(press.Arg, out var date)
            ? await new BecomeSupporter(context.Turn).BookTrainingAsync(context.Me.Id, context.Programme, date)
            : null;
        return step switch
        {
            SupporterStep.Taken { Profile: { TrainingBookedFor: { } day } } =>
                [context.Receipt(context.Texts.Plain("Training.BookedFor.Heading"), context.Texts.Plain("Training.BookedFor.Text", ("date", day)))],
            SupporterStep.NotDue { State: SupporterState.Interested } =>
                [context.Receipt(context.Texts.Plain("Training.NotYet.Heading"), context.Texts.Plain("Training.NotYet.Text"))],
            null when await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is
            { State: SupporterState.CriteriaChecked or SupporterState.TrainingBooked } profile =>
                [context.Say("Training.DateGone"), new Show.Replace(await SupporterCards.TrainingAsync(profile, context))],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static async Task<IReadOnlyList<Show>> NoneSuitAsync(FlowContext context) =>
        await new BecomeSupporter(context.Turn).NoDateSuitsAsync(context.Me.Id, context.Programme)
            ? [context.Receipt(context.Texts.Plain("Training.Others.Heading"), context.Texts.Plain("Training.Others.Text", ("name", context.CoordinatorContact().Name)))]
            : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static async Task<IReadOnlyList<Show>> ListAsync(FlowContext context)
    {
        switch (await new BecomeSupporter(context.Turn).ListAsync(context.Me, context.School, context.Programme))
        {
            case Listing.Listed { Profile: { ConsentedOn: { } day } profile }:
                return
                [
                    context.Receipt(context.Texts.Plain("Listed.Heading"), context.Texts.Plain("Listed.Text", ("date", day))),
                    new Show.Card(SupporterCards.Availability(profile, context)),
                ];
            case Listing.Refused { Faults: [ProfileFault.FieldMissing { Field.Source: ProfileFieldSource.Supporter } missing, ..] }:
                var (trained, application) = await new BecomeSupporter(context.Turn).StandAsync(context.Me, context.Programme);
                return [new Show.Replace(SupporterCards.Offer(trained, application, context, OfferSupportFlow.Sentence(missing, context)))];
            case Listing.Refused refused:
                return [context.Receipt(context.Texts.Plain("Listed.Not"), OfferSupportFlow.Sentence(refused.Faults[0], context))];
            default:
                return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }
    }
}
