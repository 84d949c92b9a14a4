namespace PeerBot.Domain.Programmes;

/// <summary>One thing that is wrong in a definition file.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Path">JSON path such as <c>$.cycle.limits.months.value</c>.</param>
/// <param name="Expectation">What has to be there, and where it helps what was found; reads after "expected".</param>
public sealed record DefinitionProblem(string File, string Path, string Expectation)
{
    /// <summary>The problem as one sentence for whoever edits the file.</summary>
    public override string ToString() => $"{File}, at {Path}: expected {Expectation}.";
}

/// <summary>The definitions cannot be used; nothing should start with them. Retrying does not help.</summary>
public sealed class InvalidDefinitionsException(IReadOnlyList<DefinitionProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
