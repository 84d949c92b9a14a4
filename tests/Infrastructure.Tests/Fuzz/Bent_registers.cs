using System.Text;
using PeerBot.Register;
using PeerBot.Tests.Fuzz;

namespace PeerBot.Infrastructure.Tests.Fuzz;

/// <summary>Lists that somebody exports, edits in a spreadsheet and imports: each is taken, or refused with a line and a sentence, and nothing throws.</summary>
public sealed class Bent_registers
{
    private const string Schools =
        "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name),TypeOfEstablishment (name),PhaseOfEducation (name),NumberOfPupils,"
        + "Federations (code),Federations (name),Trusts (code),Trusts (name),UrbanRural (name),AdministrativeWard (name),Postcode\n"
        + "123401,893,Shropshire,Oakfield Primary,Open,Local authority maintained schools,Community school,Primary,210,,,,,Rural town and fringe,Ludlow North,SY8 1AB\n"
        + "123402,893,Shropshire,\"Brook Lane, Infants\",Open,Academies,Academy converter,Primary,98,,,5001,A Trust,Urban city and town,Oswestry,SY11 2AA\n";

    private const string Scottish =
        "SEED code;School name;Local authority;School type;Pupil roll;Urban/rural\n5234567;Brae School;Shetland;Primary;61;Remote rural\n5234567;Brae School;Shetland;Secondary;102;Remote rural\n";

    private const string Regions = "Ward,Postcode,Region\nOswestry,,North\n,SY8,South\n,SY8 2,South sector 2\n,SY,Edge\n";

    private static readonly string People = PeopleFile.Headings
        + "\n11111111-2222-3333-4444-555555555555,amira.khan@school.example,Amira Khan,Head teacher,123401,headteacher-peer-support; peer-coaching,Leadership,sam@council.example"
        + "\n21111111-2222-3333-4444-555555555555,zoë@school.example,\"Zoë \"\"Z\"\" Obi\",,123402,,,\n";

    private static readonly Guid Tenant = new(1, 2, 3, new byte[8]);

    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "S2-30")]
    public void Are_taken_or_refused_with_a_line_and_a_sentence()
    {
        var (map, _) = RegionMap.Read(Encoding.UTF8.GetBytes(Regions));
        foreach (var seed in Fuzzing.Groups(1))
        {
            var random = new Random(seed);
            try
            {
                switch (random.Next(4))
                {
                    case 0:
                        Said(PeopleFile.Read(Bent(random, People), Tenant));
                        break;
                    case 1:
                        Said<string>(RegionMap.Read(Bent(random, Regions)) is (null, var refused) ? new Reading<string>.Refused(refused) : new Reading<string>.Read([], 0, []));
                        break;
                    case var which:
                        Said(SchoolsFile.Read(Bent(random, which == 2 ? Schools : Scottish), random.Chance(50) ? map! : RegionMap.None, random.Chance(30) ? Odd.Text(random) : null));
                        break;
                }
            }
            catch (Exception reason)
            {
                throw new Xunit.Sdk.XunitException($"PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES=1 tries it again.\n{reason}");
            }
        }
    }

    private static void Said<T>(Reading<T> reading)
    {
        IReadOnlyList<RefusedLine> said = reading switch
        {
            Reading<T>.Refused refused => refused.Lines,
            Reading<T>.Read read => read.Notes,
            _ => [],
        };
        Assert.True(reading is Reading<T>.Read || said.Count > 0, "Refused without a word.");
        Assert.All(said, line => Assert.True(line.Line >= 1 && line.Why.Length > 0, line.ToString()));
    }

    /// <summary>In a cell, anywhere in the text, in its lines, or in its bytes.</summary>
    private static byte[] Bent(Random random, string file)
    {
        var lines = file.Split('\n');
        switch (random.Next(4))
        {
            case 0:
                var at = random.Next(lines.Length);
                var cells = lines[at].Split(',');
                cells[random.Next(cells.Length)] = Odd.Text(random);
                lines[at] = string.Join(',', cells);
                break;
            case 1:
                lines[random.Next(lines.Length)] = random.Any(lines);
                break;
            case 2:
                lines[random.Next(lines.Length)] = Odd.Bent(random, random.Any(lines));
                break;
        }

        var text = string.Join(random.Chance(20) ? "\r\n" : "\n", lines);
        var encoding = random.Chance(15) ? Encoding.Latin1 : random.Chance(5) ? Encoding.Unicode : Encoding.UTF8;
        var bytes = encoding.GetBytes(random.Chance(30) ? Odd.Bent(random, text) : text);
        if (bytes.Length > 0 && random.Chance(15))
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
