using System.ComponentModel.DataAnnotations;

namespace PeerBot.Entra;

public enum DirectoryProvider
{
    None,
    Graph,
}

/// <summary>Section <c>Directory</c>.</summary>
public sealed class DirectoryOptions
{
    public const string Section = "Directory";

    /// <summary>None asks nobody; Graph asks Microsoft Entra each night, with the settings of the section Graph.</summary>
    [EnumDataType(typeof(DirectoryProvider), ErrorMessage = "Directory:Provider is not known: set it to None or to Graph.")]
    public DirectoryProvider Provider { get; set; } = DirectoryProvider.None;

    /// <summary>Whose people it can speak of; everybody else stays as they are.</summary>
    public string? TenantId { get; set; }
}
