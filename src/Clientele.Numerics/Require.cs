using System.Runtime.CompilerServices;

namespace Clientele.Numerics;

/// <summary>Checks at the door: a caller's mistake becomes an <see cref="ArgumentException"/> that names value and range.</summary>
internal static class Require
{
    public static int AtLeast(int least, int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"Must be at least {least}.");

    /// <summary>One of the names of an enumeration.</summary>
    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"Must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>A matrix with at least one row and one column, whose values are all finite.</summary>
    public static void Finite(Matrix x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        Shape(x, name);
        ReadOnlySpan<double> values = x.Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Row {i / x.Columns}, column {i % x.Columns} (counted from 0) is {values[i]}; only finite numbers can be used.", name);
        }
    }

    /// <summary>A matrix with at least one row and one column, and as many values as these need.</summary>
    public static void Shape(Matrix x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Rows < 1 || x.Columns < 1)
            throw new ArgumentException($"Needs at least one row and one column, got {x.Rows} × {x.Columns}.", name);
        if (x.Values.LongLength != (long)x.Rows * x.Columns)
            throw new ArgumentException($"{x.Values.LongLength} values do not fill {x.Rows} × {x.Columns}.", name);
    }

    /// <summary>Weights that fit n rows: finite, at least 0, not all 0. Null stands for 1 each.</summary>
    public static void Weights(double[]? weights, int n, [CallerArgumentExpression(nameof(weights))] string name = "")
    {
        if (weights is null) return;
        if (weights.Length != n) throw new ArgumentException($"{weights.Length} weights for {n} rows.", name);
        var some = false;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
                throw new ArgumentException($"Row {i} (counted from 0) has weight {weights[i]}; weights must be finite and at least 0.", name);
            some |= weights[i] > 0;
        }

        if (!some) throw new ArgumentException("All weights are 0.", name);
    }

    /// <summary>Labels that fit n points and k clusters.</summary>
    public static void Labels(int[] labels, int n, int k, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(labels, name);
        if (labels.Length != n) throw new ArgumentException($"{labels.Length} labels for {n} points.", name);
        if (k < 1) throw new ArgumentException($"k = {k} clusters; needs at least 1.", name);
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)k)
                throw new ArgumentException($"Point {i} has label {labels[i]}; labels run from 0 to {k - 1}.", name);
        }
    }
}
