using Clientele.Actions;
using Clientele.Actions.Files;
using Clientele.Baskets;
using Clientele.Clusters;
using Clientele.Clusters.Files;
using Clientele.Explore;
using Clientele.Explore.Files;
using Clientele.Handover;
using Clientele.People;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Products;
using Clientele.Products.Files;
using Clientele.Reports;
using Clientele.Web.Sources;
using Clientele.Whole;

namespace Clientele.Web.Jobs;

/// <summary>The plan of every kind of run over the same file: usual ones for a new file, else those of an earlier run.</summary>
internal sealed record RunPlans
{
    /// <summary>What sales are read, cleaned and segmented by; every look at sales has it.</summary>
    public Plan Sales { get; init; } = new();

    public ExplorePlan Explore { get; init; } = new();

    public ProductPlan Products { get; init; } = new();

    public BasketPlan Baskets { get; init; } = new();

    public ActionsPlan Actions { get; init; } = new();

    public PeopleSegmentPlan Table { get; init; } = new();

    public ClusterPlan Cluster { get; init; } = new();

    /// <summary>The file is a customer table, or any table.</summary>
    public bool IsTable { get; init; }

    /// <summary>Name of the kind that was run; segment for a new file.</summary>
    public string Command { get; init; } = "segment";

    /// <summary>False keeps ids and the text of lines out, as in the run that this one follows.</summary>
    public bool ShowValues { get; init; } = true;

    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>For a file that nothing was made of yet.</summary>
    public static RunPlans Of(string path) => new()
    {
        Sales = new Plan { Inputs = [path] },
        Table = new PeopleSegmentPlan { Table = new PeoplePlan { Input = path } },
        Cluster = new ClusterPlan { Input = path },
    };

    /// <summary>Those of an earlier run, in the order in which 'clientele run' looks.</summary>
    /// <exception cref="UserException">Its run.json cannot be read, or says nothing that can be done again.</exception>
    public static RunPlans Earlier(string folder, string version)
    {
        var plans = Read(folder, version);
        return plans with { Exports = AskedExports.Of(folder) };
    }

    /// <summary>With everything that a request says instead.</summary>
    public RunPlans With(PlanRequest asked, SourceStore sources)
    {
        var sales = IsTable ? Sales : Planning.Sales(asked, Sales, sources);
        return this with
        {
            Sales = sales,
            Explore = Explore with { Sales = sales },
            Products = Products with { Sales = sales },
            Baskets = Baskets with { Sales = sales },
            Actions = MorePlanning.Actions(asked.Actions, Actions) with { Sales = sales },
            Table = IsTable ? Planning.Table(asked, Table, sources) : Table,
            Cluster = IsTable ? MorePlanning.Cluster(asked, Cluster) : Cluster,
            Exports = MorePlanning.Exports(asked.Exports, Exports),
        };
    }

    private static RunPlans Read(string folder, string version)
    {
        if (PeopleRunFile.Read(folder, version) is { } people)
            return Of(people.Plan.Table.Input) with { Table = people.Plan, Cluster = new ClusterPlan { Input = people.Plan.Table.Input, Reading = people.Plan.Table.Reading }, IsTable = true };
        if (ClusterRunFile.Read(folder, version) is { } clusters)
            return Of(clusters.Plan.Input) with { Cluster = clusters.Plan, Table = new PeopleSegmentPlan { Table = new PeoplePlan { Input = clusters.Plan.Input, Reading = clusters.Plan.Reading } }, IsTable = true, Command = "cluster" };
        if (ExploreRunFile.Read(folder, version) is { } explored) return new() { Sales = explored.Plan.Sales, Explore = explored.Plan, Command = "explore" };
        if (ShopRunFile.Read(folder, version) is { } shop)
        {
            return shop.Products is { } products
                ? new() { Sales = products.Sales, Products = products, Command = "products" }
                : new() { Sales = shop.Baskets!.Sales, Baskets = shop.Baskets, Command = "baskets" };
        }

        if (WholeRun.Read(folder, version) is { } whole) return new() { Sales = whole.Plan.Sales, Actions = whole.Plan.Actions, Command = "report" };
        if (ActionsRunFile.Read(folder, version) is { } actions) return new() { Sales = actions.Plan.Sales, Actions = actions.Plan, Command = "actions" };
        var file = RunFile.Read(folder, version);
        return new() { Sales = file.Plan, ShowValues = file.ShowValues };
    }
}
