namespace PeerBot.BotFramework.Tests;

public sealed class Turn
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task Sends_to_the_conversation_it_came_from()
    {
        using var turn = Begin();

        var response = await turn.SendActivityAsync("Hi", speak: "hi", inputHint: InputHints.ExpectingInput);

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("Hi", "hi", "expectingInput", "a:1conv", "29:1abc", "28:bot", "1700000000001"),
            (sent.Text, sent.Speak, sent.InputHint, sent.Conversation!.Id, sent.Recipient!.Id, sent.From!.Id, sent.ReplyToId));
        Assert.Equal(("id-1", "id-1", true), (response.Id, sent.Id, turn.Responded));
    }

    [Fact]
    public async Task Has_not_responded_while_it_has_sent_traces_alone()
    {
        using var turn = Begin();

        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace));
        Assert.False(turn.Responded);
        await turn.SendActivitiesAsync([new Activity(ActivityTypes.Trace), new Activity(ActivityTypes.Typing)]);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Passes_what_it_sends_through_its_handlers_in_order()
    {
        using var turn = Begin();
        var order = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first");
            activities[0].Text += "!";
            activities.Add(new Activity(ActivityTypes.Typing));
            var responses = await next();
            order.Add("first again");
            return responses;
        });
        turn.OnSendActivities((_, activities, next) =>
        {
            order.Add("second " + activities[0].Text);
            return next();
        });

        await turn.SendActivityAsync("Hi");

        Assert.Equal(["first", "second Hi!", "first again"], order);
        Assert.Equal(["message", "typing"], _adapter.Sent.Select(activity => activity.Type));
    }

    [Fact]
    public async Task Lets_a_handler_keep_everything_back()
    {
        using var turn = Begin();
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));
        turn.OnUpdateActivity((_, activity, _) => Task.FromResult(new ResourceResponse("kept " + activity.Id)));
        turn.OnDeleteActivity((_, _, _) => Task.CompletedTask);

        Assert.Null((await turn.SendActivityAsync("Hi")).Id);
        Assert.Equal("kept 7", (await turn.UpdateActivityAsync(new Activity { Id = "7" })).Id);
        await turn.DeleteActivityAsync("7");

        Assert.Empty(_adapter.Sent);
        Assert.Empty(_adapter.Updated);
        Assert.Empty(_adapter.Deleted);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Updates_and_deletes_in_its_conversation()
    {
        using var turn = Begin();
        var handled = new List<string?>();
        turn.OnUpdateActivity((_, activity, next) =>
        {
            handled.Add(activity.Id);
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            handled.Add(reference.ActivityId);
            return next();
        });

        await turn.UpdateActivityAsync(new Activity { Id = "7", Text = "New" });
        await turn.DeleteActivityAsync("8");
        await turn.DeleteActivityAsync(new ConversationReference { ActivityId = "9" });

        Assert.Equal(["7", "8", "9"], handled);
        Assert.Equal(("7", "a:1conv"), (_adapter.Updated.Single().Id, _adapter.Updated.Single().Conversation!.Id));
        Assert.Equal(["8", "9"], _adapter.Deleted.Select(reference => reference.ActivityId));
        Assert.Equal("a:1conv", _adapter.Deleted[0].Conversation!.Id);
    }

    [Fact]
    public async Task Is_over_when_it_is_disposed()
    {
        var turn = Begin();
        turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("Hi"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.UpdateActivityAsync(new Activity()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.DeleteActivityAsync("7"));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<string>("x"));
        Assert.Throws<ObjectDisposedException>(() => turn.OnSendActivities((_, _, next) => next()));
    }

    [Fact]
    public async Task Refuses_to_send_nothing()
    {
        using var turn = Begin();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => turn.SendActivityAsync(" "));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => turn.DeleteActivityAsync(""));
    }

    [Fact]
    public void Keeps_state_by_type_and_by_key()
    {
        using var turn = Begin();

        turn.TurnState.Add("Key", "value");
        turn.TurnState.Add(_adapter);
        turn.TurnState.Set<string>("none", null);

        Assert.Equal("value", turn.TurnState.Get<string>("key"));
        Assert.Same(_adapter, turn.TurnState.Get<RecordingAdapter>());
        Assert.Null(turn.TurnState.Get<string>("none"));
        Assert.Null(turn.TurnState.Get<BotAdapter>("key"));
        Assert.Throws<ArgumentException>(() => turn.TurnState.Add("key", "again"));
    }

    [Fact]
    public async Task Runs_through_the_middleware_around_the_bot()
    {
        var order = new List<string>();
        _adapter.Use(new Around("a", order)).Use(new Around("b", order));

        await _adapter.RunAsync(Samples.Parsed(Samples.Message()), (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });

        Assert.Equal(["a", "b", "bot", "b", "a"], order);
    }

    [Fact]
    public async Task Can_be_ended_by_middleware_before_the_bot()
    {
        _adapter.Use(new Around("a", [], stop: true));

        await _adapter.RunAsync(new Activity(ActivityTypes.Message), (_, _) => throw new InvalidOperationException("not reached"));
    }

    [Fact]
    public async Task Hands_its_failure_to_the_adapter_or_to_the_caller()
    {
        BotCallbackHandler failing = (_, _) => throw new InvalidOperationException("in the turn");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(new Activity(ActivityTypes.Message), failing));

        Exception? seen = null;
        _adapter.OnTurnError = (_, exception) =>
        {
            seen = exception;
            return Task.CompletedTask;
        };
        await _adapter.RunAsync(new Activity(ActivityTypes.Message), failing);
        Assert.Equal("in the turn", seen?.Message);
    }

    private TurnContext Begin() => new(_adapter, Samples.Parsed(Samples.Message()));

    private sealed class Around(string name, List<string> order, bool stop = false) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            if (stop)
                return;

            await next(cancellationToken);
            order.Add(name);
        }
    }
}
