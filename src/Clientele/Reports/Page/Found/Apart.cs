using Clientele.Clusters;
using Clientele.Numerics;

namespace Clientele.Reports.Page.Found;

/// <summary>By which columns a cluster lies apart from the rows outside it.</summary>
internal static class Apart
{
    private const int Most = 3;
    private const double Least = 0.5;

    /// <summary>Up to three columns per cluster whose mean lies at least half a standard deviation from the mean of the rows outside, the furthest first.</summary>
    public static IReadOnlyList<(int Column, bool Above)>[] Of(Matrix points, int[] labels, int k)
    {
        var d = points.Columns;
        var (sums, sizes, all, squares) = (new CarriedSum[k * d], new int[k], new CarriedSum[d], new CarriedSum[d]);
        for (var i = 0; i < labels.Length; i++)
        {
            var row = points.Row(i);
            for (var q = 0; q < d; q++)
            {
                all[q].Add(row[q]);
                squares[q].Add(row[q] * row[q]);
                if (labels[i] >= 0) sums[(labels[i] * d) + q].Add(row[q]);
            }

            if (labels[i] >= 0) sizes[labels[i]]++;
        }

        var found = new IReadOnlyList<(int, bool)>[k];
        for (var c = 0; c < k; c++)
        {
            var apart = new List<(int Column, double Distance)>();
            for (var q = 0; q < d && sizes[c] > 0 && sizes[c] < labels.Length; q++)
            {
                var (mean, own) = (all[q].Value / labels.Length, sums[(c * d) + q].Value);
                var spread = Math.Sqrt(Math.Max(0, (squares[q].Value / labels.Length) - (mean * mean)));
                var distance = (own / sizes[c]) - ((all[q].Value - own) / (labels.Length - sizes[c]));
                if (spread > 0 && Math.Abs(distance) >= Least * spread) apart.Add((q, distance / spread));
            }

            found[c] = [.. apart.OrderByDescending(a => Math.Abs(a.Distance)).ThenBy(a => a.Column).Take(Most).Select(a => (a.Column, a.Distance > 0))];
        }

        return found;
    }
}
