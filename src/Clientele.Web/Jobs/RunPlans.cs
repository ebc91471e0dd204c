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

    /// <summary>Looks of the whole picture that are wanted; empty for all.</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];

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

    /// <summary>Those of an earlier run, as 'clientele run' would do them.</summary>
    /// <exception cref="UserException">Its run.json cannot be read, or says nothing that can be done again.</exception>
    public static RunPlans Earlier(string folder, string version)
    {
        var saved = SavedRun.Open(folder, version);
        return Read(saved) with { Exports = Handovers.Names(saved.Exports) };
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

    private static RunPlans Read(SavedRun saved)
    {
        switch (saved.Command)
        {
            case null:
                var file = RunFile.Of(saved);
                return new() { Sales = file.Plan, ShowValues = file.ShowValues };
            case PeopleRunFile.Command:
                var people = PeopleRunFile.Of(saved);
                var table = people.Plan.Table;
                return Of(table.Input) with { Table = people.Plan, Cluster = new ClusterPlan { Input = table.Input, Reading = table.Reading }, IsTable = true, ShowValues = people.ShowValues };
            case ClusterRunFile.Command:
                var clusters = ClusterRunFile.Of(saved).Plan;
                return Of(clusters.Input) with { Cluster = clusters, Table = new PeopleSegmentPlan { Table = new PeoplePlan { Input = clusters.Input, Reading = clusters.Reading } }, IsTable = true, Command = "cluster" };
            case ExploreRunFile.Command:
                var explored = ExploreRunFile.Of(saved).Plan;
                return new() { Sales = explored.Sales, Explore = explored, Command = "explore" };
            case ShopRunFile.Products:
                var products = ShopRunFile.OfProducts(saved).Plan;
                return new() { Sales = products.Sales, Products = products, Command = "products" };
            case ShopRunFile.Baskets:
                var baskets = ShopRunFile.OfBaskets(saved).Plan;
                return new() { Sales = baskets.Sales, Baskets = baskets, Command = "baskets" };
            case WholeRun.Command:
                var whole = WholeRun.Of(saved);
                return new() { Sales = whole.Plan.Sales, Actions = whole.Plan.Actions, Looks = whole.Plan.Only, Command = "report", ShowValues = whole.ShowValues };
            case ActionsRunFile.Command:
                var actions = ActionsRunFile.Of(saved);
                return new() { Sales = actions.Plan.Sales, Actions = actions.Plan, Command = "actions", ShowValues = actions.ShowValues };
            default:
                throw saved.CannotRepeat();
        }
    }
}
