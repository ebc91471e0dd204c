namespace Clientele.Numerics.Statistics;

/// <summary>One column of categories, counted.</summary>
/// <param name="Count">Values that are there.</param>
/// <param name="Missing">Values that are not (−1).</param>
/// <param name="Distinct">Categories that occur.</param>
/// <param name="Mode">Most frequent category, of equally frequent ones the lowest number; −1 when nothing is there.</param>
/// <param name="Counts">How often each category occurs [categories].</param>
public sealed record CategoryDescription(int Count, int Missing, int Distinct, int Mode, int[] Counts)
{
    /// <summary>Share of each category in the values that are there [categories]; 0 when there are none.</summary>
    public double[] Shares() => [.. Counts.Select(count => Count == 0 ? 0 : (double)count / Count)];

    /// <summary>Counts codes.</summary>
    /// <param name="codes">From 0 to categories − 1, or −1 for missing.</param>
    /// <param name="categories">How many there are, occurring or not.</param>
    public static CategoryDescription Of(ReadOnlySpan<int> codes, int categories)
    {
        var (counts, missing) = (new int[Require.AtLeast(0, categories)], 0);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == -1) missing++;
            else if ((uint)codes[i] < (uint)categories) counts[codes[i]]++;
            else throw new ArgumentException($"Row {i} (counted from 0) has code {codes[i]}; codes run from 0 to {categories - 1}, and -1 is missing.", nameof(codes));
        }

        var (distinct, mode) = (0, -1);
        for (var c = 0; c < categories; c++)
        {
            if (counts[c] == 0) continue;
            distinct++;
            if (mode < 0 || counts[c] > counts[mode]) mode = c;
        }

        return new(codes.Length - missing, missing, distinct, mode, counts);
    }
}
