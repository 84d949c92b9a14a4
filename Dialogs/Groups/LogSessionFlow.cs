using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>I was there: each member for themselves, with what it was for them and a note that nobody else reads.</summary>
public sealed class LogSessionFlow : OneStepFlow
{
    public override string Name => "log-session";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.SessionThere];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.MeetingAsync(new MeetingId(press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { IsGroup: true } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        if (meeting.State == MeetingState.NotHeld || meeting.Sequence != press.Version || meeting.End > context.Now)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        string? kept = null;
        if (press.Input(InputIds.Entry) is { } note && !string.IsNullOrWhiteSpace(note))
        {
            var saving = await new KeepJournal(context.Turn).SaveAsync(context.Me.Id, cycle.Id, note);
            var problem = saving switch
            {
                JournalAnswer.PhoneNumber => context.Texts.Plain("Problem.Phone"),
                JournalAnswer.TooLong tooLong => context.Texts.Plain("Journal.TooLong", ("most", tooLong.Most)),
                _ => null,
            };
            if (problem is not null)
            {
                return [new Show.Replace(await SessionCards.LogAsync(meeting, cycle, context, problem, press))];
            }

            kept = context.Texts.Plain(saving is JournalAnswer.Saved ? "SessionLog.NoteKept" : "SessionLog.NoteNotKept");
        }

        return await new LogSession(context.Turn).WasThereAsync(context.Me.Id, meeting.Id, press.Version, PartOf(press.Input(InputIds.Part))) switch
        {
            SessionLog.Noted noted =>
            [
                context.Receipt(
                    context.Texts.Plain("SessionLog.Noted.Heading"),
                    context.Texts.Plain("SessionLog.Noted.Text", ("when", context.Texts.DateTime(context.Local(noted.Meeting.Start)))),
                    kept is null ? null : [new Line(context.Texts.Plain("SessionLog.NoteLine"), kept)]),
            ],
            SessionLog.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    private static SessionPart? PartOf(string? value) => value switch
    {
        "shared" => SessionPart.Shared,
        "learned" => SessionPart.Learned,
        "both" => SessionPart.Both,
        _ => null,
    };
}
