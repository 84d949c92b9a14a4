namespace PeerBot.BotFramework;

/// <summary>The HTTP status and body with which an invoke is answered.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object? Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

/// <summary>The replies of a turn whose sender asked for them in the response.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity>? activities = null) => Activities = activities;

    public IList<Activity>? Activities { get; set; }
}
