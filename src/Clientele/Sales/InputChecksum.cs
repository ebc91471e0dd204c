using System.IO.Hashing;
using Clientele.Sales.Files;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>Check sum of an input's bytes as they lie on the disk, compressed or not: XXH3 with 128 bits, which <c>xxhsum -H2</c> repeats. Not a safeguard against intent.</summary>
internal static class InputChecksum
{
    /// <summary><c>xxh128:</c> and 32 hexadecimal digits, by reading the input.</summary>
    public static string Of(string path, Stream? standardInput)
    {
        var sum = new XxHash128();
        using var handle = TextStream.OpenHandle(path, standardInput);
        var buffer = new byte[BlockReader.PieceSize];
        for (long offset = 0; ;)
        {
            var read = RandomAccess.Read(handle, buffer, offset);
            if (read == 0) return Text(sum);
            sum.Append(buffer.AsSpan(0, read));
            offset += read;
        }
    }

    public static string Text(XxHash128 sum) => $"xxh128:{Convert.ToHexStringLower(sum.GetCurrentHash())}";

    /// <summary>The text that is read is all there is of the file, so the sum can be made on the way.</summary>
    public static bool IsText(Layout layout, Stream? standardInput)
    {
        if (!TextStream.IsPlain(layout.Text)) return false;
        using var handle = TextStream.OpenHandle(layout.Path, standardInput);
        return TextStream.BomLength(handle) == 0;
    }
}
