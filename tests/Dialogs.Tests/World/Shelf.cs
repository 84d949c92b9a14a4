using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>How one kind of thing is found and versioned.</summary>
internal sealed record Shelf(Type Kind, Func<object, string> KeyOf, Func<object, long> VersionOf, Func<object, long, object> AtVersion)
{
    private static readonly Dictionary<Type, Shelf> Known = new[]
    {
        For<Person>(x => x.Id.Value, x => x.Version, (x, v) => x with { Version = v }),
        For<Organisation>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<SupporterProfile>(x => $"{x.Person} {x.ProgrammeId}", x => x.Version, (x, v) => x with { Version = v }),
        For<SupportRequest>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<Ask>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<Cycle>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<LearningGroup>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<Meeting>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<SelfEvaluation>(x => $"{x.Owner} {x.Cycle} {x.Occasion}", x => x.Version, (x, v) => x with { Version = v }),
        For<PrivateNote>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<DeclaredBusy>(x => x.Person.Value, x => x.Version, (x, v) => x with { Version = v }),
        For<CycleFeedback>(x => $"{x.Cycle} {x.From}", x => x.Version, (x, v) => x with { Version = v }),
        For<SupporterApplication>(x => $"{x.Person} {x.ProgrammeId}", x => x.Version, (x, v) => x with { Version = v }),
        For<CoordinatorTask>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<AuditEntry>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<RightsRequest>(x => x.Id.ToString(), x => x.Version, (x, v) => x with { Version = v }),
        For<LocalSettings>(_ => "local", x => x.Version, (x, v) => x with { Version = v }),
    }.ToDictionary(shelf => shelf.Kind);

    public static Shelf Of(object item) => Known[item.GetType()];

    private static Shelf For<T>(Func<T, string> key, Func<T, long> version, Func<T, long, T> at)
        where T : class =>
        new(typeof(T), item => key((T)item), item => version((T)item), (item, number) => at((T)item, number));
}

/// <summary>What a person has declared as taken.</summary>
internal sealed record DeclaredBusy(PersonId Person, IReadOnlyList<NodaTime.Interval> Once, int Feed = 0, Guid? File = null,
    IReadOnlyList<PeerBot.Domain.People.BookedTime>? Supervisions = null, long Version = 0);
