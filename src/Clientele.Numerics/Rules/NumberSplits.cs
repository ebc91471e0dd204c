using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Rules;

/// <summary>
/// The best threshold of one column for every node of a level, in one walk through the column's sorted rows: label counts move from the
/// right side to the left, and with them the sums of their squares. A column with gaps is walked twice, missing values right and left;
/// that a value is there at all is a question, too.
/// </summary>
internal sealed class NumberSplits(int column, double[] values, RankedColumn ranked)
{
    /// <summary>Finds them; the first of equally good ones: missing right before left, then the lowest threshold.</summary>
    /// <param name="level">The nodes.</param>
    /// <param name="best">Receives a split for each node.</param>
    public void Find(Level level, Span<Split> best)
    {
        var candidates = new (double Score, double Low, double High, bool MissingLeft)[level.Nodes];
        for (var node = 0; node < level.Nodes; node++) candidates[node].Score = level.Floor(node);
        var missing = level.Missing(values, ranked.Order.Length);
        Pass(level, null, candidates);
        if (missing is not null)
        {
            Whether(level, missing, candidates);
            Pass(level, missing, candidates);
        }

        for (var node = 0; node < level.Nodes; node++)
        {
            var (score, low, high, left) = candidates[node];
            if (score <= level.Floor(node)) continue;
            best[node] = new(score, new(column, double.NegativeInfinity, double.IsInfinity(high) ? high : Threshold.Between(low, high), null, false, left));
        }
    }

    // All values left, their absence right.
    private static void Whether(Level level, long[] missing, Span<(double Score, double Low, double High, bool MissingLeft)> candidates)
    {
        for (var node = 0; node < level.Nodes; node++)
        {
            var (l, r, squaresLeft, squaresRight) = (level.Rows[node], 0L, 0L, 0L);
            for (var c = node * level.Labels; c < (node + 1) * level.Labels; c++)
            {
                var here = level.Counts[c] - missing[c];
                (l, r, squaresLeft, squaresRight) = (l - missing[c], r + missing[c], squaresLeft + (here * here), squaresRight + (missing[c] * missing[c]));
            }

            if (l < level.MinimumLeaf || r < level.MinimumLeaf) continue;
            var score = Split.Purity(squaresLeft, l, squaresRight, r);
            if (score > candidates[node].Score) candidates[node] = (score, 0, double.PositiveInfinity, false);
        }
    }

    private void Pass(Level level, long[]? missing, Span<(double Score, double Low, double High, bool MissingLeft)> candidates)
    {
        if (level.Small is { } small) new NarrowWalk(level, small, missing).Go(values, ranked, candidates);
        else Walk(level, missing, candidates);
    }

    /// <summary>The plain form of <see cref="NarrowWalk"/>, for any number of cells.</summary>
    internal void Walk(Level level, long[]? missing, Span<(double Score, double Low, double High, bool MissingLeft)> candidates)
    {
        var (k, nodes) = (level.Labels, level.Nodes);
        var left = missing is null ? new long[nodes * k] : (long[])missing.Clone();
        var right = (long[])level.Counts.Clone();
        var (squaresLeft, squaresRight, rowsLeft, last) = (new long[nodes], new long[nodes], new long[nodes], new int[nodes]);
        for (var node = 0; node < nodes; node++)
        {
            last[node] = -1;
            for (var c = node * k; c < (node + 1) * k; c++)
            {
                right[c] -= left[c];
                rowsLeft[node] += left[c];
                squaresLeft[node] += left[c] * left[c];
                squaresRight[node] += right[c] * right[c];
            }
        }

        var (at, cells) = (0, level.Cells);
        foreach (var end in ranked.Ends)
        {
            var start = at;
            for (; at < end; at++)
            {
                var cell = cells[ranked.Order[at]];
                if (cell < 0) continue;
                var node = cell / k;
                if (last[node] >= 0 && last[node] < start)
                {
                    var (l, r) = (rowsLeft[node], level.Rows[node] - rowsLeft[node]);
                    if (l >= level.MinimumLeaf && r >= level.MinimumLeaf)
                    {
                        var score = Split.Purity(squaresLeft[node], l, squaresRight[node], r);
                        if (score > candidates[node].Score) candidates[node] = (score, values[ranked.Order[last[node]]], values[ranked.Order[at]], missing is not null);
                    }
                }

                last[node] = at;
                squaresLeft[node] += (2 * left[cell]++) + 1;
                squaresRight[node] -= (2 * right[cell]--) - 1;
                rowsLeft[node]++;
            }
        }
    }
}
