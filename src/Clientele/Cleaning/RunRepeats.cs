using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>Finds lines that equal an earlier line of the same run, with a table that stays in the core's own cache; one per thread.</summary>
internal sealed class RunRepeats
{
    private uint[] _slots = new uint[1 << 13];

    // Entries below it belong to earlier runs: the slot is free.
    private uint _base = 1;

    /// <summary>Marks the repeats in every run of a batch.</summary>
    public void Mark(SalesBatch batch)
    {
        if (batch.Count * 2 > _slots.Length) _slots = new uint[Power(batch.Count * 2)];
        if (_base > uint.MaxValue - (uint)batch.Count - 1)
        {
            Array.Clear(_slots);
            _base = 1;
        }

        for (var r = 0; r < batch.RunCount; r++)
        {
            ref var run = ref batch.Runs[r];
            if (run.Count > 1) Mark(batch, ref run);
        }

        _base += (uint)batch.Count;
    }

    private void Mark(SalesBatch batch, ref SalesRun run)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var hashes = batch.Hashes.AsSpan(run.First, run.Count);
        var mask = (uint)_slots.Length - 1;
        var least = _base + (uint)run.First;
        var unreadable = (run.Some & LineFacts.Unreadable) != 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (unreadable && batch.Lines[run.First + i].Fault != LineFault.None) continue;
            var hash = hashes[i];
            var at = (uint)(hash >> 24) & mask;
            while (true)
            {
                ref var slot = ref Unsafe.Add(ref slots, at);
                if (slot < least)
                {
                    slot = least + (uint)i;
                    break;
                }

                if (hashes[(int)(slot - least)] == hash && batch.UpperHashes[run.First + (int)(slot - least)] == batch.UpperHashes[run.First + i])
                {
                    batch.Lines[run.First + i].Facts |= LineFacts.Duplicate;
                    run.Some |= LineFacts.Duplicate;
                    break;
                }

                at = (at + 1) & mask;
            }
        }
    }

    private static int Power(int least)
    {
        var power = 1;
        while (power < least) power *= 2;
        return power;
    }
}
