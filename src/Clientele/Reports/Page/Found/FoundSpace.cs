using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Reports.Page.Found;

/// <summary>The ground that groups were found on: rows as points, their groups, and how to find groups again.</summary>
/// <param name="Coordinates">Names of the columns of <paramref name="Points"/>.</param>
/// <param name="Points">Every <paramref name="Step"/>-th row, scaled as for the groups.</param>
/// <param name="Labels">Group of each of them; −1 for none.</param>
/// <param name="K">Groups.</param>
/// <param name="Step">1 while all rows are here.</param>
internal sealed record FoundSpace(IReadOnlyList<string> Coordinates, Matrix Points, int[] Labels, int K, int Step)
{
    /// <summary>Up to so many rows all of them are taken.</summary>
    public const int MostRows = CustomersJson.MostRows;

    /// <summary>The method with its settings, for points like these; null where it cannot be asked again.</summary>
    public IClusterer? Again { get; init; }

    /// <summary>The same rows in their own units, column by column, for axes of a picture: name, unit, values.</summary>
    public IReadOnlyList<(string Name, string Unit, double[] Values)> Raw { get; init; } = [];

    /// <summary>A tree over some of the rows; null when none was grown.</summary>
    public FoundTree? Tree { get; init; }

    /// <summary>Silhouettes alone, the quickest look.</summary>
    public bool Brief { get; init; }

    /// <summary>Threads of what is worked out here. Does not change the bytes.</summary>
    public FitContext Fit { get; init; } = new() { Threads = 1 };

    /// <summary>Step with which at most so many of <paramref name="rows"/> are left.</summary>
    public static int StepFor(int rows, int most) => Math.Max(1, (rows + most - 1) / most);

    /// <summary>At most so many of the points, evenly.</summary>
    public FoundSpace AtMost(int most)
    {
        var step = StepFor(Points.Rows, most);
        return step == 1 ? this : this with
        {
            Points = Every(Points, step),
            Labels = Every(Labels, step),
            Step = Step * step,
            Raw = [.. Raw.Select(r => (r.Name, r.Unit, Every(r.Values, step)))],
        };
    }

    public static T[] Every<T>(T[] values, int step)
    {
        if (step == 1) return values;
        var some = new T[(values.Length + step - 1) / step];
        for (var i = 0; i < some.Length; i++) some[i] = values[i * step];
        return some;
    }

    public static Matrix Every(Matrix points, int step)
    {
        if (step == 1) return points;
        var rows = (points.Rows + step - 1) / step;
        var values = new double[rows * points.Columns];
        for (var i = 0; i < rows; i++) points.Row(i * step).CopyTo(values.AsSpan(i * points.Columns));
        return new(values, rows, points.Columns);
    }
}
