using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Joins, round by round, all pairs of clusters that are each other's nearest. For linkages where joining two clusters brings neither
/// nearer to a third, that is the tree of joining the nearest pair of all again and again, found with all threads.
/// </summary>
/// <remarks>
/// Of equally near clusters the earliest counts as nearest; by this order of pairs the nearest of all is always such a pair, and such
/// pairs stay such pairs. Needs O(m·d) memory. Neighbours that are still there are still nearest; only the others are searched again.
/// </remarks>
internal sealed class Rounds
{
    private const int Batch = 64;

    // The tree is built anew when so much of it has gone.
    private const double Stale = 0.2;
    private const double MostCrowd = 0.3;

    private readonly Centres _centres;
    private readonly Members? _members;
    private readonly FitContext _context;
    private readonly Crew _crew;
    private readonly int[] _alive;
    private readonly int[] _order;
    private readonly int[] _nearest;
    private readonly int[] _into;
    private readonly double[] _values;
    private readonly bool[] _open;
    private readonly int[] _list;
    private readonly int[] _joined;
    private CentreTree? _tree;
    private int _round;

    /// <summary>Every row a cluster.</summary>
    /// <param name="centres">One per row; joined on the way.</param>
    /// <param name="members">For complete, average and weighted; null: Ward.</param>
    public Rounds(Centres centres, Members? members, FitContext context, Crew crew)
    {
        (_centres, _members, _context, _crew) = (centres, members, context, crew);
        var m = centres.Weights.Length;
        (_alive, _order, _nearest, _into) = (new int[m], new int[m], new int[m], new int[m]);
        (_values, _open, _list) = (new double[m], new bool[m], new int[m]);
        _joined = new int[m];
        Count = m;
        for (var i = 0; i < m; i++) (_alive[i], _into[i], _nearest[i], _open[i]) = (i, i, int.MaxValue, true);
    }

    /// <summary>Clusters left.</summary>
    public int Count { get; private set; }

    /// <summary>Their names, rising.</summary>
    public ReadOnlySpan<int> Alive => _alive.AsSpan(0, Count);

    /// <summary>A tree of centres tells too little apart for rounds to pay: every search would look at a large part of them.</summary>
    public bool Crowded => Tree().Crowd() > MostCrowd;

    /// <summary>Joins until so few clusters are left, or until a round joins too small a share of them. Ward's values are squares.</summary>
    /// <param name="joins">Receives the joins, each after those it is made of.</param>
    /// <param name="few">Stop at so many clusters; 1 grows the whole tree.</param>
    /// <param name="least">Stop when a round joins less than this share.</param>
    public void Run(List<Join> joins, int few, double least)
    {
        while (Count > few)
        {
            var tree = Tree();
            Search(tree);
            var before = Count;
            Pair(joins, tree);
            if (before - Count < least * before) return;
        }
    }

    private CentreTree Tree()
    {
        if (_tree is not null && Count > _tree.Count * (1 - Stale)) return _tree;
        Alive.CopyTo(_order);
        return _tree = new(_centres, _order, Count, _crew, _context.Cancellation);
    }

    private void Search(CentreTree tree)
    {
        var count = 0;
        foreach (var id in tree.Ids)
        {
            if (id != int.MaxValue && _open[id]) _list[count++] = id;
        }

        _crew.Run((count + Batch - 1) / Batch, (item, _) =>
        {
            var end = Math.Min(count, (item + 1) * Batch);
            for (var at = item * Batch; at < end; at++)
            {
                Search(tree, _list[at]);
                if (_members is not null && (at & 7) == 0) _context.Cancellation.ThrowIfCancellationRequested();
            }
        }, _context.Cancellation);
        for (var at = 0; at < count; at++) _open[_list[at]] = false;
    }

    private void Search(CentreTree tree, int id)
    {
        // Where the old neighbour went is a good first guess.
        var guess = _nearest[id] == int.MaxValue ? id : _into[_nearest[id]];
        if (_members is null)
        {
            var search = new WardSearch(id, _centres.Weights[id]);
            if (guess != id) search.Offer(guess, _centres.Weights[guess], _centres.Square(id, guess));
            tree.Walk(_centres.Of(id), ref search);
            (_nearest[id], _values[id]) = (search.Best, search.Value);
        }
        else
        {
            var search = new MeanSearch(id, _centres.Reaches[id], _members);
            if (guess != id) search.Offer(guess, 0, 0);
            tree.Walk(_centres.Of(id), ref search);
            (_nearest[id], _values[id]) = (search.Best, search.Value);
        }
    }

    private void Pair(List<Join> joins, CentreTree tree)
    {
        var before = joins.Count;
        foreach (var id in Alive)
        {
            var other = _nearest[id];
            if (id < other && _nearest[other] == id) joins.Add(new(id, other, _values[id]));
        }

        if (joins.Count == before)
        {
            // Rounding made a ring of neighbours that differ in their last bits; seen afresh, the nearest pair of all is one.
            foreach (var id in Alive) _open[id] = true;
            return;
        }

        _round++;
        var halves = _members?.Linkage == Linkage.Weighted;
        for (var j = before; j < joins.Count; j++)
        {
            var (first, second, _) = joins[j];
            _into[second] = first;
            var (a, b) = halves ? (1.0, 1.0) : (_centres.Weights[first], _centres.Weights[second]);
            _centres.Merge(first, second, a, b);
            _members?.Merge(first, second);
            (_open[first], _joined[first], _joined[second]) = (true, _round, _round);
        }

        var left = 0;
        foreach (var id in Alive)
        {
            if (_into[id] != id) continue;
            if (_joined[_nearest[id]] == _round) _open[id] = true;
            _alive[left++] = id;
        }

        Count = left;
        if (Count > tree.Count * (1 - Stale))
        {
            for (var j = before; j < joins.Count; j++)
            {
                tree.Update(_centres.Places[joins[j].First], stays: true);
                tree.Update(_centres.Places[joins[j].Second], stays: false);
            }
        }

        _context.Progress?.Report(0.9 * (1 - (Count / (double)_alive.Length)));
    }
}
