namespace Clientele.Numerics.Clustering;

/// <summary>
/// <see cref="Descent"/> as plain loops over points and columns: no vectors, no threads, no tables shared between rounds. It states what
/// the fast form computes, to the bit, and is there for the tests to compare with.
/// </summary>
internal static class PlainKMeans
{
    public static Outcome FromDraws(Points points, int k, Draws draws, int mostIterations)
    {
        List<int> centres = [SeedPlan.First(points, draws.Uniform(0, 0))];
        var nearest = new double[points.Padded];
        for (var i = 0; i < points.Count; i++) nearest[i] = Square(points, i, Row(points, centres[0]), 0);
        while (centres.Count < k)
        {
            var blocks = BlockSums(points, nearest);
            if (Sum(blocks) == 0) break;
            var (least, best, bestNearest) = (double.PositiveInfinity, 0, nearest);
            for (var t = 0; t < SeedPlan.Candidates(k); t++)
            {
                var candidate = SeedPlan.Next(points, nearest, blocks, draws.Uniform(centres.Count, t));
                var tried = new double[points.Padded];
                for (var i = 0; i < points.Count; i++) tried[i] = Math.Min(nearest[i], Square(points, i, Row(points, candidate), 0));
                var potential = Sum(BlockSums(points, tried));
                if (potential < least) (least, best, bestNearest) = (potential, candidate, tried);
            }

            centres.Add(best);
            nearest = bestNearest;
        }

        return From(points, [.. centres.SelectMany(i => Row(points, i))], centres.Count, mostIterations);
    }

    public static Outcome From(Points points, double[] start, int k, int mostIterations)
    {
        var centres = (double[])start.Clone();
        var labels = new int[points.Count];
        Array.Fill(labels, -1);
        var (iterations, converged) = (0, false);
        while (iterations < mostIterations && !converged)
        {
            iterations++;
            var (now, _) = Nearest(points, centres, k);
            var moved = !now.AsSpan().SequenceEqual(labels);
            labels = now;
            if (moved)
            {
                Relocate(points, labels, centres, k);
                moved = Means(points, labels, centres, k);
            }

            if (!moved) converged = !Polish(points, labels, centres, k);
        }

        var (last, squares) = Nearest(points, centres, k);
        var used = Enumerable.Range(0, k).Where(c => last.Contains(c)).ToArray();
        var kept = used.SelectMany(c => centres.AsSpan(c * points.Dimensions, points.Dimensions).ToArray()).ToArray();
        return new(kept, used.Length, Sum(BlockSums(points, squares)), iterations, converged);
    }

    private static (int[] Labels, double[] Squares) Nearest(Points points, double[] centres, int k)
    {
        var (labels, squares) = (new int[points.Count], new double[points.Padded]);
        for (var i = 0; i < points.Count; i++)
        {
            squares[i] = double.PositiveInfinity;
            for (var c = 0; c < k; c++)
            {
                var square = Square(points, i, centres, c);
                if (square < squares[i]) (squares[i], labels[i]) = (square, c);
            }
        }

        return (labels, squares);
    }

    private static double[] Sums(Points points, int[] labels, int k)
    {
        var width = points.Dimensions + 1;
        var sums = new double[k * width];
        for (var chunk = 0; chunk < points.Chunks; chunk++)
        {
            var partial = new double[k * width];
            var (first, end) = points.Chunk(chunk);
            for (var from = first; from < end; from += Points.BlockRows)
            {
                var lanes = new double[4, k * width];
                for (var i = from; i < Math.Min(from + Points.BlockRows, end); i++)
                {
                    for (var q = 0; q < points.Dimensions; q++) lanes[i & 3, (labels[i] * width) + q] += points.Weights[i] * points[i, q];
                    lanes[i & 3, (labels[i] * width) + points.Dimensions] += points.Weights[i];
                }

                for (var q = 0; q < k * width; q++) partial[q] += (lanes[0, q] + lanes[1, q]) + (lanes[2, q] + lanes[3, q]);
            }

            for (var q = 0; q < k * width; q++) sums[q] += partial[q];
        }

        return sums;
    }

    private static bool Means(Points points, int[] labels, double[] centres, int k)
    {
        var (sums, d, moved) = (Sums(points, labels, k), points.Dimensions, false);
        for (var c = 0; c < k; c++)
        {
            var weight = sums[(c * (d + 1)) + d];
            for (var q = 0; q < d && weight > 0; q++)
            {
                var mean = sums[(c * (d + 1)) + q] / weight;
                moved |= mean != centres[(c * d) + q];
                centres[(c * d) + q] = mean;
            }
        }

        return moved;
    }

    private static void Relocate(Points points, int[] labels, double[] centres, int k)
    {
        var weights = Weights(points, labels, k);
        if (!weights.AsSpan().Contains(0.0)) return;
        var (_, squares) = Nearest(points, centres, k);
        for (var c = 0; c < k; c++)
        {
            if (weights[c] != 0) continue;
            var at = -1;
            for (var i = 0; i < points.Count; i++)
            {
                if (squares[i] > (at < 0 ? 0 : squares[at]) && weights[labels[i]] > points.Weights[i]) at = i;
            }

            if (at < 0) return;
            (labels[at], squares[at]) = (c, 0);
            weights = Weights(points, labels, k);
        }
    }

    private static bool Polish(Points points, int[] labels, double[] centres, int k)
    {
        var weights = Weights(points, labels, k);
        List<int> marked = [];
        for (var i = 0; i < points.Count; i++)
        {
            var (home, w) = (weights[labels[i]], points.Weights[i]);
            var stay = Square(points, i, centres, labels[i]) * home * SingleMoves.Margin;
            for (var c = 0; c < k; c++)
            {
                if (c == labels[i] || !(Square(points, i, centres, c) * weights[c] * (home - w) < stay * (weights[c] + w))) continue;
                marked.Add(i);
                break;
            }
        }

        var strided = new double[k * points.Stride];
        for (var c = 0; c < k; c++) strided[(c * points.Stride) + points.Dimensions] = weights[c];
        var moves = new SingleMoves(points, labels, centres, strided, k);
        var moved = false;
        foreach (var i in marked) moved |= moves.Try(i);
        if (!moved) return false;
        Means(points, labels, centres, k);
        return true;
    }

    private static double[] Weights(Points points, int[] labels, int k)
    {
        var weights = new double[k];
        for (var i = 0; i < points.Count; i++) weights[labels[i]] += points.Weights[i];
        return weights;
    }

    private static double[] BlockSums(Points points, double[] values)
    {
        var sums = new double[points.Blocks];
        for (var block = 0; block < sums.Length; block++)
        {
            var lanes = new double[4];
            for (var i = block * Points.BlockRows; i < Math.Min((block + 1) * Points.BlockRows, points.Count); i++)
                lanes[i & 3] += points.Weights[i] * values[i];
            sums[block] = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        }

        return sums;
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    private static double[] Row(Points points, int i)
    {
        var row = new double[points.Dimensions];
        for (var q = 0; q < row.Length; q++) row[q] = points[i, q];
        return row;
    }

    private static double Square(Points points, int i, double[] centres, int c)
    {
        var sum = 0.0;
        for (var q = 0; q < points.Dimensions; q++)
        {
            var step = centres[(c * points.Dimensions) + q] - points[i, q];
            sum += step * step;
        }

        return sum;
    }
}
