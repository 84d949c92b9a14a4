using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PeerBot.Bot.Tests.Manifest;

/// <summary>As much of a PNG as the icons need: size, and the pixels of a plain 8-bit RGBA picture.</summary>
internal sealed class Png
{
    private const int Rgba = 6;
    private readonly byte[] _bytes;

    public Png(byte[] bytes)
    {
        Assert.Equal("\u0089PNG\r\n\u001a\n", Encoding.Latin1.GetString(bytes, 0, 8));
        Assert.Equal("IHDR", Encoding.ASCII.GetString(bytes, 12, 4));
        _bytes = bytes;
        Width = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        Height = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue and alpha of each pixel, row by row.</summary>
    public List<byte[]> Pixels()
    {
        Assert.Equal((8, Rgba, 0), (_bytes[24], _bytes[25], _bytes[28])); // depth, colour type, not interlaced
        using var inflate = new ZLibStream(new MemoryStream(Data()), CompressionMode.Decompress);
        var above = new byte[Width * 4];
        var pixels = new List<byte[]>();
        for (var y = 0; y < Height; y++)
        {
            var filter = inflate.ReadByte();
            var row = new byte[Width * 4];
            inflate.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                var (left, corner) = i < 4 ? (0, 0) : (row[i - 4], above[i - 4]);
                row[i] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    _ => Nearest(left, above[i], corner),
                });
            }

            pixels.AddRange(row.Chunk(4));
            above = row;
        }

        return pixels;
    }

    // Paeth's predictor, PNG specification 9.4.
    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private byte[] Data()
    {
        var data = new MemoryStream();
        for (var at = 8; at < _bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(at));
            if (Encoding.ASCII.GetString(_bytes, at + 4, 4) == "IDAT")
                data.Write(_bytes, at + 8, length);
            at += length + 12;
        }

        return data.ToArray();
    }
}
