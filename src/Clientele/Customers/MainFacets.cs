using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Customers;

/// <summary>The country, store or category that each customer spent most in.</summary>
internal static class MainFacets
{
    /// <summary>Texts [customers]; empty where none is known. Ties: more lines, then the name (ordinal).</summary>
    public static string[] Of(FoldedCustomers customers, Func<FoldPartition, FacetTally> tally, Func<CustomerFold, int> only, TextNumbers texts)
    {
        var best = new FacetFold[customers.Partitions.Count][];
        for (var p = 0; p < best.Length; p++) best[p] = Best(customers.Partitions[p], tally(customers.Partitions[p]), texts);
        var result = new string[customers.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var value = only(customers[i]);
            var (partition, index) = customers.PlaceOf(i);
            if (value == FacetTally.Several) value = FacetTally.ValueOf(best[partition][index].Key);
            result[i] = value >= 0 ? texts[value] : "";
        }

        return result;
    }

    private static FacetFold[] Best(FoldPartition partition, FacetTally tally, TextNumbers texts)
    {
        if (tally.Count == 0) return new FacetFold[0];
        var best = new FacetFold[partition.CustomerCount];
        for (var i = 0; i < tally.Count; i++)
        {
            ref readonly var entry = ref tally.Entries[i];
            ref var found = ref best[FacetTally.CustomerOf(entry.Key)];
            if (found.Lines == 0 || Beats(in entry, in found, texts)) found = entry;
        }

        return best;
    }

    private static bool Beats(in FacetFold entry, in FacetFold found, TextNumbers texts)
    {
        var order = entry.Money.CompareTo(found.Money);
        if (order == 0) order = entry.Lines.CompareTo(found.Lines);
        if (order == 0) order = string.CompareOrdinal(texts[FacetTally.ValueOf(found.Key)], texts[FacetTally.ValueOf(entry.Key)]);
        return order > 0;
    }
}
