using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Hierarchical;

internal sealed unsafe partial class CentreTree
{
    private const int Deepest = 64;
    private const int Stretch = 16;
    private const int CrowdSample = 64;

    /// <summary>Offers the search every centre within its square, near branches first. Safe from several threads at once.</summary>
    /// <param name="x">Where to look from [d].</param>
    /// <param name="search">Whatever the order of offers, it must settle on the same answer.</param>
    /// <returns>Leaves looked into.</returns>
    /// <remarks>
    /// The box bound and the distances are rounded on different ways: <see cref="ISearch.Square"/> must leave room for 10^-12 of itself.
    /// </remarks>
    public int Walk<TSearch>(ReadOnlySpan<double> x, ref TSearch search)
        where TSearch : struct, ISearch
    {
        var nodes = stackalloc int[Deepest];
        var bounds = stackalloc double[Deepest];
        var squares = stackalloc double[Width];
        double* at = stackalloc double[_pitch];
        for (var q = 0; q < _pitch; q++) at[q] = q < x.Length ? x[q] : 0;
        var (top, looks) = (1, 0);
        (nodes[0], bounds[0]) = (1, 0);
        fixed (double* boxes = _boxes, columns = _columns)
        {
            while (top > 0)
            {
                var node = nodes[--top];
                var most = search.Square(_leastWeight[node], _mostReach[node]);
                if (!(bounds[top] <= most)) continue;
                var leaf = _leafOf[node];
                if (leaf >= 0)
                {
                    looks++;
                    var hits = Leaf(columns + ((nint)leaf * _d * Width), at, most, squares);
                    for (; hits != 0; hits &= hits - 1)
                    {
                        var lane = System.Numerics.BitOperations.TrailingZeroCount(hits);
                        var place = (leaf * Width) + lane;
                        if (_ids[place] != Nobody) search.Offer(_ids[place], _weights[place], squares[lane]);
                    }

                    continue;
                }

                node *= 2;
                var left = Outside(boxes + ((nint)node * 2 * _pitch), at);
                var right = Outside(boxes + ((nint)(node + 1) * 2 * _pitch), at);
                var near = right < left ? 1 : 0;
                (nodes[top], bounds[top]) = (node + 1 - near, near == 0 ? right : left);
                top++;
                (nodes[top], bounds[top]) = (node + near, near == 0 ? left : right);
                top++;
            }
        }

        return looks;
    }

    /// <summary>
    /// Share of the leaves that a search for the nearest looks into, over a sample: near 1 in many columns, where a tree tells nothing apart.
    /// </summary>
    public double Crowd()
    {
        var (looks, searches) = (0.0, 0);
        for (var s = 0; s < CrowdSample; s++)
        {
            var id = _ids[(int)((long)s * Count / CrowdSample)];
            if (id == Nobody) continue;
            var search = new WardSearch(id, 1);
            looks += Walk(_centres.Of(id), ref search);
            searches++;
        }

        return looks / searches / _nodeOf.Length;
    }

    // Squared distances of the 16, and a bit for each within the square.
    private uint Leaf(double* columns, double* at, double most, double* squares)
    {
        var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var within = Vector256.Create(most);
        for (var q = 0; q < _d; q++)
        {
            if (q % Stretch == 0 && q > 0
                && Vector256.GreaterThanAll(Vector256.Min(Vector256.Min(sum0, sum1), Vector256.Min(sum2, sum3)), within)) return 0;
            var x = Vector256.Create(at[q]);
            var step0 = x - Lanes.Load(columns);
            var step1 = x - Lanes.Load(columns + 4);
            var step2 = x - Lanes.Load(columns + 8);
            var step3 = x - Lanes.Load(columns + 12);
            sum0 += step0 * step0;
            sum1 += step1 * step1;
            sum2 += step2 * step2;
            sum3 += step3 * step3;
            columns += Width;
        }

        var hits = Vector256.LessThanOrEqual(sum0, within).ExtractMostSignificantBits()
            | (Vector256.LessThanOrEqual(sum1, within).ExtractMostSignificantBits() << 4)
            | (Vector256.LessThanOrEqual(sum2, within).ExtractMostSignificantBits() << 8)
            | (Vector256.LessThanOrEqual(sum3, within).ExtractMostSignificantBits() << 12);
        if (hits == 0) return 0;
        Lanes.Store(sum0, squares);
        Lanes.Store(sum1, squares + 4);
        Lanes.Store(sum2, squares + 8);
        Lanes.Store(sum3, squares + 12);
        return hits;
    }

    // Squared distance to a box; 0 within.
    private double Outside(double* box, double* at)
    {
        var sum = Vector256<double>.Zero;
        for (var q = 0; q < _pitch; q += 4)
        {
            var x = Lanes.Load(at + q);
            var beyond = Vector256.Max(Vector256.Max(Lanes.Load(box + q) - x, x - Lanes.Load(box + _pitch + q)), Vector256<double>.Zero);
            sum += beyond * beyond;
        }

        return (sum.GetElement(0) + sum.GetElement(1)) + (sum.GetElement(2) + sum.GetElement(3));
    }
}
