namespace PeerBot.Bot;

/// <summary>Only tenants on the list are served: a single-tenant bot still receives activities from other tenants.</summary>
/// <remarks>Source: microsoft/botbuilder-dotnet issue 6084.</remarks>
internal sealed class TenantGate(IConfiguration configuration, IHttpContextAccessor http)
{
    private readonly HashSet<string> allowed = new(
        configuration.GetSection("Tenants:Allowed").Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    public bool Lets(string? tenant)
    {
        if (allowed.Count == 0 || (tenant is not null && allowed.Contains(tenant)))
        {
            return true;
        }

        if (http.HttpContext is { } context)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
        }

        return false;
    }
}
