namespace PeerBot.EndToEnd.Setup;

/// <summary>One product for the tests of a class, spoken to without a browser.</summary>
public sealed class ProductSession : IAsyncLifetime, IDisposable
{
    private ProductProcess? product;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public async Task InitializeAsync()
    {
        product = await ProductProcess.StartAsync();
        Http.BaseAddress = product.Address;
    }

    public async Task DisposeAsync()
    {
        if (product is not null)
            await product.DisposeAsync();
    }

    public void Dispose() => Http.Dispose();
}
