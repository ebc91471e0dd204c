using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Density;

/// <summary>
/// Joins points that are within a distance of each other, and their friends' friends. Pairs of boxes are looked at instead of pairs of
/// points: too far apart, within the distance as a whole, or joined already, they are done.
/// </summary>
internal sealed unsafe class CoreLinks
{
    private const int LookedAt = 1 << 12;

    private readonly KdTree _tree;
    private readonly double _square;
    private readonly DisjointSets _sets;
    private readonly bool[] _whole;
    private readonly CancellationToken _cancellation;
    private int _pairs;

    private CoreLinks(KdTree tree, double square, CancellationToken cancellation) =>
        (_tree, _square, _sets, _whole, _cancellation) = (tree, square, new(tree.Count), new bool[tree.Boxes], cancellation);

    /// <summary>A number for each point, by index [n]: equal for points that are joined, from 0 without gaps in order of their first points.</summary>
    /// <param name="tree">The points.</param>
    /// <param name="square">Largest squared distance that joins.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public static int[] Join(KdTree tree, double square, CancellationToken cancellation)
    {
        var links = new CoreLinks(tree, square, cancellation);
        links.Inside(0);
        var (numbers, named, next) = (new int[tree.Count], new int[tree.Count], 0);
        Array.Fill(named, -1);
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var number = ref named[links._sets.Find(i)];
            if (number < 0) number = next++;
            numbers[i] = number;
        }

        return numbers;
    }

    private void Inside(int box)
    {
        if (_tree.Between(box, box).Most <= _square)
        {
            Unite(box);
            return;
        }

        if (_tree.IsLeaf(box))
        {
            var (from, to) = _tree.Range(box);
            for (var a = from; a < to; a++)
            {
                for (var b = a + 1; b < to; b++) Pair(a, b);
            }

            Whole(box);
            return;
        }

        var (left, right) = ((2 * box) + 1, (2 * box) + 2);
        Inside(left);
        Inside(right);
        Across(left, right);
        Whole(box);
    }

    private void Across(int a, int b)
    {
        if ((++_pairs & (LookedAt - 1)) == 0) _cancellation.ThrowIfCancellationRequested();
        var (least, most) = _tree.Between(a, b);
        if (least > _square || Joined(a, b)) return;
        var ((fromA, toA), (fromB, toB)) = (_tree.Range(a), _tree.Range(b));
        if (most <= _square)
        {
            Unite(a);
            Unite(b);
            _sets.Join(_tree.Order[fromA], _tree.Order[fromB]);
            return;
        }

        // Both stand on one level.
        if (_tree.IsLeaf(a))
        {
            for (var p = fromA; p < toA; p++)
            {
                for (var q = fromB; q < toB; q++) Pair(p, q);
            }

            return;
        }

        // The nearer pairs first: they join most, and what is joined is left out.
        var (a1, a2, b1, b2) = ((2 * a) + 1, (2 * a) + 2, (2 * b) + 1, (2 * b) + 2);
        if (_tree.Between(a2, b1).Least <= _tree.Between(a1, b2).Least)
        {
            Across(a2, b1);
            Across(a1, b1);
            Across(a2, b2);
            Across(a1, b2);
        }
        else
        {
            Across(a1, b2);
            Across(a1, b1);
            Across(a2, b2);
            Across(a2, b1);
        }
    }

    private bool Joined(int a, int b) => Whole(a) && Whole(b) && Set(_tree.Range(a).From) == Set(_tree.Range(b).From);

    // Parts of a box are often joined by way of points outside; that is seen here.
    private bool Whole(int box)
    {
        if (_whole[box]) return true;
        var (from, to) = _tree.Range(box);
        if (_tree.IsLeaf(box))
        {
            for (var p = from + 1; p < to; p++)
            {
                if (Set(p) != Set(from)) return false;
            }

            return _whole[box] = true;
        }

        var (left, right) = ((2 * box) + 1, (2 * box) + 2);
        return _whole[box] = _whole[left] && _whole[right] && Set(from) == Set(_tree.Range(right).From);
    }

    private int Set(int place) => _sets.Find(_tree.Order[place]);

    private void Pair(int a, int b)
    {
        if (Set(a) == Set(b)) return;
        if (_tree.Square(_tree.At + ((nint)a * _tree.Columns), _tree.At + ((nint)b * _tree.Columns)) <= _square) _sets.Join(_tree.Order[a], _tree.Order[b]);
    }

    private void Unite(int box)
    {
        if (_whole[box]) return;
        _whole[box] = true;
        var (from, to) = _tree.Range(box);
        if (!_tree.IsLeaf(box))
        {
            Unite((2 * box) + 1);
            Unite((2 * box) + 2);
            _sets.Join(_tree.Order[from], _tree.Order[_tree.Range((2 * box) + 2).From]);
            return;
        }

        for (var p = from + 1; p < to; p++) _sets.Join(_tree.Order[from], _tree.Order[p]);
    }
}
