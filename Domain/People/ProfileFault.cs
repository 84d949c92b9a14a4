using System.Text.RegularExpressions;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

/// <summary>Why a profile cannot be shown.</summary>
public abstract partial record ProfileFault
{
    private ProfileFault()
    {
    }

    public sealed record FieldMissing(ProfileField Field) : ProfileFault;

    public sealed record TooLong(ProfileField Field, int Most) : ProfileFault;

    /// <summary>Personal phones are not used, so no field takes a number (S2-38).</summary>
    public sealed record PhoneNumber(ProfileField Field) : ProfileFault;

    /// <summary>People reach each other through the bot until they are paired.</summary>
    public sealed record EmailAddress(ProfileField Field) : ProfileFault;

    public sealed record CapacityOutOfRange(int Most) : ProfileFault;

    public sealed record NotTrained : ProfileFault;

    /// <summary>Earlier steps of the volunteer are open.</summary>
    public sealed record NotDue(SupporterState State) : ProfileFault;

    /// <summary>Everything wrong with what the profile says, in the order of the programme's fields.</summary>
    public static IEnumerable<ProfileFault> In(SupporterProfile profile, Programme programme, Person person, Organisation? organisation)
    {
        var main = PublicProfile.MainField(programme);
        foreach (var field in programme.Matching.ProfileFields)
        {
            // Whoever is named is chosen already: nobody chooses them by what they write. Where people choose each other, no register keeps
            // anybody out (S3-07): what it does not have is left out.
            var mayBeEmpty = field.Source == ProfileFieldSource.Supporter
                ? field != main || programme.Matching.Model == MatchingModel.PreNominated
                : programme.Matching.Model == MatchingModel.MutualChoice;
            if (PublicProfile.ValueOf(field, profile, programme, person, organisation) is not { } value)
            {
                if (!mayBeEmpty)
                    yield return new FieldMissing(field);
            }
            else if (field.Source == ProfileFieldSource.Supporter && value is ProfileValue.Words { Text: var text })
            {
                foreach (var fault in InText(field, text))
                    yield return fault;
            }
        }

        var most = programme.Relationship.SupporterCapacity.Max;
        if (profile.Capacity < 1 || profile.Capacity > most)
            yield return new CapacityOutOfRange(most);
    }

    /// <summary>What is wrong with one text, before it is saved.</summary>
    public static IEnumerable<ProfileFault> InText(ProfileField field, string text)
    {
        var most = field.MaxLength ?? SupporterProfile.MaxSummary;
        if (text.Length > most)
            yield return new TooLong(field, most);
        if (UkPhoneNumber.Found(text))
            yield return new PhoneNumber(field);
        if (Address().IsMatch(text))
            yield return new EmailAddress(field);
    }

    [GeneratedRegex(@"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]+")]
    private static partial Regex Address();
}
