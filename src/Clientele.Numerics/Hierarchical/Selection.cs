namespace Clientele.Numerics.Hierarchical;

/// <summary>Parts keys at a rank without sorting them.</summary>
internal static class Selection
{
    /// <summary>Moves the <paramref name="rank"/> least keys, with their items, to the front.</summary>
    /// <remarks>Quickselect by the median of three; O(n) on average.</remarks>
    public static void Partition(Span<double> keys, Span<int> items, int rank)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = Middle(keys[low], keys[low + ((high - low) / 2)], keys[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (keys[i] < pivot) i++;
                while (keys[j] > pivot) j--;
                if (i > j) break;
                (keys[i], keys[j], items[i], items[j]) = (keys[j], keys[i], items[j], items[i]);
                i++;
                j--;
            }

            if (rank <= j) high = j;
            else if (rank >= i) low = i;
            else return;
        }
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
