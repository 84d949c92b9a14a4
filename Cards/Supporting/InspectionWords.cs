using PeerBot.Domain.People;

namespace PeerBot.Cards;

/// <summary>The last inspection in words, for the volunteer and the coordinator; never for a profile.</summary>
public static class InspectionWords
{
    public static IReadOnlyList<string> Inspectorates { get; } = ["ofsted", "estyn", "hmie", "other"];

    /// <summary>What a press carries for a framework.</summary>
    public static string Key(InspectionFramework framework) => framework switch
    {
        InspectionFramework.OneGrade => "one-grade",
        InspectionFramework.FourGrades => "four-grades",
        InspectionFramework.ReportCard => "report-card",
        InspectionFramework.QualityIndicators => "indicators",
        _ => "none-yet",
    };

    public static InspectionFramework? Parse(string? key) =>
        Enum.GetValues<InspectionFramework>().Cast<InspectionFramework?>().FirstOrDefault(one => Key(one!.Value) == key);

    public static string Framework(this Texts texts, InspectionFramework framework) => texts.Plain("Framework." + Key(framework));

    public static string InspectionArea(this Texts texts, string area) => texts.Plain("InspectionArea." + area);

    public static string Grade(this Texts texts, string grade) => texts.Plain("Grade." + grade);

    public static string Inspectorate(this Texts texts, string inspectorate) => texts.Plain("Inspectorate." + inspectorate);

    /// <summary>"One word for the whole school: good (Ofsted, Friday 12 May 2023)"</summary>
    public static string Sentence(this Texts texts, InspectionRecord record)
    {
        if (record.Framework == InspectionFramework.NoneYet)
            return texts.Plain("InspectionSentence.None");
        var grades = InspectionAreas.Of(record.Framework).Where(area => record.Grades.ContainsKey(area.Id)).Select(area => record.Grades[area.Id]).Distinct()
            .Select(grade => texts.Grade(grade)).ToList();
        var what = grades.Count == 0 ? texts.Plain("InspectionSentence.NoGrades") : texts.List(grades);
        return record.Date is { } date
            ? texts.Plain("InspectionSentence.Dated", ("inspectorate", texts.Inspectorate(record.Inspectorate)), ("framework", texts.Framework(record.Framework)), ("date", date), ("grades", what))
            : texts.Plain("InspectionSentence.Undated", ("framework", texts.Framework(record.Framework)), ("grades", what));
    }

    /// <summary>Each area with its grade, safeguarding and a later visit.</summary>
    public static IReadOnlyList<Line> Lines(this Texts texts, InspectionRecord record)
    {
        var lines = InspectionAreas.Of(record.Framework).Where(area => record.Grades.ContainsKey(area.Id))
            .Select(area => new Line(texts.InspectionArea(area.Id), texts.Grade(record.Grades[area.Id]))).ToList();
        if (record.SafeguardingMet is { } met)
            lines.Add(new(texts.Plain("Inspection.Safeguarding"), texts.Plain(met ? "Inspection.Met" : "Inspection.NotMet")));
        if (record.Visit is { } visit)
            lines.Add(new(texts.Plain("Inspection.VisitLine"), texts.Plain(visit.ConfirmsStandard ? "Inspection.VisitConfirms" : "Inspection.VisitOpen", ("date", visit.On))));
        return lines;
    }
}
