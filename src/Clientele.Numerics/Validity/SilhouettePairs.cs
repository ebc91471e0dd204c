using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>
/// All silhouettes with each distance computed once and added to the sums of both its members. Members stand in tiles of 16 of one cell,
/// tiles in blocks; each round pairs every block with one other, so that no two threads write to the same block and each sum is added
/// up in the same order whatever the threads.
/// </summary>
/// <remarks>Time n² · d / 2; memory O(n · (d + cells)). The pairing is the circle method of round-robin tournaments.</remarks>
internal sealed unsafe class SilhouettePairs
{
    // More cells need too much memory, more padding too much time: then SilhouetteRun does it.
    private const int MostCells = 64;
    private const int MostClusters = 1024;
    private const double MostPadding = 1.2;

    private const int Tile = PairKernel.Tile;
    private const int FewestTiles = 4;
    private const int MostTiles = 128;
    private const int BlocksWanted = 64;

    private readonly Cells _cells;
    private readonly int _d;
    private readonly int _kinds;
    private readonly int _tiles;
    private readonly int _blockTiles;
    private readonly int[] _tileCells;
    private readonly int[] _members;
    private readonly bool[] _plain;
    private readonly double[] _reach;
    private readonly AlignedDoubles _values;
    private readonly AlignedDoubles _centred;
    private readonly AlignedDoubles _halves;
    private readonly AlignedDoubles _weights;
    private readonly AlignedDoubles _sums;

    /// <summary>Takes the sums of the weighted distances of a member to the members of each cell.</summary>
    public delegate void Receive(int member, ReadOnlySpan<double> cells);

    /// <summary>Lays the members out.</summary>
    public SilhouettePairs(Cells cells)
    {
        (_cells, _d, _kinds) = (cells, cells.Points.Dimensions, cells.Count);
        var positions = Positions(cells);
        _tiles = positions / Tile;
        _blockTiles = Math.Clamp(_tiles / BlocksWanted, FewestTiles, MostTiles);
        (_tileCells, _members, _plain) = (new int[_tiles], new int[positions], new bool[_tiles]);
        (_values, _weights, _sums) = (new((long)positions * _d), new(positions), new((long)positions * _kinds));
        (_centred, _halves, _reach) = (new((long)positions * _d), new(positions), new double[_tiles]);
        var at = 0;
        for (var m = 0; m < cells.MemberCells.Length;)
        {
            // A tile: up to 16 members of the same cell; the last one is repeated with weight 0.
            var (tile, count) = (at / Tile, 0);
            _tileCells[tile] = cells.MemberCells[m];
            _plain[tile] = true;
            while (count < Tile && m + count < cells.MemberCells.Length && cells.MemberCells[m + count] == _tileCells[tile]) count++;
            for (var lane = 0; lane < Tile; lane++)
            {
                var member = m + Math.Min(lane, count - 1);
                _members[at + lane] = lane < count ? member : -1;
                _weights[at + lane] = lane < count ? cells.Weights[member] : 0;
                _plain[tile] &= _weights[at + lane] == 1;
                for (var q = 0; q < _d; q++) _values[((((long)tile * _d) + q) * Tile) + lane] = cells.Points[cells.MemberPoints[member], q];
            }

            (m, at) = (m + count, at + Tile);
        }

        Centre();
    }

    /// <summary>Whether there are few cells, and most of them fill their tiles.</summary>
    public static bool Suits(Cells cells) => cells.Count <= MostCells && cells.Sizes.Length <= MostClusters && Positions(cells) <= MostPadding * cells.MemberCells.Length;

    /// <summary>Sums of the distances of each member to all cells, then hands them to the receiver member by member [cells].</summary>
    public void Go(Crew crew, Receive receive, FitContext context)
    {
        var blocks = (_tiles + _blockTiles - 1) / _blockTiles;
        var players = (blocks + 1) / 2 * 2;
        var meter = new Meter(context.Progress, (double)players * players / 2);
        crew.Run(blocks, (block, _) =>
        {
            Within(block);
            meter.Done(0.5);
        }, context.Cancellation);
        for (var round = 0; round < players - 1; round++)
        {
            var turn = round;
            crew.Run(players / 2, (pair, _) =>
            {
                var (a, b) = pair == 0 ? (turn, players - 1) : ((turn + pair) % (players - 1), (turn + players - 1 - pair) % (players - 1));
                if (a < blocks && b < blocks) Between(Math.Min(a, b), Math.Max(a, b));
                meter.Done();
            }, context.Cancellation);
        }

        crew.Run(blocks, (block, _) => Hand(block, receive), context.Cancellation);
        meter.End();
    }

