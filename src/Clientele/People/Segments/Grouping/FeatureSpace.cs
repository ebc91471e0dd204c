using Clientele.Clusters;
using Clientele.Numerics;

namespace Clientele.People.Segments.Grouping;

/// <summary>Customers as points: chosen columns, treated and scaled, nothing missing.</summary>
/// <param name="Traits">The columns, by name.</param>
/// <param name="Columns">How each became coordinates.</param>
/// <param name="Points">[customers × coordinates]; a category takes one per level.</param>
internal sealed record FeatureSpace(IReadOnlyList<Trait> Traits, IReadOnlyList<FeatureColumn> Columns, Matrix Points)
{
    private const int RowsAtOnce = 4096;

    public bool HasCategories => Columns.Any(c => c.Treatment == FeatureColumn.Category);

    public static FeatureSpace Of(IReadOnlyList<Trait> traits, RunContext context)
    {
        var fits = new FittedFeature[traits.Count];
        Each(traits.Count, context, q => fits[q] = FeatureFit.Of(traits[q]));
        FeatureColumn[] columns = [.. fits.Select(f => f.Column)];
        var (n, width) = (traits.Count == 0 ? 0 : Length(traits[0]), columns.Sum(c => c.Width));
        if ((long)n * width > Array.MaxLength) throw SegmentProblems.TooManyValues(n, width);
        var values = new double[n * width];
        var starts = Starts(columns);

        // Rows by rows, so that each is written while it is at hand.
        Each((n + RowsAtOnce - 1) / RowsAtOnce, context, block =>
        {
            var (from, to) = (block * RowsAtOnce, Math.Min(n, (block + 1) * RowsAtOnce));
            for (var q = 0; q < columns.Length; q++)
            {
                var (column, at) = (columns[q], (from * width) + starts[q]);
                if (fits[q].Treated is { } treated)
                    for (var i = from; i < to; i++, at += width) values[at] = (treated[i] - column.Centre) / column.Spread;
                else
                    for (var i = from; i < to; i++, at += width) values[at + (int)Raw(traits[q], column, i)] = 1 / column.Spread;
            }
        });
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) throw SegmentProblems.TooLarge(columns[Array.FindLastIndex(starts, s => s <= i % width)].Name);
        }

        return new(traits, columns, new(values, n, width));
    }

    /// <summary>Some of its columns.</summary>
    public FeatureSpace Some(IReadOnlyList<Trait> traits, RunContext context)
    {
        int[] places = [.. traits.Select(trait => Enumerable.Range(0, Traits.Count).First(q => Traits[q] == trait))];
        FeatureColumn[] columns = [.. places.Select(q => Columns[q])];
        var (starts, given, width) = (Starts(columns), Starts([.. Columns]), columns.Sum(c => c.Width));
        var values = new double[Points.Rows * width];
        Each((Points.Rows + RowsAtOnce - 1) / RowsAtOnce, context, block =>
        {
            for (var i = block * RowsAtOnce; i < Math.Min(Points.Rows, (block + 1) * RowsAtOnce); i++)
            {
                for (var q = 0; q < columns.Length; q++)
                    Points.Row(i).Slice(given[places[q]], columns[q].Width).CopyTo(values.AsSpan((i * width) + starts[q]));
            }
        });
        return new(traits, columns, new(values, Points.Rows, width));
    }

    /// <summary>The same with categories as places, which is what methods for mixed columns take, and what those places mean.</summary>
    public (Matrix Rows, IReadOnlyList<ClusterColumn> Columns) Mixed()
    {
        var d = Columns.Count;
        var values = new double[Points.Rows * d];
        for (var i = 0; i < Points.Rows; i++)
        {
            for (var q = 0; q < d; q++)
            {
                var raw = Raw(Traits[q], Columns[q], i);
                values[(i * d) + q] = Columns[q].Treatment == FeatureColumn.Category ? raw : Columns[q].Coordinate(raw);
            }
        }

        return (new(values, Points.Rows, d), [.. Columns.Select(c => new ClusterColumn(c.Name, null, c.Treatment == FeatureColumn.Category ? c.Levels : null, 0, 0, null))]);
    }

    /// <summary>The value of a customer, or the place of its level, filled in where it is missing.</summary>
    public static double Raw(Trait trait, FeatureColumn column, int customer)
    {
        var value = trait.IsNumber ? trait.Completed[customer] : trait.Codes[customer] < 0 ? double.NaN : trait.Codes[customer];
        return double.IsNaN(value) ? column.Fill : value;
    }

    private static int[] Starts(FeatureColumn[] columns)
    {
        var starts = new int[columns.Length];
        for (var q = 1; q < starts.Length; q++) starts[q] = starts[q - 1] + columns[q - 1].Width;
        return starts;
    }

    private static int Length(Trait trait) => trait.IsNumber ? trait.Numbers.Length : trait.Codes.Length;

    internal static void Each(int count, RunContext context, Action<int> work) => Parallel.For(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = context.Threads > 0 ? context.Threads : -1, CancellationToken = context.Cancellation }, work);
}
