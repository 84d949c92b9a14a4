using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain;

/// <summary>What never changes while the product runs: the definitions and what they refer to.</summary>
/// <param name="Contacts">By the key that definitions use.</param>
/// <param name="Rehearsing">Draft programmes take requests; never in production.</param>
public sealed record Reference(
    ProgrammeCatalogue Programmes, CalendarCatalogue Calendars, IReadOnlyDictionary<string, Contact> Contacts,
    bool Rehearsing)
{
    /// <summary>The instruments that the definitions refer to.</summary>
    public ReflectionLibrary Library => Programmes.Library;
}

/// <summary>Where a use case runs: the stores of this one turn, the calendars outside, and the time it is.</summary>
public sealed record Turn(IStores Stores, Reference Reference, ICalendar Calendar, Instant Now)
{
    /// <summary>The definition that something started under, and keeps.</summary>
    /// <exception cref="InvalidOperationException">It is no longer loaded: a running cycle needs its definition file kept.</exception>
    public Programme Programme(ProgrammeKey version) => Reference.Programmes.Get(version)
        ?? throw new InvalidOperationException($"Programme {version} is in use but its definition is not loaded.");
}
