using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static readonly PhaseCard.View SetGoals = new(
        "Phase 2 of 5: Set goals", Grace, "What realistic goal links to the school's goals?", new("7f9c|set-goals|prepare", "Prepare"),
        new("7f9c|set-goals|assess", "Assess"), Another: null, Subject: new("Persuasive writing in 8B", Mine: true));

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Phases()
    {
        yield return ("phase", () => PhaseCard.Of(SetGoals, Frame with { Standing = "Phase 2 of 5: Set goals" }));
        yield return ("phase-first", () => PhaseCard.Of(
            SetGoals with { Phase = "Phase 1 of 5: Assess", Before = null, Subject = new(null, Mine: true) }, Frame));
        yield return ("phase-told", () => PhaseCard.Of(
            SetGoals with { News = "Grace Obi has taken your cycle to this phase.", Subject = new(null, Mine: false) }, Frame));
        yield return ("phase-last", () => PhaseCard.Of(
            SetGoals with
            {
                Phase = "Phase 5 of 5: Reflect and debrief",
                Prompt = "What happened, what was learned, what next?",
                Next = null,
                Before = new("7f9c|reflect-debrief|implement", "Implement activities"),
                Another = "Assess",
                Subject = new("Persuasive writing in 8B", Mine: false),
            },
            Frame));
        yield return ("phase-hostile", () => PhaseCard.Of(
            new(Hostile, Hostile, Hostile, new("x", Hostile), new("y", Long(40)), null, Hostile, new(Hostile, Mine: true)), Frame));
        yield return ("subject", () => SubjectCard.Of(new(Grace, null), Frame with { Standing = "Phase 1 of 5: Assess" }));
        yield return ("subject-second", () => SubjectCard.Of(new(Grace, "Persuasive writing in 8B", "Poetry in 9C", Second: true), Frame));
        yield return ("subject-problem", () => SubjectCard.Of(new(Hostile, Hostile, Long(200), Problem: "Please leave out phone numbers."), Frame));
        yield return ("meeting-kind", () => MeetingKindCard.Of(
            new(At(2026, 11, 26, 14, 0), 30, Grace, [new("plan", "Plan"), new("observe", "Observe"), new("discuss", "Discuss")], "observe", "8B persuasion"), Frame));
        yield return ("meeting-kind-problem", () => MeetingKindCard.Of(
            new(At(2026, 11, 26, 14, 0), 30, Hostile, [new("plan", Hostile)], null, Hostile, "Please leave out phone numbers."), Frame));
        yield return ("C11-booked-kind", () => BookedCard.Of(
            new(BookedCard.State.Booked, At(2026, 11, 26, 14, 0), 30, Domain.Scheduling.MeetingMode.InPerson, Grace, "Peer support – protected time",
                Kind: "Be observed", Label: "8B persuasion", CanDescribe: true),
            Frame with { Standing = "Phase 4 of 5: Implement activities" }));
        yield return ("C15-reminder-ask-dont-tell", () => ReminderCard.Of(
            new(At(2026, 11, 26, 14, 0), 30, Domain.Scheduling.MeetingMode.InPerson, Amira, Kind: "Observe", Label: "8B persuasion", Stance: "Ask, don’t tell",
                Tip: "When an answer comes to your mind, ask in its place: What have you done since we last spoke, and how did it go?"),
            Frame with { Standing = "Phase 4 of 5: Implement activities" }));
    }
}
