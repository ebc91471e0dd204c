using Clientele.Sales.Lines;

namespace Clientele.Sales.Kept;

/// <summary>Texts of a pass in ordinal order, and where each of the pass's numbers went.</summary>
/// <param name="Texts">Those that occur.</param>
/// <param name="IndexOf">New index per number of the pass; -1 for a text that does not occur.</param>
internal sealed record OrderedTexts(string[] Texts, int[] IndexOf)
{
    public static OrderedTexts Of(TextNumbers texts, bool[] seen)
    {
        var order = new OrdinalOrder(texts).Sorted(seen);
        var names = new string[order.Length];
        var indexOf = new int[seen.Length];
        for (var i = 0; i < indexOf.Length; i++) indexOf[i] = -1;
        for (var i = 0; i < order.Length; i++)
        {
            names[i] = texts[order[i]];
            indexOf[order[i]] = i;
        }

        return new OrderedTexts(names, indexOf);
    }

    private sealed class OrdinalOrder(TextNumbers texts) : IndexOrder
    {
        public int[] Sorted(bool[] seen)
        {
            var count = 0;
            foreach (var kept in seen) count += kept ? 1 : 0;
            var order = new int[count];
            for (var i = seen.Length - 1; i >= 0; i--)
            {
                if (seen[i]) order[--count] = i;
            }

            Sort(order, 0, order.Length);
            return order;
        }

        protected override int Compare(int a, int b) => string.CompareOrdinal(texts[a], texts[b]);
    }
}
