namespace PeerBot.Bot;

/// <summary>Only tenants on the list are served: a single-tenant bot still receives activities from other tenants.</summary>
/// <remarks>Source: microsoft/botbuilder-dotnet issue 6084.</remarks>
internal sealed class TenantGate(IConfiguration configuration, IHostEnvironment environment, IHttpContextAccessor http)
{
    private const string Setting = "Tenants:Allowed";

    private readonly HashSet<string> allowed = Allowed(configuration, environment.IsDevelopment());

    /// <param name="tenant">Empty where it was named in two ways or cannot be read: such a one is nobody's, with a list and without.</param>
    public bool Lets(string? tenant)
    {
        if (tenant is not "" && (allowed.Count == 0 || (tenant is not null && allowed.Contains(tenant))))
        {
            return true;
        }

        http.AnswerWith(StatusCodes.Status403Forbidden);
        return false;
    }

    /// <returns>Empty in Development without a list: there everybody is let in.</returns>
    private static HashSet<string> Allowed(IConfiguration configuration, bool development)
    {
        if (!string.IsNullOrWhiteSpace(configuration[Setting]))
        {
            throw new InvalidOperationException(
                $"{Setting} is a list: set {Setting}:0 to the first tenant's id, {Setting}:1 to the next ({Setting.Replace(":", "__", StringComparison.Ordinal)}__0 among environment variables).");
        }

        string?[] listed = configuration.GetSection(Setting).Get<string[]>() ?? [];
        string?[] tenants = listed.Length > 0 || development ? listed : [configuration["MicrosoftAppTenantId"]];
        HashSet<string> named = new(tenants.OfType<string>().Where(tenant => !string.IsNullOrWhiteSpace(tenant)), StringComparer.OrdinalIgnoreCase);
        if (named.FirstOrDefault(tenant => !Guid.TryParse(tenant, out _)) is { } odd)
        {
            throw new InvalidOperationException($"Set {Setting} to ids of tenants, such as 7d1c0000-0000-4000-8000-000000000001; \"{odd}\" is none, and nobody would be let in by it.");
        }

        return named.Count > 0 || development
            ? named
            : throw new InvalidOperationException("Set Tenants:Allowed to the ids of the tenants whose people may use PeerBot, or MicrosoftAppTenantId to the only one.");
    }
}

internal static class AnswerStatus
{
    /// <summary>The adapter sets a status of its own when the turn is over; this one stands.</summary>
    public static void AnswerWith(this IHttpContextAccessor http, int status)
    {
        if (http.HttpContext is { } context)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }
    }
}
