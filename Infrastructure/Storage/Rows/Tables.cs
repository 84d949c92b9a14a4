using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Storage.Json;

namespace PeerBot.Storage.Rows;

/// <summary>
/// All tables. There are no foreign keys between aggregates: each is consistent in itself by its version, and retention takes
/// them away one by one.
/// </summary>
internal static class Tables
{
    private const string Open = "\"Open\" = 1";

    private static readonly Column Changed = new("ChangedAt", ColumnKind.Number);
    private static readonly Index ByChange = new([Changed.Name]);

    public static readonly Table<Person> People = new(
        "People", StoredJson.Default.Person, p => p.Version, (p, v) => p with { Version = v },
        [
            Key<Person>("Id", p => p.Id.Value),
            new ColumnOf<Person>(new Column("Organisation", ColumnKind.Text, Nullable: true), p => p.Organisation?.ToString()),
            Later<Person>("NameKey", p => p.Name.ToLowerInvariant()),
        ],
        [new Index(["Organisation"]), ByChange, new Index(["NameKey"])],
        stamp: Changed);

    public static readonly Table<Organisation> Organisations = new(
        "Organisations", StoredJson.Default.Organisation, o => o.Version, (o, v) => o with { Version = v },
        [Key<Organisation>("Id", o => o.Id.ToString())],
        [ByChange],
        stamp: Changed);

    public static readonly Table<SupporterProfile> Supporters = new(
        "Supporters", StoredJson.Default.SupporterProfile, s => s.Version, (s, v) => s with { Version = v },
        [
            Key<SupporterProfile>("Programme", s => s.ProgrammeId),
            Key<SupporterProfile>("Person", s => s.Person.Value),
            Later<SupporterProfile>("State", s => s.State.ToString()),
        ],
        [new Index(["Programme", Changed.Name]), new Index(["Programme", "State", "Person"]), new Index(["Person"])],
        stamp: Changed);

    public static readonly Table<SupportRequest> Requests = new(
        "Requests", StoredJson.Default.SupportRequest, r => r.Version, (r, v) => r with { Version = v },
        [
            Key<SupportRequest>("Id", r => r.Id.ToString()),
            Who<SupportRequest>("Requester", r => r.Requester.Value),
            Flag<SupportRequest>("Open", r => r.IsOpen),
            When<SupportRequest>("MadeAt", r => r.MadeAt),
            Later<SupportRequest>("Programme", r => r.Programme.Id),
        ],
        [new Index(["Requester", "MadeAt"], Where: Open), new Index(["Programme", "MadeAt"], Where: Open), new Index(["Requester"]), new Index(["MadeAt"])]);

    public static readonly Table<Ask> Asks = new(
        "Asks", StoredJson.Default.Ask, a => a.Version, (a, v) => a with { Version = v },
        [
            Key<Ask>("Id", a => a.Id.ToString()),
            Fixed<Ask>("Request", a => a.Request.ToString()),
            Who<Ask>("Supporter", a => a.Supporter.Value),
            Fixed<Ask>("Programme", a => a.Programme.Id),
            Flag<Ask>("Open", a => a.IsOpen),
        ],
        [new Index(["Request"]), new Index(["Supporter", "Programme"], Where: Open), new Index(["Supporter"])]);

    public static readonly Table<Cycle> Cycles = new(
        "Cycles", StoredJson.Default.Cycle, c => c.Version, (c, v) => c with { Version = v },
        [
            Key<Cycle>("Id", c => c.Id.ToString()),
            Who<Cycle>("Requester", c => c.IsGroup ? "" : c.Requester.Value), // who is in a group is in Memberships
            Who<Cycle>("Supporter", c => c.IsGroup ? "" : c.Supporter.Value),
            Flag<Cycle>("Open", c => c.IsOpen),
            Later<Cycle>("Programme", c => c.Programme.Id),
            Later<Cycle>("Standing", c => c.IsOpen ? c.Standing.ToString() : null),
            new ColumnOf<Cycle>(new Column("ClosedAt", ColumnKind.Number, Nullable: true), c => c.ClosedAt?.ToUnixTimeTicks()),
        ],
        [
            new Index(["Requester", "Open"]), new Index(["Supporter", "Open"]), new Index(["Programme", "Standing", "Id"], Where: Open),
            new Index(["ClosedAt"]),
        ],
        words: (cycle, each) => cycle with { Rules = cycle.Rules with { Place = each(cycle.Rules.Place) } });

