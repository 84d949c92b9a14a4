using NodaTime;

namespace PeerBot.Cards;

/// <summary>C07: you are paired. Only the supporter's view has the note.</summary>
public static class PairedCard
{
    /// <param name="Chat">Opens a Teams chat with the other person; null when there is no way to.</param>
    public abstract record View(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat)
    {
        public sealed record ForRequester(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat)
            : View(OtherName, OtherOrganisation, Pairing, Chat);

        public sealed record ForSupporter(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat, string? Note)
            : View(OtherName, OtherOrganisation, Pairing, Chat);
    }

    /// <summary>What both are told.</summary>
    /// <param name="FirstContactBy">Null: either of the two.</param>
    /// <param name="Months">Longest time from the first meeting; null: no limit.</param>
    /// <param name="InPerson">Most meetings in person; null: no limit.</param>
    /// <param name="ContactMadeOn">Null: the first contact is still to come.</param>
    public sealed record Pairing(
        PairRole? FirstContactBy, LocalDate By, int? Months, int? InPerson, LocalTime ContactFrom, LocalTime ContactTo,
        bool TermTimeOnly, bool PersonalPhonesNever, LocalDate? ContactMadeOn = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var reader = view is View.ForSupporter ? PairRole.Supporter : PairRole.Requester;
        var pairing = view.Pairing;
        return frame.Card(
            "Paired", texts.Plain("Paired.Heading", ("name", view.OtherName)),
            [
                Blocks.Small(Typed.Escape(Typed.Line(view.OtherOrganisation))),
                new AdaptiveTextBlock(FirstContact(view, reader, texts)) { Weight = AdaptiveTextWeight.Bolder },
                view is View.ForSupporter { Note: { } note } ? Note(note, view.OtherName, texts) : null,
                Blocks.Text(texts.Say(
                    pairing.TermTimeOnly ? "Paired.HoursInTerm" : "Paired.Hours",
                    ("hours", texts.Range(pairing.ContactFrom, pairing.ContactTo)))),
                pairing.PersonalPhonesNever ? Blocks.Text(texts.Say("NoPersonalPhones")) : null,
                Limits(pairing, texts) is { } limits ? Blocks.Text(limits) : null,
            ],
            frame.Press(Verbs.RulesOpen, texts.Plain("Paired.Rules")).Main(),
            pairing.ContactMadeOn is null && (pairing.FirstContactBy is null || pairing.FirstContactBy == reader)
                ? frame.Press(Verbs.ContactMade, texts.Plain("Paired.ContactMadeButton"))
                : null,
            view.Chat is { } chat ? new AdaptiveOpenUrlAction(texts.Plain("Paired.Chat"), chat) : null,
            frame.Press(Verbs.CycleWithdraw, texts.Plain("Paired.Withdraw")));
    }

    private static string FirstContact(View view, PairRole reader, Texts texts) => view.Pairing.FirstContactBy switch
    {
        _ when view.Pairing.ContactMadeOn is { } made => texts.Say("Paired.ContactMade", ("date", made)),
        null => texts.Say("Paired.EitherFirst", ("date", view.Pairing.By)),
        var first when first == reader => texts.Say("Paired.YouFirst", ("name", view.OtherName), ("date", view.Pairing.By)),
        _ => texts.Say("Paired.TheyFirst", ("name", view.OtherName), ("date", view.Pairing.By)),
    };

    private static AdaptiveContainer Note(string note, string from, Texts texts) => Blocks.Panel(
        Blocks.Subheading(texts.Say("Paired.Note", ("name", from))) with { Spacing = null },
        Blocks.Quote(note, RequestCard.NoteMost),
        Blocks.Small(texts.Say("Paired.NoteOnlyYou")));

    private static string? Limits(Pairing pairing, Texts texts) => (pairing.InPerson, pairing.Months) switch
    {
        ({ } times, { } months) => texts.Say("Paired.InPersonAndMonths", ("times", times), ("months", months)),
        ({ } times, null) => texts.Say("Paired.InPerson", ("times", times)),
        (null, { } months) => texts.Say("Paired.Months", ("months", months)),
        _ => null,
    };
}

public enum PairRole
{
    Requester,
    Supporter,
}
