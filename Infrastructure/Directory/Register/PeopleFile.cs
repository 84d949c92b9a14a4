using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Register;

/// <summary>
/// People from the organisation's own list. The id of their account in Microsoft Entra says who is who when they write; work facts come beside it,
/// and no column for a telephone or a home address is read.
/// </summary>
public static class PeopleFile
{
    private const string Account = "Entra object id";
    private const string Email = "E-mail";
    private const string School = "Organisation URN";

    /// <summary>May be left out: somebody of community learning may work at no place that has a number.</summary>
    private const string Authority = "Authority";

    private static readonly string[] Columns = [Account, Email, "Name", "Job role", School, "Programmes", "Department", "Line manager"];

    public static string Headings => string.Join(",", Columns);

    /// <param name="tenant">The tenant whose accounts these are.</param>
    public static Reading<RegisteredPerson> Read(byte[] file, Guid tenant)
    {
        var (table, refused) = CsvTable.Read(file);
        if (table is null)
            return new Reading<RegisteredPerson>.Refused(refused);
        var missing = Columns.Where(column => !table.Has(column)).ToList();
        if (missing.Count > 0)
            return new Reading<RegisteredPerson>.Refused([new(1, null, $"Columns are missing: {string.Join(", ", missing)}. The headings are: {Headings}")]);

        var (people, faults) = (new List<RegisteredPerson>(), new List<RefusedLine>());
        var (accounts, addresses) = (new Dictionary<PersonId, int>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var line in table.Lines)
        {
            var person = One(line, tenant);
            if (line.Faults.Count == 0 && !accounts.TryAdd(person.Facts.Id, line.Number))
                line.Refuse(Account, $"The same account is on line {accounts[person.Facts.Id]} already.");
            if (line.Faults.Count == 0 && !addresses.TryAdd(person.Facts.Email, line.Number))
                line.Refuse(Email, $"The same address is on line {addresses[person.Facts.Email]} already.");
            faults.AddRange(line.Faults);
            people.Add(person);
        }

        if (faults.Count == 0 && people.Count == 0)
            faults.Add(new(1, null, "The file has no people."));
        return faults.Count > 0 ? new Reading<RegisteredPerson>.Refused(faults) : new Reading<RegisteredPerson>.Read(people, 0, []);
    }

    private static RegisteredPerson One(CsvLine line, Guid tenant)
    {
        var account = line.Needed(Account);
        if (account.Length > 0 && !Guid.TryParseExact(account, "D", out _))
            line.Refuse(Account, $"\"{account}\" is no object id; Entra shows it under \"Object ID\".");
        var school = line.Text(School);
        var at = school is null ? null : RegisterIds.Of(school);
        if (school is not null && at is null)
            line.Refuse(School, $"\"{school}\" is no URN, SEED code or SchUID. Has a spreadsheet changed it?");
        var manager = line.Text("Line manager");
        if (manager is not null && !IsAddress(manager))
            line.Refuse("Line manager", $"\"{manager}\" is no e-mail address.");
        var email = line.Needed(Email);
        if (email.Length > 0 && !IsAddress(email))
            line.Refuse(Email, $"\"{email}\" is no e-mail address.");

        var facts = new Person(
            PersonId.Of(tenant.ToString(), account), line.Needed("Name"), email, JobRole(line.Text("Job role")), at,
            Department: line.Text("Department"), Authority: line.Text(Authority),
            Programmes: [.. (line.Text("Programmes") ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()]);
        return new(line.Number, facts, school, manager);
    }

    // As definitions name roles: "Head of school" is "head-of-school", and a head teacher is written in one word.
    private static string? JobRole(string? words) =>
        words?.ToLowerInvariant().Replace("head teacher", "headteacher", StringComparison.Ordinal).Replace(' ', '-');

    private static bool IsAddress(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
}
