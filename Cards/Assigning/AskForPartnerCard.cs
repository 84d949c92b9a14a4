using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>Asking to be brought together with somebody, where whoever looks after the programme does that.</summary>
public static class AskForPartnerCard
{
    /// <param name="Coordinator">Name of whoever brings the two together.</param>
    /// <param name="Note">What was typed before.</param>
    /// <param name="Mode">Chosen before, a value of <see cref="ModeValues"/>.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        string Coordinator, IReadOnlyList<MeetingMode> Modes, Confidentiality Confidentiality, string? Note = null, string? Mode = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "AskForPartner", texts.Plain("AskForPartner.Heading"),
            [
                Blocks.Text(texts.Say("AskForPartner.Intro", ("coordinator", view.Coordinator))),
                texts.Problem(view.Problem),
                new AdaptiveTextInput(InputIds.Note, texts.Plain("Request.Note", ("most", RequestCard.NoteMost)), RequestCard.NoteMost)
                {
                    IsMultiline = true,
                    Value = view.Note is { } note ? Typed.Block(note, RequestCard.NoteMost) : null,
                    Private = true,
                },
                Blocks.Small(texts.Say("AskForPartner.NoteSeenBy")),
                new AdaptiveChoiceSetInput(InputIds.Mode, frame.Optional(texts.Plain("Request.Mode")),
                    [
                        .. view.Modes.Select(mode => new AdaptiveChoice(texts.Mode(mode), ModeValues.Of(mode))),
                        new AdaptiveChoice(texts.Mode(ModeValues.Either), ModeValues.Either),
                    ])
                {
                    Value = view.Mode ?? ModeValues.Either,
                },
                texts.Confidential(view.Confidentiality, PairRole.Requester),
                new AdaptiveToggleInput(InputIds.Understood, frame.Required(texts.Plain("Choices.TickLabel")), texts.Plain("Choices.Tick"))
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Choices.TickMissing"),
                },
            ],
            frame.Action(Verbs.AssignAsk, texts.Plain("Choices.Send")).Main(),
            frame.Press(Verbs.CardOk, texts.Plain("Cancel")));
    }
}
