using Clientele.Explore;
using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports.Page.Parts;

/// <summary>Countries, stores or categories by segment and month: the largest by name, then all others.</summary>
internal static class PlaceSlices
{
    private const int Most = 15;

    /// <summary>One object; nothing where no file has such a column. Lines without a name count as one of their own.</summary>
    public static void Write(JsonText json, ExploreData data, Segmentation segmentation, string kind)
    {
        var lines = data.Sales.Sold;
        var (codes, names) = kind switch
        {
            "country" => (lines.Countries, data.Sales.Countries),
            "store" => (lines.Stores, data.Sales.Stores),
            _ => (lines.Categories, data.Sales.Categories),
        };
        if (codes.Length == 0 || names.Length < 2) return;
        var (places, labels) = Largest(data, codes, names);
        var (segments, months) = (segmentation.Segments.Count, data.Calendar.Months);
        var (money, counts, monthly, seen) = (New<Money>(segments, labels.Count), New<long>(segments, labels.Count), New<Money>(segments, labels.Count * months), new int[labels.Count]);
        for (var order = 0; order < lines.OrderCount; order++)
        {
            if (lines.OrderCustomers[order] is var customer && customer < 0) continue;
            var (segment, month) = (segmentation.Labels[customer], data.Calendar.Month(data.Sold.Days[order]) - data.Calendar.FirstMonth);
            for (var l = lines.OrderStarts[order]; l < lines.OrderStarts[order + 1]; l++)
            {
                var place = places[codes[l] + 1];
                var amount = data.Known.Money ? lines.Amounts[l] : Money.Of(1L, 0);
                money[segment][place] += amount;
                monthly[segment][(place * months) + month] += amount;
                if (seen[place] == customer + 1) continue; // orders come customer by customer
                seen[place] = customer + 1;
                counts[segment][place]++;
            }
        }

        json.Object().Text("kind", kind).Text("unit", data.Known.Money ? "money" : "lines").Texts("labels", labels);
        SlicesPart.Counts(json, "customers", counts);
        SlicesPart.Amounts(json, "amounts", money);
        if (kind == "category") SlicesPart.Amounts(json, "monthly", monthly);
        json.EndObject();
    }

    // Place of each name, the missing one first, and what the places are called.
    private static (int[] Places, List<string> Labels) Largest(ExploreData data, int[] codes, string[] names)
    {
        var sums = new Money[names.Length + 1];
        var lines = data.Sales.Sold;
        for (var l = 0; l < codes.Length; l++) sums[codes[l] + 1] += data.Known.Money ? lines.Amounts[l] : Money.Of(1L, 0);
        var order = new List<int>();
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i].Sign != 0) order.Add(i);
        }

        order.Sort((a, b) => sums[b].CompareTo(sums[a]) is var c && c != 0 ? c : a.CompareTo(b));
        var (places, labels) = (new int[sums.Length], new List<string>());
        var rest = order.Count > Most ? Most - 1 : int.MaxValue;
        Array.Fill(places, Math.Min(order.Count, Most) - 1);
        for (var rank = 0; rank < order.Count; rank++)
        {
            places[order[rank]] = Math.Min(rank, rest);
            if (rank < rest) labels.Add(order[rank] == 0 ? "not known" : names[order[rank] - 1]);
            else if (rank == rest) labels.Add("all others");
        }

        return (places, labels);
    }

    private static T[][] New<T>(int rows, int columns)
    {
        var table = new T[rows][];
        for (var r = 0; r < rows; r++) table[r] = new T[columns];
        return table;
    }
}
