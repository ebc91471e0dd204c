namespace Clientele.Segments.Clusters;

/// <summary>How features of different units are made comparable: (value − shift) / spread.</summary>
/// <param name="Fit">From the ascending values of a feature, at least one, to its shift and spread; a spread of 0 stands for 1.</param>
public sealed record Scale(Func<double[], (double Shift, double Spread)> Fit);

/// <summary>Scalings by name.</summary>
public static class Scales
{
    public static Catalog<Scale> Catalog { get; } = new(
        "scale",
        new Choice<Scale>("standard", "Mean 0, population standard deviation 1.", [], _ => new Scale(Standard)),
        new Choice<Scale>("robust", "Median 0, distance of the quartiles 1; the standard deviation where the quartiles are equal.", [], _ => new Scale(Robust)),
        new Choice<Scale>("minmax", "Smallest 0, largest 1.", [], _ => new Scale(static v => (v[0], v[^1] - v[0]))),
        new Choice<Scale>("none", "Values as they are; the feature with the largest numbers rules the clusters.", [], _ => new Scale(static _ => (0, 1))));

    private static (double Shift, double Spread) Standard(double[] ascending)
    {
        var mean = Sums.Of(ascending) / ascending.Length;
        var squares = new double[ascending.Length];
        for (var i = 0; i < squares.Length; i++) squares[i] = (ascending[i] - mean) * (ascending[i] - mean);
        return (mean, Math.Sqrt(Sums.Of(squares) / ascending.Length));
    }

    private static (double Shift, double Spread) Robust(double[] ascending)
    {
        var spread = Quantile(ascending, 0.75) - Quantile(ascending, 0.25);
        return (Quantile(ascending, 0.5), spread > 0 ? spread : Standard(ascending).Spread);
    }

    /// <summary>Type 7: linear between the two nearest ranks.</summary>
    private static double Quantile(double[] ascending, double share)
    {
        var at = share * (ascending.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
    }
}
