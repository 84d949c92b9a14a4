using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

internal sealed partial class MemoryStores
{
    public Task<IReadOnlyList<CoordinatorTask>> TasksAfterAsync(Guid? after, int take) =>
        Listed(All<CoordinatorTask>().OrderBy(task => task.Id).Where(task => after is null || task.Id > after).Take(take));

    public Task<IReadOnlyList<RightsRequest>> RightsAfterAsync(Guid? after, int take) =>
        Listed(All<RightsRequest>().OrderBy(request => request.Id).Where(request => after is null || request.Id > after).Take(take));

    public Task<IReadOnlyList<SupporterApplication>> ApplicationsAfterAsync(string? after, int take) => Listed(
        All<SupporterApplication>().OrderBy(one => one.Key, StringComparer.Ordinal)
            .Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0).Take(take));

    /// <summary>Chats are not in this store.</summary>
    public Task<ChatSweep> SweepChatsAsync(Instant idleSince, string? after, int take, bool count) => Task.FromResult(new ChatSweep(0, null));

    /// <summary>Nor are events of PeerBot's own calendar.</summary>
    public Task<EventSweep> SweepEventsAsync(Instant endedBefore, string? after, int take, bool count) => Task.FromResult(new EventSweep(0, null));

    public Task<bool> AnonymiseAsync(PersonId person, PersonId nobody, int most)
    {
        PersonId Instead(PersonId one) => one == person ? nobody : one;
        foreach (var request in All<SupportRequest>().Where(request => request.Requester == person || request.Preferences.Contains(person)))
        {
            Keep(request with { Requester = Instead(request.Requester), Preferences = [.. request.Preferences.Select(Instead)] });
        }

        foreach (var ask in All<Ask>().Where(ask => ask.Requester == person || ask.Supporter == person))
        {
            Keep(ask with { Requester = Instead(ask.Requester), Supporter = Instead(ask.Supporter) });
        }

        foreach (var cycle in All<Cycle>().Where(cycle => cycle.Signers.Contains(person) || cycle.Former?.Contains(person) == true))
        {
            Keep(cycle with
            {
                Requester = Instead(cycle.Requester),
                Supporter = Instead(cycle.Supporter),
                Members = cycle.Members is { } members ? [.. members.Select(Instead)] : null,
                Former = cycle.Former is { } former ? [.. former.Select(Instead)] : null,
            });
        }

        foreach (var group in All<LearningGroup>().Where(group => group.Lead == person || group.Member(person) is not null))
        {
            Keep(group with { Lead = Instead(group.Lead), Members = [.. group.Members.Select(one => one with { Person = Instead(one.Person) })] });
        }

        foreach (var meeting in All<Meeting>().Where(meeting => meeting.People.Contains(person)))
        {
            Keep(meeting with { Organiser = Instead(meeting.Organiser), Others = [.. meeting.Others.Select(Instead)] });
        }

        foreach (var task in All<CoordinatorTask>().Where(task => task.Person == person || task.DoneBy == person))
        {
            Keep(task with { Person = task.Person == person ? nobody : task.Person, DoneBy = task.DoneBy == person ? nobody : task.DoneBy });
        }

        foreach (var entry in All<AuditEntry>().Where(entry => entry.Actor == person || entry.About == person))
        {
            Keep(entry with { Actor = Instead(entry.Actor), About = entry.About == person ? nobody : entry.About });
        }

        return Task.FromResult(false);
    }

    public async Task ForgetAsync(PersonId person)
    {
        if (await Find<DeclaredBusy>(person.Value) is { } busy)
        {
            Take(busy);
        }
    }

    public void Remove(Person person) => Take(person);
}
