namespace Clientele.People.Segments.Grouping;

/// <summary>Numbers groups in an order that means something: most money first; without money the largest first; of equals the one with the first customer.</summary>
internal static class CanonicalGroups
{
    public static (int[] Labels, int K, string Order) Of(int[] labels, double[]? money)
    {
        var k = labels.Length == 0 ? 0 : labels.Max() + 1;
        var (sums, sizes, first) = (new double[k], new int[k], new int[k]);
        Array.Fill(first, int.MaxValue);
        for (var i = 0; i < labels.Length; i++)
        {
            sums[labels[i]] += money?[i] ?? 0;
            sizes[labels[i]]++;
            first[labels[i]] = Math.Min(first[labels[i]], i);
        }

        var order = Enumerable.Range(0, k).Where(c => sizes[c] > 0).OrderByDescending(c => sums[c]).ThenByDescending(c => sizes[c]).ThenBy(c => first[c]).ToArray();
        var place = new int[k];
        for (var c = 0; c < order.Length; c++) place[order[c]] = c;
        return (Array.ConvertAll(labels, l => place[l]), order.Length, money is null ? "size" : "money");
    }
}
