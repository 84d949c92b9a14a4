using System.Text.Json;
using PeerBot.Bot;
using PeerBot.Bot.MyData;

// Settings are read at the start, and at no other time. The watch that would otherwise be kept on the folder wakes at every write to a
// database in it.
var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.AddPeerBot();
var app = await builder.Build().UsePeerBotAsync();
if (args is ["retention", "dry-run", ..])
{
    // For an operator: what the nightly deletion would delete now. Nothing else starts.
    Console.WriteLine(JsonSerializer.Serialize(await app.Services.GetRequiredService<Housekeeping>().CountAsync()));
    return 0;
}

if (args is ["import", .. var what])
{
    // For an operator too: schools and people from files.
    return await app.Services.GetRequiredService<RegisterImport>().RunAsync(what, Console.Out);
}

await app.RunAsync();
return 0;
