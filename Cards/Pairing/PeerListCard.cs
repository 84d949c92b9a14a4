using System.Globalization;

namespace PeerBot.Cards;

/// <summary>Whoever has joined and has room, to choose from; authority and section are filters and never barriers.</summary>
public static class PeerListCard
{
    public const int OnePage = 5;

    /// <param name="People">Those of this page.</param>
    /// <param name="Authorities">To filter by; the value is the word itself.</param>
    /// <param name="Page">0 first.</param>
    /// <param name="Other">Other help that somebody may be looking for instead.</param>
    public sealed record View(
        IReadOnlyList<Entry> People, int Total, int Page, IReadOnlyList<string> Authorities, IReadOnlyList<string> Sections, string? Authority,
        string? Section, IReadOnlyList<Button> Other);

    /// <param name="Key">Short opaque value that the press carries.</param>
    /// <param name="Facts">From the definition's profile fields, such as the authority.</param>
    public sealed record Entry(string Key, string Name, IReadOnlyList<Line> Facts, string About);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "PeerList", texts.Plain("PeerList.Heading"),
            [
                Blocks.Text(view.Total == 0
                    ? texts.Say(view.Authority is null && view.Section is null ? "PeerList.Nobody" : "PeerList.NobodyHere")
                    : view.Total == 1 ? texts.Say("PeerList.TextOne") : texts.Say("PeerList.Text", ("total", view.Total))),
                .. view.People.SelectMany(person => Show(person, frame)),
                view.Authorities.Count > 1 ? Filter(InputIds.Authority, texts.Plain("PeerList.Authority"), view.Authorities, view.Authority, frame) : null,
                view.Sections.Count > 1 ? Filter(InputIds.Section, texts.Plain("PeerList.Section"), view.Sections, view.Section, frame) : null,
            ],
            [
                view.Authorities.Count > 1 || view.Sections.Count > 1 ? frame.Action(Verbs.PeerList, texts.Plain("PeerList.Show")) : null,
                (view.Page + 1) * OnePage < view.Total ? frame.Action(Verbs.PeerList, texts.Plain("PeerList.More"), More(view)) : null,
                frame.Press(Verbs.PeerStart, texts.Plain("PeerList.Mine"), "mine"),
                .. view.Other.Select(button => frame.Press(button.Verb, button.Title, button.Arg)),
            ]);
    }

    /// <summary>The next page and the filters that it is a page of, by their places: "1|0|-1".</summary>
    private static string More(View view) =>
        string.Create(CultureInfo.InvariantCulture, $"{view.Page + 1}|{Place(view.Authorities, view.Authority)}|{Place(view.Sections, view.Section)}");

    /// <summary>The page that a press for more asks for; with other filters than on the card the list begins anew.</summary>
    public static int PageOf(string? arg, IReadOnlyList<string> authorities, string? authority, IReadOnlyList<string> sections, string? section) =>
        arg?.Split('|') is [var number, var one, var other] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && one == Digits(Place(authorities, authority)) && other == Digits(Place(sections, section))
            ? page
            : 0;

    private static int Place(IReadOnlyList<string> words, string? chosen) => chosen is null ? -1 : words.ToList().IndexOf(chosen);

    private static string Digits(int place) => place.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<AdaptiveElement> Show(Entry person, CardFrame frame)
    {
        yield return Blocks.Subheading(Typed.Escape(Typed.Line(person.Name)));
        if (person.Facts.Count > 0)
        {
            yield return Blocks.Facts(person.Facts);
        }

        if (person.About.Length > 0)
        {
            yield return Blocks.Quote(person.About, ProfileCard.SummaryMost);
        }

        yield return new AdaptiveActionSet(
            [frame.Press(Verbs.PeerChoose, frame.Texts.Plain("PeerList.Choose"), person.Key).Means(frame.Texts.Plain("PeerList.ChooseName", ("name", person.Name)))]);
    }

    private static AdaptiveChoiceSetInput Filter(string id, string label, IReadOnlyList<string> words, string? chosen, CardFrame frame) =>
        new(id, frame.Optional(label), [.. words.Select(word => new AdaptiveChoice(word, word))])
        {
            Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = frame.Texts.Plain("PeerList.Any"),
            Value = chosen,
        };
}
