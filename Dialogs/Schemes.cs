using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The schemes that somebody is in, and which of them they speak about. Most people are in one, and none of this costs them a look.</summary>
public static class Schemes
{
    /// <summary>Those that the person takes part in, the main one first, then those in which a colleague named them, or in which they hold a role.</summary>
    public static IReadOnlyList<Programme> Of(Person person, Reference reference) =>
    [
        .. person.Programmes.Concat(person.Supports).Concat(reference.Roles.Where(held => held.People.Contains(person.Id)).Select(held => held.ProgrammeId))
            .Distinct(StringComparer.Ordinal).Select(reference.Programmes.Current).OfType<Programme>(),
    ];

    /// <param name="chosen">Id of the scheme that the person chose to speak about; null: none yet.</param>
    /// <returns>The chosen one as long as the person is in it, or else the main one; null for somebody who is in none.</returns>
    public static Programme? Present(Person person, Reference reference, string? chosen) => Of(person, reference) switch
    {
        [] => null,
        [var only] => only,
        var several => several.FirstOrDefault(one => one.Id == chosen) ?? several[0],
    };

    /// <summary>Id of a card that is about a scheme and nothing stored.</summary>
    internal static string CardId(Programme programme, string? about = null) => about is null ? programme.Id : $"{programme.Id}.{about}";

    /// <summary>The scheme that a card about nothing stored was drawn for.</summary>
    internal static string NamedBy(Incoming.Pressed press) => press.Id.Split('.')[0];

    /// <returns>The scheme of the thing that the press is about, or of its card; null where the reader is in one scheme only, or not in that one.</returns>
    internal static async Task<Programme?> OfPressAsync(Incoming.Pressed press, FlowContext context)
    {
        var mine = Of(context.Me, context.Turn.Reference);
        if (mine.Count < 2)
        {
            return null;
        }

        var id = await OfThingAsync(press.About, context.Stores)
            ?? (press.Guid != press.About ? await OfThingAsync(press.Guid, context.Stores) : null) ?? NamedBy(press);
        return mine.FirstOrDefault(one => one.Id == id);
    }

    /// <summary>Open cycles, those of the scheme spoken about alone where there are any: words typed are about them.</summary>
    internal static async Task<IReadOnlyList<Cycle>> CyclesAsync(this FlowContext context, Func<Cycle, bool>? which = null)
    {
        var open = (await context.Stores.OpenCyclesAsync(context.Me.Id)).Where(which ?? (_ => true)).ToList();
        var here = open.Where(cycle => cycle.Programme.Id == context.Programme.Id).ToList();
        return here.Count > 0 ? here : open;
    }

    private static async Task<string?> OfThingAsync(Guid id, IStores stores) =>
        id == Guid.Empty ? null
        : await stores.CycleAsync(new CycleId(id)) is { } cycle ? cycle.Programme.Id
        : await stores.RequestAsync(new RequestId(id)) is { } request ? request.Programme.Id
        : await stores.AskAsync(new AskId(id)) is { } ask ? ask.Programme.Id
        : await stores.GroupAsync(new GroupId(id)) is { } group ? group.Programme.Id
        : await stores.MeetingAsync(new MeetingId(id)) is { } meeting && await stores.CycleAsync(meeting.Cycle) is { } its ? its.Programme.Id
        : null;
}
