namespace Clientele.Reports.Page;

/// <summary>Numbers 128-bit keys in order of appearance. Written out by hand: a dictionary of such keys would be compiled at every start.</summary>
/// <param name="most">Keys that fit.</param>
internal sealed class CellTable(int most)
{
    private readonly ulong[] _high = new ulong[most];
    private readonly ulong[] _low = new ulong[most];
    private int[] _slots = new int[1024];

    /// <summary>Keys so far.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key, the next one when it is new; -1 when it is new and nothing more fits.</summary>
    public int NumberOf(ulong high, ulong low)
    {
        var slot = SlotOf(high, low);
        if (_slots[slot] != 0) return _slots[slot] - 1;
        if (Count == _low.Length) return -1;
        (_high[Count], _low[Count]) = (high, low);
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    /// <summary>The numbers of all keys, the least key first.</summary>
    public int[] Ascending()
    {
        var (high, low) = (new ulong[Count], new ulong[Count]);
        Array.Copy(_high, high, Count);
        Array.Copy(_low, low, Count);
        var order = RadixOrder.Identity(Count);
        RadixOrder.SortBy(low, order);
        RadixOrder.SortBy(high, order);
        return order;
    }

    /// <summary>Where the key is, or the free slot where it belongs.</summary>
    private int SlotOf(ulong high, ulong low)
    {
        var hash = (low ^ (high * 0x9E3779B97F4A7C15)) * 0xC2B2AE3D27D4EB4F;
        var slot = (int)(hash >> 40) & (_slots.Length - 1);
        while (_slots[slot] is > 0 and var number && (_low[number - 1] != low || _high[number - 1] != high)) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < Count; i++) _slots[SlotOf(_high[i], _low[i])] = i + 1;
    }
}
