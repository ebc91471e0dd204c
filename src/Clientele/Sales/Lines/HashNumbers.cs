using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Numbers by 64-bit hash, as one thread has come to know them: open addressing, at most half full.</summary>
/// <param name="slots">A power of two.</param>
internal struct HashNumbers(int slots)
{
    private ulong[] _keys = new ulong[slots];
    private int[] _numbers = new int[slots];
    private int _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(ulong hash, out int number)
    {
        var slot = Slot(hash | 1); // zero marks a free slot
        number = _numbers[slot];
        return _keys[slot] != 0;
    }

    /// <summary>Adds a hash that is not there yet.</summary>
    public void Add(ulong hash, int number)
    {
        if (++_count * 2 > _keys.Length) Grow();
        Put(hash | 1, number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Slot(ulong key)
    {
        var keys = _keys;
        var slot = (int)(key >> 32) & (keys.Length - 1);
        while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (keys.Length - 1);
        return slot;
    }

    private readonly void Put(ulong key, int number)
    {
        var slot = Slot(key);
        _keys[slot] = key;
        _numbers[slot] = number;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new ulong[keys.Length * 2];
        _numbers = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0) Put(keys[i], numbers[i]);
        }
    }
}
