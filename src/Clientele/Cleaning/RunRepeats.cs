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
            ref readonly var run = ref batch.Runs[r];
            if (run.Count > 1) Mark(batch.Lines, run.First, run.First + run.Count);
        }

        _base += (uint)batch.Count;
    }

    private void Mark(SalesLine[] lines, int first, int end)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var least = _base + (uint)first;
        for (var i = first; i < end; i++)
        {
            ref var line = ref lines[i];
            if (line.Fault != LineFault.None) continue;
            var at = (int)(line.HashLow >> 24) & mask;
            while (true)
            {
                var entry = slots[at];
                if (entry < least)
                {
                    slots[at] = _base + (uint)i;
                    break;
                }

                ref readonly var earlier = ref lines[(int)(entry - _base)];
                if (earlier.HashLow == line.HashLow && earlier.HashHigh == line.HashHigh)
                {
                    line.Facts |= LineFacts.Duplicate;
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
