using NodaTime;
using PeerBot.Dialogs.Errands;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>
/// A scheme at work, without a channel, a database or a clock of its own: turns go through the router and the flows, errands through the
/// errand desk, each in a transaction that starts over when somebody else was faster.
/// </summary>
internal sealed class Scheme
{
    private const int MostErrands = 2000;

    // A card settles a moment after the press was answered.
    private static readonly Duration Moment = Duration.FromSeconds(1);

    private readonly Router router = new(new StackOfTurn(), Flows.All);
    private readonly Dictionary<PersonId, Participant> participants = [];
    private int lastMessage;

    /// <param name="start">London time, such as "2026-11-21T19:05".</param>
    public Scheme(string start, params IEnumerable<object> given)
    {
        Now = SchoolTime.At(start);
        Store.Put(Authority.Everyone());
        Store.Put(given);
    }

    public MemoryStore Store { get; } = new();

    public MemoryCalendar Calendar { get; } = new();

    public MemoryDirectory Directory { get; } = new();

    public Reference Reference { get; set; } = Authority.Reference;

    public Instant Now { get; private set; }

    /// <summary>Counts what the test does, so that "sees" means: because of that.</summary>
    public int Step { get; private set; }

    /// <summary>When a message that the bot starts may come; the authority's own hours, where a test does not bring those of another scheme.</summary>
    public Func<Instant, DateTimeZone, bool> IsContactTime { get; init; } = (at, zone) => SchoolTime.IsContactTime(at, zone);

    /// <summary>People who do not have the bot, so that it cannot write to them.</summary>
    public HashSet<PersonId> WithoutApp { get; } = [];

    /// <summary>What people typed into fields and chat.</summary>
    public HashSet<string> Typed { get; } = [];

    /// <summary>Looks at every turn and errand before it commits.</summary>
    public Action<MemoryStores>? Watches { get; set; }

    /// <summary>People send and type what makes no sense, so sentences that repeat it need not read well.</summary>
    public bool Rubbish { get; set; }

    /// <summary>An errand with a bug is tried again, as the product does it.</summary>
    public bool HasBugs { get; init; }

    /// <summary>Runs once, just before the next turn commits: somebody else comes first.</summary>
    public Func<Task>? BeforeNextCommit { get; set; }

    public Participant Amira => Of(Authority.Amira);

    public Participant Hannah => Of(Authority.Hannah);

    public Participant Peter => Of(Authority.Peter);

    public Participant Grace => Of(Authority.Grace);

    public Participant Sam => Of(Authority.Sam);

    public Participant Jo => Of(Authority.Jo);

    public IEnumerable<Participant> Everybody => participants.Values;

    public Participant Of(Person person) =>
        participants.TryGetValue(person.Id, out var known) ? known : participants[person.Id] = new Participant(this, person);

    /// <summary>The one thing of its kind that is stored.</summary>
    public T Only<T>() => Assert.Single(Store.All<T>());

    public int NextMessage() => ++lastMessage;

    /// <summary>An errand that an earlier turn has sent.</summary>
    public void Expects(Errand errand, string due)
    {
        var stores = Store.Begin(Now);
        stores.Send(errand, SchoolTime.At(due));
        stores.Commit();
    }

    /// <summary>Time passes, and what falls due meanwhile is done at its time.</summary>
    public async Task MovesTo(string local)
    {
        Step++;
        var until = SchoolTime.At(local);
        Assert.True(until >= Now, "Time only goes forward.");
        await DoErrandsAsync(until);
        Now = until;
    }

    public async Task TakeTurnAsync(Participant participant, Incoming incoming)
    {
        Step++;
        if (incoming is Incoming.Typed typed)
        {
            Typed.Add(typed.Text);
        }

        while (!await TryTurnAsync(participant, incoming))
        {
            // Somebody else was faster.
        }

        await DoErrandsAsync(Now);
    }

