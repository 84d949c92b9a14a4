using NodaTime;

namespace PeerBot.Cards;

/// <summary>C08: the ground rules that both sign.</summary>
public static class GroundRulesCard
{
    public const int PlaceMost = 100;
    public const int ChangeMost = 200;

    public enum Step
    {
        /// <summary>Read, and agree or suggest.</summary>
        Read,

        /// <summary>Read; the lead of the group goes first.</summary>
        LeadFirst,

        /// <summary>Read, and go first: the reader leads the group.</summary>
        Lead,

        /// <summary>Change what is suggested.</summary>
        Suggest,

        /// <summary>The reader has agreed; the other has not yet.</summary>
        Waiting,

        /// <summary>Both have agreed.</summary>
        Agreed,
    }

    /// <param name="Rules">What stands to be agreed.</param>
    /// <param name="OtherAgreed">The other person has agreed to exactly these.</param>
    /// <param name="SuggestedBy">Whose change this version holds; null for the first version.</param>
    /// <param name="AgreedOn">When both had agreed.</param>
    /// <param name="Links">What the scheme gives to read with its ground rules; null: nothing.</param>
    /// <param name="MayMeet">False for the lead of a group who is not in it.</param>
    public sealed record View(
        Step Step, string OtherName, PairRole Reader, Rules Rules, Confidentiality Confidentiality, IReadOnlyList<string> Principles,
        bool PersonalPhonesNever, bool OtherAgreed = false, string? SuggestedBy = null, LocalDate? AgreedOn = null, string? Problem = null,
        IReadOnlyList<(string Name, Uri Address)>? Links = null, bool MayMeet = true);

    /// <param name="Place">Where to meet, in the pair's words; null: wherever suits both each time.</param>
    /// <param name="Ways">Values of <see cref="ContactWays"/>.</param>
    /// <param name="Notes">A value of <see cref="NotesRules"/>.</param>
    /// <param name="Changes">What the pair added, in their words.</param>
    public sealed record Rules(string? Place, IReadOnlyList<string> Ways, string Notes, IReadOnlyList<string> Changes);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return view.Step == Step.Suggest ? Suggest(view, frame) : frame.Card(
            "Rules", texts.Plain(view.Step == Step.Agreed ? "Rules.HeadingAgreed" : "Rules.Heading"),
            [
                Blocks.Text(Standing(view, texts)),
                view.Step == Step.Lead ? Blocks.Notice(texts.Say("Rules.LeadPrompt")) : null,
                Blocks.Bullets(Lines(view, texts)),
                view.Rules.Changes.Count == 0 ? null : Blocks.Subheading(texts.Say("Rules.Added")),
                .. view.Rules.Changes.Select(change => Blocks.Quote(change, ChangeMost)),
                view.Principles.Count == 0 ? null : Blocks.Small(texts.Say("Rules.Principles", ("list", texts.List(view.Principles)))),
                texts.Confidential(view.Confidentiality, view.Reader),
                Blocks.Small(texts.Say("Rules.Elsewhere")),
            ],
            [
                view.Step is Step.Read or Step.Lead ? frame.Press(Verbs.RulesAgree, texts.Plain("Rules.Agree")).Main() : null,
                view.Step == Step.Agreed
                    ? view.MayMeet ? frame.Press(Verbs.CadenceOpen, texts.Plain("Rules.Rhythm")).Main() : null
                    : view.Step == Step.LeadFirst ? null
                    : frame.Press(Verbs.RulesChange, texts.Plain("Rules.Change")),
                .. (view.Links ?? []).Select(link => new AdaptiveOpenUrlAction(link.Name, link.Address)),
            ]);
    }

    private static string Standing(View view, Texts texts) => view.Step switch
    {
        Step.Agreed when view.AgreedOn is { } date => texts.Say("Rules.AgreedOn", ("name", view.OtherName), ("date", date)),
        Step.Agreed => texts.Say("Rules.AgreedByBoth", ("name", view.OtherName)),
        Step.Waiting => texts.Say("Rules.Waiting", ("name", view.OtherName)),
        Step.LeadFirst => texts.Say("Rules.LeadFirst", ("name", view.OtherName)),
        Step.Lead => texts.Say("Rules.Lead"),
        _ when view.OtherAgreed => texts.Say("Rules.OtherAgreed", ("name", view.OtherName)),
        _ when view.SuggestedBy is { } by => texts.Say("Rules.Suggested", ("name", by)),
        _ => texts.Say("Rules.Intro", ("name", view.OtherName)),
    };

    private static IEnumerable<string> Lines(View view, Texts texts)
    {
        var rules = view.Rules;
        yield return texts.Plain("Rules.Respect");
        yield return rules.Place is { Length: > 0 } place ? texts.Plain("Rules.Place", ("place", place)) : texts.Plain("Rules.PlaceOpen");
        yield return texts.Plain("Rules.Ways", ("ways", texts.List([.. rules.Ways.Select(way => texts.Plain("Ways." + way))])));
        if (view.PersonalPhonesNever) yield return texts.Plain("NoPersonalPhones");
        yield return texts.Plain(NotesKey(rules.Notes, view.Reader), ("name", view.OtherName));
        yield return texts.Plain("Rules.Withdraw");
    }

    private static string NotesKey(string notes, PairRole reader) => notes switch
    {
        "none" => "Notes.None",
        "each-own" => "Notes.EachOwn",
        "requester" => reader == PairRole.Requester ? "Notes.You" : "Notes.They",
        "supporter" => reader == PairRole.Supporter ? "Notes.You" : "Notes.They",
        _ => throw new ArgumentException($"No rule for notes '{notes}'."),
    };

    private static AdaptiveCard Suggest(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Rules", texts.Plain("Rules.HeadingSuggest"),
            [
                Blocks.Text(texts.Say("Rules.SuggestIntro", ("name", view.OtherName))),
                texts.Problem(view.Problem),
                new AdaptiveTextInput(InputIds.Place, texts.Plain("Rules.PlaceLabel", ("most", PlaceMost)), PlaceMost)
                {
                    Value = view.Rules.Place,
                    Private = true,
                },
                new AdaptiveChoiceSetInput(InputIds.Ways, frame.Required(texts.Plain("Rules.WaysLabel")),
                    [.. ContactWays.All.Select(way => new AdaptiveChoice(texts.Plain("WaysChoice." + way), way))])
                {
                    IsMultiSelect = true,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Rules.WaysMissing"),
                    Value = string.Join(',', view.Rules.Ways),
                },
                new AdaptiveChoiceSetInput(InputIds.Notes, frame.Required(texts.Plain("Rules.NotesLabel")),
                    [.. NotesRules.All.Where(notes => !texts.Words.ForGroup || notes is "none" or "each-own").Select(notes =>
                        new AdaptiveChoice(texts.Plain(NotesKey(notes, view.Reader), ("name", view.OtherName)), notes))])
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Rules.NotesMissing"),
                    Value = view.Rules.Notes,
                },
                new AdaptiveTextInput(InputIds.Change, texts.Plain("Rules.ChangeLabel", ("most", ChangeMost)), ChangeMost)
                {
                    IsMultiline = true,
                    Private = true,
                },
                Blocks.Small(texts.Say("Rules.SeenByPair")),
            ],
            frame.Action(Verbs.RulesPropose, texts.Plain("Rules.Propose")).Main(),
            frame.Press(Verbs.RulesBack, texts.Plain("Back")));
    }
}
