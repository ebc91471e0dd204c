namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Follows nearest neighbours until two are each other's, joins them, and goes on from where it came: at most about 3m looks at a row
/// of the matrix. For linkages where joining two clusters brings neither nearer to a third.
/// </summary>
/// <remarks>[Mül11] nearest-neighbour chain, O(m²) time. Of equally near neighbours the earliest counts as nearest, so that the tree is that of <see cref="Rounds"/>.</remarks>
internal sealed unsafe class NearestChain
{
    private readonly DistanceMatrix _distances;
    private readonly Linkage _linkage;
    private readonly FitContext _context;
    private readonly int[] _chain;
    private readonly int[] _place;
    private int[] _names;
    private double[] _sizes;
    private int[] _live;

    /// <summary>Every thing of the matrix a cluster.</summary>
    /// <param name="distances">Consumed; for Ward squares.</param>
    /// <param name="names">Least row of each cluster, rising; copied.</param>
    /// <param name="sizes">Weights; copied.</param>
    /// <param name="linkage">Ward, complete, average or weighted.</param>
    /// <param name="context">Progress goes from 0.9 to 1.</param>
    public NearestChain(DistanceMatrix distances, ReadOnlySpan<int> names, ReadOnlySpan<double> sizes, Linkage linkage, FitContext context)
    {
        (_distances, _linkage, _context) = (distances, linkage, context);
        (_names, _sizes, _live) = (names.ToArray(), sizes.ToArray(), Enumerable.Range(0, names.Length).ToArray());
        (_chain, _place) = (new int[names.Length], new int[names.Length]);
        Array.Fill(_place, -1);
    }

    /// <summary>Joins all that is left to one cluster.</summary>
    public void Run(List<Join> joins)
    {
        var (left, length) = (_names.Length, 0);
        var all = Math.Max(1, left);
        while (left > 1)
        {
            if (length == 0)
            {
                (_chain[0], _place[_live[0]], length) = (_live[0], 0, 1);
            }

            var last = _chain[length - 1];
            var next = Nearest(last, left);
            if (_place[next] < 0)
            {
                (_chain[length], _place[next]) = (next, length);
                length++;
                continue;
            }

            // A ring of more than two comes of rounding alone: what was nearest before the last join no longer is. Look again from there.
            var back = _place[next];
            if (back < length - 2)
            {
                while (length > back + 1) _place[_chain[--length]] = -1;
                continue;
            }

            _place[last] = _place[next] = -1;
            length -= 2;
            Merge(Math.Min(last, next), Math.Max(last, next), left, joins);
            left--;
            if ((left & 63) == 0)
            {
                _context.Cancellation.ThrowIfCancellationRequested();
                _context.Progress?.Report(0.9 + (0.1 * (1 - (left / (double)all))));
            }

            if (left > 64 && left <= _names.Length / 2)
            {
                Compact(left, length);
            }
        }
    }

    private int Nearest(int i, int left)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var at = 0;
        for (; _live[at] < i; at++)
        {
            var value = _distances.Row(_live[at])[i];
            if (value < least || best < 0) (best, least) = (_live[at], value);
        }

        var row = _distances.Row(i);
        foreach (var j in _live.AsSpan(at + 1, left - at - 1))
        {
            if (row[j] < least || best < 0) (best, least) = (j, row[j]);
        }

        return best;
    }

    private void Merge(int a, int b, int left, List<Join> joins)
    {
        var between = _distances[a, b];
        joins.Add(new(_names[a], _names[b], between));
        var place = Array.BinarySearch(_live, 0, left, b);
        Array.Copy(_live, place + 1, _live, place, left - place - 1);
        var (sizeA, sizeB) = (_sizes[a], _sizes[b]);
        foreach (var k in _live.AsSpan(0, left - 1))
        {
            if (k == a) continue;
            ref var toA = ref _distances[a, k];
            toA = Update(_linkage, toA, _distances[b, k], between, sizeA, sizeB, _sizes[k]);
        }

        _sizes[a] += sizeB;
    }

    /// <summary>Distance of the union of a and b to c, from those of a and b.</summary>
    /// <remarks>The formulas of Lance and Williams, [Mül11] figure 2; Ward's with squares.</remarks>
    private static double Update(Linkage linkage, double ac, double bc, double ab, double a, double b, double c) => linkage switch
    {
        Linkage.Complete => Math.Max(ac, bc),
        Linkage.Average => ((a * ac) + (b * bc)) / (a + b),
        Linkage.Weighted => (ac + bc) / 2,
        _ => (((a + c) * ac) + ((b + c) * bc) - (c * ab)) / (a + b + c),
    };

    // What is gone leaves the matrix, so that looking at a row stays as short as it can be.
    private void Compact(int left, int length)
    {
        var (kept, to) = (_live[..left], new int[_names.Length]);
        for (var i = 0; i < left; i++) to[kept[i]] = i;

        _distances.Keep(kept);
        (_names, _sizes, _live) = (Array.ConvertAll(kept, i => _names[i]), Array.ConvertAll(kept, i => _sizes[i]), Enumerable.Range(0, left).ToArray());
        Array.Fill(_place, -1);
        for (var i = 0; i < length; i++)
        {
            _chain[i] = to[_chain[i]];
            _place[_chain[i]] = i;
        }
    }
}
