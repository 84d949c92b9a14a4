using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Bot.Calendar;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Rehearsal;
using PeerBot.Bot.Sample;
using PeerBot.Calendar;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Sample;

/// <summary>The sample in a database file of its own, on the Saturday evening on which the scripts begin.</summary>
public sealed class SampleHost : IAsyncLifetime, IClock
{
    private readonly string folder = Directory.CreateTempSubdirectory("peerbot-sample-").FullName;

    internal static Instant SaturdayEvening { get; } = Instant.FromUtc(2026, 11, 21, 19, 5);

    internal static DateTimeZone London { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    internal static Reference Reference { get; } = new(
        ProgrammeCatalogue.Load(
            ProgrammeCatalogue.ShippedFolder, ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow()).OrThrow(),
        CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow(), new Dictionary<string, Contact>(), Rehearsing: true);

    internal static Programme Heads { get; } = Reference.Programmes.Current("headteacher-peer-support")!;

    internal Database Database { get; private set; } = null!;

    internal LocalCalendarStore Store { get; private set; } = null!;

    internal ICalendar Calendar { get; private set; } = null!;

    internal SampleRehearsal Rehearsal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = Database.Open($"Data Source={Path.Combine(folder, "sample.db")}");
        await Database.MigrateAsync();
        await SampleStart.EnsureAsync(Database);
        Store = new LocalCalendarStore(Database, this);
        var feeds = new CalendarFeeds(new EphemeralDataProtectionProvider(), Store, this, Options.Create(new CalendarFeedOptions()));
        Calendar = new ServiceCollection().AddSingleton<ILocalCalendarStore>(Store).AddSingleton<IFeedAddresses>(feeds)
            .AddCalendar(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<ICalendar>();
        Rehearsal = new SampleRehearsal(
            Database, Store, Reference, new Dispatch(), this, new Housekeeping(Database, Reference, Calendar, this));
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Instant GetCurrentInstant() => SaturdayEvening;

    internal static RehearsalPerson Shown(string name) => SampleAuthority.People.Single(person => person.Name == name);

    internal static PersonId Id(string name) => PersonId.Of(Shown(name).TenantId, Shown(name).AadObjectId);

    internal static string Name(PersonId id) =>
        SampleAuthority.People.Single(person => PersonId.Of(person.TenantId, person.AadObjectId) == id).Name;

    internal TurnWork Begin() => Database.BeginTurn(SaturdayEvening);

    /// <summary>A pair that has agreed to meet on Teams for an hour and now looks for a time.</summary>
    internal BookMeeting Booking(PersonId requester, PersonId supporter, out Cycle cycle)
    {
        cycle = new Cycle(
            new CycleId(Guid.NewGuid()), new RequestId(Guid.NewGuid()), Heads.Key, requester, supporter, CycleState.Active, SaturdayEvening,
            new LocalDate(2026, 11, 30), new GroundRules(null, [], NotesKeptBy.Nobody, 0, []));
        return new BookMeeting(new Turn(Begin(), Reference, Calendar, SaturdayEvening));
    }
}
