using System.Text.Json;
using System.Text.Json.Serialization;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Sample;

/// <summary>The two files of the sample as they are written. Everybody and everything in them is invented.</summary>
internal sealed record SampleData(
    Guid Tenant, IReadOnlyList<SampleOrganisation> Organisations, IReadOnlyList<SamplePerson> People, IReadOnlyList<SampleTraining> Training)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SampleData Read()
    {
        var people = File<SamplePeople>("people.json");
        return new SampleData(people.Tenant, File<IReadOnlyList<SampleOrganisation>>("organisations.json"), people.People, people.Training);
    }

    private static T File<T>(string name)
    {
        using var file = typeof(SampleData).Assembly.GetManifestResourceStream($"Sample/{name}")
            ?? throw new InvalidOperationException($"The sample file {name} was not built into the product.");
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }

    private sealed record SamplePeople(Guid Tenant, IReadOnlyList<SampleTraining> Training, IReadOnlyList<SamplePerson> People);
}

internal sealed record SampleOrganisation(
    Guid Id, string Name, string? TypeGroup = null, string? Authority = null, string? Region = null, string? Locality = null,
    string? Phase = null, string? SchoolType = null, int? PupilCount = null, SchoolGroup? Group = null, TimeOnly? SchoolDayStart = null,
    TimeOnly? SchoolDayEnd = null, string? CalendarRef = null);

/// <param name="Organisation">Its name.</param>
/// <param name="LineManager">Their e-mail address.</param>
/// <param name="Week">Number of the invented week in their diary; null: the diary is empty.</param>
/// <param name="Taken">Single times beside that week.</param>
internal sealed record SamplePerson(
    Guid AadObjectId, string Name, string Email, string Title, string JobRole, string Organisation, IReadOnlyList<string> Roles,
    IReadOnlyList<string> Programmes, bool ShownFirst = false, string? TimeZone = null, string? LineManager = null,
    string? Department = null, int? Week = null, IReadOnlyList<SampleTime>? Taken = null, SampleSupporter? Supporter = null);

internal sealed record SampleTime(DateTimeOffset From, DateTimeOffset Until);

/// <summary>A profile in the person's first programme.</summary>
/// <param name="ConflictsWith">E-mail addresses.</param>
internal sealed record SampleSupporter(
    SupporterState State, string Summary, int Capacity = 1, int ActiveCycles = 0, DateOnly? TrainedOn = null, DateOnly? ConsentedOn = null,
    DateOnly? PausedUntil = null, DateOnly? TrainingBookedFor = null, IReadOnlyList<string>? ConflictsWith = null,
    IReadOnlyDictionary<string, string>? Details = null, SampleApplication? Application = null);

/// <summary>What a volunteer has said for the criteria.</summary>
/// <param name="SentAt">Null: not sent yet.</param>
/// <param name="ApprovedOn">Null: the coordinator has not answered.</param>
/// <param name="Overall">The word of the last inspection, from the years that had one; null: none is recorded.</param>
internal sealed record SampleApplication(
    DateOnly HeadSince, IReadOnlyList<string> Declared, string Reference, string? Experience = null, DateTimeOffset? SentAt = null,
    DateOnly? ApprovedOn = null, DateOnly? InspectedOn = null, string? Overall = null);

/// <summary>A day of training that the coordinator has entered.</summary>
internal sealed record SampleTraining(Guid Id, DateOnly Day, TimeOnly Time, string Place);
