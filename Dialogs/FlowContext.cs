using System.Security.Cryptography;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Who is speaking, in which turn and programme, and the words for them. A flow sees nothing else of the world.</summary>
/// <param name="School">Null when the register does not know the person's organisation.</param>
public sealed record FlowContext(Turn Turn, Person Me, Organisation? School, Programme Programme, Texts Texts)
{
    /// <summary>In the reader's language, whichever of its languages it was found in.</summary>
    public Programme Programme { get; init => field = value.In(Me.Locale); } = Programme.In(Me.Locale);

    public Instant Now => Turn.Now;

    public IStores Stores => Turn.Stores;

    /// <summary>The clock that the reader lives by.</summary>
    public DateTimeZone Zone => Me.ZoneIn(Programme);

    /// <summary>Where the cycle that is spoken of stands, for each of its cards; null: nothing to say, or no cycle.</summary>
    public string? Standing { get; init; }

    public Contact? Coordinator => Contact(Programme.Owner.CoordinatorContactRef);

    public LocalDateTime Local(Instant instant) => instant.InZone(Zone).LocalDateTime;

    public Contact? Contact(string? key) => key is null ? null : Turn.Reference.Contacts.GetValueOrDefault(key);

    /// <summary>The name people know; a person who has left the directory keeps a neutral word.</summary>
    public async Task<string> NameAsync(PersonId person) => (await Stores.PersonAsync(person))?.Name ?? Texts.Plain("Person.Unknown");

    /// <summary>The other one of a pair, or all the others of a group, by name.</summary>
    public Task<string> OthersAsync(Cycle cycle) => NamesAsync(cycle.Others(Me.Id));

    /// <summary>"Ada, Bob and Cy".</summary>
    public async Task<string> NamesAsync(IEnumerable<PersonId> people)
    {
        var names = new List<string>();
        foreach (var person in people)
        {
            names.Add(await NameAsync(person));
        }

        return Texts.List(names);
    }

    public async Task<string> SchoolAsync(PersonId person) =>
        await Stores.PersonAsync(person) is { } known && known.Organisation is { } at && await Stores.OrganisationAsync(at) is { } school
            ? school.Name
            : Texts.Plain("Person.NoSchool");

    /// <summary>
    /// A card about something stored, or else about the scheme: its id, the version it is drawn from, and a nonce that makes each press
    /// countable once.
    /// </summary>
    public CardFrame Frame(object? id = null, long version = 0) => Frame(Texts, id?.ToString() ?? Schemes.CardId(Programme), version) with { Standing = Standing };

    /// <summary>The same for a reader who need not be in any scheme.</summary>
    internal static CardFrame Frame(Texts texts, string id, long version = 0) =>
        new(id, version, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), texts);

    public Show Say(string key, params ReadOnlySpan<(string Name, object Value)> args) => new Show.Say(Texts.Say(key, args));
}
