namespace Clientele.Numerics.Rules;

/// <summary>
/// The best set of categories of one column for every node of a level. Up to ten categories in a node: all sets. More: sets that begin the
/// orders by share of each label, among which the best of all is when there are two labels. Of a set and the rest, the one with
/// the lowest code is asked for.
/// </summary>
/// <remarks>[BFOS84] section 4.2.2 for two labels.</remarks>
internal sealed class CategorySplits
{
    /// <summary>Most categories of a column.</summary>
    public const int Most = 1024;

    private const int Few = 10;

    private readonly int _column;
    private readonly double[] _values;
    private readonly int[] _codes;
    private readonly int _present;
    private readonly Dictionary<int, int> _places = [];

    public CategorySplits(int column, double[] values)
    {
        var codes = new SortedSet<int>();
        (_column, _values) = (column, values);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (!(values[i] >= 0 && values[i] <= int.MaxValue && values[i] == Math.Floor(values[i])))
                throw new ArgumentException($"Row {i}, column {column} (counted from 0) is {values[i]}; codes of categories are whole numbers from 0.", nameof(values));
            _present++;
            if (codes.Add((int)values[i]) && codes.Count > Most) throw new ArgumentException($"Column {column} (counted from 0) has more than {Most:#,0} categories; pool the rare ones, or leave it out.", nameof(values));
        }

        _codes = [.. codes];
        for (var place = 0; place < _codes.Length; place++) _places[_codes[place]] = place;
    }

    /// <summary>Finds them; the first of equally good ones in the order tried, missing values right before left.</summary>
    public void Find(Level level, Span<Split> best)
    {
        var (k, missing) = (level.Labels, level.Missing(_values, _present));
        var counts = new long[(long)level.Nodes * _codes.Length * k];
        for (var i = 0; i < _values.Length; i++)
        {
            if (level.Cells[i] < 0 || double.IsNaN(_values[i])) continue;
            var (node, label) = Math.DivRem(level.Cells[i], k);
            counts[(((node * _codes.Length) + _places[(int)_values[i]]) * k) + label]++;
        }

        for (var node = 0; node < level.Nodes; node++)
        {
            var own = counts.AsSpan(node * _codes.Length * k, _codes.Length * k).ToArray();
            int[] used = [.. Enumerable.Range(0, _codes.Length).Where(place => own.AsSpan(place * k, k).ContainsAnyExcept(0))];
            if (used.Length == 0 || (used.Length == 1 && missing is null)) continue;
            var search = new Search(own, k, level.MinimumLeaf, level.Counts.AsSpan(node * k, k).ToArray(), missing?.AsSpan(node * k, k).ToArray(), level.Floor(node));
            if (used.Length <= Few) search.AllSets(used);
            else search.Orders(used);
            if (search.Best is { } set) best[node] = new(search.Score, Question(used, set, search.MissingLeft));
        }
    }

    private Condition Question(int[] used, int[] set, bool missingLeft)
    {
        // The side with the lowest code is the left one.
        var turned = set.Length > 0 && set.Min() != used[0];
        int[] left = turned ? [.. used.Except(set)] : [.. set];
        return new(_column, double.NegativeInfinity, double.PositiveInfinity, [.. left.Order().Select(place => _codes[place])], false, missingLeft != turned);
    }

    private sealed class Search(long[] counts, int k, int minimumLeaf, long[] all, long[]? missing, double floor)
    {
        public double Score { get; private set; } = floor;

        public int[]? Best { get; private set; }

        public bool MissingLeft { get; private set; }

        public void AllSets(int[] used)
        {
            // The lowest is always in; all of them are no set, but for missing ones on the other side.
            var last = (1 << (used.Length - 1)) - (missing is null ? 1 : 0);
            var left = new long[k];
            for (var mask = 0; mask < last; mask++)
            {
                Array.Clear(left);
                for (var u = 0; u < used.Length; u++)
                {
                    if (u == 0 || ((mask >> (u - 1)) & 1) != 0) Add(left, used[u]);
                }

                Try(left, () => [.. used.Where((_, u) => u == 0 || ((mask >> (u - 1)) & 1) != 0)]);
            }
        }

        public void Orders(int[] used)
        {
            var rows = used.ToDictionary(place => place, place => counts.AsSpan(place * k, k).ToArray().Sum());
            var left = new long[k];
            for (var label = 0; label < k; label++)
            {
                var c = label;
                var order = (int[])used.Clone();
                Array.Sort(order, (a, b) =>
                {
                    // Shares as quotients of whole numbers.
                    var (x, y) = ((Int128)counts[(a * k) + c] * rows[b], (Int128)counts[(b * k) + c] * rows[a]);
                    return x != y ? y.CompareTo(x) : a.CompareTo(b);
                });
                Array.Clear(left);
                for (var length = 1; length < order.Length + (missing is null ? 0 : 1); length++)
                {
                    Add(left, order[length - 1]);
                    var taken = length;
                    Try(left, () => order[..taken]);
                }
            }
        }

        private void Add(long[] left, int place)
        {
            for (var c = 0; c < k; c++) left[c] += counts[(place * k) + c];
        }

        private void Try(long[] left, Func<int[]> set)
        {
            Judge(left, null, set);
            if (missing is not null) Judge(left, missing, set);
        }

        private void Judge(long[] left, long[]? more, Func<int[]> set)
        {
            var (l, r, squaresLeft, squaresRight) = (0L, 0L, 0L, 0L);
            for (var c = 0; c < k; c++)
            {
                var here = left[c] + (more?[c] ?? 0);
                var there = all[c] - here;
                (l, r, squaresLeft, squaresRight) = (l + here, r + there, squaresLeft + (here * here), squaresRight + (there * there));
            }

            if (l < minimumLeaf || r < minimumLeaf) return;
            var score = Split.Purity(squaresLeft, l, squaresRight, r);
            if (score > Score) (Score, Best, MissingLeft) = (score, set(), more is not null);
        }
    }
}
