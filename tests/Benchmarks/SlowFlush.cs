using System.Diagnostics;
using System.Globalization;

namespace PeerBot.Benchmarks;

/// <summary>
/// A disk whose flush takes longer: between the product and its C library stands one function that flushes and then waits. Nothing of it is
/// in the product; Linux loads it because the environment says so, and a C compiler has to be there to make it.
/// </summary>
/// <param name="Surroundings">Variables of the environment that put it there.</param>
internal sealed record SlowFlush(Dictionary<string, string> Surroundings)
{
    /// <exception cref="InvalidOperationException">There is no C compiler.</exception>
    public static SlowFlush Of(double milliseconds, string folder)
    {
        var library = Path.Combine(folder, "slow-flush.so");
        var source = Path.Combine(AppContext.BaseDirectory, "slow-flush.c");
        try
        {
            using var compiler = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"]);
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
                throw new InvalidOperationException("The C compiler refused slow-flush.c.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("A slowed flush needs a C compiler: install gcc.", missing);
        }

        return new SlowFlush(new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["SLOW_FLUSH_MICROSECONDS"] = (milliseconds * 1000).ToString("0", CultureInfo.InvariantCulture),
        });
    }
}
