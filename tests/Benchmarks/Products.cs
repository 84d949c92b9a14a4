namespace PeerBot.Benchmarks;

/// <summary>One process of the product, or several on one database.</summary>
internal sealed class Products : IAsyncDisposable
{
    private readonly List<Product> all = [];

    public IReadOnlyList<Product> All => all;

    /// <param name="surroundings">Variables of their environment beside ours.</param>
    public static async Task<Products> StartAsync(
        int count, string connection, string folder, Dictionary<string, string> surroundings, CancellationToken stop)
    {
        var products = new Products();
        try
        {
            for (var number = 0; number < count; number++)
            {
                var own = Directory.CreateDirectory(Path.Combine(folder, $"process-{number}")).FullName;
                products.all.Add(await Product.StartAsync(connection, own, surroundings, stop));
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
