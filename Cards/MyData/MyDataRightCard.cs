using NodaTime;

namespace PeerBot.Cards;

/// <summary>C34 ‹Object›, ‹Complain› and a correction that others make: number, date and who answers, at once.</summary>
public static class MyDataRightCard
{
    public enum Kind
    {
        Correction,
        Objection,
        Complaint,
    }

    /// <param name="By">Last day for the answer.</param>
    /// <param name="Told">PeerBot tells the contact; otherwise the reader writes to them.</param>
    public sealed record View(Kind Kind, string Number, LocalDate On, LocalDate By, WorkContact Contact, bool Told);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MyDataRight", texts.Plain("MyDataRight.Heading." + view.Kind, ("number", view.Number)),
            [
                Blocks.Text(texts.Say("MyDataRight.Text." + view.Kind)),
                Blocks.Facts(
                [
                    new Line(texts.Plain("MyDataRight.Number"), view.Number),
                    new Line(texts.Plain("MyDataRight.On"), texts.Date(view.On)),
                    new Line(texts.Plain("MyDataRight.By"), texts.Date(view.By)),
                ]),
                Blocks.Text(texts.Say(view.Told ? "MyDataRight.Told" : "MyDataRight.Write", ("name", view.Contact.Name))),
                texts.Contact(view.Contact),
            ],
            view.Told || view.Contact.Email is null ? null : new AdaptiveOpenUrlAction(
                texts.Plain("MyDataRight.Email"), new Uri($"mailto:{view.Contact.Email}?subject={Uri.EscapeDataString(view.Number)}")),
            frame.Press(Verbs.MyDataShow, texts.Plain("MyDataFile.Back")));
    }
}
