namespace PeerBot.BotFramework.Tests;

public sealed class Dialogs_on_a_stack
{
    private readonly RecordingAdapter _adapter = new();
    private readonly StoredState _stored = new();

    [Fact]
    public async Task Wait_between_turns_and_end_with_a_result()
    {
        var asking = new Asking("ask", "name?");

        Assert.Equal("name?", await Say("hi", asking));
        Assert.Equal("done Ann", await Say("Ann", asking));
        Assert.Equal("""{"dialogStack":[]}""", _stored.Json);
    }

    [Fact]
    public async Task Keep_their_state_through_storage_as_text()
    {
        await Say("hi", new Asking("ask", "name?"));

        Assert.Equal("""{"dialogStack":[{"id":"ask","state":{"step":"{\"asked\":1}"}}]}""", _stored.Json);
        Assert.Equal("""{"asked":1}""", BotJson.Deserialize<DialogState>(_stored.Json!)!.DialogStack[0].State!["step"]);
    }

    [Fact]
    public async Task Return_to_the_dialog_below()
    {
        var outer = new Calling("outer", "ask");

        Assert.Equal("name?", await Say("hi", outer, new Asking("ask", "name?")));
        Assert.Equal("outer got Ann", await Say("Ann", outer, new Asking("ask", "name?")));
    }

