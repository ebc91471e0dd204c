namespace Clientele.Numerics.Clustering;

/// <summary>
/// Sums of points by cluster with a fixed shape: within a block the points whose number leaves 0, 1, 2, 3 when divided by four are
/// summed apart, then joined as (0 + 1) + (2 + 3). Four short chains keep the adders busy when neighbours share a cluster.
/// </summary>
internal static unsafe class SumKernel
{
    /// <summary>Adds one block to the sums.</summary>
    /// <param name="rows">Weighted rows with their weight behind them [padded × stride].</param>
    /// <param name="stride">Doubles per row, a multiple of 4.</param>
    /// <param name="labels">Clusters [padded].</param>
    /// <param name="k">Clusters.</param>
    /// <param name="scratch">Room for 4 × k × stride doubles.</param>
    /// <param name="sums">[k × stride], added to.</param>
    /// <param name="from">First point, a multiple of 4.</param>
    /// <param name="to">Behind the last point, a multiple of 4; rows of weight 0 fill up the last block.</param>
    public static void AddBlock(double* rows, int stride, int* labels, int k, double* scratch, double* sums, int from, int to)
    {
        var table = k * stride;
        new Span<double>(scratch, 4 * table).Clear();
        if (stride == 4)
        {
            for (var i = from; i < to; i += 4)
            {
                var row = rows + ((nint)i * 4);
                var at0 = scratch + (labels[i] * 4);
                var at1 = scratch + table + (labels[i + 1] * 4);
                var at2 = scratch + (2 * table) + (labels[i + 2] * 4);
                var at3 = scratch + (3 * table) + (labels[i + 3] * 4);
                Lanes.Store(Lanes.Load(at0) + Lanes.Load(row), at0);
                Lanes.Store(Lanes.Load(at1) + Lanes.Load(row + 4), at1);
                Lanes.Store(Lanes.Load(at2) + Lanes.Load(row + 8), at2);
                Lanes.Store(Lanes.Load(at3) + Lanes.Load(row + 12), at3);
            }
        }
        else
        {
            for (var i = from; i < to; i++)
            {
                var row = rows + ((nint)i * stride);
                var at = scratch + ((i & 3) * table) + (labels[i] * stride);
                for (var q = 0; q < stride; q += 4) Lanes.Store(Lanes.Load(at + q) + Lanes.Load(row + q), at + q);
            }
        }

        for (var q = 0; q < table; q += 4)
        {
            var even = Lanes.Load(scratch + q) + Lanes.Load(scratch + table + q);
            var odd = Lanes.Load(scratch + (2 * table) + q) + Lanes.Load(scratch + (3 * table) + q);
            Lanes.Store(Lanes.Load(sums + q) + (even + odd), sums + q);
        }
    }
}
