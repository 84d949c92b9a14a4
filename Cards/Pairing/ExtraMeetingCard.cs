using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>One more meeting, beside the rhythm: it needs the other one's yes and nothing else.</summary>
public static class ExtraMeetingCard
{
    public sealed record View(string OtherName, IReadOnlyList<Slot> Slots, int Minutes, MeetingMode Mode, bool More);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Extra", texts.Plain("Extra.Heading"),
            [
                Blocks.Text(texts.Say(
                    view.Slots.Count == 0 ? "Extra.None" : "Extra.Text", ("name", view.OtherName), ("length", texts.Length(view.Minutes)), ("mode", texts.Mode(view.Mode)))),
                .. frame.Slots(Verbs.ExtraPropose, view.Slots, view.Minutes),
            ],
            view.More ? frame.Press(Verbs.ExtraFind, texts.Plain("PickTime.More")) : null,
            frame.Press(Verbs.CardOk, texts.Plain("Extra.NotNow")));
    }
}
