using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What follows from a right that somebody used, and the nightly deletion.</summary>
internal sealed class MyDataErrands(Turn turn, ErrandPost post)
{
    private const int GivesUp = 3;

    private readonly IStores stores = turn.Stores;

    /// <summary>Number, date and name, and no word on what it is about. Who reads it need not be in any programme.</summary>
    public async Task<ErrandOutcome> TellRightsAsync(Errand.TellRights tell)
    {
        if (await stores.RightsRequestAsync(tell.Request) is not { IsOpen: true } request || await stores.PersonAsync(request.Person) is not { } person
            || turn.Reference.Programmes.Current(request.ProgrammeId) is not { } programme)
        {
            return ErrandOutcome.Nothing;
        }

        var texts = FlowTexts.For(programme, (await stores.PersonAsync(tell.To))?.Locale);
        var words = request.Kind switch
        {
            RightsKind.Complaint => texts.Plain("MyData.Tell.Complaint", ("name", person.Name), ("number", request.Number), ("by", request.DueBy)),
            RightsKind.Objection => texts.Plain("MyData.Tell.Objection", ("name", person.Name), ("number", request.Number), ("by", request.DueBy)),
            _ => texts.Plain("MyData.Tell.Correction", ("name", person.Name), ("number", request.Number), ("by", request.DueBy)),
        };
        return await post.ToOfficeAsync(tell.To, programme, new Show.Card(PromptCard.Of(
            new PromptCard.View(texts.Plain("MyData.Tell.Heading"), words, [], [new Button(Verbs.RightSettle, texts.Plain("MyData.Tell.Settle"))]),
            FlowContext.Frame(texts, request.Id.ToString("N")))));
    }

    public async Task<ErrandOutcome> TellSettledAsync(Errand.TellRightSettled tell)
    {
        if (await stores.RightsRequestAsync(tell.Request) is not { SettledOn: { } settled } request || request.Person != tell.To
            || turn.Reference.Programmes.Current(request.ProgrammeId) is not { } programme)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(tell.To, programme.Key, context =>
        {
            var contact = request.Kind == RightsKind.Complaint ? context.Contact(UseRight.ProtectionContact)?.AtWork() ?? context.CoordinatorContact() : context.CoordinatorContact();
            return Task.FromResult<Show?>(new Show.Card(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("MyData.Settled.Heading"),
                    context.Texts.Plain("MyData.Settled.Text", ("what", MyDataCards.Right(request, context)), ("date", settled), ("name", contact.Name)),
                    context.LinesOf(contact), Buttons: [new Button(Verbs.MyDataShow, context.Texts.Plain("MyData.Settled.Look"))]),
                context.Frame())));
        });
    }

    public async Task<ErrandOutcome> FinishErasureAsync(Errand.FinishErasure work)
    {
        if (await new EraseMyData(turn).FinishAsync(work) is var (next, due))
        {
            stores.Send(next, due);
        }

        return ErrandOutcome.Nothing;
    }

    /// <summary>One part; the last of a night notes what was done and sends the next night's.</summary>
    /// <param name="attempts">A step that fails again and again is left to the next night: those after it are done all the same.</param>
    public async Task<ErrandOutcome> DeleteOldAsync(Errand.DeleteOld work, int attempts)
    {
        var dryRun = turn.Reference.RetentionDryRun;
        var retention = new Retention(turn, dryRun);
        var part = attempts < GivesUp ? await retention.RunAsync(work.Step, work.From) : Retention.Skip(work.Step);
        var counts = RetentionCounts.Add(work.Counts, part.Counts);
        if (part.Step is { } step)
        {
            stores.Send(new Errand.DeleteOld(step, part.From, counts), turn.Now);
            return ErrandOutcome.Nothing;
        }

        retention.Note(counts);
        stores.Send(Errand.DeleteOld.Tonight, Retention.NextNight(turn.Reference, turn.Now));
        return new ErrandOutcome.Counted(counts, dryRun);
    }
}
