using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Validity;

/// <summary>
/// The common refinement of several partitions: rows in one cell share their cluster in each of them. Rows with equal values in one cell
/// are one member with a weight. Cells are numbered by their first row in canonical order, members run cell by cell.
/// </summary>
internal sealed class Cells
{
    /// <summary>Longest run of members that is summed without a break.</summary>
    private const int MostPiece = 256;

    // Beyond this number of cells (and a share of the rows), joining cell sums costs more than another pass over the distances saves.
    private const int FewCells = 1024;
    private const int RowsPerCell = 16;

    /// <summary>Refines as many of the partitions as go well together, at least one.</summary>
    /// <param name="points">The rows.</param>
    /// <param name="partitions">All partitions.</param>
    /// <param name="first">First one to take.</param>
    /// <param name="end">Takes fewer when they cut each other into too many cells.</param>
    public Cells(Points points, (int[] Labels, int K)[] partitions, int first, int end)
    {
        Points = points;
        var cell = new int[points.Order.Length];
        var count = 1;
        var limit = Math.Max(FewCells, cell.Length / RowsPerCell);
        var taken = first;
        for (; taken < end; taken++)
        {
            var (refined, cells) = Refine(points.Order, cell, count, partitions[taken]);
            if (cells > limit && taken > first) break;
            (cell, count) = (refined, cells);
        }

        (Partitions, Count) = (taken - first, count);
        Clusters = new int[Partitions];
        Offsets = new int[Partitions + 1];
        for (var p = 0; p < Partitions; p++)
        {
            Clusters[p] = partitions[first + p].K;
            Offsets[p + 1] = Offsets[p] + Clusters[p];
        }

        Sizes = new double[Offsets[Partitions]];
        Slots = new int[count * Partitions];
        for (var row = 0; row < cell.Length; row++)
        {
            for (var p = 0; p < Partitions; p++)
            {
                var slot = Offsets[p] + partitions[first + p].Labels[row];
                Slots[(cell[row] * Partitions) + p] = slot;
                Sizes[slot]++;
            }
        }

        Member = new int[cell.Length];
        (MemberCells, MemberPoints, Weights) = Join(points, cell, count, Member);
        Pieces = Cut(MemberCells);
    }

    public Points Points { get; }

    /// <summary>Cells.</summary>
    public int Count { get; }

    /// <summary>Partitions taken, P.</summary>
    public int Partitions { get; }

    /// <summary>Clusters of each partition [P].</summary>
    public int[] Clusters { get; }

    /// <summary>Where each partition's clusters begin among all clusters [P + 1].</summary>
    public int[] Offsets { get; }

    /// <summary>Rows per cluster [all clusters].</summary>
    public double[] Sizes { get; }

    /// <summary>Cluster of each cell in each partition, as a place among all clusters [cells × P].</summary>
    public int[] Slots { get; }

    /// <summary>Member of each row of the matrix [n].</summary>
    public int[] Member { get; }

    /// <summary>Cell of each member.</summary>
    public int[] MemberCells { get; }

    /// <summary>Distinct row of each member.</summary>
    public int[] MemberPoints { get; }

    /// <summary>Rows per member.</summary>
    public double[] Weights { get; }

    /// <summary>Ends of runs of members of one cell, ascending.</summary>
    public int[] Pieces { get; }

    private static (int[] Cell, int Count) Refine(int[] order, int[] cell, int count, (int[] Labels, int K) partition)
    {
        var known = new int[(long)count * partition.K];
        var refined = new int[cell.Length];
        var cells = 0;
        foreach (var row in order)
        {
            ref var number = ref known[(cell[row] * partition.K) + partition.Labels[row]];
            if (number == 0) number = ++cells;
            refined[row] = number - 1;
        }

        return (refined, cells);
    }

    private static (int[] Cells, int[] Points, double[] Weights) Join(Points points, int[] cell, int count, int[] member)
    {
        var places = new int[count + 1];
        foreach (var c in cell) places[c + 1]++;
        for (var c = 0; c < count; c++) places[c + 1] += places[c];
        var rows = new int[cell.Length];
        foreach (var row in points.Order) rows[places[cell[row]]++] = row;

        var (cells, groups, weights, members) = (new int[rows.Length], new int[rows.Length], new double[rows.Length], 0);
        foreach (var row in rows)
        {
            if (members == 0 || cells[members - 1] != cell[row] || groups[members - 1] != points.Group[row])
            {
                cells[members] = cell[row];
                groups[members++] = points.Group[row];
            }

            weights[members - 1]++;
            member[row] = members - 1;
        }

        Array.Resize(ref cells, members);
        Array.Resize(ref groups, members);
        var used = new double[members];
        Array.Copy(weights, used, members);
        return (cells, groups, used);
    }

    private static int[] Cut(int[] cells)
    {
        var ends = new int[cells.Length];
        var count = 0;
        for (var from = 0; from < cells.Length;)
        {
            var to = from + 1;
            while (to < cells.Length && cells[to] == cells[from] && to - from < MostPiece) to++;
            ends[count++] = to;
            from = to;
        }

        Array.Resize(ref ends, count);
        return ends;
    }
}
