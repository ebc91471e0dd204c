using Clientele.Numerics.Rules;

namespace Clientele.Tests.Numerics.Rules;

/// <summary>The purest way to part some rows by one question, every question tried.</summary>
internal static class BruteForce
{
    /// <summary>Σ of both sides: squares of the label counts / rows; 0 when no question leaves enough rows on both sides.</summary>
    public static double Best(RuleColumn[] columns, int[] labels, int[] rows, int minimumLeaf)
    {
        var best = 0.0;
        foreach (var (values, category) in columns)
        {
            int[] missing = [.. rows.Where(i => double.IsNaN(values[i]))], there = [.. rows.Where(i => !double.IsNaN(values[i]))];
            var lefts = category ? Sets(values, there) : Ranges(values, there);
            foreach (var left in lefts)
            {
                var right = there.Except(left).ToArray();
                Try(left, [.. right, .. missing]);
                Try([.. left, .. missing], right);
            }
        }

        return best;

        void Try(int[] left, int[] right)
        {
            if (left.Length >= minimumLeaf && right.Length >= minimumLeaf) best = Math.Max(best, Purity(left, labels) + Purity(right, labels));
        }
    }

    public static double Purity(int[] rows, int[] labels) =>
        rows.Length == 0 ? 0 : (double)rows.GroupBy(i => labels[i]).Sum(group => (long)group.Count() * group.Count()) / rows.Length;

    private static IEnumerable<int[]> Ranges(double[] values, int[] there) =>
        there.Select(i => values[i]).Distinct().Order().Select(bound => there.Where(i => values[i] <= bound).ToArray());

    private static IEnumerable<int[]> Sets(double[] values, int[] there)
    {
        double[] codes = [.. there.Select(i => values[i]).Distinct()];
        for (var mask = 0; mask < 1 << codes.Length; mask++)
        {
            var chosen = mask;
            yield return [.. there.Where(i => ((chosen >> Array.IndexOf(codes, values[i])) & 1) != 0)];
        }
    }
}
