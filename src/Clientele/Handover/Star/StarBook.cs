using Clientele.Handover.Star.Sheets;

namespace Clientele.Handover.Star;

/// <summary>The sheets of one run and the model over them.</summary>
/// <param name="Sheets">One CSV each.</param>
/// <param name="Model">Tables, relations and figures.</param>
internal sealed record StarBook(IReadOnlyList<IStarSheet> Sheets, StarModel Model)
{
    public static StarBook Of(HandoverRun run)
    {
        var customerKeys = StarKeys.Of(run.Customers.Ids);
        var segmentKeys = GroupsSheet.Keys(run.Segments);
        var clusterKeys = run.Clusters is { } groups ? GroupsSheet.Keys(groups) : [];
        var money = run.Customers.Has("monetary");
        var customers = new CustomersSheet(run, customerKeys, segmentKeys, clusterKeys, StarMeasures.OfCustomers);
        var sheets = new List<IStarSheet> { customers, new GroupsSheet("segments", run.Segments, segmentKeys, money) };
        var relations = new List<StarRelation> { new("customers", "segments", "segment") };
        if (run.Clusters is { } clusters)
        {
            sheets.Add(new GroupsSheet("clusters", clusters, clusterKeys, money));
            relations.Add(new("customers", "clusters", "cluster"));
        }

        if (run.Sales is { } kept)
        {
            var productKeys = StarKeys.Of(kept.Products.Codes);
            var sales = new SalesSheet(run, customerKeys, productKeys);
            var (first, last) = sales.Days();
            sheets.Insert(0, sales);
            relations.Add(new("sales", "customers", "customer"));
            sheets.Add(new DatesSheet(first, last));
            relations.Add(new("sales", "dates", "date"));
            if (kept.Known.Products)
            {
                sheets.Add(new ProductsSheet(kept.Products, productKeys));
                relations.Add(new("sales", "products", "product"));
            }
        }

        var tables = new List<StarTable>();
        foreach (var sheet in sheets) tables.Add(sheet.Table);
        return new StarBook(sheets, new StarModel(tables, relations, StarMeasures.Of(tables, customers.HeadingOf)));
    }
}