    /// <summary>A use case that somebody outside the chats begins, such as a coordinator.</summary>
    public async Task<T> Does<T>(Func<Turn, Task<T>> useCase)
    {
        var stores = Store.Begin(Now);
        var answer = await useCase(await TurnAsync(stores));
        Assert.True(stores.Commit());
        await DoErrandsAsync(Now);
        return answer;
    }

    /// <summary>What somebody reads outside the chats, such as a file of their own.</summary>
    public async Task<T> ReadsAsync<T>(Person person, Func<FlowContext, Task<T>> read) => await read((await ContextAsync(Store.Begin(Now), person.Id))!);

    private async Task<bool> TryTurnAsync(Participant participant, Incoming incoming)
    {
        var stores = Store.Begin(Now);
        var turns = participant.Turns;
        var chat = StoredChat.Read(participant.Stored);
        using var turn = new TurnContext(new SilentAdapter(), new Activity { Type = ActivityTypes.Message });
        var state = chat.ToDialogState();
        turn.TurnState.Set(state);
        var desk = new FlowDesk(await ContextAsync(stores, participant.Id, chat.Memory.Scheme) ?? throw new InvalidOperationException("A stranger."), incoming, chat.Memory);
        await router.RouteAsync(turn, desk, CancellationToken.None);
        Assert.True(desk.Shows.Count > 0, $"No answer to {incoming}.");

        if (BeforeNextCommit is { } somebody)
        {
            BeforeNextCommit = null;
            await somebody();
        }

        Watches?.Invoke(stores);
        if (participant.Turns != turns || !stores.Commit())
        {
            return false;
        }

        participant.Turns++;
        participant.Stored = StoredChat.Of(state, desk.Memory.Showing([.. desk.Shows.SelectMany(CardsOf)])).ToJson();
        Deliver(participant, desk.Shows, (incoming as Incoming.Pressed)?.Card);
        return true;
    }

    private async Task DoErrandsAsync(Instant until)
    {
        for (var done = 0; Store.Errands.Where(errand => errand.Due <= until + Moment).MinBy(errand => (errand.Due, errand.Id)) is { } next; done++)
        {
            Assert.True(done < MostErrands, $"Errands without end, the last {next}.");
            Now = Instant.Max(Now, next.Due);
            try
            {
                await (next.Hold is { } hold && Hold.ComesTogether(hold.Why) ? DoTogetherAsync(hold.For) : DoAsync(next));
            }
            catch (InvalidOperationException) when (HasBugs)
            {
                Store.Retry(next with { Due = Now + Duration.FromSeconds(2 << next.Attempts), Attempts = next.Attempts + 1 });
            }
        }
    }

    /// <summary>As the product does it: what one person had to wait for comes in one message, or one by one where it cannot.</summary>
    private async Task DoTogetherAsync(PersonId person)
    {
        List<DueErrand> rows = [.. Store.Errands.Where(errand => errand.Due <= Now && errand.Hold is { } hold && hold.For == person && Hold.ComesTogether(hold.Why))];
        var stores = Store.Begin(Now);
        var (outcomes, together) = await new ErrandDesk(await TurnAsync(stores), id => ContextAsync(stores, id))
            .DoTogetherAsync(person, [.. rows.Select(row => (row.Errand, row.Attempts))]);
        if (together is null || outcomes.Any(outcome => outcome is not ErrandOutcome.Done))
        {
            foreach (var row in rows)
            {
                await DoAsync(row);
            }

            return;
        }

        foreach (var row in rows)
        {
            stores.Complete(row);
        }

        Watches?.Invoke(stores);
        Assert.True(stores.Commit());
        await TellAsync(stores, together);
    }

