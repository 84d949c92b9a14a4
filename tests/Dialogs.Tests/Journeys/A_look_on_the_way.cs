using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>A definition that lists a midway self-evaluation has it offered, not only given to whoever asks.</summary>
public sealed class A_look_on_the_way
{
    [Theory, Trait("Requirement", "S3-43"), Trait("Requirement", "S3-22")]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Is_offered_after_the_third_meeting_to_whoever_took_the_first(int before, bool offered)
    {
        var programme = Scotland.Programme(Scotland.PeerMentoring);
        var cycle = Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven, pairedAt: "2026-11-02T10:00");
        var instrument = Scotland.Reference.Library.Instruments[programme.SelfEvaluation.InstrumentRef!];
        var first = SelfEvaluation.Start(Scotland.Isla.Id, cycle.Id, Occasion.Before, instrument, SchoolTime.At("2026-11-03T10:00")) with { NextSection = null };
        var half = SelfEvaluation.Start(Scotland.Morven.Id, cycle.Id, Occasion.Before, instrument, SchoolTime.At("2026-11-03T10:00"));
        var last = Given.Meeting(cycle, "2026-11-24T10:30");
        var world = new Scheme(
            "2026-11-24T10:00",
            [
                .. Scotland.Everyone(), cycle, first, half, last,
                .. Enumerable.Range(0, before).Select(week => Given.Meeting(cycle, $"2026-11-{4 + (week * 7):00}T14:00", MeetingState.Held)),
            ])
        { Reference = Scotland.Reference };
        world.Expects(new Errand.AskDidYouMeet(last.Id, Scotland.Isla.Id, last.Start), "2026-11-24T12:00");
        world.Expects(new Errand.AskDidYouMeet(last.Id, Scotland.Morven.Id, last.Start), "2026-11-24T12:00");
        await world.MovesTo("2026-11-24T12:30");
        var (isla, morven) = (world.Of(Scotland.Isla), world.Of(Scotland.Morven));
        await isla.Presses(Verbs.MetYes);
        await morven.Presses(Verbs.MetYes);

        Assert.Equal(offered, isla.Has(Verbs.SelfEvaluationSkip));
        Assert.False(morven.Has(Verbs.SelfEvaluationSkip));
        if (offered)
        {
            isla.Sees("Look again at your confidence?", "It is optional");
            await isla.Presses(Verbs.SelfEvaluationBegin);
            await isla.Presses(Verbs.SelfEvaluationNext);
            Assert.Contains(world.Store.All<SelfEvaluation>(), one => one.Occasion == Occasion.Midway && one.Owner == Scotland.Isla.Id);
        }
    }
}
