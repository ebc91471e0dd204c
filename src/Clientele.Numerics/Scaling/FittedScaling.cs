namespace Clientele.Numerics.Scaling;

/// <summary>
/// A scaling with its numbers found: column by column (transform(x) − centre) / spread. Immutable, and can be undone.
/// </summary>
public sealed class FittedScaling
{
    private readonly double[] _centres;
    private readonly double[] _spreads;
    private readonly int[] _unscaled;

    internal FittedScaling(string name, bool log1p, double[] centres, double[] spreads)
    {
        (Name, Log1p, _centres, _spreads) = (name, log1p, centres, (double[])spreads.Clone());
        List<int> unscaled = [];
        for (var q = 0; q < spreads.Length; q++)
        {
            // A spread that vanishes, or that cannot be divided by, would blow roundings up.
            if (double.IsNormal(spreads[q])) continue;
            _spreads[q] = 1;
            unscaled.Add(q);
        }

        _unscaled = [.. unscaled];
    }

    /// <summary><c>standard</c>, <c>robust</c>, <c>minmax</c> or <c>none</c>.</summary>
    public string Name { get; }

    /// <summary>Whether log(1 + x) is taken first.</summary>
    public bool Log1p { get; }

    /// <summary>Subtracted from each (transformed) column [d].</summary>
    public ReadOnlySpan<double> Centres => _centres;

    /// <summary>Divides each column [d]; never 0.</summary>
    public ReadOnlySpan<double> Spreads => _spreads;

    /// <summary>Columns whose spread is 0 (constant, or for <see cref="Robust"/> with equal quartiles): moved but not divided.</summary>
    public IReadOnlyList<int> UnscaledColumns => _unscaled;

    /// <summary>A new matrix, scaled.</summary>
    /// <param name="x">As many columns as were fitted; finite; not changed.</param>
    public Matrix Apply(Matrix x)
    {
        Require.Finite(x);
        if (x.Columns != _centres.Length) throw new ArgumentException($"{x.Columns} columns; fitted were {_centres.Length}.", nameof(x));
        var values = Log1p ? Scaling.Log1p.Apply(x).Values : (double[])x.Values.Clone();
        for (var i = 0; i < values.Length;)
        {
            for (var q = 0; q < _centres.Length; q++, i++) values[i] = (values[i] - _centres[q]) / _spreads[q];
        }

        return new(values, x.Rows, x.Columns);
    }

    /// <summary>A scaled row, such as a cluster centre, in the units before.</summary>
    /// <param name="row">[d].</param>
    public double[] Invert(ReadOnlySpan<double> row)
    {
        if (row.Length != _centres.Length) throw new ArgumentException($"{row.Length} columns; fitted were {_centres.Length}.", nameof(row));
        var original = new double[row.Length];
        for (var q = 0; q < original.Length; q++)
        {
            var value = (row[q] * _spreads[q]) + _centres[q];
            original[q] = Log1p ? Scaling.Log1p.Invert(value) : value;
        }

        return original;
    }
}
