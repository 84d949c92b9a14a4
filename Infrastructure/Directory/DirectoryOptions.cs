using System.ComponentModel.DataAnnotations;

namespace PeerBot.Entra;

/// <summary>Section <c>Directory</c>.</summary>
public sealed class DirectoryOptions
{
    public const string Section = "Directory";
    public const string None = "None";
    public const string Graph = "Graph";

    /// <summary>None asks nobody; Graph asks Microsoft Entra each night, with the settings of the section Graph.</summary>
    [RegularExpression($"(?i:{None}|{Graph})", ErrorMessage = "Directory:Provider is not known: set it to None or to Graph.")]
    public string Provider { get; set; } = None;

    /// <summary>Whose people it can speak of; everybody else stays as they are.</summary>
    public string? TenantId { get; set; }
}
