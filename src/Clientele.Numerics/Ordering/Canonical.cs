namespace Clientele.Numerics.Ordering;

/// <summary>Clusters in canonical order, for methods without centres: the largest total weight first, of equals the one that holds the earliest row.</summary>
internal static class Canonical
{
    /// <summary>Renumbers labels in place; negative ones (noise) stay. Returns the old number of each new one [k of those in use].</summary>
    /// <param name="labels">Label of each distinct row, in canonical row order [m].</param>
    /// <param name="weights">[m].</param>
    /// <param name="k">Labels run below this.</param>
    public static int[] Relabel(int[] labels, double[] weights, int k)
    {
        var (totals, first) = (new double[k], new int[k]);
        Array.Fill(first, int.MaxValue);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0) continue;
            totals[labels[i]] += weights[i];
            first[labels[i]] = Math.Min(first[labels[i]], i);
        }

        var used = new List<int>(k);
        for (var c = 0; c < k; c++)
        {
            if (first[c] != int.MaxValue) used.Add(c);
        }

        used.Sort((a, b) => totals[a] != totals[b] ? totals[b].CompareTo(totals[a]) : first[a].CompareTo(first[b]));
        var renumbered = new int[k];
        for (var c = 0; c < used.Count; c++) renumbered[used[c]] = c;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0) labels[i] = renumbered[labels[i]];
        }

        return [.. used];
    }
}
