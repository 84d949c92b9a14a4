namespace PeerBot.Cards;

/// <summary>C27: share a concern: the named contact at any hour. It takes no description.</summary>
public static class ConcernCard
{
    /// <param name="Contact">The named contact.</param>
    /// <param name="Cover">Who answers when the contact is away; null: not known.</param>
    /// <param name="OutOfHours">"Emergency duty team, 0345 …"; null: not known.</param>
    /// <param name="Reader">A supporter contacts the named person; for anyone else the words differ.</param>
    /// <param name="Typed">Words of a concern were typed just now: the card says that they were not kept.</param>
    /// <param name="Crisis">Lines that listen at any hour, for words of despair; null for other concerns, empty where none is known.</param>
    /// <param name="Call">Opens a Teams call or chat with the contact; null: not possible.</param>
    public sealed record View(
        WorkContact Contact, WorkContact? Cover, Signpost? OutOfHours, IReadOnlyList<Signpost> Wellbeing, PairRole? Reader,
        bool Typed, bool CanAskForCall = true, Uri? Call = null, Uri? Chat = null,
        string EmergencyNumber = "999", IReadOnlyList<Signpost>? Crisis = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Concern", texts.Plain(view.Crisis is null ? "Concern.Heading" : "Concern.HelpIsHere"),
            [
                Blocks.Alarm(texts.Say("Concern.Emergency", ("number", view.EmergencyNumber))),
                view.Crisis is null ? null : Blocks.Panel(
                    Blocks.Text(texts.Say("Concern.NotAlone")),
                    view.Crisis.Count == 0 ? null : Blocks.Bullets(view.Crisis.Select(line => texts.Signposts([line])))),
                Blocks.Text(texts.Say(view.Typed ? "Concern.NotKept" : "Concern.DoNotType")),
                Blocks.Subheading(texts.Say(view.Reader == PairRole.Supporter ? "Concern.ContactSupporter" : "Concern.Contact")),
                Blocks.Panel(texts.Contact(view.Contact)),
                view.Cover is { } cover ? Blocks.Text(texts.Say("Concern.Cover", ("cover", InOneLine(cover, texts)))) : null,
                view.OutOfHours is { } team ? Blocks.Text(texts.Say("Concern.OutOfHours", ("team", texts.Signposts([team])))) : null,
                Blocks.Text(texts.Say(
                    view.Reader == PairRole.Supporter ? "Concern.ExceptionForSupporter" : "Concern.Exception",
                    ("whom", Whom(view.Contact, texts)))),
                Blocks.Text(texts.Say("Concern.Elsewhere")),
                view.Wellbeing.Count == 0 ? null
                    : Blocks.Text(texts.Say("Concern.Wellbeing", ("list", texts.Signposts(view.Wellbeing)))),
            ],
            view.Call is { } call ? new AdaptiveOpenUrlAction(texts.Plain("Concern.Call"), call) : null,
            view.Chat is { } chat ? new AdaptiveOpenUrlAction(texts.Plain("Concern.Chat"), chat) : null,
            view.CanAskForCall ? frame.Press(Verbs.ConcernCallMe, texts.Plain("Concern.CallMe")).Main() : null,
            frame.Press(Verbs.ConcernCarryOn, texts.Plain("Concern.CarryOn")));
    }

    private static string Whom(WorkContact contact, Texts texts) =>
        contact.Role is { } role ? texts.Plain("Concern.TheRole", ("role", role)) : contact.Name;

    private static string InOneLine(WorkContact contact, Texts texts) =>
        string.Join(
            texts.Plain("List.Comma"), new[] { contact.Name, contact.Role, contact.Phone, contact.Email, contact.Hours }.OfType<string>());
}
