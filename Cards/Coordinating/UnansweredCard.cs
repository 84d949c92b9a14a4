using NodaTime;

namespace PeerBot.Cards;

/// <summary>C30: a request that nobody has said yes to yet.</summary>
public static class UnansweredCard
{
    /// <param name="Asked">Who is asked at present and until when; null: nobody.</param>
    /// <param name="Next">Whom the requester would like asked after that; null: nobody is left.</param>
    /// <param name="CanRemind">The one who is asked has the card, and may be reminded.</param>
    /// <param name="CanSuggest">Whoever asked chooses from profiles, so others can be put before them.</param>
    public sealed record View(
        string Number, string RequesterName, string Organisation, LocalDate MadeOn, int DaysWaited, (string Name, LocalDateTime Until)? Asked,
        string? Next, bool CanRemind, bool CanSuggest = true);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Unanswered", texts.Plain("Unanswered.Heading", ("number", view.Number)),
            [
                Blocks.Text(texts.Say(
                    view.Asked is not null ? "Unanswered.Asking" : view.Next is not null ? "Unanswered.NobodyAsked" : "Unanswered.NobodyLeft")),
                Blocks.Facts(
                [
                    new(texts.Plain("Unanswered.Who"), texts.Plain("NameAndPlace", ("name", view.RequesterName), ("place", view.Organisation))),
                    new(texts.Plain("Unanswered.Since"), texts.Date(view.MadeOn)),
                    new(texts.Plain("Unanswered.Waited"), texts.Plain(view.DaysWaited == 1 ? "Days.One" : "Days.Many", ("days", view.DaysWaited))),
                    new(
                        texts.Plain("Unanswered.Asked"),
                        view.Asked is { } asked ? texts.Plain("Unanswered.AskedUntil", ("name", asked.Name), ("until", texts.DateTime(asked.Until)))
                            : texts.Plain("Unanswered.Nobody")),
                    new(texts.Plain("Unanswered.Next"), view.Next ?? texts.Plain("Unanswered.NoNext")),
                ]),
                Blocks.Small(texts.Say("Unanswered.NoReasons")),
            ],
            view.CanRemind ? frame.Press(Verbs.UnansweredRemind, texts.Plain("Unanswered.Remind")) : null,
            view.Next is not null ? frame.Press(Verbs.UnansweredNext, texts.Plain("Unanswered.AskNext")) : null,
            !view.CanSuggest ? null : frame.Press(Verbs.UnansweredSuggest, texts.Plain("Unanswered.Suggest")),
            frame.Press(Verbs.UnansweredTalk, texts.Plain("Unanswered.Talk")),
            frame.Press(Verbs.CoordinatorRequests, texts.Plain("Back")));
    }
}
