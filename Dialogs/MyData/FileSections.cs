using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The parts of the personal file, each from its own store.</summary>
internal sealed partial class FileSections(FlowContext context)
{
    private readonly Texts texts = context.Texts;

    public FileSection Profile() => new("profile", texts.Plain("File.Profile"),
    [
        [
            Text("id", "File.Id", context.Me.Id.Value), Text("name", "File.Name", context.Me.Name), Text("email", "File.Email", context.Me.Email),
            .. Maybe("role", "File.Role", context.Me.JobRole), .. Maybe("school", "File.School", context.School?.Name),
            .. Maybe("department", "File.Department", context.Me.Department), .. Maybe("workplace", "File.Workplace", context.Me.Workplace),
            new FileField("language", texts.Plain("File.Language"), MyDataCards.Language(context.Me.Locale), context.Me.Locale),
            Text("timeZone", "File.TimeZone", context.Zone.Id),
            new FileField(
                "programmes", texts.Plain("File.Programmes"), texts.List([.. context.Me.Programmes.Select(NameOf)]), string.Join(", ", context.Me.Programmes)),
        ],
    ]);

    public async Task<FileSection> RequestsAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var request in await context.Stores.RequestsOfAsync(context.Me.Id))
        {
            var chosen = new List<string>();
            foreach (var supporter in request.Preferences)
            {
                chosen.Add(await context.NameAsync(supporter));
            }

            items.Add(
            [
                Text("number", "File.Number", request.Number), At("madeAt", "File.MadeAt", request.MadeAt), Word("state", "File.State", request.State),
                .. Maybe("area", "File.Area", request.Area is { } area ? texts.Area(area) : null),
                .. Maybe("mode", "File.Mode", request.PreferredMode is { } mode ? texts.Mode(mode) : null),
                Text("chosen", "File.Chosen", texts.List(chosen)), .. Maybe("lacked", "File.Lacked", request.Lacked),
                .. Maybe("startedBy", "File.StartedBy", request.StartedBy is { } by ? await context.NameAsync(by) : null),
            ]);
        }

        return new FileSection("requests", texts.Plain("File.Requests"), items);
    }

    public async Task<FileSection> CyclesAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var cycle in await context.Stores.CyclesOfAsync(context.Me.Id))
        {
            items.Add(
            [
                Text("with", "File.With", await context.OthersAsync(cycle)), Programme(cycle.Programme.Id),
                Word("state", "File.State", cycle.State), At("pairedAt", "File.PairedAt", cycle.PairedAt),
                .. Maybe("closed", "File.Closed", cycle.Closed?.ToString()), .. cycle.ClosedAt is { } closed ? [At("closedAt", "File.ClosedAt", closed)] : Array.Empty<FileField>(),
                .. MaybeDay("endsOn", "File.EndsOn", cycle.Extension?.EndsOn), .. MaybeDay("contactMadeOn", "File.ContactMadeOn", cycle.ContactMadeOn),
                .. Maybe("paused", "File.Paused", cycle.Paused ? texts.Plain("File.Yes") : null),
                .. Maybe("place", "File.Place", cycle.Rules.Place),
                new FileField(
                    "ways", texts.Plain("File.Ways"), texts.List([.. cycle.Rules.Ways.Select(way => texts.Plain("Ways." + way))]), string.Join(", ", cycle.Rules.Ways)),
                Word("notes", "File.NotesKept", cycle.Rules.Notes),
                .. Maybe("minutes", "File.Minutes", cycle.Cadence?.Minutes.ToString(CultureInfo.InvariantCulture)),
                .. Maybe("wish", "File.Wish", cycle.Review is { } review && review.Wishes.TryGetValue(context.Me.Id.Value, out var wish) ? wish.ToString() : null),
            ]);
        }

        return new FileSection("cycles", texts.Plain("File.Cycles"), items);
    }

    public async Task<FileSection> MeetingsAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var cycle in await context.Stores.CyclesOfAsync(context.Me.Id))
        {
            foreach (var meeting in await context.Stores.MeetingsAsync(cycle.Id))
            {
                items.Add(
                [
                    Text("with", "File.With", await context.OthersAsync(cycle)), At("start", "File.Start", meeting.Start),
                    Text("minutes", "File.Minutes", meeting.Minutes.ToString(CultureInfo.InvariantCulture)),
                    new FileField("mode", texts.Plain("File.Mode"), texts.Mode(meeting.Mode), ModeValues.Of(meeting.Mode)),
                    Word("state", "File.State", meeting.State), .. Maybe("notHeld", "File.NotHeld", meeting.NotHeld?.ToString()),
                    .. Maybe("youSaid", "File.YouSaid", meeting.CheckIns is { } said && said.TryGetValue(context.Me.Id.Value, out var met) ? met ? "met" : "not met" : null),
                    .. Maybe("part", "File.Part", meeting.Parts is { } parts && parts.TryGetValue(context.Me.Id.Value, out var part) ? part.ToString() : null),
                ]);
            }
        }

        return new FileSection("meetings", texts.Plain("File.Meetings"), items);
    }

    /// <summary>Groups that the reader was asked to be in, and those that they lead.</summary>
    public async Task<FileSection> GroupsAsync()
    {
        var asked = await context.Stores.GroupsOfAsync(context.Me.Id);
        var led = new List<LearningGroup>();
        foreach (var programme in context.Turn.Reference.Programmes.Programmes.Where(programme => programme.Groups is not null).DistinctBy(programme => programme.Id))
        {
            led.AddRange((await context.Stores.GroupsInAsync(programme.Id)).Where(group => group.Lead == context.Me.Id));
        }

        var items = new List<IReadOnlyList<FileField>>();
        foreach (var group in asked.Concat(led).DistinctBy(group => group.Id))
        {
            items.Add(
            [
                Text("group", "File.Group", group.Name), Programme(group.Programme.Id), Text("purpose", "File.Purpose", group.Purpose),
                Text("lead", "File.Lead", await context.NameAsync(group.Lead)), At("formedAt", "File.FormedAt", group.FormedAt), Word("state", "File.State", group.State),
                .. group.Member(context.Me.Id) is { } member ? [Word("yourAnswer", "File.YourAnswer", member.State)] : Array.Empty<FileField>(),
            ]);
        }

        return new FileSection("groups", texts.Plain("File.Groups"), items);
    }

    public async Task<FileSection> SupportAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var profile in await context.Stores.ProfilesOfAsync(context.Me.Id))
        {
            items.Add(
            [
                Programme(profile.ProgrammeId), Word("state", "File.State", profile.State),
                Text("summary", "File.Summary", profile.Summary), .. profile.Details.Select(one => one.Key == ExperienceBands.Key && ExperienceBands.All.Contains(one.Value)
                    ? Text(one.Key, "File.ExperienceBand", texts.Experience(one.Value)) : new FileField(one.Key, one.Key, one.Value)),
                Text("capacity", "File.Capacity", profile.Capacity.ToString(CultureInfo.InvariantCulture)),
                .. MaybeDay("trainedOn", "File.TrainedOn", profile.TrainedOn), .. MaybeDay("consentedOn", "File.ConsentedOn", profile.ConsentedOn),
                .. MaybeDay("pausedUntil", "File.PausedUntil", profile.PausedUntil), .. MaybeDay("trainingBookedFor", "File.TrainingBookedFor", profile.TrainingBookedFor),
                .. MaybeDay("leftOn", "File.LeftOn", profile.LeftOn),
                .. Maybe("days", "File.MeetingDays", profile.Days is { } days ? string.Join(", ", days) : null),
                .. profile.Absences.Select(away => Text("away", "File.Away", $"{texts.Date(away.From)} – {texts.Date(away.Until)}")),
                .. profile.SupervisionDue is { } due ? [At("supervisionDue", "File.SupervisionDue", due)] : Array.Empty<FileField>(),
                .. await SupervisionAsync(profile.Supervision),
            ]);
        }

        foreach (var application in await context.Stores.ApplicationsOfAsync(context.Me.Id))
        {
            items.Add(
            [
                Programme(application.ProgrammeId),
                .. application.Service.Select(period => Text(
                    "service", "File.Service", period.Until is { } until ? $"{texts.Date(period.From)} – {texts.Date(until)}" : texts.Date(period.From))),
                .. Maybe("declared", "File.Declared", string.Join(", ", application.Declared)), .. Maybe("reference", "File.Reference", application.Reference),
                .. application.SentAt is { } sent ? [At("sentAt", "File.SentAt", sent)] : Array.Empty<FileField>(),
                .. Maybe("experience", "File.Experience", application.Experience), .. MaybeDay("willingSince", "File.WillingSince", application.WillingSince),
                .. Maybe("checked", "File.Checked", string.Join(", ", application.Checked)), .. await InspectionAsync(application.Inspection),
                .. Maybe("answer", "File.Answer", application.Answer?.ToString()), .. MaybeDay("answeredOn", "File.AnsweredOn", application.AnsweredOn),
                .. Maybe("answeredBy", "File.AnsweredBy", application.AnsweredBy is { } by ? await context.NameAsync(by) : null),
                .. MaybeDay("recheckOn", "File.RecheckOn", application.RecheckOn), .. MaybeDay("remindOn", "File.RemindOn", application.RemindOn),
            ]);
        }

        return new FileSection("support", texts.Plain("File.Support"), items);
    }

    /// <summary>Asks that have reached the reader; who asks is unknown to them before.</summary>
    public async Task<FileSection> AsksAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var ask in await context.Stores.AsksToAsync(context.Me.Id))
        {
            if (ask.State is AskState.Sent or AskState.Accepted or AskState.Declined or AskState.Lapsed)
            {
                items.Add(
                [
                    Text("from", "File.From", await context.NameAsync(ask.Requester)), At("notBefore", "File.AskedAt", ask.NotBefore),
                    Word("state", "File.State", ask.State), .. Maybe("reason", "File.Reason", ask.Reason?.ToString()),
                ]);
            }
        }

        return new FileSection("asks", texts.Plain("File.Asks"), items);
    }

    public async Task<FileSection> TasksAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var programme in context.Turn.Reference.Programmes.Programmes)
        {
            items.AddRange((await context.Stores.OpenTasksAsync(programme.Id)).Where(task => task.Person == context.Me.Id).Select(task =>
                (IReadOnlyList<FileField>)[Word("kind", "File.Kind", task.Kind), At("since", "File.Since", task.Since)]));
        }

        return new FileSection("tasks", texts.Plain("File.Tasks"), items);
    }

    public async Task<FileSection> LooksAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var look in await context.Stores.AuditAboutAsync(context.Me.Id))
        {
            items.Add(
            [
                Text("by", "File.LookBy", await context.NameAsync(look.Actor)),
                new FileField("look", texts.Plain("File.Look"), texts.Audited(look.Action), look.Action), At("at", "File.At", look.At),
            ]);
        }

        return new FileSection("looks", texts.Plain("File.Looks"), items);
    }

    public async Task<FileSection> RightsAsync() => new("rights", texts.Plain("File.Rights"),
    [
        .. (await context.Stores.RightsRequestsOfAsync(context.Me.Id)).Select(request => (IReadOnlyList<FileField>)
        [
            new FileField("number", texts.Plain("File.Number"), MyDataCards.Right(request, context), request.Number),
            .. MaybeDay("acknowledgedOn", "File.AcknowledgedOn", request.AcknowledgedOn), .. MaybeDay("dueBy", "File.DueBy", request.DueBy),
            .. MaybeDay("settledOn", "File.SettledOn", request.SettledOn),
        ]),
    ]);

    public async Task<FileSection> HeldAsync() => new("held", texts.Plain("File.Held"),
    [
        .. (await context.Stores.HeldForAsync(context.Me.Id)).Select(held => (IReadOnlyList<FileField>)
            [At("until", "File.Until", held.Until), Text("why", "File.Why", held.Why)]),
    ]);

    /// <summary>What is not in the file, and why.</summary>
    public FileSection LeftOut() => new("leftOut", texts.Plain("File.LeftOut"), [], texts.Plain("File.LeftOutText"));

    private FileField Text(string key, string label, string words) => new(key, texts.Plain(label), words);

    private FileField Programme(string id) => new("programme", texts.Plain("File.Programme"), NameOf(id), id);

    private string NameOf(string programmeId) =>
        context.Turn.Reference.Programmes.Current(programmeId)?.Name.In(context.Me.Locale) ?? programmeId;

    private FileField Word(string key, string label, Enum value) => new(key, texts.Plain(label), Spaced(value.ToString()), value.ToString());

    private FileField At(string key, string label, Instant at) =>
        new(key, texts.Plain(label), texts.DateTime(context.Local(at)), InstantPattern.General.Format(at));

    private FileField[] Maybe(string key, string label, string? words) => string.IsNullOrEmpty(words) ? [] : [Text(key, label, Spaced(words))];

    private FileField[] MaybeDay(string key, string label, LocalDate? day) =>
        day is { } known ? [new FileField(key, texts.Plain(label), texts.Date(known), LocalDatePattern.Iso.Format(known))] : [];

    /// <summary>"Not held" for NotHeld; sentences stay as they are.</summary>
    private static string Spaced(string word) => word.Contains(' ', StringComparison.Ordinal) ? word
        : string.Concat(word.Select((letter, at) => at > 0 && char.IsUpper(letter) && char.IsLower(word[at - 1]) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
