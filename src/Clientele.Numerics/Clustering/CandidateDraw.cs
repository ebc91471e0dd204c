namespace Clientele.Numerics.Clustering;

/// <summary>Greedy k-means++ among a few weighted candidates.</summary>
/// <remarks>[AV07], [BMV12] step 8.</remarks>
internal static class CandidateDraw
{
    // Steps of these draws, apart from those of the passes before.
    private const int FirstStep = 1 << 20;

    /// <summary>Chooses k of the candidates, fewer when no other lies at a distance from them.</summary>
    /// <param name="points">All points.</param>
    /// <param name="drawn">Candidates, as numbers of points.</param>
    /// <param name="weights">What each stands for.</param>
    /// <param name="k">Wanted.</param>
    /// <param name="draws">Chance.</param>
    public static List<int> Choose(Points points, List<int> drawn, double[] weights, int k, Draws draws)
    {
        var nearest = new double[drawn.Count];
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var first = Pick(weights, total, draws.Uniform(FirstStep, 0));
        for (var i = 0; i < nearest.Length; i++) nearest[i] = Square(points, drawn[i], drawn[first]);
        List<int> chosen = [drawn[first]];
        var mass = new double[drawn.Count];
        while (chosen.Count < k)
        {
            var potential = 0.0;
            for (var i = 0; i < mass.Length; i++) potential += mass[i] = weights[i] * nearest[i];
            if (potential == 0) break;
            var (least, best) = (double.PositiveInfinity, -1);
            for (var t = 0; t < SeedPlan.Candidates(k); t++)
            {
                var candidate = Pick(mass, potential, draws.Uniform(FirstStep + chosen.Count, t));
                var sum = 0.0;
                for (var i = 0; i < nearest.Length; i++) sum += weights[i] * Math.Min(nearest[i], Square(points, drawn[i], drawn[candidate]));
                if (sum < least) (least, best) = (sum, candidate);
            }

            for (var i = 0; i < nearest.Length; i++) nearest[i] = Math.Min(nearest[i], Square(points, drawn[i], drawn[best]));
            chosen.Add(drawn[best]);
        }

        return chosen;
    }

    // By mass: never one of mass 0.
    private static int Pick(double[] mass, double total, double uniform)
    {
        var (target, running, last) = (uniform * total, 0.0, -1);
        for (var i = 0; i < mass.Length; i++)
        {
            if (mass[i] == 0) continue;
            running += mass[i];
            last = i;
            if (running > target) break;
        }

        return last;
    }

    private static double Square(Points points, int a, int b)
    {
        var sum = 0.0;
        for (var q = 0; q < points.Dimensions; q++)
        {
            var step = points[b, q] - points[a, q];
            sum += step * step;
        }

        return sum;
    }
}
