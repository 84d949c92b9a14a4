using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record TopicAnswer
{
    private TopicAnswer()
    {
    }

    public sealed record Proposed(PrivateNote Topic) : TopicAnswer;

    public sealed record Agreed(PrivateNote Topic) : TopicAnswer;

    public sealed record Empty : TopicAnswer;

    public sealed record PhoneNumber : TopicAnswer;

    public sealed record OutOfDate : TopicAnswer;

    public sealed record NotYours : TopicAnswer;
}

/// <summary>What the two talk about: one suggests a topic, and it stands once the other has agreed (S3-30). Nothing else waits for a topic.</summary>
public sealed class AgreeTopics(Turn turn)
{
    public const int TopicMost = 200;

    private readonly IStores stores = turn.Stores;

    public async Task<IReadOnlyList<PrivateNote>> TopicsAsync(Cycle cycle) => await stores.NotesAsync(NoteKind.SharedTopic, cycle.Id.ToString());

    public async Task<TopicAnswer> ProposeAsync(PersonId person, CycleId id, string? words)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new TopicAnswer.NotYours();
        }

        var text = words?.Trim() ?? "";
        if (!cycle.IsOpen)
        {
            return new TopicAnswer.OutOfDate();
        }

        if (text.Length == 0)
        {
            return new TopicAnswer.Empty();
        }

        if (UkPhoneNumber.Found(text))
        {
            return new TopicAnswer.PhoneNumber();
        }

        var topic = new PrivateNote(
            Guid.NewGuid(), person, NoteKind.SharedTopic, id.ToString(), text[..Math.Min(text.Length, TopicMost)], Shared: true, WrittenAt: turn.Now);
        stores.Save(topic);
        foreach (var other in cycle.Others(person))
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellTopic(id, other), other);
        }

        return new TopicAnswer.Proposed(topic);
    }

    public async Task<TopicAnswer> AgreeAsync(PersonId person, CycleId id, Guid topicId)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person)
            || (await TopicsAsync(cycle)).FirstOrDefault(one => one.Id == topicId) is not { } topic)
        {
            return new TopicAnswer.NotYours();
        }

        if (!cycle.IsOpen || topic.Agreed || topic.Owner == person)
        {
            return new TopicAnswer.OutOfDate();
        }

        var agreed = topic with { Agreed = true };
        stores.Save(agreed);
        await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellTopic(id, topic.Owner), topic.Owner);
        return new TopicAnswer.Agreed(agreed);
    }
}
