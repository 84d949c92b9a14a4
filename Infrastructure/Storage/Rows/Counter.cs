namespace PeerBot.Storage.Rows;

/// <summary>The last number given out in a series.</summary>
internal sealed record Counter(string Series, int Last, long Version = 0);
