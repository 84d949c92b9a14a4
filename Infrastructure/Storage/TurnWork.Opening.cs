using PeerBot.Domain.People;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

public sealed partial class TurnWork
{
    /// <summary>
    /// Reads in one visit what every turn of somebody asks for: the conversation, the person, their school and the settings of the authority.
    /// Whoever asks for them afterwards has them at once; without this they are read one by one.
    /// </summary>
    public Task OpenAsync(string conversationId, PersonId person) =>
        _engine.VisitAsync(
        [
            Look(Tables.Conversations, conversationId),
            Look(Tables.People, person.Value),
            Look(Tables.Settings, Tables.SettingsKey),
            new Select(
                Queries.OrganisationOf.Sql, [person.Value], row =>
                {
                    var school = Tables.Organisations.Read(row.Number(0), row.Bytes(1), _options.PrivateText);
                    _known[(Tables.Organisations, Tables.Organisations.KeyOf(school))] = school;
                }),
        ]);

    private Select Look<T>(Table<T> table, string key)
        where T : class
    {
        _known[(table, key)] = null;
        return new Select(table.Find, [key], row => _known[(table, key)] = table.Read(row.Number(0), row.Bytes(1), _options.PrivateText));
    }
}
