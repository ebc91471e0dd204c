using System.Text.Json;
using Clientele.Numerics.Clustering;

namespace Clientele.Numerics;

/// <summary>
/// Coordinates in which squares neither overflow nor vanish: each column is moved so that a middle value of it becomes 0, then all are
/// multiplied by one power of two so that the largest magnitude of the fitted rows lies in [1, 2). Distances stay exact up to that power.
/// </summary>
internal sealed class Frame
{
    // Rows that come later may lie anywhere; beyond this, all directions are equally far.
    private const double Far = 1e140;
    private const int OriginSample = 1023;

    private readonly double[] _origin;
    private readonly int _outer;
    private readonly int _inner;

    private Frame(double[] origin, int outer, int inner) => (_origin, _outer, _inner) = (origin, outer, inner);

    /// <summary>Power of two by which lengths of the frame are multiplied to give those of the data.</summary>
    public int Exponent => _outer + _inner;

    /// <summary>The frame of these rows; depends on their order only by which of them are looked at for the middle.</summary>
    public static Frame Of(Matrix rows)
    {
        var (m, d) = (rows.Rows, rows.Columns);
        var outer = Exponential(Largest(rows.Values));
        var power = new Power(-outer);
        var sample = new double[Math.Min(m, OriginSample)];
        var origin = new double[d];
        for (var q = 0; q < d; q++)
        {
            for (var s = 0; s < sample.Length; s++) sample[s] = power.Times(rows.Values[((long)s * m / sample.Length * d) + q]);
            Array.Sort(sample);
            origin[q] = sample[sample.Length / 2] + 0.0;
        }

        var largest = 0.0;
        for (var i = 0; i < rows.Values.Length; i++) largest = Math.Max(largest, Math.Abs(power.Times(rows.Values[i]) - origin[i % d]));
        return new(origin, outer, Exponential(largest));
    }

    /// <summary>The rows in this frame [m × d], row-major.</summary>
    public double[] Of(double[] values)
    {
        var framed = new double[values.Length];
        var (outer, inner, d) = (new Power(-_outer), new Power(-_inner), _origin.Length);
        for (var (i, q) = (0, 0); i < values.Length; i++)
        {
            framed[i] = Math.Clamp(inner.Times(outer.Times(values[i]) - _origin[q]), -Far, Far);
            if (++q == d) q = 0;
        }

        return framed;
    }

    /// <summary>A length of the data as one of the frame; at most the largest finite number.</summary>
    public double Length(double length) => Math.Min(Math.ScaleB(Math.ScaleB(length, -_outer), -_inner), double.MaxValue);

    /// <summary>A length of the frame in the units of the data; at most the largest finite number.</summary>
    public double OriginalLength(double length) => Math.Min(Math.ScaleB(Math.ScaleB(length, _inner), _outer), double.MaxValue);

    /// <summary>A squared length, or any product of two coordinates, in the units of the data; finite.</summary>
    public double OriginalSquare(double square) =>
        Math.Clamp(Math.ScaleB(Math.ScaleB(square, 2 * _inner), 2 * _outer), -double.MaxValue, double.MaxValue);

    /// <summary>A coordinate of column q in the units of the data.</summary>
    public double Original(double value, int q) =>
        Math.Clamp(Math.ScaleB(Math.ScaleB(value, _inner) + _origin[q], _outer), -double.MaxValue, double.MaxValue);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("frame");
        json.WriteNumbers("origin", _origin);
        json.WriteNumber("outer", _outer);
        json.WriteNumber("inner", _inner);
        json.WriteEndObject();
    }

    public static Frame Read(JsonElement state, int columns)
    {
        var frame = state.GetProperty("frame");
        return new(frame.Doubles("origin", columns), Within(frame.GetProperty("outer").GetInt32()), Within(frame.GetProperty("inner").GetInt32()));
    }

    private static int Within(int exponent) =>
        exponent is >= -2200 and <= 2200 ? exponent : throw new FormatException($"The frame has a power of {exponent}.");

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static int Exponential(double largest) => largest == 0 ? 0 : Math.ILogB(largest);
}
