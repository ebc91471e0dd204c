namespace Clientele.Numerics.Scaling;

/// <summary>Centre and spread of one column.</summary>
internal delegate (double Centre, double Spread) Measure(double[] column);

/// <summary>Fits any scaling column by column.</summary>
internal static class ColumnFit
{
    public static FittedScaling Of(string name, Matrix x, bool log1p, Measure measure)
    {
        Require.Finite(x);
        var values = log1p ? Log1p.Apply(x).Values : x.Values;
        var (centres, spreads, column) = (new double[x.Columns], new double[x.Columns], new double[x.Rows]);
        for (var q = 0; q < x.Columns; q++)
        {
            for (var i = 0; i < column.Length; i++) column[i] = values[(i * x.Columns) + q];
            (centres[q], spreads[q]) = measure(column);
        }

        return new(name, log1p, centres, spreads);
    }
}
