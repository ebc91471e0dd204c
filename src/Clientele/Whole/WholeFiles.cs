using Clientele.Actions.Files;
using Clientele.Baskets.Files;
using Clientele.Explore.Files;
using Clientele.Products.Files;
using Clientele.Reports;
using Clientele.Reports.Page;
using Clientele.Reports.Page.Parts;

namespace Clientele.Whole;

/// <summary>The files of the whole picture: those of <c>segment</c> under their own names, those of each other look behind its name.</summary>
public static class WholeFiles
{
    private static readonly string[] s_looks = ["explore", "products", "baskets", "actions"];

    /// <summary>Whether the whole picture may have written a file of that name.</summary>
    public static bool Writes(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var look in s_looks)
        {
            if (!file.StartsWith(look + "-", StringComparison.Ordinal)) continue;
            if (look == "actions" && ActionFiles.Writes(file)) return true;
            var own = file[(look.Length + 1)..];
            if (look switch { "explore" => ExploreFiles.Writes(own), "products" => ProductFiles.Writes(own), "baskets" => BasketFiles.Writes(own), _ => ActionFiles.Writes(own) }) return true;
        }

        return false;
    }

    /// <summary>Writes every file but excluded.csv, which the run itself streams, and returns the names.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="showValues">The page names customers.</param>
    /// <param name="page">The front end, or null for no report.html.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="create">Makes a file.</param>
    /// <param name="exports">Names of exports that are written beside, for run.json.</param>
    public static IReadOnlyList<string> WriteAll(WholeReport report, string version, bool showValues, IReportPage? page, RunContext context, Func<string, Stream> create, IReadOnlyList<string>? exports = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(create);
        var (shown, names) = (new List<string>(), new List<string>());
        var run = PageRun(report, version) with { ShowValues = showValues, Page = page, Threads = context.Threads, Cancellation = context.Cancellation };

        // The page takes longest: it is made beside the tables of the looks.
        var segments = context.Threads == 1 ? Task.CompletedTask : Task.Run(WriteSegments);
        try
        {
            if (context.Threads == 1) WriteSegments();
            ExploreFiles.WriteAll(report.Explored, version, name => Of("explore", name));
            if (report.Products is { } products) ProductFiles.WriteAll(products, version, name => Of("products", name));
            if (report.Baskets is { } baskets) BasketFiles.WriteAll(baskets, version, name => Of("baskets", name));
            if (report.Actions is { } actions) ActionFiles.WriteAll(actions, version, name => Of("actions", name), showValues: showValues);
        }
        finally
        {
            // Nothing may still be written when the folder is given up.
            Task.WaitAny(segments);
        }

        segments.GetAwaiter().GetResult();
        using (var plan = Named(Exports.Run, names)) ActionsRunJson.Write(report.Plan.Actions, report.Segments, WholeRun.Command, version, showValues, plan, report.Plan.Only, exports);
        return [.. shown, .. names];

        void WriteSegments() => Exports.WriteAll(run, name => name == Exports.Run ? Stream.Null : Named(name, shown));

        // One audit.json and one run.json speak for all. What begins with its look's name keeps its own: products.json, actions-products.csv.
        Stream Of(string look, string name) => name is Exports.Run or ActionFiles.Audit ? Stream.Null
            : Named(name.StartsWith(look + ".", StringComparison.Ordinal) || name.StartsWith(look + "-", StringComparison.Ordinal) ? name : $"{look}-{name}", names);

        Stream Named(string name, List<string> to)
        {
            lock (names)
            {
                to.Add(name);
                return create(name);
            }
        }
    }

    /// <summary>What the page shows: everything.</summary>
    internal static FinishedRun PageRun(WholeReport report, string version)
    {
        var parts = new List<IReportPart> { new ExplorePart(report.Explored), new SlicesPart(report.Explored.Data, report.Segments.Segments.Main) };
        if (report.Products is { } products) parts.Add(new ProductsPart(products));
        if (report.Baskets is { } baskets) parts.Add(new BasketsPart(baskets));
        if (report.Actions is { } actions) parts.Add(new ActionsPart(actions));
        return new FinishedRun(report.Segments, version) { Parts = parts };
    }
}
