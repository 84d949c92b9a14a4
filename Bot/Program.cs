using System.Text.Json;
using PeerBot.Bot;
using PeerBot.Bot.MyData;

var builder = WebApplication.CreateBuilder(args);
builder.AddPeerBot();
var app = await builder.Build().UsePeerBotAsync();
if (args is ["retention", "dry-run", ..])
{
    // For an operator: what the nightly deletion would delete now. Nothing else starts.
    Console.WriteLine(JsonSerializer.Serialize(await app.Services.GetRequiredService<Housekeeping>().CountAsync()));
    return;
}

await app.RunAsync();