    public static readonly Table<LearningGroup> Groups = new(
        "Groups", StoredJson.Default.LearningGroup, g => g.Version, (g, v) => g with { Version = v },
        [Key<LearningGroup>("Id", g => g.Id.ToString()), Fixed<LearningGroup>("Programme", g => g.Programme.Id)],
        [new Index(["Programme"])],
        words: (group, each) => group with { Purpose = each(group.Purpose) ?? "" });

    /// <summary>Finds the groups of a person. Somebody who was asked or has left keeps theirs: the group says how they stand.</summary>
    public static readonly Table<Membership> Memberships = new(
        "Memberships", StoredJson.Default.Membership, _ => RowWrite.Any, (m, _) => m,
        [Key<Membership>("Person", m => m.Person.Value), Key<Membership>("Group", m => m.Group.ToString())]);

    public static readonly Table<Meeting> Meetings = new(
        "Meetings", StoredJson.Default.Meeting, m => m.Version, (m, v) => m with { Version = v },
        [
            Key<Meeting>("Id", m => m.Id.ToString()),
            new ColumnOf<Meeting>(new Column("Cycle", ColumnKind.Text), m => m.Cycle.ToString()), // a meeting to come goes on with the next cycle
            When<Meeting>("Start", m => m.Start),
            new ColumnOf<Meeting>(new Column("Booked", ColumnKind.Number, Nullable: true), m => m.State == MeetingState.Booked ? 1L : 0L),
        ],
        [new Index(["Cycle", "Start"]), new Index(["Start"], Where: "\"Booked\" = 1")]);

    public static readonly Table<SelfEvaluation> SelfEvaluations = new(
        "SelfEvaluations", StoredJson.Default.SelfEvaluation, e => e.Version, (e, v) => e with { Version = v },
        [
            Key<SelfEvaluation>("Cycle", e => e.Cycle.ToString()),
            Key<SelfEvaluation>("Owner", e => e.Owner.Value),
            Key<SelfEvaluation>("Occasion", e => e.Occasion.ToString()),
        ],
        [new Index(["Owner"])],
        isPrivate: true);

    public static readonly Table<PrivateNote> PrivateNotes = new(
        "PrivateNotes", StoredJson.Default.PrivateNote, n => n.Version, (n, v) => n with { Version = v },
        [
            Key<PrivateNote>("Id", n => n.Id.ToString("N")),
            Fixed<PrivateNote>("Subject", n => n.Subject),
            Fixed<PrivateNote>("Kind", n => n.Kind.ToString()),
            new ColumnOf<PrivateNote>(new Column("Owner", ColumnKind.Text, Fixed: true, Nullable: true), n => n.Owner.Value),
        ],
        [new Index(["Subject", "Kind", "AddedAt"]), new Index(["Owner", "AddedAt"])],
        isPrivate: true,
        stamp: new Column("AddedAt", ColumnKind.Number, Fixed: true));

    public static readonly Table<CycleFeedback> Feedback = new(
        "Feedback", StoredJson.Default.CycleFeedback, f => f.Version, (f, v) => f with { Version = v },
        [Key<CycleFeedback>("Cycle", f => f.Cycle.ToString()), Key<CycleFeedback>("From", f => f.From.Value)],
        [new Index(["From"])],
        isPrivate: true);

    public static readonly Table<SupporterApplication> Applications = new(
        "Applications", StoredJson.Default.SupporterApplication, a => a.Version, (a, v) => a with { Version = v },
        [Key<SupporterApplication>("Programme", a => a.ProgrammeId), Key<SupporterApplication>("Person", a => a.Person.Value)],
        [new Index(["Person"])],
        isPrivate: true);

