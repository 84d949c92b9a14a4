using PeerBot.Bot;

var builder = WebApplication.CreateBuilder(args);
builder.AddPeerBot();
var app = await builder.Build().UsePeerBotAsync();
await app.RunAsync();
