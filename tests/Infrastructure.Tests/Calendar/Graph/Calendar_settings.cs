using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using PeerBot.Calendar;
using PeerBot.Domain.Scheduling;
using PeerBot.Infrastructure.Tests.Calendar.Local;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Calendar_settings
{
    [Fact]
    public async Task Without_any_the_calendar_is_PeerBots_own()
    {
        await using var services = Services();
        services.GetRequiredService<IStartupValidator>().Validate();

        using var scope = services.CreateScope();
        Assert.IsType<LocalCalendar>(scope.ServiceProvider.GetRequiredService<ICalendar>());
    }

    [Theory]
    [InlineData("Graph:Credential is missing: set it to ManagedIdentity", "Calendar:Provider=Graph")]
    [InlineData("Graph:Credential None works only with a Graph:BaseUrl on this machine", "Calendar:Provider=Graph", "Graph:Credential=None")]
    [InlineData("Graph:BaseUrl must start with https", "Calendar:Provider=Graph", "Graph:Credential=ManagedIdentity", "Graph:BaseUrl=http://graph.example")]
    [InlineData("Graph:BaseUrl is not a web address", "Calendar:Provider=Graph", "Graph:Credential=ManagedIdentity", "Graph:BaseUrl=graph.microsoft.com")]
    [InlineData("no token is sent there", "Calendar:Provider=Graph", "Graph:Credential=ManagedIdentity", "Graph:BaseUrl=http://127.0.0.1:5000")]
    [InlineData("Graph:TenantId is missing: Graph:Credential Secret needs it", "Calendar:Provider=Graph", "Graph:Credential=Secret")]
    [InlineData("Graph:ClientSecret is missing", "Calendar:Provider=Graph", "Graph:Credential=Secret", "Graph:TenantId=t", "Graph:ClientId=c")]
    [InlineData("Graph:CertificatePath is missing", "Calendar:Provider=Graph", "Graph:Credential=Certificate", "Graph:TenantId=t", "Graph:ClientId=c")]
    [InlineData("Graph:CertificatePath names no file", "Calendar:Provider=Graph", "Graph:Credential=Certificate", "Graph:TenantId=t", "Graph:ClientId=c",
        "Graph:CertificatePath=/no/such/file.pfx")]
    [InlineData("Graph:Retries must be from 0 to 10", "Calendar:Provider=Graph", "Graph:Credential=ManagedIdentity", "Graph:Retries=11")]
    [InlineData("Graph:Timeout must be from", "Calendar:Provider=Graph", "Graph:Credential=ManagedIdentity", "Graph:Timeout=01:00:00")]
    [InlineData("Calendar:Organiser is neither Participant nor an address", "Calendar:Organiser=the office")]
    [InlineData("Calendar:Organiser is empty", "Calendar:Organiser=")]
    [InlineData("Calendar:Provider is not known: set it to Local or to Graph", "Calendar:Provider=Exchange")]
    public void Wrong_ones_stop_the_start_with_a_sentence(string sentence, params string[] settings)
    {
        using var services = Services(settings);
        var failure = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/v1.0")]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5000/v1.0")]
    [InlineData("https://graph.microsoft.us/v1.0/", "https://graph.microsoft.us/v1.0")]
    public void An_address_without_a_path_means_version_1(string baseUrl, string root) =>
        Assert.Equal(root, new GraphOptions { BaseUrl = new Uri(baseUrl) }.ServiceRoot.AbsoluteUri);

    [Theory]
    [InlineData(nameof(GraphCredential.ManagedIdentity), typeof(ManagedIdentityCredential))]
    [InlineData(nameof(GraphCredential.WorkloadIdentity), typeof(WorkloadIdentityCredential))]
    [InlineData(nameof(GraphCredential.Secret), typeof(ClientSecretCredential))]
    public void Each_credential_is_the_one_that_is_named(string name, Type type)
    {
        var options = new GraphOptions { Credential = Enum.Parse<GraphCredential>(name), TenantId = "t", ClientId = "c", ClientSecret = "s" };

        Assert.IsType(type, GraphCredentials.Credential(options));
        Assert.IsAssignableFrom<BaseBearerTokenAuthenticationProvider>(GraphCredentials.Authentication(options));
    }

    [Theory]
    [InlineData("cert.pfx", null)]
    [InlineData("cert.pfx", "open sesame")]
    [InlineData("cert.pem", null)]
    [InlineData("cert.pem", "open sesame")]
    public void A_certificate_is_read_from_either_kind_of_file(string name, string? password)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, name);
            WriteCertificate(path, password);
            var options = new GraphOptions
            {
                Credential = GraphCredential.Certificate,
                TenantId = "t",
                ClientId = "c",
                CertificatePath = path,
                CertificatePassword = password,
            };

            Assert.IsType<ClientCertificateCredential>(GraphCredentials.Credential(options));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void On_this_machine_there_is_no_token() =>
        Assert.IsType<AnonymousAuthenticationProvider>(GraphCredentials.Authentication(new GraphOptions { Credential = GraphCredential.None }));

    private static void WriteCertificate(string path, string? password)
    {
        using var key = RSA.Create(2048);
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=peerbot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(from, from.AddYears(5));
        if (path.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
            return;
        }

        var secret = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + secret);
    }

    private static ServiceProvider Services(params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1])).Build();
        return new ServiceCollection()
            .AddSingleton<ILocalCalendarStore, InMemoryCalendarStore>()
            .AddSingleton<IFeedAddresses, NoFeeds>()
            .AddCalendar(configuration)
            .BuildServiceProvider();
    }
}
