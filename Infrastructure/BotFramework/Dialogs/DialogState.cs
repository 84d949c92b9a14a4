using System.Diagnostics;

namespace PeerBot.BotFramework;

/// <summary>The dialogs a conversation is in; the active one first. This is what is stored between turns.</summary>
public class DialogState
{
    public DialogState()
    {
    }

    public DialogState(List<DialogInstance>? stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; } = [];
}

[DebuggerDisplay("{Id}")]
public class DialogInstance
{
    public string? Id { get; set; }

    public IDictionary<string, object>? State { get; set; }

    public int? StackIndex { get; set; }

    public string? Version { get; set; }
}

public enum DialogTurnStatus
{
    Empty,
    Waiting,
    Complete,
    Cancelled,
    CompleteAndWait,
}

public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}

public class DialogTurnResult(DialogTurnStatus status, object? result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object? Result { get; set; } = result;

    public bool ParentEnded { get; set; }
}

/// <summary>Something that happens to the active dialog and, if it does not handle it, to its parents.</summary>
public class DialogEvent
{
    public bool Bubble { get; set; }

    public string? Name { get; set; }

    public object? Value { get; set; }
}

public static class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string Error = "error";
}
