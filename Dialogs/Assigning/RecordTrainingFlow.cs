using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Whoever looks after a programme enters who was trained and when: without it nobody is listed.</summary>
public sealed class RecordTrainingFlow : OneStepFlow
{
    private const int FoundMost = 6;
    private const int ShortestName = 2;

    public override string Name => "record-training";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.TrainingRecord, Cards.Verbs.TrainingRecorded];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.TrainingRecord") && Overseer.Of(context) is not null;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        var press = incoming as Incoming.Pressed;
        if (Overseer.Of(context, press is { Id.Length: > 0 } ? press.Id : null) is not { } there)
        {
            return [context.NotYours()];
        }

        if (!there.Programme.Training.Required)
        {
            return [there.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var day = press?.Input(InputIds.Date) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : (LocalDate?)null;
        return press is { Verb: Cards.Verbs.TrainingRecorded, Arg: { } person }
            ? [await RecordAsync(new PersonId(person), press.Input(InputIds.Person), day, there)]
            : [await FindAsync(press?.Input(InputIds.Person), day, there)];
    }

    private static async Task<Show> FindAsync(string? name, LocalDate? day, FlowContext context, string? problem = null)
    {
        var texts = context.Texts;
        List<OverseenCard.Item>? found = null;
        if (name?.Trim() is { Length: >= ShortestName } part)
        {
            found = [];
            var people = (await context.Stores.PeopleNamedAsync(part, FoundMost * 4))
                .Where(person => person.GoneSince is null && person.Programmes.Contains(context.Programme.Id) && person.Id != context.Me.Id).Take(FoundMost).ToList();
            context.Looking().At(AuditActions.PersonFound, people.Select(person => (person.Id, (string?)null)));
            foreach (var person in people)
            {
                var trained = (await context.Stores.SupporterAsync(person.Id, context.Programme.Id))?.TrainedOn;
                found.Add(new OverseenCard.Item(
                    person.Name,
                    [
                        new Line(texts.Plain("Assign.Faculty"), person.Department ?? texts.Plain("Assign.NoFaculty")),
                        new Line(texts.Plain("Oversee.Training"), trained is { } on ? texts.Plain("Oversee.TrainedOn", ("date", on)) : texts.Plain("Oversee.None")),
                    ],
                    [new Button(Cards.Verbs.TrainingRecorded, texts.Plain("Training.RecordButton"), person.Id.Value)]));
            }

            problem ??= people.Count == 0 ? texts.Plain("Oversee.NobodyFound") : null;
        }

        return new Show.Replace(TrainingRecordCard.Of(
            new TrainingRecordCard.View(context.Programme.Training.Provider, context.Today(), name, day, found, problem), context.Frame(context.Programme.Id)));
    }

    private static async Task<Show> RecordAsync(PersonId person, string? typed, LocalDate? day, FlowContext context)
    {
        var texts = context.Texts;
        if (day is not { } on)
        {
            return await FindAsync(typed, day, context, texts.Plain("Record.DayMissing"));
        }

        var name = await context.NameAsync(person);
        return await new RecordTraining(context.Turn, context.Me.Id, context.Programme).EnterAsync(person, on) switch
        {
            Recording.Recorded recorded => context.Receipt(
                texts.Plain("Record.Done.Heading"), texts.Plain(recorded.Listed ? "Record.Done.Listed" : "Record.Done.Text", ("name", name), ("date", on))),
            Recording.NotYet => await FindAsync(typed, day, context, texts.Plain("Record.NotYet")),
            Recording.CriteriaFirst first => await FindAsync(
                typed, day, context,
                texts.Plain("Record.CriteriaFirst", ("name", name), ("list", texts.List([.. first.Criteria.Select(one => SupporterCards.Label(one, context))])))),
            Recording.Own => context.Receipt(texts.Plain("Record.Own.Heading"), texts.Plain("Record.Own.Text")),
            _ => context.NotYours(),
        };
    }
}
