using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// Two bookings at one instant in different cycles touch nothing in common but the person who is in both. So whoever books counts up a
/// number for each of the people: the second one's commit finds it moved, and looks again at what that person has by now.
/// </summary>
public static class Diaries
{
    /// <summary>Before the person's meetings are read: what is read after it is at least as new as the number.</summary>
    public static async Task OpenAsync(IStores stores, params IEnumerable<PersonId> people)
    {
        foreach (var person in people.Distinct())
        {
            await stores.NextNumberAsync(SeriesOf(person));
        }
    }

    /// <summary>The number goes with the person.</summary>
    public static string SeriesOf(PersonId person) => $"diary/{person.Value}";
}
