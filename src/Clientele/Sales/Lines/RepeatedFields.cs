using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Sales.Lines;

/// <summary>Tells whether a record repeats the run's first one in every column that makes a run, byte by byte; neighbouring columns are compared in one go.</summary>
internal sealed class RepeatedFields
{
    private readonly int[] _firsts;
    private readonly int[] _lasts;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private readonly int _groups;

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

        (_firsts, _lasts, _starts, _lengths) = (new int[columns.Length], new int[columns.Length], new int[columns.Length], new int[columns.Length]);
        for (var column = 0; column < most; column++)
        {
            if (!shared[column]) continue;
            _firsts[_groups] = column;
            while (shared[column + 1]) column++;
            _lasts[_groups++] = column;
        }
    }

    /// <summary>Takes a record as the first of a run.</summary>
    public void Begin(ref int ends, int start)
    {
        for (var i = 0; i < _groups; i++)
        {
            var from = From(ref ends, start, _firsts[i]);
            _starts[i] = from;
            _lengths[i] = Unsafe.Add(ref ends, _lasts[i]) - from;
        }
    }

    /// <summary>Whether a record of the same block says the same. Texts must be readable for 32 bytes beyond their end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Repeats(ref byte text, ref int ends, int start)
    {
        ref var starts = ref _starts[0];
        ref var lengths = ref _lengths[0];
        for (var i = 0; i < _groups; i++)
        {
            var from = From(ref ends, start, _firsts[i]);
            var length = Unsafe.Add(ref lengths, i);
            if (Unsafe.Add(ref ends, _lasts[i]) - from != length) return false;
            if (!Same(ref Unsafe.Add(ref text, from), ref Unsafe.Add(ref text, Unsafe.Add(ref starts, i)), length)) return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int From(ref int ends, int start, int column) => column == 0 ? start : Unsafe.Add(ref ends, column - 1) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same(ref byte a, ref byte b, int length)
    {
        for (var at = 0; at < length; at += 32)
        {
            var differences = ~Vector256.Equals(Vector256.LoadUnsafe(ref a, (nuint)at), Vector256.LoadUnsafe(ref b, (nuint)at)).ExtractMostSignificantBits();
            var rest = length - at;
            if ((rest < 32 ? differences << (32 - rest) : differences) != 0) return false;
        }

        return true;
    }
}
