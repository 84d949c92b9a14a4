using PeerBot.Domain.Oversight;

namespace PeerBot.Domain.Tests.Oversight;

public sealed class Small_numbers
{
    [Theory, Trait("Requirement", "S2-36")]
    [InlineData("6 7 0", "6 7 0", "a count of nobody points at nobody")]
    [InlineData("4 9 8", "? 9 ?", "one hidden by itself is what the sum leaves over: the next smallest goes too")]
    [InlineData("3 4 8", "< < 8", "two small ones hide each other")]
    [InlineData("1 2 8 9", "? ? ? 9", "together they are fewer than may be shown")]
    [InlineData("5 5 1", "? ? ?", "which of two alike went would say that the hidden one is less")]
    [InlineData("4 4 9", "? ? ?", "two that are as large as they can be")]
    [InlineData("4 4", "? ?", "the same, with nothing else to hide behind: that they are small is not said")]
    [InlineData("0 3 0", "< < <", "that the others are empty would say it")]
    [InlineData("1 1 1", "", "three places and three people: nothing of it can be told")]
    [InlineData("3", "<", "a row of one has no sum to subtract from")]
    [InlineData("0 0", "0 0", "nobody at all")]
    public void Are_hidden_with_what_they_could_be_worked_out_from(string counts, string shown, string why)
    {
        var row = SmallNumbers.Hide([.. counts.Split(' ').Select(int.Parse)], least: 5);
        Assert.True(shown == string.Join(' ', row.Counts.Select(count => count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (row.FewerThan ? "<" : "?"))), why);
    }

    /// <summary>
    /// The strictest reader: they know the sum of the row, that a hidden count is no nought unless noughts are hidden, and these very rules. They try every
    /// row there is, and keep those that would have been shown alike.
    /// </summary>
    [Theory, Trait("Requirement", "S2-36"), Trait("Requirement", "A-20")]
    [InlineData(2, 5, 24)]
    [InlineData(3, 5, 22)]
    [InlineData(4, 5, 14)]
    [InlineData(4, 3, 12)]
    [InlineData(5, 3, 9)]
    public void Cannot_be_solved_for_by_somebody_who_knows_the_sum_and_the_rules(int length, int least, int greatest)
    {
        for (var sum = 0; sum <= greatest; sum++)
        {
            foreach (var alike in Rows(length, sum).GroupBy(row => Shown(SmallNumbers.Hide(row, least))))
            {
                var shown = SmallNumbers.Hide(alike.First(), least);
                for (var at = 0; at < shown.Counts.Count; at++)
                {
                    var solutions = alike.Select(row => row[at]).Distinct().ToList();
                    Assert.True(
                        shown.Counts[at] is { } count ? count == 0 || count >= least : solutions.Count > 1,
                        $"{string.Join(' ', alike.First())} is shown as {alike.Key}, so that number {at + 1} can only be {solutions[0]}.");
                }
            }
        }
    }

    private static string Shown(ShownRow row) => $"{row.FewerThan} {string.Join(' ', row.Counts.Select(count => count is { } known ? $"{known}" : "?"))}";

    private static IEnumerable<int[]> Rows(int length, int sum) => length == 1
        ? [[sum]]
        : Enumerable.Range(0, sum + 1).SelectMany(first => Rows(length - 1, sum - first).Select(rest => (int[])[first, .. rest]));
}
