using System.Globalization;
using Clientele.Actions;
using Clientele.Clusters;
using Clientele.Handover;
using Clientele.Web.Sources;

namespace Clientele.Web.Jobs;

/// <summary>From what was asked to plans: joins, days, fixed scores, actions, clusters, exports. Files are named by their ids in the store.</summary>
internal static class MorePlanning
{
    private const int MostJoins = 8;
    private const int MostBounds = 4;

    /// <summary>Tables to join, as the plan names them.</summary>
    public static IReadOnlyList<string> With(List<WithRequest>? asked, IReadOnlyList<string> before, SourceStore sources)
    {
        if (asked is null) return before;
        if (asked.Count > MostJoins) throw Planning.Bad("with", $"{asked.Count} tables are to be joined.", $"Give {MostJoins} at most.");
        var with = new List<string>();
        foreach (var table in asked)
        {
            if (table is null) throw Planning.Bad("with", "The list holds null.", "Give a source, and perhaps a key.");
            var path = sources.Find(table.Source).Path;
            if (table.Key is { Length: > 0 } key)
            {
                // What the plan could not say in one text is refused rather than read as something else.
                if (key.AsSpan().ContainsAny(':', '/', '\\') || key != key.Trim()) throw Planning.Bad("with.key", "A column of that name cannot be named here.", "Give the number of the column, 1 for the first.");
                path += ":" + key;
            }

            with.Add(path);
        }

        return with;
    }

    /// <summary>A day, or an instant.</summary>
    public static DateTime? AsOf(string? asked, DateTime? before)
    {
        if (asked is null) return before;
        if (asked.Length == 0) return null;
        return DateTime.TryParseExact(asked, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw Planning.Bad("asOf", $"'{Planning.Short(asked)}' is no day.", "Give one like 2011-12-10.");
    }

    /// <summary>Bounds of fixed scores.</summary>
    public static IReadOnlyDictionary<string, double[]> Thresholds(Dictionary<string, List<double>>? asked, IReadOnlyDictionary<string, double[]> before)
    {
        if (asked is null) return before;
        var thresholds = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var (measure, bounds) in asked)
        {
            if (bounds is null || bounds.Count is 0 or > MostBounds || bounds.Exists(b => !double.IsFinite(b)) || bounds.Zip(bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
                throw Planning.Bad("segments.thresholds", $"The bounds of '{Planning.Short(measure)}' do not rise, or are not one to four.", "Give numbers like 30, 90, 180, 365.");
            thresholds[measure] = [.. bounds];
        }

        return thresholds;
    }

    /// <summary>The plan of actions; numbers out of range are refused when it runs, as on the command line.</summary>
    public static ActionsPlan Actions(ActionsRequest? asked, ActionsPlan before) => asked is null ? before : before with
    {
        HorizonDays = Planning.Within("actions.horizonDays", asked.HorizonDays, 7, 730) ?? before.HorizonDays,
        Margin = Between("actions.margin", asked.Margin, double.Epsilon, 1) ?? before.Margin,
        ContactCost = Between("actions.contactCost", asked.ContactCost, 0, 1e6) ?? before.ContactCost,
        Most = Planning.Within("actions.most", asked.Most, 1, 100) ?? before.Most,
        Only = Planning.Texts("actions.only", asked.Only) ?? before.Only,
        Settings = asked.Settings is { } settings ? new Dictionary<string, double>(settings, StringComparer.Ordinal) : before.Settings,
    };

    /// <summary>The plan of a clustering.</summary>
    public static ClusterPlan Cluster(PlanRequest asked, ClusterPlan before)
    {
        var plan = before with { Reading = Planning.Reading(asked.Reading, before.Reading) };
        if (asked.Cluster is not { } cluster) return plan;
        if (cluster.LeastK is null != cluster.MostK is null) throw Planning.Bad("cluster.k", "One end of the numbers of clusters is missing.", "Give both, or none.");
        var k = cluster.LeastK is { } least ? new KRange(Planning.Within("cluster.leastK", least, 1, 50)!.Value, Planning.Within("cluster.mostK", cluster.MostK, 1, 50)!.Value) : plan.K;
        if (k is not null) Planning.Rising(k.Least, k.Most);
        return plan with
        {
            Method = cluster.Method is not { } method ? plan.Method
                : string.Equals(method, ClusterPlan.AllMethods, StringComparison.OrdinalIgnoreCase) ? ClusterPlan.AllMethods : Clusterers.Catalog.Find(method).Name,
            Settings = cluster.Settings is { } settings ? Knobs(settings) : plan.Settings,
            K = k,
            Columns = Planning.Texts("cluster.columns", cluster.Columns) ?? plan.Columns,
            Frequency = Planning.Texts("cluster.frequency", cluster.Frequency) ?? plan.Frequency,
            Categorical = Planning.Texts("cluster.categorical", cluster.Categorical) ?? plan.Categorical,
            Id = cluster.Id ?? plan.Id,
            Scale = Planning.OneOf("cluster.scale", cluster.Scale, "none", "standard", "robust", "minmax") ?? plan.Scale,
            Missing = Planning.OneOf("cluster.missing", cluster.Missing, "refuse", "drop", "mean", "median") ?? plan.Missing,
            Seed = cluster.Seed ?? plan.Seed,
        };
    }

    /// <summary>Names of exports.</summary>
    public static IReadOnlyList<string> Exports(List<string>? asked, IReadOnlyList<string> before) =>
        Planning.Texts("exports", asked) is { } names ? Handovers.Names(names) : before;

    private static Dictionary<string, double> Knobs(Dictionary<string, double> asked)
    {
        foreach (var (name, value) in asked)
        {
            var knob = Clusterers.Knobs.FirstOrDefault(k => k.Name == name) ?? throw Planning.Bad("cluster.settings", $"There is no setting '{Planning.Short(name)}'.", "The catalog of methods names them.");
            if (!(value >= knob.Least && value <= knob.Most) || (knob.Whole && value != Math.Floor(value)))
                throw Planning.Bad("cluster.settings", $"The value of '{knob.Name}' is out of its range.", $"It takes a {(knob.Whole ? "whole " : "")}number from {Text(knob.Least)} to {Text(knob.Most)}.");
        }

        return new(asked, StringComparer.Ordinal);
    }

    private static double? Between(string field, double? value, double least, double most) =>
        value is null || (value >= least && value <= most) ? value : throw Planning.Bad(field, "It is out of its range.", $"Give a number {(least == 0 ? "from 0" : "above 0")} to {Text(most)}.");

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
