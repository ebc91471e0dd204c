using Clientele.Customers;
using Clientele.Sales.Lines;

namespace Clientele.Sales.Kept;

/// <summary>All that was noted in a pass, in columns and in order.</summary>
internal sealed record NotedSales(KeptLines Sold, KeptLines Returned, KeptLines Undone, ProductNames Products, string[] Countries, string[] Stores, string[] Categories)
{
    public static NotedSales Of(SalesNotes notes, FoldedCustomers customers, FacetTexts texts, RunContext context)
    {
        var partitions = notes.Partitions.Length;
        var (sold, returned, undone) = (new nint[partitions][], new nint[partitions][], new nint[partitions][]);
        var counts = new NameCounts[Hands.Count(context.Threads)];
        for (var i = 0; i < counts.Length; i++) counts[i] = new NameCounts(notes.Names.Count, texts.Countries.Count, texts.Stores.Count, texts.Categories.Count);
        Hands.Share(
            partitions,
            context,
            (p, worker) =>
            {
                sold[p] = notes.Partitions[p].Sold.Heads();
                returned[p] = notes.Partitions[p].Returned.Heads();
                undone[p] = notes.Partitions[p].Undone.Heads();
                counts[worker].Count(sold[p], sold: true);
                counts[worker].Count(returned[p], sold: false);
                counts[worker].Count(undone[p], sold: false);
            });
        for (var i = 1; i < counts.Length; i++) counts[0].Add(counts[i]);

        var products = OrderedProducts.Of(notes.Names, counts[0]);
        var countries = OrderedTexts.Of(texts.Countries, counts[0].Countries);
        var stores = OrderedTexts.Of(texts.Stores, counts[0].Stores);
        var categories = OrderedTexts.Of(texts.Categories, counts[0].Categories);
        var indexes = new LineTexts(products.IndexOf, countries.IndexOf, stores.IndexOf, categories.IndexOf);
        var rows = new NoteRows(customers);
        return new NotedSales(
            LineColumns.Of(sold, rows, indexes, context),
            LineColumns.Of(returned, rows, indexes, context),
            LineColumns.Of(undone, rows, indexes, context),
            products.Names, countries.Texts, stores.Texts, categories.Texts);
    }
}
