using Clientele.Sales.Lines;

namespace Clientele.Sales.Kept;

/// <summary>One thread's memory of the numbers of products that it has seen, by the hash of code and description.</summary>
internal sealed class NamePairCache(NamePairs shared)
{
    private HashNumbers _seen = new(1024);

    /// <summary>The number of a pair; see <see cref="NamePairs.Of"/>.</summary>
    public int Of(ulong hash, ReadOnlySpan<byte> code, ReadOnlySpan<byte> description)
    {
        if (_seen.TryGet(hash, out var number)) return number;
        number = shared.Of(code, description);
        _seen.Add(hash, number);
        return number;
    }
}
