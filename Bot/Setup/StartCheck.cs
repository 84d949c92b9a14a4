using Microsoft.Extensions.Options;
using PeerBot.Domain.Programmes;

namespace PeerBot.Bot;

/// <summary>Gathers what is wrong with the settings, so that an operator hears of all of it at once and not one start at a time.</summary>
internal sealed class StartCheck
{
    private readonly List<string> problems = [];

    /// <summary>Runs what complains about settings by an <see cref="InvalidOperationException"/> or the like.</summary>
    public void Try(Action check)
    {
        try
        {
            check();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or OptionsValidationException or InvalidDefinitionsException or ArgumentException or AggregateException)
        {
            problems.AddRange(SentencesOf(wrong));
        }
    }

    /// <exception cref="InvalidOperationException">Something is wrong; the message has a sentence for each thing.</exception>
    public void OrThrow()
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Distinct()));
        }
    }

    private static IEnumerable<string> SentencesOf(Exception wrong) => wrong switch
    {
        AggregateException many => many.InnerExceptions.SelectMany(SentencesOf),
        OptionsValidationException options => options.Failures,
        _ => [wrong.Message],
    };
}
