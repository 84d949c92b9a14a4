using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>What is held about somebody because they support others.</summary>
internal sealed partial class FileSections
{
    private async Task<FileField[]> SupervisionAsync(Supervision? supervision) => supervision is not { } asked ? [] :
    [
        At("supervisionAskedAt", "File.SupervisionAskedAt", asked.AskedAt), .. MaybeDay("supervisionWeek", "File.SupervisionWeek", asked.Week),
        .. Maybe("supervisor", "File.Supervisor", asked.Supervisor is { } supervisor ? await context.NameAsync(supervisor) : null),
        .. asked.Start is { } start ? [At("supervisionAt", "File.SupervisionAt", start)] : Array.Empty<FileField>(),
    ];

    /// <summary>Why somebody else decided so is in their words, and they give it themselves.</summary>
    private async Task<FileField[]> InspectionAsync(InspectionRecord? inspection) => inspection is not { } record ? [] :
    [
        Text("inspectorate", "File.Inspectorate", record.Inspectorate), Word("framework", "File.Framework", record.Framework),
        .. MaybeDay("inspectedOn", "File.InspectedOn", record.Date),
        .. record.Grades.OrderBy(grade => grade.Key, StringComparer.Ordinal).Select(grade => Text("grade", "File.Grade", $"{grade.Key}: {grade.Value}")),
        .. Maybe("safeguarding", "File.Safeguarding", record.SafeguardingMet is { } met ? texts.Plain(met ? "File.Yes" : "File.No") : null),
        .. Maybe("report", "File.Report", record.ReportUrl?.ToString()), .. MaybeDay("visitOn", "File.VisitOn", record.Visit?.On),
        Word("decision", "File.Decision", record.Decision), Text("decidedBy", "File.DecidedBy", await context.NameAsync(record.DecidedBy)),
        .. MaybeDay("decidedOn", "File.DecidedOn", record.DecidedOn),
    ];
}
