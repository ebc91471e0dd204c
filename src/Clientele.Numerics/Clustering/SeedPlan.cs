namespace Clientele.Numerics.Clustering;

/// <summary>How many candidates a step of the seeding looks at, and how a draw finds its point.</summary>
/// <remarks>[AV07], greedy form.</remarks>
internal static class SeedPlan
{
    public const int MostCandidates = 24;

    /// <summary>Candidates for the one centre more that a warm start adds.</summary>
    public const int WarmCandidates = 16;

    /// <summary>2 + ⌊ln k⌋.</summary>
    public static int Candidates(int k) => Math.Min(2 + (int)Math.Log(k), MostCandidates);

    /// <summary>A distinct row, drawn by its weight.</summary>
    public static int First(Points points, double uniform)
    {
        var target = uniform * points.TotalWeight;
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            sum += points.Weights[i];
            if (sum > target) return i;
        }

        return points.Count - 1;
    }

    /// <summary>
    /// A distinct row, drawn by weight × squared distance to the nearest centre so far: never one with distance 0.
    /// </summary>
    /// <param name="points">The rows.</param>
    /// <param name="nearest">Squared distances.</param>
    /// <param name="blockSums">Their weighted sums per block, not all 0.</param>
    /// <param name="uniform">In [0, 1).</param>
    public static int Next(Points points, double[] nearest, double[] blockSums, double uniform)
    {
        var total = 0.0;
        foreach (var sum in blockSums) total += sum;
        var target = uniform * total;
        var (block, before) = (0, 0.0);
        for (var b = 0; b < blockSums.Length; b++)
        {
            if (blockSums[b] == 0) continue;
            block = b;
            if (before + blockSums[b] > target) break;
            before += blockSums[b];
        }

        var rest = target - before;
        var (last, running) = (-1, 0.0);
        for (var i = block * Points.BlockRows; i < Math.Min((block + 1) * Points.BlockRows, points.Count); i++)
        {
            var mass = points.Weights[i] * nearest[i];
            if (mass == 0) continue;
            running += mass;
            last = i;
            if (running > rest) break;
        }

        return last;
    }
}
