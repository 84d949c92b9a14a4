namespace PeerBot.Manifest;

internal static class Program
{
    private static int Main(string[] args)
    {
        switch (CommandLine.Read(args))
        {
            case CommandLine.Package(var options):
                return Write(options);
            case CommandLine.NotUnderstood(var problems):
                foreach (var problem in problems)
                    Console.Error.WriteLine(problem);
                Console.Error.WriteLine("Type --help for all options.");
                return 2;
            default:
                Console.WriteLine(CommandLine.Usage);
                return 0;
        }
    }

    private static int Write(PackageOptions options)
    {
        try
        {
            using var file = File.Create(options.Out);
            AppPackage.Write(options, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"I could not write {options.Out}: {e.Message}");
            return 1;
        }

        Console.WriteLine($"{options.Out} is ready to upload to Teams.");
        if (options is { Developer: null } or { Website: null } or { Privacy: null } or { Terms: null })
            Console.WriteLine("Its developer details are still examples in part; set --developer, --website, --privacy and --terms before you publish it.");
        return 0;
    }
}
