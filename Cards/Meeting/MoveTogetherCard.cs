using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C18 for a time that lies beyond what the scheme suggests: all of them choose it together, or the meeting stays where it is.</summary>
public static class MoveTogetherCard
{
    public enum State
    {
        /// <summary>The reader would like it, and has asked nobody yet.</summary>
        Choosing,

        /// <summary>Somebody else suggests it.</summary>
        Asked,

        /// <summary>Somebody else suggested it before the reader's own wish came.</summary>
        Crossing,

        /// <summary>The reader has said yes, and the others are asked.</summary>
        Waiting,

        /// <summary>In a group: the reader has said no, and the others are asked.</summary>
        Declined,
    }

    /// <param name="Now">When the meeting is, on the reader's clock.</param>
    /// <param name="Start">The time suggested; its key is what a press carries.</param>
    /// <param name="Name">Who suggests it; the others, while the reader is choosing or waits for them.</param>
    /// <param name="Why">What it lies beyond, a sentence each from <see cref="Texts.Say"/>.</param>
    /// <param name="AnswerBy">From then on the meeting stays where it is; null: nobody is asked yet.</param>
    /// <param name="Nearest">A time that needs nobody's yes; null: none, or it is too late for it.</param>
    /// <param name="Mine">The reader suggested it and may take it back.</param>
    public sealed record View(
        State State, LocalDateTime Now, Slot Start, int Minutes, MeetingMode Mode, string Name, IReadOnlyList<string> Why, LocalDateTime? AnswerBy = null,
        Slot? Nearest = null, bool Mine = false, string? Purpose = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MoveTogether", texts.Plain("MoveTogether.Heading." + view.State),
            [
                Blocks.Text(texts.Say("MoveTogether.Text." + view.State, ("name", view.Name))),
                view.Purpose is { } why ? Blocks.Text(texts.Say("Session.Why", ("purpose", why))) : null,
                Blocks.Panel(Blocks.Facts(Facts(view, texts))),
                .. view.Why.Select(Blocks.Notice),
                view.AnswerBy is { } by ? Blocks.Small(texts.Say("MoveTogether.Until", ("when", by))) : null,
            ],
            [.. Buttons(view, frame)]);
    }

    private static IEnumerable<Line> Facts(View view, Texts texts)
    {
        yield return new(texts.Plain("MoveTogether.Now"), texts.DateTime(view.Now, view.Minutes));
        yield return new(texts.Plain("MoveTogether.Suggested"), texts.DateTime(view.Start.Start, view.Minutes));
        yield return new(texts.Plain("Meeting.How"), texts.Mode(view.Mode));
    }

    private static IEnumerable<AdaptiveAction> Buttons(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        switch (view.State)
        {
            case State.Choosing:
                yield return frame.Press(Verbs.MoveAsk, texts.Plain("MoveTogether.Ask"), view.Start.Key).Main();
                if (view.Nearest is { } nearest)
                {
                    yield return frame.Press(Verbs.MeetingMoveTo, texts.Plain("MoveTogether.Nearest", ("when", nearest.Start)), nearest.Key);
                }

                break;
            case State.Asked or State.Crossing:
                yield return frame.Press(Verbs.MoveAgree, texts.Plain("MoveTogether.Agree"), view.Start.Key).Main();
                yield return frame.Press(Verbs.MoveDecline, texts.Plain("MoveTogether.Decline"), view.Start.Key);
                break;
            case State.Waiting when view.Mine:
                yield return frame.Press(Verbs.MoveTakeBack, texts.Plain("MoveTogether.TakeBack"), view.Start.Key);
                break;
        }

        yield return frame.Press(Verbs.MeetingMove, texts.Plain("MoveTogether.Others"));
        if (view.State == State.Choosing)
        {
            yield return frame.Press(Verbs.MeetingKeep, texts.Plain("Back")).Means(texts.Plain("Move.Keep"));
        }
    }
}
