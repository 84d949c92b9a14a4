using NodaTime;

namespace PeerBot.Cards;

/// <summary>A closure or a bank holiday to add, and then what falls on it.</summary>
public static class CalendarChangeCard
{
    public const string Holiday = "holiday";
    public const string Closure = "closure";

    private const int NameMost = 80;

    /// <param name="From">As filled in; null at first.</param>
    /// <param name="Kind"><see cref="Holiday"/> or <see cref="Closure"/>.</param>
    /// <param name="HasHolidays">False where the programme knows no bank holidays.</param>
    /// <param name="Falls">Meetings of the programme that fall on it, "who with whom" – when; null before it was looked for.</param>
    /// <param name="MoreFall">How many more, of this programme or of others.</param>
    public sealed record View(
        LocalDate Today, string? Name = null, LocalDate? From = null, LocalDate? Until = null, string Kind = Closure, bool HasHolidays = true,
        string? Problem = null, IReadOnlyList<Line>? Falls = null, int MoreFall = 0);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var look = frame.Action(Verbs.CalendarLook, texts.Plain(view.Falls is null ? "CalendarChange.Look" : "CalendarChange.LookAgain"));
        return frame.Card(
            "CalendarChange", texts.Plain("CalendarChange.Heading"),
            [
                Blocks.Text(texts.Say("CalendarChange.Text")),
                texts.Problem(view.Problem),
                .. Falls(view, texts),
                view.HasHolidays
                    ? new AdaptiveChoiceSetInput(InputIds.DayKind, frame.Required(texts.Plain("CalendarChange.Kind")),
                    [
                        new(texts.Plain("CalendarChange.Closure"), Closure), new(texts.Plain("CalendarChange.Holiday"), Holiday),
                    ])
                    {
                        Value = view.Kind, IsRequired = true, ErrorMessage = texts.Plain("CalendarChange.KindMissing"),
                    }
                    : null,
                new AdaptiveTextInput(InputIds.DayName, frame.Required(texts.Plain("CalendarChange.Name")), NameMost)
                {
                    Value = view.Name is { } name ? Typed.Line(name, NameMost) : null, IsRequired = true,
                    ErrorMessage = texts.Plain("CalendarChange.NameMissing"),
                },
                new AdaptiveDateInput(InputIds.From, frame.Required(texts.Plain("CalendarChange.From")))
                {
                    Value = view.From.Iso(), IsRequired = true, ErrorMessage = texts.Plain("CalendarChange.FromMissing"),
                },
                new AdaptiveDateInput(InputIds.Until, frame.Optional(texts.Plain("CalendarChange.Until"))) { Value = view.Until.Iso() },
            ],
            view.Falls is null ? look.Main() : frame.Action(Verbs.CalendarAdd, texts.Plain("CalendarChange.Add")).Main(),
            view.Falls is null ? null : look,
            frame.Press(Verbs.CalendarShow, texts.Plain("Back")));
    }

    private static IEnumerable<AdaptiveElement> Falls(View view, Texts texts)
    {
        if (view.Falls is not { } falls)
        {
            return [];
        }

        var count = falls.Count + view.MoreFall;
        List<AdaptiveElement?> parts =
        [
            Blocks.Subheading(texts.Say(
                count == 0 ? "CalendarChange.NoneFall" : count == 1 ? "CalendarChange.OneFalls" : "CalendarChange.ManyFall", ("count", count)))
                with { Spacing = null },
            falls.Count > 0 ? Blocks.Facts(falls) : null,
            view.MoreFall > 0 && falls.Count > 0 ? Blocks.Small(texts.Say("CalendarChange.MoreFall", ("count", view.MoreFall))) : null,
            count > 0 ? Blocks.Small(texts.Say("CalendarChange.OwnersHear")) : null,
        ];
        return [Blocks.Panel(parts)];
    }
}
