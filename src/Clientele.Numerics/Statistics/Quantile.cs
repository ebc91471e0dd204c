using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Statistics;

/// <summary>Quantiles of type 7: the values stand at 0, 1/(n − 1), …, 1, straight lines between them. The default of R and NumPy.</summary>
/// <remarks>[HF96].</remarks>
public static class Quantile
{
    /// <summary>The quantile at p.</summary>
    /// <param name="values">At least one, finite, in any order; not changed.</param>
    /// <param name="p">From 0, the smallest value, to 1, the largest.</param>
    public static double Type7(ReadOnlySpan<double> values, double p)
    {
        if (values.IsEmpty || !(p is >= 0 and <= 1)) return OfSorted(values, p);
        var taken = new double[values.Length];
        for (var i = 0; i < taken.Length; i++) taken[i] = Finite(values, i) + 0.0; // no minus zero
        var place = (taken.Length - 1) * p;
        var below = (int)place;
        var share = place - below;
        var low = Selection.At(taken, below);
        return share == 0 ? low : Between(low, Selection.Behind(taken, below), share);
    }

    /// <summary>The plain form: sorts all.</summary>
    internal static double OfAll(ReadOnlySpan<double> values, double p) => OfSorted(Sorted(values), p);

    /// <summary>The quantiles at several p, sorting once.</summary>
    public static double[] Type7(ReadOnlySpan<double> values, ReadOnlySpan<double> p)
    {
        var sorted = Sorted(values);
        var quantiles = new double[p.Length];
        for (var i = 0; i < quantiles.Length; i++) quantiles[i] = OfSorted(sorted, p[i]);
        return quantiles;
    }

    /// <summary>The quantile at 1/2: the middle value, or the mean of the middle two.</summary>
    public static double Median(ReadOnlySpan<double> values) => Type7(values, 0.5);

    /// <summary>The quantile at p of values that stand in ascending order, which is not checked.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty) throw new ArgumentException("Needs at least one value.", nameof(sorted));
        if (!(p is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "Must lie between 0 and 1.");
        var place = (sorted.Length - 1) * p;
        var below = (int)place;
        var share = place - below;
        if (share == 0) return sorted[below];
        return Between(sorted[below], sorted[below + 1], share);
    }

    /// <summary>On the line from one value to the next.</summary>
    internal static double Between(double low, double high, double share) => low == high ? low : ((1 - share) * low) + (share * high);

    private static double Finite(ReadOnlySpan<double> values, int i) => double.IsFinite(values[i])
        ? values[i]
        : throw new ArgumentException($"Value {i} (counted from 0) is {values[i]}; only finite numbers can be used.", nameof(values));

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var (keys, spare, items, spareItems) = (new ulong[n], new ulong[n], new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            keys[i] = RadixSort.Key(Finite(values, i));
        }

        RadixSort.Sort(keys, items, spare, spareItems);
        var sorted = new double[n];
        for (var i = 0; i < n; i++) sorted[i] = RadixSort.Value(keys[i]);
        return sorted;
    }
}
