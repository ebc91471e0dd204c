using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Hierarchical;

/// <summary>Single linkage: the edges of the minimum spanning tree, shortest first. Of equally long edges the one that starts earliest.</summary>
/// <remarks>Prim's algorithm, O(m²·d) time and O(m·d) memory; no distance is kept. [Mül11] section 3.3.</remarks>
internal static unsafe class SpanningTree
{
    private const int Step = 8;

    /// <summary>Joins in their order; heights are squares.</summary>
    public static List<Join> Of(ScaledRows rows, FitContext context)
    {
        var edges = Edges(rows, context);
        edges.Sort(static (a, b) => a.Height != b.Height ? a.Height.CompareTo(b.Height)
            : a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        var name = new int[rows.Count];
        for (var i = 0; i < name.Length; i++) name[i] = i;
        for (var e = 0; e < edges.Count; e++)
        {
            var (a, b) = (Find(name, edges[e].First), Find(name, edges[e].Second));
            var (first, second) = a < b ? (a, b) : (b, a);
            name[second] = first;
            edges[e] = new(first, second, edges[e].Height);
        }

        return edges;
    }

    private static int Find(int[] name, int row)
    {
        while (name[row] != row) row = name[row] = name[name[row]];
        return row;
    }

    private static List<Join> Edges(ScaledRows rows, FitContext context)
    {
        var (m, d) = (rows.Count, rows.Dimensions);
        var padded = (m + Step - 1) / Step * Step;
        var edges = new List<Join>(m);
        var columns = new double[(long)d * padded];
        var (nearest, from, names) = (new double[padded], new int[padded], new int[padded]);
        Array.Fill(columns, double.PositiveInfinity);
        Array.Fill(nearest, double.PositiveInfinity);
        for (var i = 0; i < m; i++)
        {
            names[i] = i;
            for (var q = 0; q < d; q++) columns[((long)q * padded) + i] = rows.Values[((long)i * d) + q];
        }

        // The rows outside the tree stand in front; one that joins it is replaced by the last of them.
        var (left, current) = (m, 0);
        var x = stackalloc double[d];
        fixed (double* values = columns, squares = nearest)
        fixed (int* froms = from, ids = names)
        {
            while (true)
            {
                var id = ids[current];
                for (var q = 0; q < d; q++) x[q] = values[((nint)q * padded) + current];
                left--;
                for (var q = 0; q < d; q++)
                {
                    var column = values + ((nint)q * padded);
                    (column[current], column[left]) = (column[left], double.PositiveInfinity);
                }

                (squares[current], froms[current], ids[current]) = (squares[left], froms[left], ids[left]);
                squares[left] = double.PositiveInfinity;
                if (left == 0) return edges;
                current = Reach(values, padded, d, x, id, squares, froms, ids, left);
                edges.Add(new(Math.Min(ids[current], froms[current]), Math.Max(ids[current], froms[current]), squares[current]));
                if ((left & 255) == 0)
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    context.Progress?.Report(0.9 * (1 - Math.Pow(left / (double)m, 2)));
                }
            }
        }
    }

    // Lets the row that joined the tree shorten the others' ways to it; the place of the one with the shortest.
    private static int Reach(double* columns, nint pitch, int d, double* x, int id, double* nearest, int* from, int* ids, int left)
    {
        var least = Vector256.Create(double.PositiveInfinity);
        for (var j = 0; j < left; j += Step)
        {
            var (sum0, sum1) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var values = columns + j;
            for (var q = 0; q < d; q++)
            {
                var at = Vector256.Create(x[q]);
                var step0 = at - Lanes.Load(values);
                var step1 = at - Lanes.Load(values + 4);
                sum0 += step0 * step0;
                sum1 += step1 * step1;
                values += pitch;
            }

            var (old0, old1) = (Lanes.Load(nearest + j), Lanes.Load(nearest + j + 4));
            var shorter = Vector256.LessThanOrEqual(sum0, old0).ExtractMostSignificantBits()
                | (Vector256.LessThanOrEqual(sum1, old1).ExtractMostSignificantBits() << 4);
            least = Vector256.Min(least, Vector256.Min(Vector256.Min(sum0, old0), Vector256.Min(sum1, old1)));
            if (shorter == 0) continue;
            Shorten(sum0, sum1, shorter, j, left, id, nearest, from, ids);
        }

        var shortest = Math.Min(Math.Min(least.GetElement(0), least.GetElement(1)), Math.Min(least.GetElement(2), least.GetElement(3)));
        return Earliest(nearest, from, ids, left, shortest);
    }

    private static void Shorten(Vector256<double> sum0, Vector256<double> sum1, uint lanes, int j, int left, int id, double* nearest, int* from, int* ids)
    {
        var sums = stackalloc double[Step];
        Lanes.Store(sum0, sums);
        Lanes.Store(sum1, sums + 4);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            var at = j + lane;
            if (at >= left) return;
            if (sums[lane] == nearest[at] && !Before(ids[at], id, ids[at], from[at])) continue;
            (nearest[at], from[at]) = (sums[lane], id);
        }
    }

    private static int Earliest(double* nearest, int* from, int* ids, int left, double shortest)
    {
        var best = -1;
        for (var j = 0; j < left; j++)
        {
            if (nearest[j] == shortest && (best < 0 || Before(ids[j], from[j], ids[best], from[best]))) best = j;
        }

        return best;
    }

    private static bool Before(int a, int b, int c, int e)
    {
        var (first, other) = (Math.Min(a, b), Math.Min(c, e));
        return first != other ? first < other : Math.Max(a, b) < Math.Max(c, e);
    }
}
