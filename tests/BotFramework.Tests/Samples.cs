namespace PeerBot.BotFramework.Tests;

/// <summary>Activities in the form in which Teams sends them.</summary>
public static class Samples
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/";

    private const string Accept = """{"action":{"type":"Action.Execute","id":"x","title":"Accept","verb":"accept","data":{"id":"r-1","version":3,"nonce":"n-1"}},"trigger":"manual"}""";

    public static string Message(string serviceUrl = ServiceUrl, string extra = "") => $$$$"""
        {"type":"message","id":"1700000000001","timestamp":"2026-11-23T08:30:00.123Z","localTimestamp":"2026-11-23T09:30:00.123+01:00","localTimezone":"Europe/London","serviceUrl":"{{{{serviceUrl}}}}","channelId":"msteams","from":{"id":"29:1abc","name":"Ann Example","aadObjectId":"11111111-2222-3333-4444-555555555555","x-person":{"a":[1,2.50,null]}},"conversation":{"conversationType":"personal","id":"a:1conv","tenantId":"t-1","x-conv":"kept"},"recipient":{"id":"28:bot","name":"PeerBot"},"textFormat":"plain","locale":"en-GB","text":"Hello <b>there</b> & \"you\" ☺ é \uD83D\uDE42 it's","attachments":[{"contentType":"text/html","content":"<p>Hello</p>","x-att":true}],"entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London"},{"type":"mention","mentioned":{"id":"28:bot","name":"PeerBot"},"text":"<at>PeerBot</at>"}],"channelData":{"tenant":{"id":"t-1"},"source":{"name":"message"},"legacy":{"replyToId":"1:2"}},"x-top":{"deep":{"er":1e3}}{{{{extra}}}}}
        """;

    public static string Submit() => """
        {"type":"message","id":"f:1","timestamp":"2026-11-23T08:30:00Z","serviceUrl":"https://smba.trafficmanager.net/uk/","channelId":"msteams","from":{"id":"29:1abc","aadObjectId":"11111111-2222-3333-4444-555555555555"},"conversation":{"conversationType":"personal","id":"a:1conv","tenantId":"t-1"},"recipient":{"id":"28:bot"},"channelData":{"tenant":{"id":"t-1"}},"replyToId":"1700000000000","value":{"verb":"choose","id":"r-1","version":3,"nonce":"n-1","ratio":0.10}}
        """;

    public static string CardAction(string serviceUrl = ServiceUrl, string? value = null) => $$$$"""
        {"type":"invoke","id":"f:2","serviceUrl":"{{{{serviceUrl}}}}","channelId":"msteams","from":{"id":"29:1abc","aadObjectId":"11111111-2222-3333-4444-555555555555"},"conversation":{"conversationType":"personal","id":"a:1conv","tenantId":"t-1"},"recipient":{"id":"28:bot"},"channelData":{"tenant":{"id":"t-1"}},"replyToId":"1700000000000","value":{{{{value ?? Accept}}}},"name":"adaptiveCard/action"}
        """;

    public static string Invoke(string name, string serviceUrl = ServiceUrl) => $$$$"""
        {"type":"invoke","id":"f:3","serviceUrl":"{{{{serviceUrl}}}}","channelId":"msteams","from":{"id":"29:1abc"},"conversation":{"id":"a:1conv"},"recipient":{"id":"28:bot"},"value":{},"name":"{{{{name}}}}"}
        """;

    public static string ConversationUpdate() => """
        {"type":"conversationUpdate","id":"f:4","timestamp":"2026-11-23T08:30:00Z","serviceUrl":"https://smba.trafficmanager.net/uk/","channelId":"msteams","from":{"id":"29:1abc","aadObjectId":"11111111-2222-3333-4444-555555555555"},"conversation":{"conversationType":"personal","id":"a:1conv","tenantId":"t-1"},"recipient":{"id":"28:bot"},"membersAdded":[{"id":"29:1abc","aadObjectId":"11111111-2222-3333-4444-555555555555"},{"id":"28:bot"}],"channelData":{"tenant":{"id":"t-1"}}}
        """;

    public static string InstallationUpdate(string action = "add") => $$$$"""
        {"type":"installationUpdate","id":"f:5","timestamp":"2026-11-23T08:30:00Z","serviceUrl":"https://smba.trafficmanager.net/uk/","channelId":"msteams","from":{"id":"29:1abc","aadObjectId":"11111111-2222-3333-4444-555555555555"},"conversation":{"isGroup":false,"conversationType":"personal","id":"a:1conv","tenantId":"t-1"},"recipient":{"id":"28:bot"},"channelData":{"settings":{"selectedChannel":{"id":"19:x"}},"tenant":{"id":"t-1"},"source":{"name":"message"}},"action":"{{{{action}}}}"}
        """;

    public static string OfType(string type, string serviceUrl = ServiceUrl, string channelId = "msteams", string extra = "") => $$$$"""
        {"type":"{{{{type}}}}","id":"f:6","serviceUrl":"{{{{serviceUrl}}}}","channelId":"{{{{channelId}}}}","from":{"id":"29:1abc"},"conversation":{"id":"a:1conv"},"recipient":{"id":"28:bot"}{{{{extra}}}}}
        """;

    public static Activity Parsed(string json) => BotJson.Deserialize<Activity>(json)!;
}
