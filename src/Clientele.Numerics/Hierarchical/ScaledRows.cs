using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Rows with each column moved so that a middle value of it becomes 0, and all multiplied by one power of two so that the largest
/// magnitude lies in [1, 2). Distances stay what they were up to that power; far offsets, huge and tiny values lose nothing.
/// </summary>
internal sealed class ScaledRows
{
    private const int OriginSample = 1023;

    private readonly double[] _origin;
    private readonly int _outer;
    private readonly int _inner;

    /// <summary>Moves and multiplies a copy.</summary>
    /// <param name="rows">Distinct, in canonical order.</param>
    public ScaledRows(Matrix rows)
    {
        (Count, Dimensions) = (rows.Rows, rows.Columns);
        Values = (double[])rows.Values.Clone();
        _outer = Exponent();
        Multiply(-_outer);
        _origin = Origin();
        for (var i = 0; i < Values.Length; i++) Values[i] -= _origin[i % Dimensions];
        _inner = Exponent();
        Multiply(-_inner);
    }

    /// <summary>m.</summary>
    public int Count { get; }

    /// <summary>d.</summary>
    public int Dimensions { get; }

    /// <summary>[m × d], row-major.</summary>
    public double[] Values { get; }

    /// <summary>A distance in the units of the data; at most the largest finite number.</summary>
    public double Original(double distance) => Math.Min(Math.ScaleB(distance, _outer + _inner), double.MaxValue);

    /// <summary>Another row, moved and multiplied as these were. False: it lies too far off for squares.</summary>
    public bool Scale(ReadOnlySpan<double> row, Span<double> to)
    {
        var (outer, inner, near) = (new Power(-_outer), new Power(-_inner), true);
        for (var q = 0; q < row.Length; q++)
        {
            to[q] = inner.Times(outer.Times(row[q]) - _origin[q]);
            near &= Math.Abs(to[q]) < 1e150;
        }

        return near;
    }

    private int Exponent()
    {
        var largest = 0.0;
        foreach (var value in Values) largest = Math.Max(largest, Math.Abs(value));
        return largest == 0 ? 0 : Math.ILogB(largest);
    }

    private void Multiply(int exponent)
    {
        var (power, values) = (new Power(exponent), Values);
        for (var i = 0; i < values.Length; i++) values[i] = power.Times(values[i]);
    }

    // A value that occurs, not the mean: then moving all rows by an exact step changes no bit of what follows.
    private double[] Origin()
    {
        var sample = Math.Min(Count, OriginSample);
        var (origin, keys) = (new double[Dimensions], new ulong[sample]);
        var (items, spare, spareItems) = (new int[sample], new ulong[sample], new int[sample]);
        for (var q = 0; q < Dimensions; q++)
        {
            for (var s = 0; s < sample; s++) keys[s] = RadixSort.Key(Values[((int)((long)s * Count / sample) * Dimensions) + q]);
            RadixSort.Sort(keys, items, spare, spareItems);
            origin[q] = RadixSort.Value(keys[sample / 2]);
        }

        return origin;
    }
}
