using System.Globalization;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using Button = PeerBot.Dialogs.Tests.Driver.Button;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.Languages;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Languages;

/// <summary>
/// Somebody who reads another language than English: in everything that a bot shows them there is no English word but names, what people
/// typed, what the register and the contacts say, and instruments that are quoted.
/// </summary>
[Trait("Requirement", "A-20")]
public sealed class No_English_is_left
{
    private const int Steps = 220;

    /// <summary>Names of days and months as the runtime has them for the language: none of its own, so the English ones.</summary>
    private static readonly IReadOnlyList<string> Dates =
        [.. CultureInfo.GetCultureInfo(PseudoLanguage.Locale).DateTimeFormat is var names ? names.DayNames.Concat(names.MonthNames) : []];

    private static readonly string[] Typing =
    [
        "hello", "help", "cancel", "yes", "no", "status", "my data", "support", "offer support", "training", "availability", "journal", "my journal", "coordinator", "text", "cards",
        "busy times", "concern", "start again", "supervision", "approvals", "requests", "cycles", "supporters", "tasks", "reports", "roles", "calendar", "contacts", "new request", "about",
        "self-evaluation", "shared with me", "themes", "topics", "learning record", "phase", "who is who", "my role", "resources", "extra", "programmes", "record training", "withdraw",
        "thursday at 3.30pm", "8 december at 4pm", "6pm", "every other tuesday after school for 30 minutes", "move thursday", "1", "2", "3", "Zyx",
    ];

    private static readonly string[] Deeds = ["Authority", "Scotland", "Faculties"];

    public static TheoryData<string, int> Worlds
    {
        get
        {
            var worlds = new TheoryData<string, int>();
            foreach (var deed in Deeds)
            {
                for (var seed = 1; seed <= 4; seed++)
                {
                    worlds.Add(deed, seed);
                }
            }

            return worlds;
        }
    }

    [Theory, MemberData(nameof(Worlds))]
    public async Task Whatever_people_press_and_type(string world, int seed)
    {
        var random = new Random(seed);
        var (scheme, people) = World(world, seed);
        for (var step = 0; step < Steps; step++)
        {
            var person = people[random.Next(people.Count)];
            switch (random.Next(100))
            {
                case < 66 when Buttons(person) is { Count: > 0 } buttons:
                    var (card, button) = buttons[random.Next(buttons.Count)];
                    await person.Forges(button.Press(button.SendsFields ? card.Fields.Select(field => KeyValuePair.Create(field.Key, Filled(random, card, field))) : []));
                    break;
                case < 95:
                    await person.Says(PseudoOrPlain(random, Typing[random.Next(Typing.Length)]));
                    break;
                default:
                    await scheme.MovesTo(SchoolTime.Written(scheme.Now + Duration.FromMinutes(random.Next(1, random.Next(10) == 0 ? 30_000 : 1_500))));
                    break;
            }
        }

        NothingIsLeft(scheme, people);
    }

    /// <summary>The whole of a cycle, so that nothing depends on chance that every pair comes to see.</summary>
    [Fact]
    public async Task From_the_first_word_to_the_thanks()
    {
        var (scheme, people) = World("Authority", 0, begun: false);
        var (amira, grace) = (people[0], people[1]);
        await amira.Says("hello");
        await amira.Says("support");
        await amira.Fills(Verbs.SupportersShow, (InputIds.Area, "workload"), (InputIds.Note, "Zyx"), (InputIds.Mode, "either"));
        while (!amira.Messages.Any(message => message.Text.StartsWith("Grace Obi", StringComparison.Ordinal)))
        {
            await amira.Presses(Verbs.SupportersMore);
        }

        await amira.Presses(Verbs.PreferenceAdd, on: "Grace Obi");
        await amira.Presses(Verbs.RequestReview);
        await amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        await grace.Presses(Verbs.AskAccept);
        await grace.Presses(Verbs.ContactMade);
        await grace.Presses(Verbs.RulesOpen);
        await grace.Presses(Verbs.RulesAgree);
        await amira.Presses(Verbs.RulesAgree);
        await amira.Fills(Verbs.CadencePropose, (InputIds.Minutes, "60"), (InputIds.Mode, "teams"), (InputIds.Pattern, "choose-dates"), (InputIds.Approach, PseudoLanguage.Of("Test a decision")));
        Assert.Equal("Test a decision", scheme.Only<Cycle>().Cadence!.Approach);
        Assert.Contains(grace.News, message => message.Text.Contains(PseudoLanguage.Of("Test a decision"), StringComparison.Ordinal));
        await grace.Presses(Verbs.CadenceAccept);
        await amira.Says("thursday 3 december at 6pm");
        await amira.Says("thursday 3 december at 3.30pm");
        await amira.Presses(Verbs.SlotPick);
        await amira.Presses(Verbs.SelfEvaluationBegin);
        await amira.Fills(Verbs.SelfEvaluationNext, ("LE8", "1"));
        await amira.Presses(Verbs.SelfEvaluationStop);
        await scheme.MovesTo("2026-12-03T17:00");
        await amira.Presses(Verbs.MetYes);
        await amira.Fills(Verbs.JournalSave, (InputIds.Entry, "Zyx"));
        await grace.Presses(Verbs.MetNo);
        await grace.Presses(Verbs.MetYes);
        await amira.Says("move my meeting");
        await scheme.MovesTo("2027-04-30T09:00");
        await amira.Says("status");
        await amira.Presses(Verbs.CycleWithdraw);
        await amira.Presses(Verbs.CycleWithdraw);
        await scheme.MovesTo("2027-06-07T09:00");
        await amira.Says("my data");
        NothingIsLeft(scheme, people);
    }

