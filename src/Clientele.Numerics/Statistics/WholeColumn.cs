namespace Clientele.Numerics.Statistics;

/// <summary>A column as whole numbers: <see cref="WholeUnit"/>.</summary>
internal sealed class WholeColumn
{
    private readonly WholeUnit _unit;

    private WholeColumn(long[] values, WholeUnit unit) => (Values, _unit) = (values, unit);

    /// <summary>[n]; 0 where missing.</summary>
    public long[] Values { get; }

    /// <summary>Rows that are there.</summary>
    public int Count => _unit.Count;

    /// <summary>Rounds a column.</summary>
    /// <param name="values">Finite, or NaN for missing; checked here.</param>
    /// <param name="name">What the caller calls them.</param>
    public static WholeColumn Of(ReadOnlySpan<double> values, string name)
    {
        var column = new WholeColumn(new long[values.Length], WholeUnit.Of(values, name));
        column._unit.Round(values, column.Values);
        return column;
    }

    public bool Has(int row) => ((_unit.Present[row >> 6] >> (row & 63)) & 1) != 0;

    /// <summary>Exact sum.</summary>
    public Int128 Sum()
    {
        var total = Int128.Zero;
        foreach (var value in Values) total += value;
        return total;
    }
}
