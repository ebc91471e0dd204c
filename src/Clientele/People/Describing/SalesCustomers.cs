using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.People.Joining;
using Clientele.Sales;

namespace Clientele.People.Describing;

/// <summary>The customers of sales files, described.</summary>
public static class SalesCustomers
{
    /// <summary>Reads and cleans the sales as a segmentation does, and describes the customers.</summary>
    public static DescribeReport Of(Plan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var inputs = SalesInputs.Open(plan, context);
        var result = inputs.Read(plan, context);
        var customers = Features.Table(Settlement.Of(result, plan, context.Threads).Customers, inputs.Layouts, context.Threads);
        List<PeopleFile> files = [.. inputs.Files(result, context).Select(f => new PeopleFile("sales", f.Layout.Path, f.Bytes, f.Hash, f.Lines, f.Layout.Decisions))];
        if (plan.With.Count > 0)
        {
            var joined = TableJoin.Add(customers, plan.With, plan.Reading, context);
            customers = joined.Customers;
            files.AddRange(joined.Tables.Select(t => new PeopleFile("joined", t.Path, t.Bytes, t.Hash, t.Rows, t.Decisions)));
        }

        return Describer.Of(customers, null, files, context) with { Sales = plan };
    }
}
