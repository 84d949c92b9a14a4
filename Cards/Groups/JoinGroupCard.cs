using NodaTime;

namespace PeerBot.Cards;

/// <summary>Would you like to be in this group? For each member, with why it meets and who is in it.</summary>
public static class JoinGroupCard
{
    /// <param name="People">The others, with their schools and what they have written for their group.</param>
    /// <param name="Managed">Others whom the reader manages.</param>
    /// <param name="Never">The others, to say no because of one of them: the two are kept apart from then on, and nobody hears of it (U-04).</param>
    /// <param name="Manager">The reader's line manager, when they are in it too.</param>
    public sealed record View(
        string Lead, string Purpose, IReadOnlyList<Line> People, LocalDateTime AnswerBy, bool Reminder = false, IReadOnlyList<string>? Managed = null,
        string? Manager = null, IReadOnlyList<Choice>? Never = null);

    private const string Nobody = "nobody";

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "JoinGroup", texts.Plain("JoinGroup.Heading"),
            [
                Blocks.Text(texts.Say(view.Reminder ? "JoinGroup.IntroAgain" : "JoinGroup.Intro", ("lead", view.Lead))),
                Blocks.Panel(Blocks.Text(texts.Say("Session.Why", ("purpose", view.Purpose)))),
                Blocks.Subheading(texts.Say("JoinGroup.With")),
                Blocks.Bullets(view.People.Select(person => texts.Plain("JoinGroup.Person", ("name", person.Title), ("school", person.Value)))),
                view.Manager is { } manager ? Blocks.Notice(texts.Say("JoinGroup.ManagedBy", ("name", manager))) : null,
                view.Managed is { Count: > 0 } managed ? Blocks.Notice(texts.Say("JoinGroup.YouManage", ("name", texts.List(managed)))) : null,
                Blocks.Text(texts.Say("JoinGroup.NoTeacher")),
                Blocks.Facts([new(texts.Plain("JoinGroup.AnswerBy"), texts.DateTime(view.AnswerBy))]),
                view.Never is not { Count: > 0 } others ? null : new AdaptiveChoiceSetInput(
                    InputIds.Never, frame.Optional(texts.Plain("JoinGroup.Never")),
                    [new AdaptiveChoice(texts.Plain("JoinGroup.NeverNobody"), Nobody), .. others.Select(one => new AdaptiveChoice(one.Text, one.Value))])
                {
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = Nobody,
                },
                view.Never is not { Count: > 0 } ? null : Blocks.Small(texts.Say("JoinGroup.NeverQuiet")),
            ],
            frame.Press(Verbs.GroupJoin, texts.Plain("JoinGroup.Yes")).Main(),
            frame.Action(Verbs.GroupDecline, texts.Plain("JoinGroup.No")));
    }
}