    private static int Positions(Cells cells)
    {
        var positions = 0;
        for (var m = 0; m < cells.MemberCells.Length;)
        {
            var from = m;
            while (m < cells.MemberCells.Length && cells.MemberCells[m] == cells.MemberCells[from]) m++;
            positions += (m - from + Tile - 1) / Tile * Tile;
        }

        return positions;
    }

    // Any centre will do; the mean of the points keeps products small.
    private void Centre()
    {
        var (means, all) = (new double[_d], 0.0);
        for (var tile = 0; tile < _tiles; tile++)
        {
            for (var lane = 0; lane < Tile; lane++)
            {
                // Lanes without a member repeat the one before.
                if (_members[(tile * Tile) + lane] < 0) continue;
                all++;
                for (var q = 0; q < _d; q++) means[q] += _values[((((long)tile * _d) + q) * Tile) + lane];
            }
        }

        for (var q = 0; q < _d; q++) means[q] /= all;
        double* value = _values.Start, centred = _centred.Start, half = _halves.Start;
        for (var tile = 0; tile < _tiles; tile++, half += Tile)
        {
            for (var q = 0; q < _d; q++, value += Tile, centred += Tile)
            {
                for (var lane = 0; lane < Tile; lane++)
                {
                    centred[lane] = value[lane] - means[q];
                    half[lane] -= 0.5 * centred[lane] * centred[lane];
                }
            }

            for (var lane = 0; lane < Tile; lane++) _reach[tile] = Math.Max(_reach[tile], -half[lane]);
        }
    }

    private (int From, int To) Block(int block) => (block * _blockTiles, Math.Min(_tiles, (block + 1) * _blockTiles));

    private void Within(int block)
    {
        var (from, to) = Block(block);
        for (var b = from; b < to; b++) Against(from, b, b, self: true);
    }

    private void Between(int a, int b)
    {
        var ((from, to), (first, end)) = (Block(a), Block(b));
        for (var tile = first; tile < end; tile++) Against(from, to, tile, self: false);
    }

    // All tiles from … to − 1 with tile b, and this with itself where asked.
    private void Against(int from, int to, int b, bool self)
    {
        var back = stackalloc double[4 * Tile];
        double* values = _values.Start, centred = _centred.Start, halves = _halves.Start, weights = _weights.Start, sums = _sums.Start;
        var size = (long)_d * Tile;
        var (at, weight) = (b * size, (long)b * Tile);
        for (var a = from; a < to;)
        {
            var cell = _tileCells[a];
            new Span<double>(back, 4 * Tile).Clear();
            for (; a < to && _tileCells[a] == cell; a++)
            {
                if (_plain[a] && _plain[b])
                {
                    PairKernel.AddProducts(
                        values + (a * size), centred + (a * size), halves + ((long)a * Tile), values + at, centred + at, halves + weight, _d,
                        PairKernel.Least(_reach[a] + _reach[b], _d), sums + Place(a, _tileCells[b]), back);
                    continue;
                }

                PairKernel.Add(values + (a * size), weights + ((long)a * Tile), values + at, weights + weight, _d, sums + Place(a, _tileCells[b]), back);
            }

            PairKernel.Fold(back, sums + Place(b, cell));
        }

        if (self) PairKernel.Add(values + at, weights + weight, values + at, weights + weight, _d, sums + Place(b, _tileCells[b]), back);
    }

    private long Place(int tile, int cell) => (((long)tile * _kinds) + cell) * Tile;

    private void Hand(int block, Receive receive)
    {
        var (from, to) = Block(block);
        Span<double> own = stackalloc double[MostCells];
        for (var position = from * Tile; position < to * Tile; position++)
        {
            if (_members[position] < 0) continue;
            for (var cell = 0; cell < _kinds; cell++) own[cell] = _sums[Place(position / Tile, cell) + (position % Tile)];
            receive(_members[position], own[.._kinds]);
        }
    }
}