    private static void NothingIsLeft(Scheme scheme, IReadOnlyList<Participant> people)
    {
        var data = string.Join('\n', Data(scheme)).Replace('’', '\'');
        var left = people.SelectMany(person => person.Messages)
            .SelectMany(message => (message.Card is { } card ? Shown.On(card) : [message.Text]).SelectMany(PseudoLanguage.Leftovers).Select(words => (words, message)))
            .Where(one => !data.Contains(one.words.Replace('’', '\''), StringComparison.OrdinalIgnoreCase))
            .DistinctBy(one => one.words).Select(one => $"“{one.words}” in:\n{one.message}\n").ToList();
        Assert.True(left.Count == 0, string.Join('\n', left));
        Assert.True(people.Sum(person => person.Messages.Count) > people.Count);
    }

    private static IEnumerable<string> Data(Scheme scheme) =>
    [
        .. Kept.InStores(scheme), .. scheme.Typed, .. Dates, "Zyx", "true", "false",
        .. scheme.Reference.Contacts.Values.SelectMany(contact => new[] { contact.Name, contact.Role, contact.Phone, contact.Email, contact.Hours, contact.Cover, contact.OutOfHours, contact.Link?.Host }).OfType<string>(),
        .. scheme.Reference.Library.Instruments.Values.SelectMany(Quoted), .. scheme.Reference.Library.Themes.Values.SelectMany(Quoted),
        // A language is named in itself, and a time zone by its city.
        .. scheme.Reference.Programmes.Programmes.SelectMany(programme => programme.Locales).Select(locale => CultureInfo.GetCultureInfo(locale).NativeName),
        .. DateTimeZoneProviders.Tzdb.Ids.Select(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ')),
        // What an event of both calendars is called, one event for two readers; and the terms as the school's calendar names them.
        .. scheme.Reference.Programmes.Programmes.Select(programme => $"{programme.Vocabulary.Relationship.In("en-GB")} – protected time"), "protected time",
        .. scheme.Reference.Programmes.Programmes.Select(programme => scheme.Reference.Calendars.For(programme.Boundaries)).SelectMany(calendar => calendar.Terms.Select(term => term.Name).Concat(calendar.Closures.Select(closure => closure.Name))),
        .. scheme.Reference.Programmes.Programmes.Select(programme => programme.Owner.Organisation),
    ];

    private static IEnumerable<string> Quoted(SelfEvaluationInstrument instrument) =>
    [
        instrument.Instruction, instrument.RecordKeepingNote, instrument.EvidencePrompt, .. instrument.Levels.Select(level => level.Label),
        .. instrument.Sections.SelectMany(section => section.Statements.Select(statement => statement.DisplayText).Append(section.Title).Append(section.EvidencePrompt)),
    ];

    private static IEnumerable<string> Quoted(ThemeList list) =>
        [list.Preamble, list.EvidenceQuestion, list.UnderpinnedBy, .. list.Themes.Select(theme => theme.DisplayText)];

    private static (Scheme Scheme, IReadOnlyList<Participant> People) World(string world, int seed, bool begun = true)
    {
        Person[] people = world switch
        {
            "Scotland" => [Scotland.Kirsty, Scotland.Morag, Scotland.Isla, Scotland.Morven, Scotland.Team, Scotland.Eilidh],
            "Faculties" => [Faculties.Lena, Faculties.Maria, Faculties.Ravi, Faculties.Noor],
            _ => [Authority.Amira, Authority.Grace, Authority.Hannah, Authority.Peter, Authority.Sam],
        };
        Person[] readers = [.. people.Select(person => person with { Locale = PseudoLanguage.Locale })];
        var given = begun && seed % 2 == 0 ? Begun(world) : [];
        var scheme = world switch
        {
            "Scotland" => new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Joined(Scotland.Morven, "Zyx"), .. given, .. readers])
            {
                Reference = Scotland.Reference,
                IsContactTime = (at, zone) => true,
            },
            "Faculties" => Faculties.Scheme("2026-11-24T10:00", [.. given, .. readers]),
            _ => Volunteers.Scheme("2026-11-24T10:00", [.. given, .. readers]),
        };
        scheme.Reference = Translated.In(scheme.Reference);
        scheme.Rubbish = true;
        return (scheme, [.. readers.Select(scheme.Of)]);
    }

    private static IEnumerable<object> Begun(string world)
    {
        var cycle = world switch
        {
            "Scotland" => Scotland.Cycle(Scotland.PeerMentoring, Scotland.Isla, Scotland.Morven),
            "Faculties" => Faculties.Cycle(Faculties.Lena, Faculties.Maria),
            _ => Given.Cycle(Authority.Amira, Authority.Grace),
        };
        return
        [
            cycle, world == "Faculties" ? Faculties.Meeting(cycle, "2026-12-03T14:00") : Given.Meeting(cycle, "2026-12-03T10:00", initial: true),
            .. world == "Authority" ? Volunteers.Waiting(Authority.Hannah) : [],
        ];
    }

    private static IReadOnlyList<(Message Card, Button Button)> Buttons(Participant person) =>
        [.. person.Messages.TakeLast(8).SelectMany(message => message.Buttons.Where(button => button.Verb != Verbs.MyDataErase).Select(button => (message, button)))];

    private static string Filled(Random random, Message card, KeyValuePair<string, string> field) =>
        card.ChoicesOrNone(field.Key) is { Count: > 0 } choices && (field.Value.Length == 0 || random.Next(2) == 0) && field.Key != InputIds.Language ? choices[random.Next(choices.Count)]
        : field.Value.Length > 0 ? field.Value
        : random.Next(4) == 0 ? "" : random.Next(3) == 0 ? "true" : "Zyx";

    private static string PseudoOrPlain(Random random, string words) => random.Next(2) == 0 ? words : PseudoLanguage.Of(words);
}
