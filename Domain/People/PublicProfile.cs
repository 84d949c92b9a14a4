using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

/// <summary>
/// What a requester sees of a supporter: the programme's profile fields and nothing else. There is no place here for a grade, a phone
/// number or an address.
/// </summary>
/// <param name="Facts">In the order of the programme's fields; a field that the supporter left empty is not there.</param>
public sealed record PublicProfile(PersonId Supporter, string Name, IReadOnlyList<ProfileFact> Facts)
{
    public static PublicProfile Of(SupporterProfile profile, Programme programme, Person person, Organisation? organisation) => new(
        person.Id,
        person.Name,
        [.. programme.Matching.ProfileFields
            .Where(field => field.Id != "displayName")
            .Select(field => (field, value: ValueOf(field, profile, programme, person, organisation)))
            .Where(fact => fact.value is not null)
            .Select(fact => new ProfileFact(fact.field, fact.value!))]);

    /// <summary>
    /// The field that <see cref="SupporterProfile.Summary"/> is for: the longest that supporters fill in; null: there is none.
    /// </summary>
    public static ProfileField? MainField(Programme programme) => programme.Matching.ProfileFields
        .Where(field => field.Source == ProfileFieldSource.Supporter)
        .MaxBy(field => field.MaxLength ?? SupporterProfile.MaxSummary);

    /// <summary>Null when there is nothing to show.</summary>
    internal static ProfileValue? ValueOf(
        ProfileField field, SupporterProfile profile, Programme programme, Person person, Organisation? organisation)
    {
        if (field.Source == ProfileFieldSource.Supporter)
            return Words(field == MainField(programme) ? profile.Summary : profile.Details.GetValueOrDefault(field.Id));
        return field.Id switch
        {
            "displayName" => Words(person.Name),
            "department" or "faculty" => Words(person.Department),
            "organisation" => Words(organisation?.Name),
            "authority" => Words(person.AuthorityAt(organisation)),
            "region" => Words(organisation?.Region),
            "schoolType" => Words(organisation?.SchoolType),
            "phase" => Words(organisation?.Phase),
            "size" => organisation?.Size is { } band ? new ProfileValue.Size(band) : null,
            _ => null,
        };
    }

    private static ProfileValue.Words? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text.Trim());
}

public sealed record ProfileFact(ProfileField Field, ProfileValue Value);

public abstract record ProfileValue
{
    private ProfileValue()
    {
    }

    public sealed record Words(string Text) : ProfileValue;

    /// <summary>Words for the band are made where cards are.</summary>
    public sealed record Size(SizeBand Band) : ProfileValue;
}
