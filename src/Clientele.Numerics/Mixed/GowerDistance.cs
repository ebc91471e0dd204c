using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Mixed;

/// <summary>
/// Gower's dissimilarity of rows with numbers, categories and flags: the mean of the columns' dissimilarities, from 0 to 1. The ranges of
/// the numbers are found once; it then compares any two rows and can stand wherever a distance of two rows is asked for.
/// </summary>
/// <remarks>[Gow71], as cluster::daisy of R. A column of numbers that never vary counts as equal. Rows that no column has a say about are
/// at distance 0. Values beyond the fitted range are at most 1 apart. Not changed by the unit of any column.</remarks>
public sealed class GowerDistance
{
    private const int Block = 64;

    private readonly GowerColumn[] _kinds;
    private readonly double[] _ranges;
    private readonly double[] _weights;

    private GowerDistance(GowerColumn[] kinds, double[] ranges, double[] weights) => (_kinds, _ranges, _weights) = (kinds, ranges, weights);

    /// <summary>d.</summary>
    public int Columns => _kinds.Length;

    /// <summary>Finds the ranges.</summary>
    /// <param name="x">Finite values [n × d], categories as any codes.</param>
    /// <param name="kinds">How each column is compared [d].</param>
    /// <param name="columnWeights">How much each column counts [d], at least 0, not all 0; null: 1 each.</param>
    public static GowerDistance Fit(Matrix x, IReadOnlyList<GowerColumn> kinds, double[]? columnWeights = null)
    {
        Require.Finite(x);
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.Count != x.Columns) throw new ArgumentException($"{kinds.Count} kinds for {x.Columns} columns.", nameof(kinds));
        Require.Weights(columnWeights, x.Columns);
        var ranges = new double[x.Columns];
        for (var q = 0; q < x.Columns; q++)
        {
            var (low, high) = (x.Row(0)[q], x.Row(0)[q]);
            for (var i = 1; i < x.Rows; i++) (low, high) = (Math.Min(low, x.Row(i)[q]), Math.Max(high, x.Row(i)[q]));
            ranges[q] = (high * 0.5) - (low * 0.5);
        }

        var weights = new double[x.Columns];
        for (var q = 0; q < weights.Length; q++) weights[q] = columnWeights?[q] ?? 1;
        return new([.. kinds], ranges, weights);
    }

    /// <summary>From 0, alike, to 1.</summary>
    /// <param name="a">[d].</param>
    /// <param name="b">[d].</param>
    public double Between(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != Columns || b.Length != Columns) throw new ArgumentException($"{a.Length} and {b.Length} columns; fitted were {Columns}.", nameof(a));
        var (sum, says) = (0.0, 0.0);
        for (var q = 0; q < a.Length; q++)
        {
            var apart = 0.0;
            if (_kinds[q] == GowerColumn.Number) apart = _ranges[q] > 0 ? Math.Min(Math.Abs((a[q] * 0.5) - (b[q] * 0.5)) / _ranges[q], 1) : 0;
            else if (_kinds[q] == GowerColumn.Category) apart = a[q] == b[q] ? 0 : 1;
            else if (a[q] == 0 && b[q] == 0) continue;
            else apart = a[q] == 0 || b[q] == 0 ? 1 : 0;
            sum += _weights[q] * apart;
            says += _weights[q];
        }

        return says > 0 ? sum / says : 0;
    }

    /// <summary>All pairs: (0, 1), (0, 2), …, (n − 2, n − 1) [n · (n − 1) / 2].</summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="context">Threads, cancellation, limit; null: the defaults.</param>
    /// <exception cref="MemoryLimitException">The pairs do not fit.</exception>
    public double[] Pairs(Matrix x, FitContext? context = null)
    {
        Require.Finite(x);
        if (x.Columns != Columns) throw new ArgumentException($"{x.Columns} columns; fitted were {Columns}.", nameof(x));
        context ??= FitContext.Default;
        var count = (long)x.Rows * (x.Rows - 1) / 2;
        context.Reserve($"Gower dissimilarities of {x.Rows:#,0} rows", 8.0 * count, "Take a sample of the rows, or K-Prototypes, which keeps no pairs.");
        var pairs = new double[count];
        using var crew = new Crew(context.Threads);
        crew.Run((x.Rows + Block - 1) / Block, (block, _) =>
        {
            for (var i = block * Block; i < Math.Min(x.Rows, (block + 1) * Block); i++)
            {
                var at = ((long)i * (x.Rows - 1)) - ((long)i * (i - 1) / 2);
                for (var j = i + 1; j < x.Rows; j++) pairs[at + j - i - 1] = Between(x.Row(i), x.Row(j));
            }
        }, context.Cancellation);
        return pairs;
    }

    /// <summary>Writes one object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteNumbers("kinds", [.. _kinds.Select(kind => (int)kind)]);
        json.WriteNumbers("halfRanges", _ranges);
        json.WriteNumbers("weights", _weights);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else, or damaged; the message says what.</exception>
    public static GowerDistance Read(JsonElement json)
    {
        try
        {
            var kinds = json.Integers("kinds", -1);
            if (Array.Exists(kinds, kind => kind is < 0 or > (int)GowerColumn.Flag)) throw new FormatException("\"kinds\" holds an unknown kind.");
            return new([.. kinds.Select(kind => (GowerColumn)kind)], json.Doubles("halfRanges", kinds.Length), json.Doubles("weights", kinds.Length));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The distance is damaged: " + e.Message, e);
        }
    }
}