    private async Task DoAsync(DueErrand due)
    {
        while (true)
        {
            var stores = Store.Begin(Now);
            var outcome = await new ErrandDesk(await TurnAsync(stores), id => ContextAsync(stores, id)).DoAsync(due.Errand, due.Attempts);
            if (outcome is ErrandOutcome.Tell { To: var to } && WithoutApp.Contains(to))
            {
                stores = Store.Begin(Now);
                outcome = await new ErrandDesk(await TurnAsync(stores), id => ContextAsync(stores, id)).CannotReachAsync(due.Errand, to);
                if (!stores.Commit())
                {
                    continue;
                }
            }

            if (outcome is ErrandOutcome.Later later)
            {
                Assert.True(later.NotBefore > Now, $"{due.Errand} waits for a time that is past.");
                Store.Retry(due with { Due = later.NotBefore, Attempts = due.Attempts + (later.Failed ? 1 : 0), Hold = later.Hold });
                return;
            }

            stores.Complete(due);
            Watches?.Invoke(stores);
            if (!stores.Commit())
            {
                continue;
            }

            if (outcome is ErrandOutcome.Tell tell)
            {
                await TellAsync(stores, tell, MayComeAtAnyHour(due.Errand));
            }

            return;
        }
    }

    private async Task TellAsync(MemoryStores stores, ErrandOutcome.Tell tell, bool anyHour = false)
    {
        // Somebody of an office who has been erased has no chat any more.
        if (await stores.PersonAsync(tell.To) is not { } stored)
        {
            return;
        }

        var reader = Of(stored);
        Assert.True(
            IsContactTime(Now, stored.ZoneIn(Authority.Programme)) || anyHour, $"{tell.Shows[0]} at {SchoolTime.Written(Now)}.");
        reader.Turns++;
        var chat = StoredChat.Read(reader.Stored);
        reader.Stored = (chat with { Memory = chat.Memory.Showing([.. tell.Shows.SelectMany(CardsOf)]) }).ToJson();
        Deliver(reader, tell.Shows, tell.Replaces);
    }

    /// <summary>A call for help, the answer to what the reader just did, and a meeting of today that is off.</summary>
    private bool MayComeAtAnyHour(Errand errand) => errand switch
    {
        Errand.AskToCall => true,
        Errand.CoverShared => true,
        Errand.TellMeeting tell => tell.To == tell.Actor
            || Store.All<Meeting>().Single(meeting => meeting.Id == tell.Meeting) is { State: MeetingState.NotHeld } off && off.Start - Now < Duration.FromHours(12),
        _ => false,
    };

    private void Deliver(Participant reader, IEnumerable<Show> shows, string? pressed)
    {
        foreach (var show in shows)
        {
            switch (show)
            {
                case Show.Say say:
                    reader.Get(Now, say.Text, null, null);
                    break;
                case Show.Replace replace:
                    reader.Get(Now, null, replace.Content, pressed);
                    break;
                default:
                    foreach (var card in CardsOf(show))
                    {
                        reader.Get(Now, null, card, null);
                    }

                    break;
            }
        }
    }

    private Task<FlowContext?> ContextAsync(IStores stores, PersonId id) => ContextAsync(stores, id, scheme: null);

    private async Task<FlowContext?> ContextAsync(IStores stores, PersonId id, string? scheme)
    {
        if (await stores.PersonAsync(id) is not { } person)
        {
            return null;
        }

        // People of the sample authority are in its one scheme without being told so.
        var programme = Schemes.Present(person, Reference, scheme) ?? Reference.Programmes.Current(Authority.Programme.Id)!;
        var school = person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        return new FlowContext(await TurnAsync(stores), person, school, programme, FlowTexts.For(programme, person.Locale));
    }

    private async Task<Turn> TurnAsync(IStores stores) => (await Turn.BeginAsync(stores, Reference, Calendar, Now)) with { Directory = Directory };

    private static IEnumerable<Cards.AdaptiveCard> CardsOf(Show show) => show switch
    {
        Show.Card card => [card.Content],
        Show.Replace card => [card.Content],
        Show.Carousel many => many.Cards,
        _ => [],
    };
}
