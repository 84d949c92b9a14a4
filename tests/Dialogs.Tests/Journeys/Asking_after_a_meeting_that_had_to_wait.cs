using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Asking_after_a_meeting_that_had_to_wait
{
    private const string Question = "Did you meet?";

    [Fact, Trait("Requirement", "S0-18")]
    public async Task Both_are_asked_when_a_pause_of_the_cycle_ends()
    {
        var scheme = await MeetingAsync();
        await PressAsync(scheme, Verbs.CyclePause);
        await scheme.MovesTo("2026-12-14T10:00");
        Assert.Equal((0, 0, MeetingState.Booked), (Asked(scheme.Amira), Asked(scheme.Grace), scheme.Only<Meeting>().State));

        await PressAsync(scheme, Verbs.CycleResume);
        scheme.Amira.Sees(Question, "with Grace Obi");
        scheme.Grace.Sees(Question, "with Amira Khan");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Grace.Presses(Verbs.MetYes);
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task Five_working_days_count_from_the_end_of_the_pause()
    {
        var scheme = await MeetingAsync();
        await PressAsync(scheme, Verbs.CyclePause);
        await scheme.MovesTo("2026-12-09T10:00");
        await PressAsync(scheme, Verbs.CycleResume);

        await scheme.MovesTo("2026-12-16T17:29");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.MovesTo("2026-12-16T17:30");
        Assert.Equal(NotHeldReason.Unknown, scheme.Only<Meeting>().NotHeld);
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task A_pause_that_is_over_before_the_question_is_due_does_not_double_it()
    {
        var scheme = await MeetingAsync();
        await PressAsync(scheme, Verbs.CyclePause);
        await PressAsync(scheme, Verbs.CycleResume);
        await scheme.MovesTo("2026-12-03T17:00");
        Assert.Equal((1, 1), (Asked(scheme.Amira), Asked(scheme.Grace)));
        await PressAsync(scheme, Verbs.CyclePause);
        await PressAsync(scheme, Verbs.CycleResume);
        Assert.Equal((1, 1), (Asked(scheme.Amira), Asked(scheme.Grace)));
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task The_second_question_to_two_who_differ_waits_for_the_end_of_a_pause_too()
    {
        var scheme = await MeetingAsync();
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetYes);
        await PressAsync(scheme, Verbs.CyclePause);
        await scheme.Grace.Presses(Verbs.MetNo);
        await scheme.MovesTo("2026-12-14T10:00");
        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.Contains("remember differently", StringComparison.Ordinal));

        await PressAsync(scheme, Verbs.CycleResume);
        scheme.Amira.Sees("You two remember differently");
        scheme.Grace.Sees("You two remember differently");
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task A_cycle_that_ends_in_its_pause_asks_at_its_end()
    {
        var scheme = await MeetingAsync();
        await PressAsync(scheme, Verbs.CyclePause);
        await scheme.MovesTo("2026-12-09T10:00");
        await scheme.Does(async turn => await new FinishCycle(turn).FinishAsync(Authority.Amira.Id, scheme.Only<Cycle>().Id));
        scheme.Grace.Sees(Question);
        scheme.Amira.Sees(Question);
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task Whoever_was_away_is_asked_when_they_are_back_and_waited_for()
    {
        var scheme = await MeetingAsync();
        scheme.Store.Put(Authority.Supporter(Authority.Grace, active: 1) with
        {
            Absences = [new Absence(new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 13))],
        });
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetNo);
        await scheme.MovesTo("2026-12-11T17:30");
        Assert.Equal((0, MeetingState.Booked), (Asked(scheme.Grace), scheme.Only<Meeting>().State));

        await scheme.MovesTo("2026-12-14T08:30");
        scheme.Grace.Sees(Question);
        await scheme.Grace.Presses(Verbs.MetNo);
        Assert.Equal(NotHeldReason.Missed, scheme.Only<Meeting>().NotHeld);
    }

    /// <summary>In the middle of a meeting that was booked for half past three.</summary>
    private static async Task<Scheme> MeetingAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-12-03T16:00");
        return scheme;
    }

    private static Task PressAsync(Scheme scheme, string verb) =>
        scheme.Grace.Forges($$"""{"verb":"{{verb}}","id":"{{scheme.Only<Cycle>().Id}}","version":0}""");

    private static int Asked(Participant person) => person.Messages.Count(message => message.Text.Contains(Question, StringComparison.Ordinal));
}