    public static readonly Table<CoordinatorTask> Tasks = new(
        "Tasks", StoredJson.Default.CoordinatorTask, t => t.Version, (t, v) => t with { Version = v },
        [
            Key<CoordinatorTask>("Id", t => t.Id.ToString("N")),
            Fixed<CoordinatorTask>("Programme", t => t.ProgrammeId),
            Flag<CoordinatorTask>("Open", t => t.IsOpen),
            When<CoordinatorTask>("Since", t => t.Since),
        ],
        [new Index(["Programme", "Since"], Where: Open)]);

    public static readonly Table<AuditEntry> Audit = new(
        "Audit", StoredJson.Default.AuditEntry, a => a.Version, (a, v) => a with { Version = v },
        [
            Key<AuditEntry>("Id", a => a.Id.ToString("N")),
            new ColumnOf<AuditEntry>(new Column("About", ColumnKind.Text, Nullable: true), a => a.About?.Value),
            When<AuditEntry>("At", a => a.At),
        ],
        [new Index(["About", "At"]), new Index(["At"])]);

    public static readonly Table<RightsRequest> Rights = new(
        "Rights", StoredJson.Default.RightsRequest, r => r.Version, (r, v) => r with { Version = v },
        [Key<RightsRequest>("Id", r => r.Id.ToString("N")), Who<RightsRequest>("Person", r => r.Person.Value)],
        [new Index(["Person"])]);

    /// <summary>One row: what an authority has changed for itself.</summary>
    public static readonly Table<LocalSettings> Settings = new(
        "Settings", StoredJson.Default.LocalSettings, s => s.Version, (s, v) => s with { Version = v },
        [Key<LocalSettings>("Key", _ => SettingsKey)]);

    public const string SettingsKey = "local";

    public static readonly Table<Counter> Counters = new(
        "Counters", StoredJson.Default.Counter, c => c.Version, (c, v) => c with { Version = v },
        [Key<Counter>("Series", c => c.Series)]);

    public static readonly Table<Conversation> Conversations = new(
        "Conversations", StoredJson.Default.Conversation, c => c.Version, (c, v) => c with { Version = v },
        [Key<Conversation>("Id", c => c.Id), Fixed<Conversation>("Person", c => c.PersonId.Value)],
        [new Index(["Person"])],
        isPrivate: true);

    public static readonly Table<LocalEventRow> LocalEvents = new(
        "LocalEvents", StoredJson.Default.LocalEventRow, e => e.Version, (e, v) => e with { Version = v },
        [Key<LocalEventRow>("Meeting", e => e.Meeting.ToString())]);

    public static readonly Table<EventPerson> EventPeople = new(
        "EventPeople", StoredJson.Default.EventPerson, _ => RowWrite.Any, (e, _) => e,
        [
            Key<EventPerson>("Person", e => e.Person.Value),
            Key<EventPerson>("Meeting", e => e.Meeting.ToString()),
            When<EventPerson>("Start", e => e.Start),
            When<EventPerson>("End", e => e.End),
        ],
        [new Index(["Person", "Start"])]);

    public static readonly Table<BusyTimesRow> BusyTimes = new(
        "BusyTimes", StoredJson.Default.BusyTimesRow, b => b.Version, (b, v) => b with { Version = v },
        [Key<BusyTimesRow>("Person", b => b.Person.Value)]);

