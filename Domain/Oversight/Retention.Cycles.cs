using System.Globalization;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <content>Cycles and requests, with what was written for them.</content>
public sealed partial class Retention
{
    private async Task<string?> CyclesAsync(string? from)
    {
        var found = await stores.CyclesClosedAsync(Since(from), AtOnce);
        var (page, next) = Page(found, cycle => cycle.ClosedAt!.Value);
        foreach (var cycle in page.Where(cycle => !cycle.IsOpen))
        {
            if (Definition(cycle.Programme) is { } programme)
            {
                await CycleAsync(cycle, programme);
            }
        }

        return next;
    }

    private async Task CycleAsync(Cycle cycle, Programme programme)
    {
        var keep = programme.RetentionDays;
        var closed = cycle.ClosedAt!.Value;
        var pairing = IsOver(closed, keep.PairingAfterClose, programme);
        if (pairing || IsOver(closed, keep.JournalAfterClose, programme))
        {
            await NotesAsync(cycle.Id.ToString(), [.. Enum.GetValues<NoteKind>().Where(kind => kind != NoteKind.ForSupporter)]);
            foreach (var meeting in await stores.MeetingsAsync(cycle.Id))
            {
                await NotesAsync(meeting.Id.ToString(), NoteKind.MeetingLabel);
            }
        }

        if (pairing || IsOver(closed, keep.SelfEvaluationAfterClose, programme))
        {
            await SelfEvaluationsAsync(cycle);
        }

        if (pairing || IsOver(closed, keep.FeedbackThenAnonymise, programme))
        {
            await FeedbackAsync(cycle, programme);
        }

        if (pairing)
        {
            foreach (var meeting in await stores.MeetingsAsync(cycle.Id))
            {
                Delete("meetings", () => stores.Remove(meeting));
            }

            // Two who went on with another cycle have one request for all of them: it goes with the last.
            if (!(await stores.CyclesOfAsync(cycle.Requester)).Any(other => other.Request == cycle.Request && other.PairedAt > cycle.PairedAt)
                && await stores.RequestAsync(cycle.Request) is { } request)
            {
                await RequestAsync(request);
            }

            if (cycle.IsGroup && await stores.GroupAsync(GroupId.Of(cycle.Id)) is { } group)
            {
                Delete("groups", () => stores.Remove(group));
            }

            Delete("cycles", () => stores.Remove(cycle));
        }
    }

    /// <summary>Groups that never began to meet; the others go with their cycles.</summary>
    /// <param name="from">Number of the programme.</param>
    private async Task<string?> GroupsAsync(string? from)
    {
        var programmes = turn.Reference.Programmes.Programmes.Where(one => one.Groups is not null).OrderBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version).ToList();
        var at = from is null ? 0 : int.Parse(from, CultureInfo.InvariantCulture);
        if (at >= programmes.Count)
        {
            return null;
        }

        var programme = programmes[at];
        foreach (var group in (await stores.GroupsInAsync(programme.Id)).Where(group => group.Programme == programme.Key))
        {
            if (await stores.CycleAsync(group.Id.Cycle) is null && IsOver(group.FormedAt, programme.RetentionDays.PairingAfterClose, programme))
            {
                Delete("groups", () => stores.Remove(group));
            }
        }

        return (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private async Task NotesAsync(string subject, params IReadOnlyList<NoteKind> kinds)
    {
        foreach (var kind in kinds)
        {
            foreach (var note in await stores.NotesAsync(kind, subject))
            {
                Delete("notes", () => stores.Remove(note));
            }
        }
    }

    private async Task SelfEvaluationsAsync(Cycle cycle)
    {
        foreach (var owner in cycle.People)
        {
            foreach (var occasion in Enum.GetValues<Occasion>())
            {
                if (await stores.SelfEvaluationAsync(owner, cycle.Id, occasion) is { } evaluation)
                {
                    Delete("self-evaluations", () => stores.Remove(evaluation));
                }
            }
        }
    }

    /// <summary>That it was given and the options chosen stay, to be counted; the words and whose they were go.</summary>
    private async Task FeedbackAsync(Cycle cycle, Programme programme)
    {
        foreach (var from in cycle.People.Concat(cycle.Former ?? []))
        {
            if (await stores.FeedbackAsync(cycle.Id, from) is not { } given)
            {
                continue;
            }

            Delete("feedback", () =>
            {
                stores.Remove(given);
                if (given.Standing == FeedbackStanding.Given)
                {
                    stores.Save(given.CountsAlone(programme.Feedback) with { From = new PersonId($"anonymous:{Guid.NewGuid():N}"), Version = 0 });
                }
            });
        }
    }

    /// <summary>
    /// Requests that came to nothing; those that led to a cycle go with it. One that is still open does not vanish, and is not kept for
    /// ever either: it is closed, its person hears that, and the next night finds it closed.
    /// </summary>
    private async Task<string?> RequestsAsync(string? from)
    {
        var (page, next) = Page(await stores.RequestsMadeAsync(Since(from), AtOnce), request => request.MadeAt);
        foreach (var request in page.Where(request => request.State is not (RequestState.Asking or RequestState.Matched)))
        {
            if (Definition(request.Programme) is { } programme && IsOver(request.MadeAt, programme.RetentionDays.PairingAfterClose, programme))
            {
                await (request.IsOpen ? CloseAsync(request) : RequestAsync(request));
            }
        }

        return next;
    }

    private async Task CloseAsync(SupportRequest request)
    {
        counts["closed-requests"] = counts.GetValueOrDefault("closed-requests") + 1;
        if (!dryRun)
        {
            await new RequestSupport(turn).CloseOldAsync(request);
        }
    }

    private async Task RequestAsync(SupportRequest request)
    {
        foreach (var ask in await stores.AsksOfAsync(request.Id))
        {
            Delete("asks", () => stores.Remove(ask));
        }

        await NotesAsync(request.Id.ToString(), NoteKind.ForSupporter);
        Delete("requests", () => stores.Remove(request));
    }
}
