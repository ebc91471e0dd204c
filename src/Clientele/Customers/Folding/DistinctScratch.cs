using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Customers.Folding;

/// <summary>What it takes to make lists distinct, one list after the other; one per thread, used again and again.</summary>
/// <remarks>The table of a list is a few times its length, so that of nearly every customer stays in the core's first cache.</remarks>
internal sealed class DistinctScratch
{
    private ulong[] _words = [];
    private int[] _ends = [];
    private uint[] _slots = new uint[256];

    // Entries below it belong to earlier lists: the slot is free.
    private uint _base = 1;

    /// <summary>Room for all lists, one behind the other.</summary>
    public ulong[] Words(long total)
    {
        if (_words.Length < total) _words = new ulong[total + total / 8];
        return _words;
    }

    /// <summary>A zeroed count per list; longer than needed.</summary>
    public int[] Ends(int lists)
    {
        if (_ends.Length < lists) _ends = new int[lists + lists / 8];
        else Array.Clear(_ends, 0, lists);
        return _ends;
    }

    /// <summary>Brings the distinct words of a list to its front, in the order in which they came, and counts them. Words are hashes.</summary>
    public int Distinct(Span<ulong> list)
    {
        Prepare(list.Length);
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var (mask, least, count) = (Mask(list.Length), _base, 0);
        foreach (var word in list)
        {
            var at = (uint)(word >> 32) & mask;
            while (true)
            {
                ref var slot = ref Unsafe.Add(ref slots, at);
                if (slot < least)
                {
                    slot = least + (uint)count;
                    list[count++] = word;
                    break;
                }

                if (list[(int)(slot - least)] == word) break;
                at = (at + 1) & mask;
            }
        }

        _base += (uint)count;
        return count;
    }

    private static uint Mask(int length) => (uint)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * length)) - 1;

    private void Prepare(int length)
    {
        if (Mask(length) >= _slots.Length)
        {
            (_slots, _base) = (new uint[Mask(length) + 1], 1);
        }
        else if (_base > uint.MaxValue - (uint)length)
        {
            Array.Clear(_slots);
            _base = 1;
        }
    }
}
