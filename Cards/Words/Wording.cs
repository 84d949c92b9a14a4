using NodaTime;

namespace PeerBot.Cards;

/// <summary>Paragraphs that more than one card shows in the same words.</summary>
internal static class Wording
{
    /// <summary>What stays between two people and, in the same paragraph, what may not.</summary>
    public static AdaptiveContainer Confidential(this Texts texts, Confidentiality promise, PairRole reader) => Blocks.Panel(
        Blocks.Subheading(texts.Say("Confidential.Title")) with { Spacing = null },
        Blocks.Text(texts.Say(
            reader == PairRole.Supporter ? "Confidential.ForSupporter" : "Confidential.ForRequester",
            ("statement", promise.Statement), ("role", promise.NamedContactRole))));

    /// <summary>"Other help: NOSS (…), Education Support (08000 562 561)." Null when there is none.</summary>
    public static AdaptiveTextBlock? OtherHelp(this Texts texts, IReadOnlyList<Signpost> signposts) =>
        signposts.Count == 0 ? null : Blocks.Small(texts.Say("OtherHelp", ("list", texts.Signposts(signposts))));

    public static string Signposts(this Texts texts, IReadOnlyList<Signpost> signposts) =>
        string.Join(
            texts.Plain("List.Semicolon"),
            signposts.Select(s => s.Where is null ? s.Name : texts.Plain("Signpost", ("name", s.Name), ("where", s.Where))));

    public static AdaptiveContainer? Problem(this Texts texts, string? problem) =>
        problem is null ? null : Blocks.Notice(texts.Say("Problem", ("problem", problem)));

    public static AdaptiveFactSet Contact(this Texts texts, WorkContact contact)
    {
        var lines = new List<Line> { new(texts.Plain("Contact.Name"), contact.Name) };
        if (contact.Role is { } role) lines.Add(new(texts.Plain("Contact.Role"), role));
        if (contact.Phone is { } phone) lines.Add(new(texts.Plain("Contact.Phone"), phone));
        if (contact.Email is { } email) lines.Add(new(texts.Plain("Contact.Email"), email));
        if (contact.Hours is { } hours) lines.Add(new(texts.Plain("Contact.Hours"), hours));
        return Blocks.Facts(lines);
    }

    /// <summary>One button a slot, each in a row of its own: a date that is cut short could be any date.</summary>
    public static IEnumerable<AdaptiveActionSet> Slots(this CardFrame frame, string verb, IReadOnlyList<Slot> slots, int minutes) =>
        slots.Take(PickTimeCard.SlotsMost).Select((slot, index) => new AdaptiveActionSet(
        [
            frame.Press(verb, frame.Texts.DayTime(slot.Start), slot.Key).Means(
                slot.Why is { } why ? frame.Texts.Plain("Slot.Because", ("when", frame.Texts.DateTime(slot.Start, minutes)), ("why", why))
                    : frame.Texts.DateTime(slot.Start, minutes)) with
            {
                Style = index == 0 ? AdaptiveActionStyle.Positive : null,
            },
        ])
        {
            Spacing = AdaptiveSpacing.Small,
        });

    /// <summary>An ISO date for a date input.</summary>
    public static string? Iso(this LocalDate? date) =>
        date?.ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture);
}
