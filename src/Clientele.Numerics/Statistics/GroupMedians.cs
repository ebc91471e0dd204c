namespace Clientele.Numerics.Statistics;

/// <summary>
/// Medians of every group of rows and of all of them: values are counted in bins of equal width, group by group, and only those in the bins
/// of the middle are looked at once more. The same bits as sorting each group.
/// </summary>
/// <remarks>Costs two walks over the rows however many groups there are; a few large values that squeeze the rest into one bin cost selecting in it.</remarks>
public static class GroupMedians
{
    private const int Bins = 1024;
    private const int Missing = ushort.MaxValue;

    // Below, selecting is quicker than clearing bins.
    private const int LeastRows = 4096;

    /// <summary>Quantiles of type 7 at 1/2; NaN for none.</summary>
    /// <param name="values">Finite, or NaN for missing [n].</param>
    /// <param name="labels">Group of each row, from 0 [n].</param>
    /// <param name="k">Groups.</param>
    /// <returns>Of each group [k], and of all.</returns>
    public static (double[] Groups, double All) Of(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k)
    {
        var (lower, upper) = Middles(values, labels, k);
        for (var c = 0; c <= k; c++) lower[c] = Between(lower[c], upper[c]);
        return (lower[..k], lower[k]);
    }

    /// <summary>The median between the two values in the middle.</summary>
    public static double Between(double lower, double upper) => Quantile.Between(lower, upper, 0.5);

    /// <summary>The two values in the middle, one and the same where their number is odd; NaN for none, no minus zero.</summary>
    /// <returns>Of each group and of all in the last place [k + 1].</returns>
    public static (double[] Lower, double[] Upper) Middles(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k)
    {
        if (labels.Length != values.Length) throw new ArgumentException($"{labels.Length} labels for {values.Length} values.", nameof(labels));
        Require.AtLeast(0, k);
        foreach (var label in labels)
        {
            if ((uint)label >= (uint)k) throw new ArgumentException($"Label {label} is none of {k} groups, which are counted from 0.", nameof(labels));
        }

        var (least, most, whole) = (double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var value in values)
        {
            if (value < least) least = value;
            if (value > most) most = value;
            whole &= value == Math.Floor(value) || double.IsNaN(value);
        }

        // Where each bin holds one number, it need not be looked at again.
        var (room, few) = (most - least, values.Length < LeastRows);
        whole &= room is >= 0 and < Bins && Math.Abs(least) < 1e15;
        if (few || (!whole && !(room > 0 && double.IsFinite((Bins - 1) / room)))) return OfEach(values, labels, k);
        return Counted(values, labels, k, least, whole ? 1 : (Bins - 1) / room, whole);
    }

    /// <summary>The plain form, group by group.</summary>
    internal static (double[] Lower, double[] Upper) OfEach(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k)
    {
        var (own, lower, upper) = (new double[values.Length], new double[k + 1], new double[k + 1]);
        for (var c = 0; c <= k; c++)
        {
            var count = 0;
            for (var i = 0; i < values.Length; i++)
            {
                if (!double.IsNaN(values[i]) && (c == k || labels[i] == c)) own[count++] = values[i] + 0.0;
            }

            var known = own.AsSpan(0, count);
            lower[c] = count == 0 ? double.NaN : Selection.At(known, (count - 1) / 2);
            upper[c] = count > 0 && count % 2 == 0 ? Selection.Behind(known, (count - 1) / 2) : lower[c];
        }

        return (lower, upper);
    }

    private static (double[] Lower, double[] Upper) Counted(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, int k, double least, double scale, bool whole)
    {
        var (counts, bins) = (new int[(k + 1) * Bins], new ushort[whole ? 0 : values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var bin = double.IsNaN(values[i]) ? Missing : (int)((values[i] - least) * scale);
            if (!whole) bins[i] = (ushort)bin;
            if (bin != Missing) counts[(labels[i] * Bins) + bin]++;
        }

        for (var c = 0; c < k; c++)
        {
            for (var bin = 0; bin < Bins; bin++) counts[(k * Bins) + bin] += counts[(c * Bins) + bin];
        }

        var middles = new Middle[k + 1];
        for (var c = 0; c <= k; c++) middles[c] = new(counts.AsSpan(c * Bins, Bins));
        if (!whole) Take(values, labels, bins, middles);

        var (lower, upper) = (new double[k + 1], new double[k + 1]);
        for (var c = 0; c <= k; c++) (lower[c], upper[c]) = whole ? middles[c].OfBins(least) : middles[c].OfValues();
        return (lower, upper);
    }

    // Most values lie in no bin of a middle: two numbers of their group tell.
    private static void Take(ReadOnlySpan<double> values, ReadOnlySpan<int> labels, ReadOnlySpan<ushort> bins, Middle[] middles)
    {
        var (first, room) = (new int[middles.Length], new uint[middles.Length]);
        for (var c = 0; c < first.Length; c++) (first[c], room[c]) = (middles[c].First, middles[c].Room);
        var (all, ofAll, roomOfAll) = (middles[^1], first[^1], room[^1]);
        for (var i = 0; i < values.Length; i++)
        {
            var (bin, label) = ((int)bins[i], labels[i]);
            if ((uint)(bin - first[label]) < room[label]) middles[label].Take(values[i]);
            if ((uint)(bin - ofAll) < roomOfAll) all.Take(values[i]);
        }
    }

    // The bins that hold the middle of one group, and their values.
    private sealed class Middle
    {
        private readonly int _first;
        private readonly int _last = -1;
        private readonly int _place;
        private readonly bool _even;
        private readonly int _room;
        private double[] _values = [];
        private int _count;

        public Middle(ReadOnlySpan<int> counts)
        {
            var all = 0;
            foreach (var count in counts) all += count;
            if (all == 0) return;
            var (low, high, before) = ((all - 1) / 2, all / 2, 0);
            _even = low != high;
            for (var bin = 0; bin < counts.Length && before <= high; bin++)
            {
                if (counts[bin] == 0) continue;
                if (before + counts[bin] > low && _last < 0) (_first, _place) = (bin, low - before);
                before += counts[bin];
                if (before <= low) continue;
                _last = bin;
                _room += counts[bin];
            }
        }

        /// <summary>Where a bin is a whole number, counted from the least.</summary>
        public (double Lower, double Upper) OfBins(double least) => _room == 0 ? (double.NaN, double.NaN) : (least + _first + 0.0, least + _last + 0.0);

        /// <summary>The first bin.</summary>
        public int First => _first;

        /// <summary>How many bins.</summary>
        public uint Room => (uint)(_last < 0 ? 0 : _last - _first + 1);

        public void Take(double value)
        {
            if (_count == 0) _values = new double[_room];
            _values[_count++] = value + 0.0; // no minus zero
        }

        public (double Lower, double Upper) OfValues()
        {
            if (_count == 0) return (double.NaN, double.NaN);
            var low = Selection.At(_values, _place);
            return (low, _even ? Selection.Behind(_values, _place) : low);
        }
    }
}