    [Fact]
    public async Task Are_all_told_when_everything_is_cancelled()
    {
        var outer = new Calling("outer", "ask");
        var inner = new Asking("ask", "name?");
        await Say("hi", outer, inner);

        await Run("x", [outer, inner], async dc =>
        {
            Assert.Equal(["ask", "outer"], dc.Stack.Select(instance => instance.Id));
            Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync()).Status);
            Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        });

        Assert.Equal([DialogReason.CancelCalled], inner.Ends);
        Assert.Equal([DialogReason.CancelCalled], outer.Ends);
        Assert.Equal("""{"dialogStack":[]}""", _stored.Json);
    }

    [Fact]
    public async Task Below_the_first_may_refuse_to_be_cancelled()
    {
        var inner = new Asking("ask", "name?");
        var outer = new Hearing("outer").AddDialog(new Asking("inside", "inside?"));
        await Say("hi", outer, inner);

        await Run("x", [outer, inner], async dc =>
        {
            await dc.BeginDialogAsync("ask");
            await dc.CancelAllDialogsAsync(cancelParents: false, eventName: "heard");
            Assert.Equal(["outer"], dc.Stack.Select(instance => instance.Id));
        });

        Assert.Equal([DialogReason.CancelCalled], inner.Ends);
    }

    [Fact]
    public async Task At_the_top_is_not_asked_whether_it_wants_to_be_cancelled()
    {
        var top = new Hearing("top").AddDialog(new Asking("inside", "inside?"));
        await Say("hi", top);

        await Run("x", [top], dc => dc.CancelAllDialogsAsync(cancelParents: false, eventName: "heard"));

        Assert.Equal("""{"dialogStack":[]}""", _stored.Json);
    }

    [Fact]
    public async Task Can_be_replaced_and_asked_again()
    {
        var first = new Asking("first", "one?");
        var second = new Asking("second", "two?");
        await Say("hi", first, second);

        await Run("x", [first, second], async dc =>
        {
            await dc.ReplaceDialogAsync("second");
            await dc.RepromptDialogAsync();
        });

        Assert.Equal([DialogReason.ReplaceCalled], first.Ends);
        Assert.Equal(["one?", "two?", "two? (again)"], _adapter.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Pass_events_on_from_the_leaf_to_what_holds_them()
    {
        var component = new Hearing("component").AddDialog(new Asking("ask", "name?"));
        await Say("hi", component);

        await Run("x", [component], async dc =>
        {
            Assert.Equal("ask", dc.Child!.ActiveDialog!.Id);
            Assert.Same(dc, dc.Child.Parent);
            Assert.True(await dc.EmitEventAsync("heard", fromLeaf: true));
            Assert.False(await dc.EmitEventAsync("heard", bubble: false, fromLeaf: true));
            Assert.False(await dc.EmitEventAsync("unheard", fromLeaf: true));
        });
    }

    [Fact]
    public async Task Can_hold_dialogs_of_their_own_through_storage()
    {
        var outer = new Calling("outer", "component");
        ComponentDialog Component() => new ComponentDialog("component").AddDialog(new Asking("ask", "name?"));

        Assert.Equal("name?", await Say("hi", outer, Component()));
        Assert.Equal(
            """{"dialogStack":[{"id":"component","state":{"dialogs":{"dialogStack":[{"id":"ask","state":{"step":"{\"asked\":1}"}}]}}},{"id":"outer","state":{}}]}""",
            _stored.Json);
        Assert.Equal("outer got Ann", await Say("Ann", outer, Component()));
    }

    [Fact]
    public async Task Inside_a_component_are_cancelled_and_asked_again_with_it()
    {
        var inner = new Asking("ask", "name?");
        var component = new ComponentDialog("component").AddDialog(inner);
        await Say("hi", component);

        await Run("x", [component], dc => dc.RepromptDialogAsync());
        await Run("x", [component], dc => dc.CancelAllDialogsAsync());

        Assert.Equal(["name?", "name? (again)"], _adapter.Sent.Select(activity => activity.Text));
        Assert.Equal([DialogReason.CancelCalled], inner.Ends);
    }

    [Fact]
    public async Task Are_found_by_id_and_missed_by_name()
    {
        var dialogs = new DialogSet(_stored).Add(new Asking("ask", "one")).Add(new Asking("ask", "two")).Add(new Asking(null, "three"));

        Assert.Equal(["ask", "ask2", "Asking"], dialogs.GetDialogs().Select(dialog => dialog.Id));
        Assert.Null(dialogs.Find("other"));
        using var turn = new TurnContext(_adapter, new Activity(ActivityTypes.Message));
        var context = await dialogs.CreateContextAsync(turn);
        await Assert.ThrowsAsync<ArgumentException>(() => context.BeginDialogAsync("other"));
    }

    [Fact]
    public async Task That_no_longer_exist_stop_the_turn_with_their_name()
    {
        await Say("hi", new Asking("old", "name?"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Run("x", [new Asking("new", "?")], dc => dc.ContinueDialogAsync()));
        Assert.Contains("'old'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_by_the_extension_begin_and_then_continue()
    {
        var asking = new Asking("ask", "name?");
        foreach (var text in new[] { "hi", "Ann" })
        {
            using var turn = new TurnContext(_adapter, new Activity(ActivityTypes.Message) { Text = text });
            await asking.RunAsync(turn, _stored, CancellationToken.None);
            _stored.Save();
        }

        Assert.Equal("""{"dialogStack":[]}""", _stored.Json);
        Assert.Equal([DialogReason.EndCalled], asking.Ends);
    }

    /// <summary>A turn in which the first dialog runs; the answer is what was sent, or the dialog's result.</summary>
    private async Task<string?> Say(string text, params Dialog[] dialogs)
    {
        var before = _adapter.Sent.Count;
        object? result = null;
        await Run(text, dialogs, async dc =>
        {
            var turn = await dc.ContinueDialogAsync();
            if (turn.Status == DialogTurnStatus.Empty)
                turn = await dc.BeginDialogAsync(dialogs[0].Id);
            result = turn.Result;
        });
        return _adapter.Sent.Count > before ? _adapter.Sent[^1].Text : result as string;
    }

    private async Task Run(string text, Dialog[] dialogs, Func<DialogContext, Task> move)
    {
        using var turn = new TurnContext(_adapter, new Activity(ActivityTypes.Message) { Text = text });
        var set = new DialogSet(_stored);
        foreach (var dialog in dialogs)
            set.Add(dialog);
        await move(await set.CreateContextAsync(turn));
        _stored.Save();
    }

    /// <summary>State that goes through JSON between turns, as in a database.</summary>
    private sealed class StoredState : IStatePropertyAccessor<DialogState>
    {
        private DialogState? _current;

        public string? Json { get; private set; }

        public string Name => "dialogs";

        public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(_current = Json is null ? defaultValueFactory!() : BotJson.Deserialize<DialogState>(Json)!);

        public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Save() => Json = BotJson.Serialize(_current);
    }

    private abstract class Watched(string? id) : Dialog(id)
    {
        public List<DialogReason> Ends { get; } = [];

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ends.Add(reason);
            return Task.CompletedTask;
        }
    }

    private sealed class Asking(string? id, string question) : Watched(id)
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            dc.ActiveDialog!.State!["step"] = """{"asked":1}""";
            await dc.Context.SendActivityAsync(question, cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            Assert.Equal("""{"asked":1}""", Assert.IsType<string>(dc.ActiveDialog!.State!["step"]));
            return dc.EndDialogAsync((dc.Parent is null && dc.Stack.Count == 1 ? "done " : "") + dc.Context.Activity.Text, cancellationToken);
        }

        public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync(question + " (again)", cancellationToken: cancellationToken);
    }

    private sealed class Calling(string id, string called) : Watched(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
            dc.BeginDialogAsync(called, null, cancellationToken);

        public override Task<DialogTurnResult> ResumeDialogAsync(
            DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
            dc.EndDialogAsync($"{Id} got {result}", cancellationToken);
    }

    private sealed class Hearing(string id) : ComponentDialog(id)
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Task.FromResult(e.Name == "heard");
    }
}
