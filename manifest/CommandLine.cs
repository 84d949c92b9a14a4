namespace PeerBot.Manifest;

/// <summary>What a command line turned out to say.</summary>
public abstract record CommandLine
{
    private CommandLine() { }

    public sealed record Package(PackageOptions Options) : CommandLine;

    public sealed record Help : CommandLine;

    /// <summary>One sentence for each thing to put right.</summary>
    public sealed record NotUnderstood(IReadOnlyList<string> Problems) : CommandLine;

    public const string Usage = """
        Makes the app package that is uploaded to Microsoft Teams.

          dotnet run --project manifest -- --app-id ID --bot-id ID --domain HOST [--out FILE]

          --app-id     id of the Teams app: any GUID, the same one for every later version
          --bot-id     the bot's MicrosoftAppId, a GUID
          --domain     host name of the bot's address, such as peerbot.example.org
          --out        the file to write (peerbot.zip)

        Teams shows these to everyone; set them before you publish:
          --developer  name of your organisation, up to 32 characters
          --website    https address with help for your users
          --privacy    https address of your privacy notice
          --terms      https address of your terms of use
          --version    version of the package, such as 1.0.1; higher at each upload (1.0.0)
        """;

    private static readonly string[] Names =
        ["--app-id", "--bot-id", "--domain", "--out", "--developer", "--website", "--privacy", "--terms", "--version"];

    public static CommandLine Read(IReadOnlyList<string> args)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?"))
            return new Help();

        var problems = new List<string>();
        var given = Pairs(args, problems);
        var appId = Id(given, "--app-id", problems);
        var botId = Id(given, "--bot-id", problems);
        var options = new PackageOptions(appId, botId, Host(given, problems), given.GetValueOrDefault("--out", "peerbot.zip"))
        {
            Version = Version(given, problems),
            Developer = Name(given, problems),
            Website = Address(given, "--website", problems),
            Privacy = Address(given, "--privacy", problems),
            Terms = Address(given, "--terms", problems),
        };
        return problems.Count == 0 ? new Package(options) : new NotUnderstood(problems);
    }

    private static Dictionary<string, string> Pairs(IReadOnlyList<string> args, List<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            if (!Names.Contains(args[i]))
                problems.Add($"I do not know “{args[i]}”. The options are {string.Join(", ", Names)}.");
            else if (i + 1 == args.Count || string.IsNullOrWhiteSpace(args[i + 1]) || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                problems.Add($"{args[i]} needs a value after it.");
            else if (!given.TryAdd(args[i], args[++i]))
                problems.Add($"{args[i - 1]} stands there twice; give it once.");
        }

        return given;
    }

    private static Guid Id(Dictionary<string, string> given, string name, List<string> problems)
    {
        if (!given.TryGetValue(name, out var text))
            problems.Add($"Please give {name}, a GUID such as 2f0c1d5e-8a43-4b7e-9d61-5c3b7a9e1f20.");
        else if (!Guid.TryParseExact(text, "D", out var id))
            problems.Add($"{name} “{text}” is not a GUID; it looks like 2f0c1d5e-8a43-4b7e-9d61-5c3b7a9e1f20.");
        else if (id == Guid.Empty)
            problems.Add($"{name} is the empty GUID; copy the id from your own registration.");
        else
            return id;
        return Guid.Empty;
    }

    private static string Host(Dictionary<string, string> given, List<string> problems)
    {
        const string example = "such as peerbot.example.org";
        if (!given.TryGetValue("--domain", out var host))
            problems.Add($"Please give --domain, the host name of the bot's address, {example}.");
        else if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
            problems.Add($"--domain “{host}” is not a host name; give the name alone, without https:// or a path, {example}.");
        else
            return host;
        return "";
    }

    // Teams compares versions number by number, so three plain numbers and nothing more.
    private static string? Version(Dictionary<string, string> given, List<string> problems)
    {
        var version = given.GetValueOrDefault("--version");
        if (version is not null && !(System.Version.TryParse(version, out var v) && v is { Build: >= 0, Revision: < 0 } && v.ToString() == version))
            problems.Add($"--version “{version}” is not three numbers, such as 1.0.1.");
        return version;
    }

    private static string? Name(Dictionary<string, string> given, List<string> problems)
    {
        var name = given.GetValueOrDefault("--developer");
        if (name is { Length: > 32 })
            problems.Add($"--developer has {name.Length} characters; Teams allows 32.");
        return name;
    }

    private static string? Address(Dictionary<string, string> given, string option, List<string> problems)
    {
        var address = given.GetValueOrDefault(option);
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            problems.Add($"{option} “{address}” is not an address that starts with https://.");
        return address;
    }
}
