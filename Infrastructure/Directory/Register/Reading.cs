namespace PeerBot.Register;

/// <summary>A line of a file that cannot be taken over, and why, in words for whoever keeps the file.</summary>
/// <param name="Column">Null: the whole line.</param>
public sealed record RefusedLine(int Line, string? Column, string Why);

/// <summary>What a file holds, or why nothing of it is taken over.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <param name="LeftOut">Lines that are not meant, such as other authorities' schools.</param>
    /// <param name="Notes">What is worth a look and keeps nothing back.</param>
    public sealed record Read(IReadOnlyList<T> Items, int LeftOut, IReadOnlyList<RefusedLine> Notes) : Reading<T>;

    public sealed record Refused(IReadOnlyList<RefusedLine> Lines) : Reading<T>;
}
