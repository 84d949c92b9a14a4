using NodaTime;

namespace PeerBot.Cards;

/// <summary>C05 where somebody was named or chosen: who asks, what it means, and a yes that makes the pair.</summary>
public static class InvitationCard
{
    /// <param name="Heading">Plain words, such as "Morven Kerr has chosen you".</param>
    /// <param name="Intro">A welcome, in one or two sentences.</param>
    /// <param name="Points">What the scheme suggests, and what to think about.</param>
    /// <param name="About">What the other one says of themselves; null: nothing.</param>
    /// <param name="Yes">Words of the button that makes the pair.</param>
    public sealed record View(
        string Heading, string Intro, string Who, IReadOnlyList<string> Points, string? About, string Yes, LocalDateTime AnswerBy,
        Confidentiality Confidentiality, bool Reminder = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Invitation", view.Heading,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Intro))),
                view.Reminder ? Blocks.Small(texts.Say("Invitation.Again")) : null,
                Blocks.Facts([new(texts.Plain("Ask.Who"), view.Who), new(texts.Plain("Ask.AnswerBy"), texts.DateTime(view.AnswerBy))]),
                view.About is { Length: > 0 } about
                    ? Blocks.Panel(Blocks.Subheading(texts.Say("Invitation.About")) with { Spacing = null }, Blocks.Quote(about, ProfileCard.SummaryMost)) : null,
                view.Points.Count == 0 ? null : Blocks.Bullets(view.Points),
                texts.Confidential(view.Confidentiality, PairRole.Supporter),
                Blocks.Small(texts.Say("Invitation.NothingKept")),
            ],
            frame.Press(Verbs.AskAccept, view.Yes).Main(),
            frame.Press(Verbs.AskDecline, texts.Plain("Ask.No")),
            frame.Press(Verbs.AskConflict, texts.Plain("Ask.Conflict")));
    }
}
