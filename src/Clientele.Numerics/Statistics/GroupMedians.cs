namespace Clientele.Numerics.Statistics;

/// <summary>
/// Medians of every group of rows and of all of them: values are counted in bins of equal width, group by group, and only those in the bins
/// of the middle are looked at once more. The same bits as sorting each group.
/// </summary>
/// <remarks>Costs two walks over the rows however many groups there are; a few large values that squeeze the rest into one bin cost selecting in it.</remarks>
public static class GroupMedians
{
    private const int Bins = 1024;

    // Below, sorting is quicker than clearing bins.
    private const int LeastRows = 4096;

    /// <summary>Quantiles of type 7 at 1/2; NaN for none.</summary>
    /// <param name="values">Finite, or NaN for missing [n].</param>
    /// <param name="labels">Group of each row, from 0 [n].</param>
    /// <param name="k">Groups.</param>
    /// <returns>Of each group [k], and of all.</returns>
    public static (double[] Groups, double All) Of(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k)
    {
        if (labels.Length != values.Length) throw new ArgumentException($"{labels.Length} labels for {values.Length} values.", nameof(labels));
        Require.AtLeast(0, k);
        foreach (var label in labels)
        {
            if ((uint)label >= (uint)k) throw new ArgumentException($"Label {label} is none of {k} groups, which are counted from 0.", nameof(labels));
        }

        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value < least) least = value;
            if (value > most) most = value;
        }

        var scale = (Bins - 1) / (most - least);
        return values.Length >= LeastRows && scale > 0 && double.IsFinite(scale) ? Counted(values, labels, k, least, scale) : Sorted(values, labels, k);
    }

    /// <summary>The plain form.</summary>
    internal static (double[] Groups, double All) Sorted(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k)
    {
        var (groups, all) = (new List<double>[k], new List<double>());
        for (var c = 0; c < k; c++) groups[c] = [];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            groups[labels[i]].Add(values[i]);
            all.Add(values[i]);
        }

        return ([.. groups.Select(Median)], Median(all));

        static double Median(List<double> values) => values.Count == 0 ? double.NaN : Quantile.Median(values.ToArray());
    }

    private static (double[] Groups, double All) Counted(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k, double least, double scale)
    {
        var counts = new int[(k + 1) * Bins];
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i])) counts[(labels[i] * Bins) + (int)((values[i] - least) * scale)]++;
        }

        for (var c = 0; c < k; c++)
        {
            for (var bin = 0; bin < Bins; bin++) counts[(k * Bins) + bin] += counts[(c * Bins) + bin];
        }

        var middles = new Middle[k + 1];
        for (var c = 0; c <= k; c++) middles[c] = new(counts.AsSpan(c * Bins, Bins));
        var whole = middles[k];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            var bin = (int)((values[i] - least) * scale);
            middles[labels[i]].Take(bin, values[i]);
            whole.Take(bin, values[i]);
        }

        var groups = new double[k];
        for (var c = 0; c < k; c++) groups[c] = middles[c].Median();
        return (groups, whole.Median());
    }

    // The bins that hold the middle of one group, and their values.
    private sealed class Middle
    {
        private readonly int _first;
        private readonly int _last = -1;
        private readonly int _place;
        private readonly bool _even;
        private readonly double[] _values = [];
        private int _count;

        public Middle(ReadOnlySpan<int> counts)
        {
            var all = 0;
            foreach (var count in counts) all += count;
            if (all == 0) return;
            var (low, high, before, room) = ((all - 1) / 2, all / 2, 0, 0);
            _even = low != high;
            for (var bin = 0; bin < counts.Length && before <= high; bin++)
            {
                if (counts[bin] == 0) continue;
                if (before + counts[bin] > low && _last < 0) (_first, _place) = (bin, low - before);
                before += counts[bin];
                if (before <= low) continue;
                _last = bin;
                room += counts[bin];
            }

            _values = new double[room];
        }

        public void Take(int bin, double value)
        {
            if (bin >= _first && bin <= _last) _values[_count++] = value + 0.0; // no minus zero
        }

        public double Median()
        {
            if (_count == 0) return double.NaN;
            var low = Selection.At(_values, _place);
            if (!_even) return low;
            var high = Selection.Behind(_values, _place);
            return Quantile.Between(low, high, 0.5);
        }
    }
}
