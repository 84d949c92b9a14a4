namespace PeerBot.Benchmarks;

/// <summary>One process of the product, or several on one database.</summary>
internal sealed class Products : IAsyncDisposable
{
    private readonly List<Product> all = [];

    public IReadOnlyList<Product> All => all;

    /// <param name="slowFlush">Null: the disk as it is.</param>
    public static async Task<Products> StartAsync(int count, string connection, string folder, SlowFlush? slowFlush, CancellationToken stop)
    {
        var products = new Products();
        try
        {
            for (var number = 0; number < count; number++)
            {
                var own = Directory.CreateDirectory(Path.Combine(folder, $"process-{number}")).FullName;
                products.all.Add(await Product.StartAsync(connection, own, slowFlush?.Surroundings ?? new Dictionary<string, string>(), stop));
            }

            return products;
        }
        catch
        {
            await products.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var product in all)
            await product.DisposeAsync();
    }
}
