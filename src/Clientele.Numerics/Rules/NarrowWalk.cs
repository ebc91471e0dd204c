using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Rules;

/// <summary>
/// The walk of <see cref="NumberSplits"/> where nodes and labels are few: a byte for each row, so that rows in any order lie in the cache;
/// and a score is only worked out where a look without quotients says that it may be the best.
/// </summary>
internal sealed class NarrowWalk
{
    // Far more than roundings, far less than differences that matter.
    private const double Nearly = 1 - 1e-9;

    private readonly Level _level;
    private readonly byte[] _cells;
    private readonly bool _missingLeft;
    private readonly long[] _left;
    private readonly long[] _right;
    private readonly int[] _nodeOf;
    private readonly Node[] _nodes;

    /// <summary>Before the first row.</summary>
    /// <param name="level">The nodes.</param>
    /// <param name="cells">Its <see cref="Level.Small"/>.</param>
    /// <param name="missing">Label counts of the rows on the left side from the beginning; null for none.</param>
    public NarrowWalk(Level level, byte[] cells, long[]? missing)
    {
        var k = level.Labels;
        (_level, _cells, _missingLeft) = (level, cells, missing is not null);
        _left = missing is null ? new long[level.Nodes * k] : (long[])missing.Clone();
        _right = (long[])level.Counts.Clone();
        (_nodeOf, _nodes) = (new int[_left.Length], new Node[level.Nodes]);
        for (var c = 0; c < _left.Length; c++)
        {
            _nodeOf[c] = c / k;
            ref var node = ref _nodes[c / k];
            _right[c] -= _left[c];
            node.RowsLeft += _left[c];
            node.SquaresLeft += _left[c] * _left[c];
            node.SquaresRight += _right[c] * _right[c];
        }

        for (var node = 0; node < _nodes.Length; node++) (_nodes[node].Rows, _nodes[node].Last) = (level.Rows[node], -1);
    }

    /// <summary>Walks, and keeps what is better than the candidates.</summary>
    public void Go(double[] values, RankedColumn ranked, Span<(double Score, double Low, double High, bool MissingLeft)> candidates)
    {
        var (order, at, least) = (ranked.Order, 0, _level.MinimumLeaf);
        for (var node = 0; node < _nodes.Length; node++) _nodes[node].Best = candidates[node].Score * Nearly;
        foreach (var end in ranked.Ends)
        {
            var start = at;
            for (; at < end; at++)
            {
                var cell = _cells[order[at]];
                if (cell == Level.None) continue;
                ref var node = ref _nodes[_nodeOf[cell]];
                if (node.Last >= 0 && node.Last < start)
                {
                    var (l, r) = (node.RowsLeft, node.Rows - node.RowsLeft);
                    var (a, b) = ((double)l, (double)r);
                    if (l >= least && r >= least && (node.SquaresLeft * b) + (node.SquaresRight * a) >= node.Best * a * b)
                    {
                        var score = Split.Purity(node.SquaresLeft, l, node.SquaresRight, r);
                        ref var best = ref candidates[_nodeOf[cell]];
                        if (score > best.Score)
                        {
                            best = (score, values[order[node.Last]], values[order[at]], _missingLeft);
                            node.Best = score * Nearly;
                        }
                    }
                }

                node.Last = at;
                node.SquaresLeft += (2 * _left[cell]++) + 1;
                node.SquaresRight -= (2 * _right[cell]--) - 1;
                node.RowsLeft++;
            }
        }
    }

    private struct Node
    {
        public long SquaresLeft;
        public long SquaresRight;
        public long RowsLeft;
        public long Rows;
        public double Best;
        public int Last;
    }
}
