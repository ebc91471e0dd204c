using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Joins the nearest pair of centres again and again: centroid and median linkage, where a new centre may come nearer to others than
/// its halves were. The younger of two clusters knows their distance, so that a heap over each cluster's nearest elder finds the pair.
/// </summary>
/// <remarks>
/// [Mül11] generic algorithm, with a tree of centres in place of the matrix: O(m·d) memory. A nearest that has gone leaves a lower
/// bound; it is searched again only when it comes to the top. Of equally near pairs the one that starts earliest is joined.
/// </remarks>
internal sealed class ClosestPairs
{
    private const int Batch = 64;
    private const double Stale = 0.2;

    private readonly Centres _centres;
    private readonly FitContext _context;
    private readonly Crew _crew;
    private readonly int[] _alive;
    private readonly int[] _nearest;
    private readonly int[] _age;
    private readonly int[] _ageOfNearest;
    private readonly double[] _values;

    /// <summary>Every row a cluster.</summary>
    /// <param name="centres">One per row, by name; joined on the way.</param>
    public ClosestPairs(Centres centres, FitContext context, Crew crew)
    {
        (_centres, _context, _crew) = (centres, context, crew);
        var m = centres.Weights.Length;
        (_alive, _nearest, _age, _ageOfNearest, _values) = (new int[m], new int[m], new int[m], new int[m], new double[m]);
        for (var i = 0; i < m; i++) _alive[i] = i;
    }

    /// <summary>The joins in their order; heights are squares.</summary>
    /// <param name="sizes">What each cluster counts for in the mean of two [m]; changed. Null: halfway.</param>
    public List<Join> Run(double[]? sizes)
    {
        var (m, joins) = (_alive.Length, new List<Join>(_alive.Length));
        if (m < 2) return joins;
        var order = (int[])_alive.Clone();
        var tree = new CentreTree(_centres, order, m, _crew, _context.Cancellation);
        _crew.Run((m + Batch - 1) / Batch, (item, _) =>
        {
            var end = Math.Min(m, (item + 1) * Batch);
            for (var i = item * Batch; i < end; i++) Search(tree, order[i]);
        }, _context.Cancellation);

        var heap = new PriorityQueue<(int Owner, int Age), (double Value, int First, int Second)>(m);
        for (var i = 0; i < m; i++) heap.Enqueue((i, 0), Key(i));
        for (var left = m; left > 1;)
        {
            var (owner, age) = heap.Dequeue();
            if (_age[owner] != age) continue;
            var other = _nearest[owner];
            if (_age[other] != _ageOfNearest[owner])
            {
                Search(tree, owner);
                heap.Enqueue((owner, age), Key(owner));
                continue;
            }

            var (first, second) = owner < other ? (owner, other) : (other, owner);
            joins.Add(new(first, second, _values[owner]));
            if (sizes is null) _centres.Merge(first, second, 1, 1);
            else _centres.Merge(first, second, sizes[first], sizes[second]);
            _centres.Weights[first] = 1;
            if (sizes is not null) sizes[first] += sizes[second];
            _age[first]++;
            _age[second] = -1;
            left--;
            if (left <= tree.Count * (1 - Stale)) tree = Rebuilt(order, left);
            else
            {
                tree.Update(_centres.Places[first], stays: true);
                tree.Update(_centres.Places[second], stays: false);
            }

            if ((left & 63) == 0)
            {
                _context.Cancellation.ThrowIfCancellationRequested();
                _context.Progress?.Report(0.9 * (1 - (left / (double)m)));
            }

            if (left == 1) break;
            Search(tree, first);
            heap.Enqueue((first, _age[first]), Key(first));
        }

        return joins;
    }

    private CentreTree Rebuilt(int[] order, int left)
    {
        var at = 0;
        foreach (var id in _alive)
        {
            if (_age[id] >= 0) order[at++] = id;
        }

        return new(_centres, order, left, _crew, _context.Cancellation);
    }

    private (double Value, int First, int Second) Key(int id) =>
        (_values[id], Math.Min(id, _nearest[id]), Math.Max(id, _nearest[id]));

    private void Search(CentreTree tree, int id)
    {
        var search = new WardSearch(id, 1);
        tree.Walk(_centres.Of(id), ref search);
        (_nearest[id], _values[id], _ageOfNearest[id]) = (search.Best, search.Value, _age[search.Best]);
    }
}
