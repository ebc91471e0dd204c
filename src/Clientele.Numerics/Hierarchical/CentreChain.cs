using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>
/// Ward's tree by a nearest-neighbour chain over centres: at most about 3m searches, which is what counts where each must look at most of
/// the centres (many columns). The joins are those of <see cref="Rounds"/>.
/// </summary>
/// <remarks>[Mül11] nearest-neighbour chain, with a tree of centres in place of the matrix: O(m·d) memory, O(m²·d) time at worst.</remarks>
internal sealed class CentreChain
{
    private const double Stale = 0.2;

    private readonly Centres _centres;
    private readonly FitContext _context;
    private readonly Crew _crew;
    private readonly bool[] _gone;
    private readonly int[] _order;
    private readonly int[] _chain;
    private readonly int[] _place;
    private CentreTree _tree;

    /// <summary>Every row a cluster.</summary>
    /// <param name="centres">One per row; joined on the way.</param>
    public CentreChain(Centres centres, FitContext context, Crew crew)
    {
        (_centres, _context, _crew) = (centres, context, crew);
        var m = centres.Weights.Length;
        (_gone, _order, _chain, _place) = (new bool[m], new int[m], new int[m], new int[m]);
        Array.Fill(_place, -1);
        _tree = Tree(m);
    }

    /// <summary>Joins all to one cluster; heights are squares.</summary>
    public void Run(List<Join> joins)
    {
        var (left, length, start) = (_gone.Length, 0, 0);
        for (var steps = 0; left > 1; steps++)
        {
            if ((steps & 63) == 0) _context.Cancellation.ThrowIfCancellationRequested();
            if (length == 0)
            {
                while (_gone[start]) start++;
                (_chain[0], _place[start], length) = (start, 0, 1);
            }

            var last = _chain[length - 1];
            var (next, value) = Nearest(last, length > 1 ? _chain[length - 2] : last);
            if (_place[next] < 0)
            {
                (_chain[length], _place[next]) = (next, length);
                length++;
                continue;
            }

            // A ring of more than two comes of rounding alone: see NearestChain.
            if (_place[next] < length - 2)
            {
                for (var back = _place[next]; length > back + 1; length--) _place[_chain[length - 1]] = -1;
                continue;
            }

            _place[last] = _place[next] = -1;
            length -= 2;
            left--;
            Merge(Math.Min(last, next), Math.Max(last, next), value, left, joins);
        }
    }

    private (int Best, double Value) Nearest(int id, int guess)
    {
        var search = new WardSearch(id, _centres.Weights[id]);
        if (guess != id) search.Offer(guess, _centres.Weights[guess], _centres.Square(id, guess));
        _tree.Walk(_centres.Of(id), ref search);
        return (search.Best, search.Value);
    }

    private void Merge(int first, int second, double value, int left, List<Join> joins)
    {
        joins.Add(new(first, second, value));
        _gone[second] = true;
        _centres.Merge(first, second, _centres.Weights[first], _centres.Weights[second]);
        if (left <= _tree.Count * (1 - Stale)) _tree = Tree(left);
        else
        {
            _tree.Update(_centres.Places[first], stays: true);
            _tree.Update(_centres.Places[second], stays: false);
        }

        if ((left & 255) == 0) _context.Progress?.Report(0.9 * (1 - Math.Pow(left / (double)_gone.Length, 2)));
    }

    private CentreTree Tree(int left)
    {
        var at = 0;
        for (var id = 0; id < _gone.Length; id++)
        {
            if (!_gone[id]) _order[at++] = id;
        }

        return new(_centres, _order, left, _crew, _context.Cancellation);
    }
}
