using NodaTime;

namespace PeerBot.Cards;

/// <summary>C33: after a session, for a member: that they were there, and what it was for them. Nobody is asked about anybody else.</summary>
public static class SessionLogCard
{
    /// <param name="NoteMost">Characters of a private note; null: the scheme has none.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(LocalDateTime Start, SessionNotes Notes, int? NoteMost, string? Part = null, string? Note = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "SessionLog", texts.Plain("SessionLog.Heading"),
            [
                Blocks.Text(texts.Say("SessionLog.Text", ("when", view.Start))),
                texts.Problem(view.Problem),
                new AdaptiveChoiceSetInput(
                    InputIds.Part, frame.Optional(texts.Plain("SessionLog.Part")),
                    [
                        new AdaptiveChoice(texts.Plain("SessionLog.Shared"), "shared"), new AdaptiveChoice(texts.Plain("SessionLog.Learned"), "learned"),
                        new AdaptiveChoice(texts.Plain("SessionLog.Both"), "both"),
                    ])
                {
                    Value = view.Part,
                },
                Blocks.Small(texts.Say("SessionLog.PartSeen")),
                view.NoteMost is not { } most ? null : new AdaptiveTextInput(InputIds.Entry, frame.Optional(texts.Plain("SessionLog.Note", ("most", most))), most)
                {
                    IsMultiline = true,
                    Value = view.Note is { } note ? Typed.Block(note, most) : null,
                    Private = true,
                },
                view.NoteMost is null ? null : Blocks.Small(texts.Say("SessionLog.NoteOnlyYou")),
                .. SessionBlocks.Of(view.Notes, texts, over: true),
            ],
            frame.Action(Verbs.SessionThere, texts.Plain("SessionLog.WasThere")).Main());
    }
}
