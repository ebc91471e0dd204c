namespace Clientele.Reports.Page;

/// <summary>Many customers as groups that are alike in every dimension, with their number and their exact money.</summary>
/// <param name="Dimensions">What is left to filter by; codes per cell.</param>
/// <param name="Counts">Customers per cell.</param>
/// <param name="Amounts">Exact money per cell.</param>
internal sealed record Cells(IReadOnlyList<Dimension> Dimensions, int[] Counts, Money[] Amounts)
{
    /// <summary>Most cells: with them the page of any number of customers stays below 5 MB.</summary>
    public const int Most = 60_000;

    private const int LeastBins = 6;

    /// <summary>
    /// Takes the dimensions that people ask for first, halves the bins of measures, the finest first, and gives up dimensions from the end
    /// until few enough cells are left. Cells are ordered by their codes.
    /// </summary>
    public static Cells Of(IReadOnlyList<Dimension> all, Money[] amounts)
    {
        var kept = new List<Dimension>();
        foreach (var dimension in all)
        {
            if (dimension.Kind is "group" or "score" or "category" || dimension.Key is "recency" or "frequency" or "monetary" or "tenure") kept.Add(dimension);
        }

        while (true)
        {
            if (Group(kept, amounts) is { } cells) return cells;
            if (!Coarsen(kept)) kept.RemoveAt(kept.Count - 1);
        }
    }

    private static bool Coarsen(List<Dimension> dimensions)
    {
        var finest = -1;
        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i].Bins is { Count: > LeastBins } && (finest < 0 || dimensions[i].Values >= dimensions[finest].Values)) finest = i;
        }

        if (finest < 0) return false;
        var dimension = dimensions[finest];
        var codes = new byte[dimension.Codes.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = dimension.Codes[i] == Bins.Undefined ? Bins.Undefined : (byte)(dimension.Codes[i] / 2);
        dimensions[finest] = dimension with { Bins = dimension.Bins!.Coarser(), Codes = codes };
        return true;
    }

    /// <summary>Null when there are too many cells, which a look at part of the customers mostly tells.</summary>
    private static Cells? Group(List<Dimension> dimensions, Money[] amounts)
    {
        var room = Math.Min(Most, amounts.Length);
        var (cells, first, counts, sums) = (new CellTable(room), new int[room], new int[room], new Money[room]);
        for (var row = 0; row < amounts.Length; row++)
        {
            // A number of 128 bits, one digit for each dimension.
            var (high, low) = (0UL, 0UL);
            foreach (var dimension in dimensions)
            {
                var (code, values) = (dimension.Codes[row], (uint)(dimension.Values + 1));
                high = high * values + Math.BigMul(low, values, out low);
                var sum = low + (code == Bins.Undefined ? values - 1 : code);
                if (sum < low) high++;
                low = sum;
            }

            var cell = cells.NumberOf(high, low);
            if (cell < 0) return null;
            if (counts[cell]++ == 0) first[cell] = row;
            sums[cell] += amounts[row];
        }

        var order = cells.Ascending();
        var ordered = new Cells(Picked(dimensions, order, first), new int[order.Length], new Money[order.Length]);
        for (var i = 0; i < order.Length; i++) (ordered.Counts[i], ordered.Amounts[i]) = (counts[order[i]], sums[order[i]]);
        return ordered;
    }

    private static Dimension[] Picked(List<Dimension> dimensions, int[] cells, int[] first)
    {
        var picked = new Dimension[dimensions.Count];
        for (var d = 0; d < picked.Length; d++)
        {
            var codes = new byte[cells.Length];
            for (var i = 0; i < codes.Length; i++) codes[i] = dimensions[d].Codes[first[cells[i]]];
            picked[d] = dimensions[d] with { Codes = codes };
        }

        return picked;
    }
}
