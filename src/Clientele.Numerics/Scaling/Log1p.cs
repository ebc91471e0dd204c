namespace Clientele.Numerics.Scaling;

/// <summary>log(1 + x): draws long tails of counts and money in. Exact for small x, too.</summary>
/// <remarks>[Kah87], the quotient form.</remarks>
public static class Log1p
{
    /// <summary>log(1 + x).</summary>
    /// <param name="x">Above −1.</param>
    public static double Apply(double x)
    {
        var u = 1 + x;
        if (u == 1) return x;
        return double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(y) − 1, the inverse.</summary>
    public static double Invert(double y)
    {
        var u = Math.Exp(y);
        if (u == 1) return y;
        var step = u - 1;
        return step == -1 || double.IsInfinity(u) ? step : step * (y / Math.Log(u));
    }

    /// <summary>log(1 + x) of every value, as a new matrix.</summary>
    /// <param name="x">Finite, above −1.</param>
    public static Matrix Apply(Matrix x)
    {
        Require.Finite(x);
        var values = new double[x.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!(x.Values[i] > -1))
                throw new ArgumentException($"Row {i / x.Columns}, column {i % x.Columns} (counted from 0) is {x.Values[i]}; log(1 + x) needs values above -1.", nameof(x));
            values[i] = Apply(x.Values[i]);
        }

        return new(values, x.Rows, x.Columns);
    }
}
