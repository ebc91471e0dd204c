using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Medoids;

/// <summary>Medoids to begin with.</summary>
internal static class FirstMedoids
{
    /// <summary>k different rows.</summary>
    public static int[] Of(MedoidRows rows, int k, MedoidStart start, Draws draws, Crew crew, CancellationToken cancellation)
    {
        if (start == MedoidStart.Random) return Drawn(rows.Count, k, draws, 0);
        var (chosen, taken, bounds) = (new int[k], new bool[rows.Count], new double[rows.Padded]);
        Array.Fill(bounds, double.PositiveInfinity, 0, rows.Count);
        for (var c = 0; c < k; c++)
        {
            var candidates = start == MedoidStart.Build ? null : Drawn(rows.Count, Math.Min(rows.Count, 10 + (int)Math.Ceiling(Math.Sqrt(rows.Count))), draws, c + 1);
            var totals = new double[candidates?.Length ?? rows.Count];
            crew.Run(totals.Length, (i, _) => totals[i] = rows.Total(rows.Row(candidates?[i] ?? i), bounds), cancellation);
            var best = -1;
            for (var i = 0; i < totals.Length; i++)
            {
                if (!taken[candidates?[i] ?? i] && (best < 0 || totals[i] < totals[best])) best = i;
            }

            // All that were drawn are medoids already: the first row that is none.
            var row = best < 0 ? Array.IndexOf(taken, false) : candidates?[best] ?? best;
            (chosen[c], taken[row]) = (row, true);
            for (var i = 0; i < rows.Count; i++) bounds[i] = Math.Min(bounds[i], rows.Between(i, row));
        }

        return chosen;
    }

    /// <summary>So many different numbers below n, rising; each set as likely as any other. O(count) besides sorting.</summary>
    public static int[] Drawn(int n, int count, Draws draws, int step)
    {
        // Floyd's way: the j-th draw is among the first j numbers, or stands for the last of them.
        var drawn = new HashSet<int>(count);
        for (var j = n - count; j < n; j++)
        {
            var number = (int)(draws.Uniform(step, j) * (j + 1));
            if (!drawn.Add(number)) drawn.Add(j);
        }

        var sorted = drawn.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
