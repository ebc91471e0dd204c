using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Scaling;

namespace Clientele.Numerics.Imputing;

/// <summary>Bounds of plausible values, found: tells outliers, or moves them to the nearest bound. What was beyond cannot be undone; NaN stays NaN.</summary>
public sealed class FittedFences : FittedTransform
{
    private readonly double[] _lows;
    private readonly double[] _highs;

    internal FittedFences(double[] lows, double[] highs) => (_lows, _highs) = (lows, highs);

    public override string Name => "clip";

    public override int Columns => _lows.Length;

    /// <summary>Smallest plausible values [d]; −<see cref="double.MaxValue"/> for no fence.</summary>
    public ReadOnlySpan<double> Lows => _lows;

    /// <summary>Largest plausible values [d]; <see cref="double.MaxValue"/> for no fence.</summary>
    public ReadOnlySpan<double> Highs => _highs;

    /// <summary>−1 for a value below its fence, 1 above, 0 within or missing [n × d].</summary>
    /// <param name="x">[n × d]; finite, or NaN for missing.</param>
    public sbyte[] Flags(Matrix x)
    {
        CheckGaps(x);
        var flags = new sbyte[x.Values.LongLength];
        for (var i = 0; i < flags.Length; i++) flags[i] = x.Values[i] < _lows[i % Columns] ? (sbyte)-1 : x.Values[i] > _highs[i % Columns] ? (sbyte)1 : (sbyte)0;
        return flags;
    }

    /// <summary>A new matrix, every value within its fences.</summary>
    /// <param name="x">[n × d]; finite, or NaN for missing; not changed.</param>
    public override Matrix Apply(Matrix x)
    {
        CheckGaps(x);
        var values = (double[])x.Values.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            var q = i % Columns;
            values[i] = values[i] < _lows[q] ? _lows[q] : values[i] > _highs[q] ? _highs[q] : values[i];
        }

        return new(values, x.Rows, x.Columns);
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        return row.ToArray();
    }

    internal static FittedFences ReadState(JsonElement state)
    {
        var lows = state.Doubles("lows", -1);
        return new(lows, state.Doubles("highs", lows.Length));
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("lows", _lows);
        json.WriteNumbers("highs", _highs);
    }

    private void CheckGaps(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Columns != Columns || x.Values.LongLength != (long)x.Rows * x.Columns) throw new ArgumentException($"{x.Values.LongLength} values in {x.Rows} × {x.Columns}; fitted were {Columns} columns.", nameof(x));
    }
}
