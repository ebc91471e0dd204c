namespace Clientele.Sales.Kept;

/// <summary>One thread's memory of the numbers of products that it has seen, by the hash of code and description.</summary>
internal sealed class NamePairCache(NamePairs shared)
{
    private ulong[] _keys = new ulong[1024];
    private int[] _numbers = new int[1024];
    private int _count;

    /// <summary>The number of a pair; see <see cref="NamePairs.Of"/>.</summary>
    public int Of(ulong hash, ReadOnlySpan<byte> code, ReadOnlySpan<byte> description)
    {
        hash |= 1; // zero marks a free slot
        var mask = _keys.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == hash) return _numbers[slot];
            slot = (slot + 1) & mask;
        }

        var number = shared.Of(code, description);
        _keys[slot] = hash;
        _numbers[slot] = number;
        if (++_count * 2 > _keys.Length) Grow();
        return number;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new ulong[keys.Length * 2];
        _numbers = new int[keys.Length * 2];
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var slot = (int)(keys[i] >> 32) & mask;
            while (_keys[slot] != 0) slot = (slot + 1) & mask;
            _keys[slot] = keys[i];
            _numbers[slot] = numbers[i];
        }
    }
}
