using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Oversight;

/// <summary>Whoever leaves a group is asked for feedback with the words that its leader reads it, so the leader does.</summary>
public sealed class Feedback_of_a_group
{
    private static readonly IReadOnlyList<Person> Leavers = [Learning.Dev, Learning.Ewa, Learning.Finn, Learning.Gita, Learning.Hugo];

    [Fact, Trait("Requirement", "S2-35"), Trait("Requirement", "S2-36")]
    public async Task What_those_say_who_leave_counts_in_the_term_in_which_they_say_it_and_is_read()
    {
        var (store, _) = Left();
        var (figures, quality) = await ReadAsync(store, "2026-12-08T10:00");

        Assert.Equal((5, 5), (figures[^1].Asked, figures[^1].Answered));
        Assert.Equal(["Evenings are hard", "Evenings are hard", "Evenings are hard", "Evenings are hard", "Evenings are hard"], quality.Comments);
        Assert.Equal(5, quality.Questions.Single(one => one.Question.Id == "useful").Rows[^1]!.Counts[2]);
    }

    [Fact, Trait("Requirement", "S2-36")]
    public async Task It_moves_to_no_other_term_when_the_group_ends_and_who_did_not_answer_counts_then()
    {
        var (store, cycle) = Left(answered: 4);
        store.Put(cycle with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = SchoolTime.At("2027-02-02T10:00") });
        foreach (var person in new[] { Learning.Ada, Learning.Ben, Learning.Cleo, Learning.Ines })
        {
            store.Put(Given(cycle, person, "2027-02-03T10:00"));
        }

        var (figures, _) = await ReadAsync(store, "2027-02-09T10:00", least: 1);
        Assert.Equal([(4, 4), (5, 4)], figures.TakeLast(2).Select(term => (term.Asked!.Value, term.Answered!.Value)));
    }

    /// <summary>A group that four are in and that five have left, after a session with all of them.</summary>
    private static (MemoryStore Store, Cycle Cycle) Left(int answered = 5)
    {
        var store = new MemoryStore();
        store.Put(Learning.Everyone());
        var (group, running) = Learning.Running("A", [Learning.Ada, Learning.Ben, Learning.Cleo, Learning.Ines, .. Leavers]);
        var cycle = running with { Members = [.. running.Members!.Take(4)], Former = [.. Leavers.Select(person => person.Id)] };
        store.Put(group, cycle, Learning.Session(running, "2026-11-03T13:00", MeetingState.Held, Learning.Ada, Learning.Dev));
        store.Put(Leavers.Take(answered).Select(person => Given(cycle, person, "2026-11-20T10:00")));
        return (store, cycle);
    }

    private static CycleFeedback Given(Cycle cycle, Person person, string at) => new(
        cycle.Id, person.Id, new Dictionary<string, string> { ["useful"] = "2", ["improve"] = "Evenings are hard" }, Permission.No, null, SchoolTime.At(at));

    private static async Task<(IReadOnlyList<TermFigures> Figures, QualityFigures Quality)> ReadAsync(MemoryStore store, string now, int least = 5)
    {
        var programme = Learning.Programme with { Oversight = Learning.Programme.Oversight with { MinimumReportCount = least } };
        var turn = new Turn(store.Begin(SchoolTime.At(now)), Learning.Reference, new MemoryCalendar(), SchoolTime.At(now));
        return (await new Participation(turn, programme).ReadAsync(new TermPage(4)), await new Quality(turn, programme).ReadAsync(new TermPage(4)));
    }
}
