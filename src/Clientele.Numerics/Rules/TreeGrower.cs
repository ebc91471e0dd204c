using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Rules;

/// <summary>
/// Grows a tree depth by depth. Columns of numbers are sorted once (exact, no bins); each depth walks through every column once for all
/// nodes together. Only counts of rows decide, so neither their order nor threads matter; of equally pure splits the column that comes first
/// in the order given wins.
/// </summary>
internal sealed class TreeGrower(IReadOnlyList<RuleColumn> columns, int[] order, int[] labels, int k, RuleTreeOptions options)
{
    private const int Piece = 1 << 16;
    private readonly List<RuleNode> _nodes = [];

    /// <summary>Nodes, each behind its parent.</summary>
    public RuleNode[] Grow(Crew crew, FitContext context)
    {
        var (d, n) = (columns.Count, labels.Length);
        var (numbers, categories, spaces) = (new NumberSplits?[d], new CategorySplits?[d], new RankSpace?[crew.Threads]);
        crew.Run(d, (q, worker) =>
        {
            var (values, category) = columns[q];
            if (category) categories[q] = new(q, values);
            else numbers[q] = new(q, values, RankedColumn.Of(values, $"columns[{q}]", spaces[worker] ??= new()));
        }, context.Cancellation);
        Array.Clear(spaces);
        context.Progress?.Report(0.3);

        // A root that is one label throughout has nothing to ask.
        int[] cells = [.. labels];
        int[] open = [0];
        _nodes.Add(new(-1, -1, -1, null, new Level(1, k, options.MinimumLeaf, cells).Counts));
        if (_nodes[0].Wrong == 0) open = [];
        for (var depth = 0; depth < options.MostDepth && open.Length > 0; depth++)
        {
            var level = new Level(open.Length, k, options.MinimumLeaf, cells);
            var found = new Split[d * open.Length];
            crew.Run(d, (q, _) =>
            {
                var best = found.AsSpan(q * open.Length, open.Length);
                numbers[q]?.Find(level, best);
                categories[q]?.Find(level, best);
            }, context.Cancellation);
            (open, cells) = Part(open, level, found, n, crew, context.Cancellation);
            context.Progress?.Report(0.3 + (0.6 * (depth + 1) / options.MostDepth));
        }

        return [.. _nodes];
    }

    private (int[] Open, int[] Cells) Part(int[] open, Level level, Split[] found, int n, Crew crew, CancellationToken cancellation)
    {
        var chosen = new Condition?[open.Length];
        for (var node = 0; node < open.Length; node++)
        {
            var score = 0.0;
            foreach (var q in order)
            {
                var split = found[(q * open.Length) + node];
                if (split.Question is not null && split.Score > score) (chosen[node], score) = (split.Question, split.Score);
            }
        }

        var (next, cells) = (new List<int>(), new int[n]);
        var (parted, children) = (0, new int[open.Length]);
        for (var node = 0; node < open.Length; node++) children[node] = chosen[node] is null ? -1 : 2 * parted++;
        var pieces = new (long[] Counts, bool[] HasMissing)[(n + Piece - 1) / Piece];
        crew.Run(pieces.Length, (piece, _) =>
        {
            pieces[piece] = (new long[2 * parted * k], new bool[open.Length]);
            Part(level, chosen, children, cells, piece * Piece, Math.Min(n, (piece + 1) * Piece), pieces[piece].Counts, pieces[piece].HasMissing);
        }, cancellation);
        var (counts, hasMissing) = (new long[2 * parted * k], new bool[open.Length]);
        foreach (var piece in pieces)
        {
            for (var c = 0; c < counts.Length; c++) counts[c] += piece.Counts[c];
            for (var node = 0; node < hasMissing.Length; node++) hasMissing[node] |= piece.HasMissing[node];
        }

        for (var node = 0; node < open.Length; node++)
        {
            if (children[node] < 0) continue;
            var (left, right) = (counts.AsSpan(children[node] * k, k).ToArray(), counts.AsSpan((children[node] + 1) * k, k).ToArray());
            // Missing values that the node does not have go with its larger side, the left of equals.
            var question = hasMissing[node] ? chosen[node]! : chosen[node]! with { OrMissing = left.Sum() >= right.Sum() };
            _nodes[open[node]] = _nodes[open[node]] with { Left = _nodes.Count, Right = _nodes.Count + 1, Question = question };
            next.Add(_nodes.Count);
            next.Add(_nodes.Count + 1);
            _nodes.Add(new(open[node], -1, -1, null, left));
            _nodes.Add(new(open[node], -1, -1, null, right));
        }

        return Open(next, cells);
    }

    // Asks the rows from … up to but not behind.
    private void Part(Level level, Condition?[] chosen, int[] children, int[] cells, int from, int behind, long[] counts, bool[] hasMissing)
    {
        // Where a row that passes goes; one that does not, k farther.
        var (nodeOf, to) = (new int[level.Counts.Length], new int[level.Counts.Length]);
        for (var c = 0; c < to.Length; c++) (nodeOf[c], to[c]) = (c / k, children[c / k] < 0 ? -1 : (children[c / k] * k) + (c % k));
        for (var i = from; i < behind; i++)
        {
            cells[i] = -1;
            var cell = level.Cells[i];
            if (cell < 0 || to[cell] < 0) continue;
            var node = nodeOf[cell];
            var value = columns[chosen[node]!.Column].Values[i];
            hasMissing[node] |= double.IsNaN(value);
            cells[i] = to[cell] + (chosen[node]!.Holds(value) ? 0 : k);
            counts[cells[i]]++;
        }
    }

    // Pure and small nodes are done.
    private (int[] Open, int[] Cells) Open(List<int> next, int[] cells)
    {
        var (open, numbers) = (new List<int>(), new int[next.Count]);
        for (var c = 0; c < next.Count; c++)
        {
            var node = _nodes[next[c]];
            var done = node.Wrong == 0 || node.Rows < 2L * options.MinimumLeaf;
            numbers[c] = done ? -1 : open.Count;
            if (!done) open.Add(next[c]);
        }

        var to = new int[numbers.Length * k];
        for (var c = 0; c < to.Length; c++) to[c] = numbers[c / k] < 0 ? -1 : (numbers[c / k] * k) + (c % k);
        foreach (ref var cell in cells.AsSpan())
        {
            if (cell >= 0) cell = to[cell];
        }

        return ([.. open], cells);
    }
}
