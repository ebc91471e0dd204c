using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Sales.Lines;

/// <summary>Tells whether a record repeats the run's first one in every column that makes a run, byte by byte; neighbouring columns are compared in one go.</summary>
internal sealed class RepeatedFields
{
    private readonly Group[] _groups;

    /// <summary>Nothing to repeat yet.</summary>
    /// <param name="columns">Columns that lines of a run share, in any order; negative ones are left out.</param>
    public RepeatedFields(int[] columns)
    {
        var most = 0;
        foreach (var column in columns) most = Math.Max(most, column + 1);
        var shared = new bool[most + 1];
        foreach (var column in columns)
        {
            if (column >= 0) shared[column] = true;
        }

        var groups = new List<Group>();
        for (var column = 0; column < most; column++)
        {
            if (!shared[column]) continue;
            var before = column - 1;
            while (shared[column + 1]) column++;
            groups.Add(new Group { Before = before, Last = column });
        }

        _groups = groups.ToArray();
    }

    /// <summary>Takes a record as the first of a run.</summary>
    /// <param name="ends">Where its first field ends; the place before says where the record before it ends.</param>
    public void Begin(ref int ends)
    {
        foreach (ref var group in _groups.AsSpan())
        {
            group.Start = Unsafe.Add(ref ends, group.Before) + 1;
            group.Length = Unsafe.Add(ref ends, group.Last) - group.Start;
            group.First = group.Length >= 32 ? uint.MaxValue : (1U << group.Length) - 1;
        }
    }

    /// <summary>Whether a record of the same block says the same. Texts must be readable for 32 bytes beyond their end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Repeats(ref byte text, ref int ends)
    {
        foreach (ref readonly var group in _groups.AsSpan())
        {
            var from = Unsafe.Add(ref ends, group.Before) + 1;
            if (Unsafe.Add(ref ends, group.Last) - from != group.Length) return false;
            ref var a = ref Unsafe.Add(ref text, from);
            ref var b = ref Unsafe.Add(ref text, group.Start);
            if ((Differences(ref a, ref b, 0) & group.First) != 0) return false;
            if (group.Length > 32 && !SameRest(ref a, ref b, group.Length)) return false;
        }

        return true;
    }

    /// <summary>A bit for each of up to 64 records side by side: it says something else than the record before it, the first one than the run's first.</summary>
    /// <param name="text">The block's text, readable for 32 bytes beyond its end.</param>
    /// <param name="ends">Where the first record's first field ends.</param>
    /// <param name="columns">Fields of each record.</param>
    /// <param name="count">Records.</param>
    public unsafe ulong Changes(byte* text, int* ends, int columns, int count)
    {
        var changes = 0UL;
        foreach (ref readonly var group in _groups.AsSpan()) changes |= Changes(text, ends + group.Before, group.Last - group.Before, columns, count, group.Start, group.Length);
        return changes;
    }

    private static unsafe ulong Changes(byte* text, int* before, int span, nint columns, int count, int start, int length)
    {
        var (changes, longer) = (0UL, 0UL);
        var record = before;
        var earlier = start;
        for (var i = 0; i < count; i++, record += columns)
        {
            var from = *record + 1;
            var bytes = record[span] - from;
            var differences = Differences(ref text[from], ref text[earlier], 0) & (uint)((1UL << bytes) - 1);
            changes |= ((differences | (uint)(bytes ^ length)) != 0 ? 1UL : 0UL) << i;
            longer |= (bytes >= 32 ? 1UL : 0UL) << i;
            (earlier, length) = (from, bytes);
        }

        // Of longer texts the first 32 bytes were compared at most.
        for (; longer != 0; longer &= longer - 1)
        {
            var i = BitOperations.TrailingZeroCount(longer);
            var from = before[i * columns] + 1;
            var says = new ReadOnlySpan<byte>(text + from, before[(i * columns) + span] - from);
            var other = i == 0 ? start : before[(i - 1) * columns] + 1;
            if (!says.SequenceEqual(new ReadOnlySpan<byte>(text + other, says.Length))) changes |= 1UL << i;
        }

        return changes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Differences(ref byte a, ref byte b, int at) =>
        ~Vector256.Equals(Vector256.LoadUnsafe(ref a, (nuint)at), Vector256.LoadUnsafe(ref b, (nuint)at)).ExtractMostSignificantBits();

    private static bool SameRest(ref byte a, ref byte b, int length)
    {
        for (var at = 32; at < length; at += 32)
        {
            var differences = Differences(ref a, ref b, at);
            var rest = length - at;
            if ((rest < 32 ? differences << (32 - rest) : differences) != 0) return false;
        }

        return true;
    }

    /// <summary>Columns side by side, and the text that the run's first record has in them.</summary>
    private struct Group
    {
        public int Before;
        public int Last;
        public int Start;
        public int Length;

        /// <summary>A bit for each of the first 32 bytes that count.</summary>
        public uint First;
    }
}
