using Clientele.Numerics.Neighbours;

namespace Clientele.Numerics.Density;

/// <summary>
/// Where a row comes in: its nearest fitted row by mutual reachability, of equals the nearest, then the first. Made for one thread.
/// </summary>
internal sealed unsafe class Entry(KdTree tree, double[] boxCores, HdbscanPlaces places, int samples)
{
    private readonly NearestList _list = new(tree, places.Weights, samples);
    private double _core;
    private double _height;
    private double _square;
    private int _row;

    /// <summary>The fitted row, −1 when all rows weigh too little, and the squared height.</summary>
    /// <param name="point">Values in the frame [d].</param>
    public (int Row, double Square) Find(ReadOnlySpan<double> point)
    {
        fixed (double* at = point)
        {
            _list.Find(at);
            (_core, _height, _square, _row) = (_list.Reach, double.PositiveInfinity, double.PositiveInfinity, -1);
            if (!double.IsInfinity(_core)) Visit(at, 0, tree.Least(at, 0));
        }

        return (_row, _height);
    }

    private void Visit(double* point, int box, double least)
    {
        var height = Math.Max(least, Math.Max(_core, boxCores[box]));
        if (height > _height || (height == _height && least > _square)) return;
        if (!tree.IsLeaf(box))
        {
            var (near, far) = tree.Halves(point, box);
            Visit(point, near.Box, near.Least);
            Visit(point, far.Box, far.Least);
            return;
        }

        var (from, to) = tree.Range(box);
        for (var p = from; p < to; p++)
        {
            var (row, square) = (tree.Order[p], tree.Square(point, tree.At + ((nint)p * tree.Columns)));
            height = Math.Max(square, Math.Max(_core, places.Cores[row]));
            if (height < _height || (height == _height && (square < _square || (square == _square && row < _row)))) (_height, _square, _row) = (height, square, row);
        }
    }
}
