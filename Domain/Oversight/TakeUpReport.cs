using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Oversight;

/// <summary>What is not to be told of few is hidden in every row. Null: the programme has no such thing.</summary>
/// <param name="Training">Of those who may be trained or have been, how many stand where; in the order of <see cref="TakeUpReport.Steps"/>.</param>
/// <param name="Supervision">Of those who serve, how many have asked for supervision, and how many have not.</param>
/// <param name="Limits">Of the cycles that run, how many are near a limit, and how many are not.</param>
public sealed record TakeUpFigures(ShownRow? Training, ShownRow? Supervision, ShownRow? Limits);

/// <summary>How much is made of training and supervision, and how many cycles come near their limits.</summary>
public sealed class TakeUpReport(Turn turn, Programme programme)
{
    private const int Everything = 100_000;

    public static IReadOnlyList<SupporterState> Steps { get; } =
        [SupporterState.CriteriaChecked, SupporterState.TrainingBooked, SupporterState.Trained, SupporterState.Listed, SupporterState.Paused];

    public async Task<TakeUpFigures> ReadAsync() => new(
        programme.Training.Required ? await TrainingAsync() : null,
        programme.Supervision.OfferedToAll ? await SupervisionAsync() : null,
        programme.Cycle.Limits is { InPersonMeetings: null, TotalMeetings: null, Months: null } ? null : await LimitsAsync());

    private async Task<ShownRow> TrainingAsync()
    {
        var counts = await turn.Stores.CountSupportersAsync(programme.Id);
        return Row([.. Steps.Select(step => counts.GetValueOrDefault(step))]);
    }

    private async Task<ShownRow> SupervisionAsync()
    {
        var (asked, all) = (0, 0);
        foreach (var state in new[] { SupporterState.Listed, SupporterState.Paused })
        {
            var serving = await turn.Stores.SupportersAsync(programme.Id, state, 0, Everything);
            all += serving.Count;
            asked += serving.Count(profile => profile.Supervision is not null);
        }

        return Row([asked, all - asked]);
    }

    private async Task<ShownRow> LimitsAsync()
    {
        var counts = await turn.Stores.CountCyclesAsync(programme.Id);
        var near = counts.GetValueOrDefault(CycleStanding.NearLimit) + counts.GetValueOrDefault(CycleStanding.Review);
        return Row([near, counts.Values.Sum() - near]);
    }

    private ShownRow Row(IReadOnlyList<int> counts) => SmallNumbers.Hide(counts, programme.Oversight.MinimumReportCount);
}
