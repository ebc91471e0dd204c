using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Mixed;

/// <summary>
/// Where rows with numbers and categories are compared: numbers are moved so that a value that occurs becomes 0 and multiplied by one power
/// of two, so that squares neither overflow nor vanish; categories stay codes and cost gamma where they differ.
/// </summary>
/// <param name="IsCategory">By column [d].</param>
/// <param name="Origin">Subtracted from numbers; 0 for categories [d].</param>
/// <param name="Exponent">Numbers are divided by two to this power.</param>
/// <param name="Gamma">Cost of a differing category, in scaled squares.</param>
internal sealed record MixedSpace(bool[] IsCategory, double[] Origin, int Exponent, double Gamma)
{
    private readonly Power _down = new(-Exponent);

    public static MixedSpace Of(DistinctRows rows, KPrototypesOptions options)
    {
        var (x, d) = (rows.Rows, rows.Rows.Columns);
        var (category, origin) = (new bool[d], new double[d]);
        foreach (var q in options.Categorical)
        {
            if (q >= d) throw new ArgumentException($"Categorical column {q} (counted from 0) of {d} columns.", nameof(options));
            category[q] = true;
        }

        // Halves, because a difference may be beyond the largest number.
        var largest = 0.0;
        for (var q = 0; q < d; q++)
        {
            if (category[q]) continue;
            double[] sorted = [.. Enumerable.Range(0, x.Rows).Select(i => x.Row(i)[q]).Order()];
            origin[q] = sorted[sorted.Length / 2] + 0.0;
            largest = Math.Max(largest, Math.Max((sorted[^1] * 0.5) - (origin[q] * 0.5), (origin[q] * 0.5) - (sorted[0] * 0.5)));
        }

        var space = new MixedSpace(category, origin, largest == 0 ? 0 : Math.ILogB(largest) + 1, 1);
        var gamma = options.Gamma is { } given ? new Power(Math.Max(-2 * space.Exponent, -2200)).Times(given) : space.HalfVariance(rows);
        return space with { Gamma = gamma > 0 ? Math.Min(gamma, double.MaxValue) : double.Epsilon };
    }

    /// <summary>A row of the data in this space.</summary>
    public void Place(ReadOnlySpan<double> row, Span<double> place)
    {
        for (var q = 0; q < row.Length; q++)
        {
            // Of huge numbers the halves, whose difference cannot overflow; of tiny ones not, for a half could lose a digit.
            place[q] = IsCategory[q] ? row[q]
                : Exponent > 0 ? _down.Times((row[q] * 0.5) - (Origin[q] * 0.5)) * 2
                : _down.Times(row[q] - Origin[q]);
        }
    }

    /// <summary>A mean of this space in the units of the data.</summary>
    public double Original(double value, int q) => IsCategory[q] ? value : Math.Clamp(Math.ScaleB(value, Exponent) + Origin[q], -double.MaxValue, double.MaxValue);

    /// <summary>Scaled squares in the units of the data; at most the largest finite number.</summary>
    public double OriginalSquare(double square) => Math.Min(Math.ScaleB(square, 2 * Exponent), double.MaxValue);

    /// <summary>Squared distance of the numbers plus gamma per category that differs.</summary>
    public double Cost(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (square, differ) = (0.0, 0);
        for (var q = 0; q < a.Length; q++)
        {
            if (IsCategory[q])
            {
                differ += a[q] == b[q] ? 0 : 1;
                continue;
            }

            var step = a[q] - b[q];
            square += step * step;
        }

        return square + (Gamma * differ);
    }

    /// <summary>The cheapest of k centres, the lowest number on a tie, such as that of a row so far away that no digit tells the centres apart.</summary>
    /// <param name="place">[d].</param>
    /// <param name="centres">[k × d].</param>
    /// <param name="k">At least 1.</param>
    /// <param name="least">Its cost.</param>
    public int Nearest(ReadOnlySpan<double> place, ReadOnlySpan<double> centres, int k, out double least)
    {
        (least, var nearest) = (double.PositiveInfinity, 0);
        for (var c = 0; c < k; c++)
        {
            var cost = Cost(place, centres.Slice(c * place.Length, place.Length));
            if (cost < least) (least, nearest) = (cost, c);
        }

        return nearest;
    }

    private double HalfVariance(DistinctRows rows)
    {
        var (sums, squares, total, numbers) = (new double[IsCategory.Length], new double[IsCategory.Length], 0.0, 0);
        var place = new double[IsCategory.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < rows.Rows.Rows; i++)
            {
                Place(rows.Rows.Row(i), place);
                if (pass == 0) total += rows.Weights[i];
                for (var q = 0; q < place.Length; q++)
                {
                    if (pass == 0) sums[q] += rows.Weights[i] * place[q];
                    else squares[q] += rows.Weights[i] * (place[q] - (sums[q] / total)) * (place[q] - (sums[q] / total));
                }
            }
        }

        var variance = 0.0;
        for (var q = 0; q < place.Length; q++)
        {
            if (IsCategory[q]) continue;
            numbers++;
            variance += squares[q] / total;
        }

        return variance > 0 ? 0.5 * variance / numbers : 1;
    }
}