    /// <summary>What is to be done after a commit. A row that is done is gone.</summary>
    public static readonly TableShape Outbox = new(
        "Outbox",
        [
            new Column("Id", ColumnKind.Number, Key: true),
            new Column("Kind", ColumnKind.Number),
            new Column("Person", ColumnKind.Text, Nullable: true),
            new Column("ConversationId", ColumnKind.Text, Nullable: true),
            new Column("Due", ColumnKind.Number),
            new Column("Attempts", ColumnKind.Number),
            new Column("ClaimedBy", ColumnKind.Text, Nullable: true),
            new Column("ClaimedUntil", ColumnKind.Number),
            new Column("CreatedAt", ColumnKind.Number),
            new Column("Body", ColumnKind.Bytes),
            new Column("Held", ColumnKind.Text, Nullable: true),
            new Column("Status", ColumnKind.Number, Nullable: true),
        ],
        [
            new Index(["Due"]), new Index(["Person"], Where: "\"Held\" IS NOT NULL"),
            new Index(["ConversationId"], Where: "\"ConversationId\" IS NOT NULL"),
        ]);

    /// <summary>
    /// Keys of what was dealt with. Small rows: what was answered is in <see cref="Answers"/>, once for all keys of a turn.
    /// </summary>
    public static readonly TableShape Inbox = new(
        "Inbox",
        [
            new Column("Key", ColumnKind.Text, Key: true),
            new Column("Answer", ColumnKind.Number, Nullable: true),
            new Column("At", ColumnKind.Number),
        ],
        []);

    public static readonly TableShape Answers = new(
        "Answers",
        [new Column("Id", ColumnKind.Number, Key: true), new Column("Body", ColumnKind.Bytes)],
        []);

    /// <summary>The keys that protect private bodies and links, as ASP.NET Core Data Protection writes them.</summary>
    public static readonly TableShape Keys = new(
        "Keys",
        [new Column("Id", ColumnKind.Text, Key: true), new Column("Xml", ColumnKind.Text), new Column("CreatedAt", ColumnKind.Number)],
        []);

    /// <summary>What the channel lets through, counted for all processes together: when the next may go.</summary>
    public static readonly TableShape Limits = new(
        "Limits",
        [new Column("Key", ColumnKind.Text, Key: true), new Column("Next", ColumnKind.Number), new Column("Long", ColumnKind.Number)],
        []);

    /// <summary>Which tables have been looked through for rows of an earlier version, since when, and for which shape of their rows.</summary>
    public static readonly TableShape Sweeps = new(
        "Sweeps",
        [
            new Column("Table", ColumnKind.Text, Key: true),
            new Column("Shape", ColumnKind.Text),
            new Column("Since", ColumnKind.Number),
            new Column("Done", ColumnKind.Number),
        ],
        []);

    /// <summary>What belongs to the authority: everything but the keys, the counts of the channel and what was swept, which outlive a reload.</summary>
    public static readonly IReadOnlyList<TableShape> Content =
    [
        People, Organisations, Supporters, Requests, Asks, Cycles, Groups, Memberships, Meetings, SelfEvaluations, PrivateNotes, Feedback, Applications,
        Tasks, Audit, Rights, Settings, Counters, Conversations, LocalEvents, EventPeople, BusyTimes, Outbox, Inbox, Answers,
    ];

    public static readonly IReadOnlyList<TableShape> All = [.. Content, Keys, Limits, Sweeps];

    private static ColumnOf<T> Key<T>(string name, Func<T, string> value) => new(new Column(name, ColumnKind.Text, Key: true), value);

    private static ColumnOf<T> Fixed<T>(string name, Func<T, string> value) => new(new Column(name, ColumnKind.Text, Fixed: true), value);

    /// <summary>A person, in whose place nobody stands once their data has been erased.</summary>
    private static ColumnOf<T> Who<T>(string name, Func<T, string> value) => new(new Column(name, ColumnKind.Text), value);

    /// <summary>Came after the table: rows of an earlier version may have none.</summary>
    private static ColumnOf<T> Later<T>(string name, Func<T, string?> value) => new(new Column(name, ColumnKind.Text, Nullable: true), value);

    private static ColumnOf<T> Flag<T>(string name, Func<T, bool> value) =>
        new(new Column(name, ColumnKind.Number), item => value(item) ? 1L : 0L);

    private static ColumnOf<T> When<T>(string name, Func<T, Instant> value) =>
        new(new Column(name, ColumnKind.Number), item => value(item).ToUnixTimeTicks());
}
