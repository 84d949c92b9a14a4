using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PeerBot.Calendar;
using PeerBot.Domain.People;

namespace PeerBot.Entra;

/// <summary>
/// People of one tenant in Microsoft Entra: members of a group by way of its groups too, and whether an account still stands. Needs
/// <c>GroupMember.Read.All</c> and <c>User.Read.All</c>; reads ids, whether an account is on, and the name of the workplace.
/// </summary>
internal sealed partial class GraphDirectory(GraphConnection connection, string tenant, ILogger<GraphDirectory> logger) : IDirectory, IDisposable
{
    /// <summary>Graph's limit for one page.</summary>
    private const int PageSize = 999;

    /// <summary>A filter may name so many values.</summary>
    private const int IdsAtOnce = 15;

    private static readonly string[] Fields = ["id", "accountEnabled", "companyName"];

    private readonly string prefix = tenant.ToLowerInvariant() + ":";

    public bool IsThere => true;

    public async Task<IReadOnlyList<PersonId>?> MembersAsync(string group, CancellationToken cancellation)
    {
        var members = new List<PersonId>();
        try
        {
            var page = await AskAsync("read members", token => connection.Client.Groups[group].TransitiveMembers.GraphUser.GetAsync(
                request =>
                {
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Top = PageSize;
                }, token), cancellation);
            while (true)
            {
                members.AddRange(Told("read members", page?.Value).Select(user => user.Id).OfType<string>().Select(id => PersonId.Of(tenant, id)));
                if (page!.OdataNextLink is not { } next)
                {
                    return members;
                }

                page = await AskAsync(
                    "read members", token => connection.Client.Groups[group].TransitiveMembers.GraphUser.WithUrl(next).GetAsync(cancellationToken: token),
                    cancellation);
            }
        }
        catch (ApiException missing) when (missing.ResponseStatusCode == 404)
        {
            Log.NoGroup(logger, missing.RequestId());
            return null;
        }
    }

    public async Task<IReadOnlyDictionary<PersonId, Account>> AccountsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var accounts = people.ToDictionary(person => person, _ => new Account(AccountState.Unknown));
        var own = people.Select(person => (person, id: ObjectIdOf(person))).Where(one => one.id is not null);
        foreach (var some in own.Chunk(IdsAtOnce))
        {
            var users = await UsersAsync([.. some.Select(one => one.id!)], cancellation);
            foreach (var (person, id) in some)
            {
                accounts[person] = AccountOf(users.GetValueOrDefault(id!) ?? await UserAsync(id!, cancellation));
            }
        }

        return accounts;
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Page by page: one may hold fewer than were asked for, and say where the others are.</summary>
    private async Task<Dictionary<string, User>> UsersAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        const string Operation = "look up accounts";
        var users = new Dictionary<string, User>(StringComparer.OrdinalIgnoreCase);
        var page = await AskAsync(Operation, token => connection.Client.Users.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"id in ({string.Join(',', ids.Select(id => $"'{id}'"))})";
                request.QueryParameters.Select = Fields;
                request.QueryParameters.Top = IdsAtOnce;
            }, token), cancellation);
        while (true)
        {
            foreach (var user in Told(Operation, page?.Value).Where(user => user.Id is not null))
            {
                users[user.Id!] = user;
            }

            if (page!.OdataNextLink is not { } next)
            {
                return users;
            }

            page = await AskAsync(Operation, token => connection.Client.Users.WithUrl(next).GetAsync(cancellationToken: token), cancellation);
        }
    }

    /// <summary>Somebody whom a list does not have is asked for by their id: what follows for them cannot be taken back.</summary>
    /// <returns>Null: there is nobody of this id.</returns>
    private async Task<User?> UserAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(
                "look up an account", token => connection.Client.Users[id].GetAsync(request => request.QueryParameters.Select = Fields, token), cancellation);
        }
        catch (ApiException missing) when (missing.Code() is "Request_ResourceNotFound")
        {
            return null;
        }
        catch (ApiException elsewhere)
        {
            // A gateway in place of Graph says 404 as well.
            Log.Refused(logger, "look up an account", elsewhere.ResponseStatusCode, elsewhere.Code(), elsewhere.RequestId());
            throw new DirectoryUnavailableException($"Graph answered {elsewhere.ResponseStatusCode} {elsewhere.Code()} to look up an account; request {elsewhere.RequestId()}.");
        }
    }

    private static Account AccountOf(User? user) => user switch
    {
        null => new Account(AccountState.Gone),
        { AccountEnabled: false } => new Account(AccountState.Disabled),
        { AccountEnabled: true } => new Account(AccountState.Active, string.IsNullOrWhiteSpace(user.CompanyName) ? null : user.CompanyName.Trim()),
        _ => new Account(AccountState.Unknown),
    };

    /// <summary>Null for another tenant's, and for what is no id: it goes into a filter.</summary>
    private string? ObjectIdOf(PersonId person) =>
        person.Value.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(person.Value[prefix.Length..], "D", out var id) ? id.ToString() : null;

    /// <summary>An answer without a list says nothing about anybody; only an empty list says that nobody is there.</summary>
    private List<User> Told(string operation, List<User>? users)
    {
        if (users is null)
        {
            Log.NoAnswer(logger, operation, "no list");
            throw new DirectoryUnavailableException($"Graph gave no usable answer to {operation} (no list).");
        }

        return users;
    }

    /// <exception cref="ApiException">It is not there.</exception>
    /// <exception cref="DirectoryUnavailableException">No usable answer; without Graph's own words, which may name somebody.</exception>
    private async Task<T> AskAsync<T>(string operation, Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask(cancellation);
        }
        catch (ApiException refused) when (refused.ResponseStatusCode != 404)
        {
            Log.Refused(logger, operation, refused.ResponseStatusCode, refused.Code(), refused.RequestId());
            throw new DirectoryUnavailableException(
                $"Graph answered {refused.ResponseStatusCode} {refused.Code()} to {operation}; request {refused.RequestId()}.");
        }
        catch (Exception failed) when (failed is HttpRequestException or AuthenticationFailedException or JsonException or InvalidOperationException
            or FormatException || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Log.NoAnswer(logger, operation, failed.GetType().Name);
            throw new DirectoryUnavailableException($"Graph gave no usable answer to {operation} ({failed.GetType().Name}).");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Graph: {Operation} failed with {Status} {Code}; request {RequestId}")]
        public static partial void Refused(ILogger logger, string operation, int status, string? code, string? requestId);

        [LoggerMessage(2, LogLevel.Warning, "Graph: {Operation} got no usable answer: {Failure}")]
        public static partial void NoAnswer(ILogger logger, string operation, string failure);

        [LoggerMessage(3, LogLevel.Warning, "Graph: a group of a role is not there; its role stays as it was; request {RequestId}")]
        public static partial void NoGroup(ILogger logger, string? requestId);
    }
}
