namespace Clientele.Sales.Kept;

/// <summary>Products by code, each with its most frequent description.</summary>
/// <param name="Names">Those that occur.</param>
/// <param name="IndexOf">Product per number of a name; -1 for a name that does not occur.</param>
internal sealed record OrderedProducts(ProductNames Names, int[] IndexOf)
{
    public static OrderedProducts Of(NamePairs pairs, NameCounts counts)
    {
        var order = new CodeOrder(pairs, counts).Sorted();
        var indexOf = new int[pairs.Count];
        for (var i = 0; i < indexOf.Length; i++) indexOf[i] = -1;
        var products = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i == 0 || pairs.CodeOf(order[i]) != pairs.CodeOf(order[i - 1])) products++;
            indexOf[order[i]] = products - 1;
        }

        var (codes, descriptions) = (new string[products], new string[products]);
        for (var i = order.Length - 1; i >= 0; i--) // the first of a product comes last and stays
        {
            codes[indexOf[order[i]]] = pairs.CodeOf(order[i]);
            descriptions[indexOf[order[i]]] = pairs.DescriptionOf(order[i]);
        }

        return new OrderedProducts(new ProductNames(codes, descriptions), indexOf);
    }

    /// <summary>By code; the names of one product by how well they describe it, best first.</summary>
    private sealed class CodeOrder(NamePairs pairs, NameCounts counts) : IndexOrder
    {
        public int[] Sorted()
        {
            var count = 0;
            for (var i = 0; i < pairs.Count; i++) count += Occurs(i) ? 1 : 0;
            var order = new int[count];
            for (var i = pairs.Count - 1; i >= 0; i--)
            {
                if (Occurs(i)) order[--count] = i;
            }

            Sort(order, 0, order.Length);
            return order;
        }

        protected override int Compare(int a, int b)
        {
            var order = string.CompareOrdinal(pairs.CodeOf(a), pairs.CodeOf(b));
            if (order == 0) order = (pairs.DescriptionOf(a).Length == 0).CompareTo(pairs.DescriptionOf(b).Length == 0);
            if (order == 0) order = counts.Sold[b].CompareTo(counts.Sold[a]);
            if (order == 0) order = counts.Others[b].CompareTo(counts.Others[a]);
            return order != 0 ? order : string.CompareOrdinal(pairs.DescriptionOf(a), pairs.DescriptionOf(b));
        }

        private bool Occurs(int name) => counts.Sold[name] + counts.Others[name] > 0;
    }
}
