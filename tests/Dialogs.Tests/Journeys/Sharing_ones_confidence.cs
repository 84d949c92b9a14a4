using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Sharing_ones_confidence
{
    private const string Evidence = "Three governors wrote to me about it";

    [Fact, Trait("Requirement", "A-12"), Trait("Requirement", "A-11"), Trait("Requirement", "S0-19")]
    public async Task The_partner_reads_answers_in_words_never_evidence_until_the_owner_stops_and_then_no_card_shows_them()
    {
        var scheme = Answered(Occasion.Before);
        await scheme.Amira.Says("self-evaluation");
        await scheme.Amira.Presses(Verbs.SelfEvaluationShare);
        scheme.Amira.Sees("Grace Obi can see this until you stop sharing.");
        scheme.Grace.Sees("Something is shared with you");
        scheme.Grace.NeverSaw("Less confident");

        await scheme.Grace.Presses(Verbs.SharedShow);
        await scheme.Grace.Presses(Verbs.SharedOpen);
        var open = scheme.Grace.Sees("What Amira Khan shares with you", ": Less confident", ": left blank");
        scheme.Grace.NeverSaw(Evidence, "How do I know");
        Assert.DoesNotMatch(@"\d\s*%|total|score|average", open.Text);

        await scheme.Amira.Presses(Verbs.SelfEvaluationUnshare);
        Assert.True(open.IsReplaced);
        Assert.DoesNotContain(scheme.Grace.Messages, message => !message.IsReplaced && message.Text.Contains("Less confident", StringComparison.Ordinal));
        await scheme.Grace.Says("shared with me");
        scheme.Grace.Sees("Nothing is shared with you at the moment.");
    }

    [Fact, Trait("Requirement", "A-12")]
    public async Task It_is_drawn_afresh_each_time_it_is_opened()
    {
        var scheme = Answered(Occasion.Before, shared: true);
        await scheme.Grace.Says("shared with me");
        var card = scheme.Grace.Card(Verbs.SharedOpen);
        await scheme.Grace.PressesOn(card, Verbs.SharedOpen);
        scheme.Grace.Sees(": Less confident");
        var evaluation = scheme.Only<SelfEvaluation>();
        scheme.Store.Put(evaluation with { Answers = new Dictionary<string, Confidence> { ["LE8"] = Confidence.Very } });

        await scheme.Grace.PressesOn(card, Verbs.SharedOpen);
        Assert.Contains(": Very confident", scheme.Grace.Sees("What Amira Khan shares").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(": Less confident", scheme.Grace.Sees("What Amira Khan shares").Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "A-11"), Trait("Requirement", "A-12")]
    public async Task Then_and_now_is_shown_in_words_and_what_was_before_only_where_that_is_shared_as_well()
    {
        var scheme = Answered(Occasion.After, shared: true, before: false);
        await scheme.Grace.Says("shared with me");
        await scheme.Grace.Presses(Verbs.SharedOpen);
        Assert.DoesNotContain("→", scheme.Grace.Sees("What Amira Khan shares").Text, StringComparison.Ordinal);

        scheme = Answered(Occasion.After, shared: true, before: true);
        await scheme.Grace.Says("shared with me");
        await scheme.Grace.Presses(Verbs.SharedOpen, button: "second look");
        scheme.Grace.Sees("Handle sensitive situations well", "Less confident → Confident · ▲ more confident");
    }

    [Fact, Trait("Requirement", "A-11"), Trait("Requirement", "A-14")]
    public async Task Without_the_owners_yes_nobody_gets_it_by_any_command()
    {
        var scheme = Answered(Occasion.Before);
        var cycle = scheme.Only<Cycle>();
        foreach (var person in new[] { scheme.Grace, scheme.Of(Authority.Sam), scheme.Hannah })
        {
            await person.Says("shared with me");
            foreach (var verb in new[] { Verbs.SharedOpen, Verbs.SharedShow, Verbs.SelfEvaluationShow, Verbs.SelfEvaluationBegin })
            {
                await person.Forges($$"""{"verb":"{{verb}}","id":"{{cycle.Id}}","version":1,"arg":"Before"}""");
                await person.Forges($$"""{"verb":"{{verb}}","id":"{{cycle.Id}}.Before","version":1,"arg":"Before"}""");
            }

            person.NeverSaw(Evidence, ": Less confident");
        }
    }

    [Fact, Trait("Requirement", "A-12")]
    public async Task The_end_of_the_cycle_covers_what_was_shared()
    {
        var scheme = Answered(Occasion.Before, shared: true);
        await scheme.Grace.Says("shared with me");
        await scheme.Grace.Presses(Verbs.SharedOpen);
        var open = scheme.Grace.Sees("What Amira Khan shares");
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        Assert.True(open.IsReplaced);
    }

    private static Scheme Answered(Occasion occasion, bool shared = false, bool before = false)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var instrument = Authority.Reference.Library.Instruments["cld-self-evaluation"];
        SelfEvaluation Answer(Occasion when, Confidence confidence, bool share) =>
            SelfEvaluation.Start(Authority.Amira.Id, cycle.Id, when, instrument, SchoolTime.At("2026-11-24T09:00")) with
            {
                Answers = new Dictionary<string, Confidence> { ["LE8"] = confidence },
                Evidence = new Dictionary<string, string> { ["leadership"] = Evidence },
                NextSection = null,
                Shared = share,
            };
        var first = occasion == Occasion.Before ? shared : before;
        return new Scheme(
            "2026-11-24T10:00",
            [
                cycle, Authority.Supporter(Authority.Grace, active: 1), Answer(Occasion.Before, Confidence.Less, first),
                .. occasion == Occasion.Before ? [] : new[] { Answer(occasion, Confidence.Confident, shared) },
            ]);
    }
}
