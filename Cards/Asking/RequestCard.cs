using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C02: what would help, for the requester.</summary>
public static class RequestCard
{
    public const int NoteMost = 300;

    /// <param name="Organisation">"Oakfield Primary (maintained, 210 pupils)"; null when unknown.</param>
    /// <param name="Area">Chosen before, from <see cref="Areas.All"/>.</param>
    /// <param name="Mode">Chosen before, a value of <see cref="ModeValues"/>.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt, such as a phone number in the note.</param>
    public sealed record View(
        string? Organisation, IReadOnlyList<MeetingMode> Modes, IReadOnlyList<Signpost> OtherHelp,
        string? Area = null, string? Note = null, string? Mode = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Request", texts.Plain("Request.Heading"),
            [
                view.Organisation is null ? null : Blocks.Text(texts.Say("Request.Organisation", ("organisation", view.Organisation))),
                Blocks.Text(texts.Say("Request.Intro")),
                texts.Problem(view.Problem),
                new AdaptiveChoiceSetInput(InputIds.Area, frame.Required(texts.Plain("Request.Area")),
                    [.. Areas.All.Select(area => new AdaptiveChoice(texts.Area(area), area))])
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Request.AreaMissing"),
                    Value = view.Area,
                },
                new AdaptiveTextInput(InputIds.Note, texts.Plain("Request.Note", ("most", NoteMost)), NoteMost)
                {
                    IsMultiline = true,
                    Value = view.Note,
                    Private = true,
                },
                Blocks.Small(texts.Say("Request.NoteSeenBy")),
                new AdaptiveChoiceSetInput(InputIds.Mode, frame.Optional(texts.Plain("Request.Mode")), Modes(view.Modes, texts))
                {
                    Value = view.Mode ?? ModeValues.Either,
                },
                texts.OtherHelp(view.OtherHelp),
            ],
            frame.Action(Verbs.SupportersShow, texts.Plain("Request.See")).Main(),
            frame.Action(Verbs.RequestSave, texts.Plain("Request.Save")),
            frame.Press(Verbs.RequestCancel, texts.Plain("Cancel")));
    }

    private static AdaptiveChoice[] Modes(IReadOnlyList<MeetingMode> modes, Texts texts) =>
    [
        .. modes.Select(mode => new AdaptiveChoice(texts.Mode(mode), ModeValues.Of(mode))),
        new AdaptiveChoice(texts.Mode(ModeValues.Either), ModeValues.Either),
    ];
}
