using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Tests.Fuzz;

namespace PeerBot.Domain.Tests.Fuzz;

/// <summary>Files and words that people write by hand, bent by chance: each is taken or refused with sentences, and nothing throws or hangs.</summary>
public sealed class Bent_files_and_words
{
    private static readonly DefinitionSource[] Shipped = [.. Read(CalendarCatalogue.ShippedFolder)];

    private static readonly DefinitionSource[] Definitions = [.. Read(ProgrammeCatalogue.ShippedFolder)];

    private static readonly ReflectionLibrary Library = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();

    private static readonly BoundaryRules Rules =
        ProgrammeCatalogue.From(Definitions, Library).OrThrow().Current("headteacher-peer-support")!.Boundaries;

    private static readonly string[] Words =
    [
        "thursday 3 december at 3.30pm", "tomorrow after school", "3.30pm", "8/12 4pm", "every other tuesday after school for 30 minutes", "last monday of each month at 4pm",
        "once a term", "weekly on fridays 10am to 11am", "the first tuesday after half-term", "in two weeks at noon", "every 3 weeks",
    ];

    [Fact, Trait("Category", "Fuzz")]
    public void Of_terms_and_bank_holidays_are_taken_or_refused_with_sentences()
    {
        // The files are long: a hundredth of the cases are as many as there are places to bend.
        foreach (var seed in Fuzzing.Groups(100))
        {
            Try(seed, random =>
            {
                var bent = random.Any(Shipped);
                DefinitionSource[] sources = [.. Shipped.Where(one => one != bent), bent with { Json = Bend(random, bent.Json) }];
                switch (CalendarCatalogue.From(sources))
                {
                    case CalendarLoad.Refused refused:
                        Assert.NotEmpty(refused.Problems);
                        Assert.All(refused.Problems, problem => Assert.NotEqual("", problem.ToString()));
                        break;
                    case CalendarLoad.Loaded loaded:
                        Assert.NotEmpty(loaded.Catalogue.Names);
                        break;
                }
            });
        }
    }

    [Fact, Trait("Category", "Fuzz")]
    public void Of_programmes_are_taken_or_refused_with_sentences()
    {
        foreach (var seed in Fuzzing.Groups(100))
        {
            Try(seed, random =>
            {
                var bent = random.Any(Definitions);
                if (ProgrammeCatalogue.From([bent with { Json = Bend(random, bent.Json) }], Library) is CatalogueLoad.Refused refused)
                {
                    Assert.NotEmpty(refused.Problems);
                }
            });
        }
    }

    /// <summary>Found by seed 20261233.</summary>
    [Fact]
    public void That_have_a_language_twice_are_refused_with_a_sentence()
    {
        var definition = JsonNode.Parse(Definitions[0].Json)!.AsObject();
        var name = definition["name"]!.AsObject();
        name["EN-GB"] = name["en-GB"]!.DeepClone();

        var refused = Assert.IsType<CatalogueLoad.Refused>(ProgrammeCatalogue.From([Definitions[0] with { Json = definition.ToJsonString() }], Library));

        Assert.Contains(refused.Problems, problem => problem.ToString().Contains("each name once", StringComparison.Ordinal));
    }

    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "U-06")]
    public void Of_times_and_rhythms_as_people_type_them_are_understood_or_asked_about()
    {
        var calendar = CalendarCatalogue.From(Shipped).OrThrow().For(Rules);
        foreach (var seed in Fuzzing.Groups(1))
        {
            Try(seed, random =>
            {
                var text = random.Chance(70) ? Odd.Bent(random, random.Any(Words)) : Odd.Text(random);
                var now = new LocalDateTime(random.Next(2026, 2029), random.Next(1, 13), random.Next(1, 29), random.Next(24), 0);
                Assert.NotNull(TypedCadence.Parse(text, now, new LocalTime(15, 15)));
                Assert.NotNull(TypedTime.Parse(text, now, random.Chance(50) ? now.Date : null, new LocalTime(15, 15), calendar));
            });
        }
    }

    private static string Bend(Random random, string text) => random.Chance(80)
        ? Odd.Bend(random, JsonNode.Parse(text)!).ToJsonString()
        : Odd.Bent(random, text);

    private static void Try(int seed, Action<Random> look)
    {
        try
        {
            look(new Random(seed));
        }
        catch (Exception reason)
        {
            throw new Xunit.Sdk.XunitException($"PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES=1 tries it again.\n{reason}");
        }
    }

    private static IEnumerable<DefinitionSource> Read(string folder) => Directory.GetFiles(folder, "*.json")
        .Order(StringComparer.Ordinal).Select(file => new DefinitionSource(Path.GetFileName(file), File.ReadAllText(file)));
}
