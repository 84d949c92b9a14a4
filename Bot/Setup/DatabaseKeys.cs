using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Keeps the keys of data protection in the database. Rarely called: at the start, once a day, and when a new key is made.</summary>
/// <remarks>Data protection knows no waiting; nothing that the database itself waits for comes through here.</remarks>
internal sealed class DatabaseKeys(Database database, IClock clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(database.KeysAsync).GetAwaiter().GetResult().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => database.AddKeyAsync(
        friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetCurrentInstant())).GetAwaiter().GetResult();
}
