using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class Contacts_of_a_programme
{
    private const string Key = "la-named-contact";

    [Fact, Trait("Requirement", "S2-33"), Trait("Requirement", "S2-13")]
    public async Task A_change_is_there_for_everybody_at_once()
    {
        var scheme = new Scheme("2026-12-01T10:00");
        await OpenAsync(scheme);
        await scheme.Sam.Fills(Verbs.ContactSave, (InputIds.ContactName, "Ada Byron"), (InputIds.ContactEmail, "ada.byron@council.example"), (InputIds.ContactPhone, "01632 960777"));
        scheme.Sam.Sees("The contact is changed", "I cannot write to them myself");
        await scheme.Grace.Says("concern");
        scheme.Grace.Sees("Ada Byron", "01632 960777", "ada.byron@council.example");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.Action == "contact.changed" && entry.Actor == scheme.Sam.Id && entry.Subject == Key);
    }

    [Fact, Trait("Requirement", "S2-34")]
    public async Task What_is_meant_for_the_contact_does_not_go_on_to_whoever_was_it_before()
    {
        var scheme = new Scheme("2026-12-01T10:00");
        await OpenAsync(scheme);
        await scheme.Sam.Fills(Verbs.ContactSave, (InputIds.ContactName, "Ada Byron"), (InputIds.ContactEmail, "ada.byron@council.example"));
        Assert.Null(scheme.Only<LocalSettings>().Contacts[Key].Person);

        await OpenAsync(scheme);
        await scheme.Sam.Fills(Verbs.ContactSave, (InputIds.ContactName, "Jo Price"), (InputIds.ContactEmail, Authority.Jo.Email));
        scheme.Sam.Sees("I can also write to them here");
        Assert.Equal(Authority.Jo.Id, scheme.Only<LocalSettings>().Contacts[Key].Person);
    }

    [Theory]
    [InlineData(InputIds.ContactName, "", "type a name")]
    [InlineData(InputIds.ContactRole, "", "type a role")]
    [InlineData(InputIds.ContactName, "<b>Jo</b>", "ordinary signs")]
    [InlineData(InputIds.ContactCover, "[free](https://evil.example)", "ordinary signs")]
    [InlineData(InputIds.ContactEmail, "jo price", "an e-mail address such as")]
    [InlineData(InputIds.ContactPhone, "ring me", "a phone number such as")]
    [InlineData(InputIds.ContactHours, null, "at most 120 letters")]
    public async Task What_is_no_name_address_or_number_is_refused(string field, string? value, string why)
    {
        var scheme = new Scheme("2026-12-01T10:00");
        await OpenAsync(scheme);
        await scheme.Sam.Fills(Verbs.ContactSave, (field, value ?? new string('x', 10_000)));
        scheme.Sam.Sees(why);
        Assert.Empty(scheme.Store.All<LocalSettings>().SelectMany(settings => settings.Contacts));
    }

    [Theory]
    [InlineData("noss2")]
    [InlineData("aml-named-contact")]
    public async Task A_contact_of_another_programme_cannot_be_reached(string key)
    {
        var scheme = new Scheme("2026-12-01T10:00");
        await scheme.Sam.Forges($$"""{"verb":"contact.save","id":"{{Authority.Programme.Id}}","arg":"{{key}}","contactName":"X","contactRole":"Y","contactPhone":"01632 960777"}""");
        Assert.Empty(scheme.Store.All<LocalSettings>());
    }

    private static async Task OpenAsync(Scheme scheme)
    {
        await scheme.Sam.Says("contacts");
        await scheme.Sam.Presses(Verbs.ContactOpen, button: scheme.Sam.News[0].Text.Contains("Ada Byron", StringComparison.Ordinal) ? "Ada Byron" : "Jo Price");
    }
}
