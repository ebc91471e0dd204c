using System.Text.Json;
using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Scaling;

/// <summary>
/// A scaling with its numbers found: column by column (transform(x) − centre) / spread. Immutable, and can be undone.
/// </summary>
public sealed class FittedScaling : FittedTransform
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

    private FittedScaling(FittedScaling read, int[] unscaled) =>
        (Name, Log1p, _centres, _spreads, _unscaled) = (read.Name, read.Log1p, read._centres, read._spreads, unscaled);

    /// <summary><c>standard</c>, <c>robust</c>, <c>minmax</c> or <c>none</c>.</summary>
    public override string Name { get; }

    public override int Columns => _centres.Length;

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
    public override Matrix Apply(Matrix x)
    {
        Check(x);
        var values = Log1p ? Scaling.Log1p.Apply(x).Values : (double[])x.Values.Clone();
        for (var i = 0; i < values.Length;)
        {
            for (var q = 0; q < _centres.Length; q++, i++) values[i] = (values[i] - _centres[q]) / _spreads[q];
        }

        return new(values, x.Rows, x.Columns);
    }

    /// <summary>A scaled row, such as a cluster centre, in the units before.</summary>
    /// <param name="row">[d].</param>
    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        var original = new double[row.Length];
        for (var q = 0; q < original.Length; q++)
        {
            var value = (row[q] * _spreads[q]) + _centres[q];
            original[q] = Log1p ? Scaling.Log1p.Invert(value) : value;
        }

        return original;
    }

    internal static FittedScaling ReadState(string name, JsonElement state)
    {
        var centres = state.Doubles("centres", -1);
        var scaling = new FittedScaling(name, state.GetProperty("log1p").GetBoolean(), centres, state.Doubles("spreads", centres.Length));
        return scaling._unscaled.Length == 0
            ? new(scaling, state.Integers("unscaled", -1))
            : throw new FormatException($"The spread of column {scaling._unscaled[0]} is {state.GetProperty("spreads")[scaling._unscaled[0]]}.");
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteBoolean("log1p", Log1p);
        json.WriteNumbers("centres", _centres);
        json.WriteNumbers("spreads", _spreads);
        json.WriteNumbers("unscaled", _unscaled);
    }
}
