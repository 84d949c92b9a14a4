using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>
/// Somebody who asked for support and is no supporter, whose facts may not fit any more: what the register says of them now (U-23). Nothing ends
/// by itself; the coordinator looks, and ticks it off.
/// </summary>
internal static class RecheckCards
{
    /// <summary>Null when nothing about the person waits to be looked at.</summary>
    public static async Task<AdaptiveCard?> OfAsync(PersonId id, FlowContext context)
    {
        var waiting = (await context.Stores.OpenTasksAsync(context.Programme.Id)).FirstOrDefault(task => task.Kind == TaskKind.Recheck && task.Person == id);
        if (waiting is null || await context.Stores.PersonAsync(id) is not { } person)
        {
            return null;
        }

        context.Looking().At(AuditActions.TaskListed, [(id, null)]);
        var texts = context.Texts;
        return OverseenCard.Of(
            new OverseenCard.View(
                texts.Task(TaskKind.Recheck), texts.Plain("Recheck.Text"),
                [
                    new OverseenCard.Item(
                        person.Name, await LinesAsync(person, context), [new Button(Verbs.TaskDone, texts.Plain("Oversee.DoneButton"), waiting.Id.ToString("N"))]),
                ],
                [], [new Button(Verbs.CoordinatorTasks, texts.Plain("Oversee.ToList")), OverseeCards.Home(context)]),
            context.Frame(context.Programme.Id));
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(Person person, FlowContext context)
    {
        var texts = context.Texts;
        var place = person.Organisation is { } at ? await context.Stores.OrganisationAsync(at) : null;
        var unmet = Eligibility.OfRequester(context.Programme, person, place) is RequesterEligibility.NotEligible no ? no.Criterion.Label.In(context.Me.Locale) : null;
        return
        [
            new Line(texts.Plain("Recheck.Role"), person.JobRole?.Replace('-', ' ') ?? texts.Plain("Profile.NotInRegister")),
            new Line(
                texts.Plain("Oversee.School"),
                place is null ? texts.Plain("Profile.NotInRegister") : place.Closed ? texts.Plain("Recheck.Closed", ("place", place.Name)) : place.Name),
            new Line(texts.Plain("Recheck.Unmet"), unmet ?? texts.Plain("Oversee.None")),
        ];
    }
}
