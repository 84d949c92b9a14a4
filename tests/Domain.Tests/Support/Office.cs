using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

/// <summary>Runs use cases, each in a turn of its own that is committed at its end.</summary>
internal sealed class Office
{
    private readonly string now;

    /// <param name="now">London time, such as "2026-11-24T10:00".</param>
    public Office(string now, params IEnumerable<object> given)
    {
        this.now = now;
        Store.Put(Authority.Everyone());
        Store.Put(given);
    }

    public MemoryStore Store { get; } = new();

    public MemoryCalendar Calendar { get; } = new();

    public Reference Reference { get; set; } = Authority.Reference;

    /// <summary>A turn that somebody else may come before.</summary>
    public (Turn Turn, MemoryStores Stores) Open(string? at = null)
    {
        var stores = Store.Begin(SchoolTime.At(at ?? now));
        return (new Turn(stores, Reference, Calendar, stores.Now), stores);
    }

    public async Task<T> Does<T>(Func<Turn, Task<T>> useCase, string? at = null)
    {
        var (turn, stores) = Open(at);
        var answer = await useCase(turn);
        Assert.True(stores.Commit());
        return answer;
    }

    public T Only<T>() => Assert.Single(Store.All<T>());

    public SupporterProfile Profile(Person person) => Store.All<SupporterProfile>().Single(profile => profile.Person == person.Id);

    /// <summary>When errands of this kind are due, as tests write it.</summary>
    public IReadOnlyList<string> Due<T>(Func<T, bool>? which = null)
        where T : Errand =>
        [.. Store.Errands.Where(errand => errand.Errand is T one && which?.Invoke(one) != false).Select(errand => SchoolTime.Written(errand.Due))];
}
