using System.Globalization;
using Clientele.Cli.Arguments;
using Clientele.Clusters;

namespace Clientele.Cli.Commands;

/// <summary>The options that say how a table is clustered. Methods and their settings come from the catalog.</summary>
internal sealed class ClusterChoices
{
    private static readonly ClusterPlan s_plan = new();

    private readonly Setting _columns, _categorical, _frequency, _id, _method, _k, _scale, _missing, _seed, _model, _trust;
    private readonly List<(Knob Knob, Setting Setting)> _knobs = [];
    private readonly ReadingChoices _reading = new(namesRoles: false);

    public ClusterChoices()
    {
        var clusters = new OptionGroup("Clusters");
        _columns = clusters.Value("--columns", "A,B,…", "Columns to cluster by, by name or number [every numeric column that is no id].");
        _categorical = clusters.Value("--categorical", "A,B,…", "Columns of categories, for methods that take them.");
        _frequency = clusters.Value("--frequency", "A,B,…", "Columns of words that count as the share of the rows with the same word, for any method.");
        _id = clusters.Value("--id", "COLUMN", "Names the rows in labels.csv [the number of the row].");
        _method = clusters.Value("--method", "METHOD", $"{string.Join(", ", Clusterers.Catalog.Select(c => c.Name))}; or all, which compares them [{s_plan.Method}].");
        _k = clusters.Value("-k", "N|A..B", $"Clusters: a number, or a range to choose from [{KRange.Default.Least}..{KRange.Default.Most}].");
        _scale = clusters.Value("--scale", "HOW", $"standard, robust, minmax or none [{s_plan.Scale}].");
        _missing = clusters.Value("--missing", "HOW", $"Where a cell is empty: refuse the table, drop the row, or fill in the mean or median [{s_plan.Missing}].");
        _seed = clusters.Value("--seed", "N", $"Chooses the random starts; the same seed gives the same result [{s_plan.Seed.ToString(CultureInfo.InvariantCulture)}].");
        _model = clusters.Value("--model", "MODEL.json", "Assigns the rows to the clusters of an earlier run instead; finds columns by name.");
        _trust = clusters.Flag("--trust-units", "With --model: takes values that lie far from those that were fitted.");
        var settings = new OptionGroup("Settings of single methods");
        foreach (var knob in Clusterers.Knobs) _knobs.Add((knob, settings.Value("--" + knob.Name, knob.Words.Count > 0 ? "HOW" : knob.Whole ? "N" : "X", Meaning(knob))));
        Groups = [clusters, settings, .. _reading.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public ClusterPlan Read(Invocation invocation)
    {
        var plan = s_plan with
        {
            Input = invocation.Operands[0],
            Reading = _reading.Read(invocation),
            Columns = invocation[_columns] is { } columns ? Values.List("--columns", columns) : [],
            Categorical = invocation[_categorical] is { } categorical ? Values.List("--categorical", categorical) : [],
            Frequency = invocation[_frequency] is { } frequency ? Values.List("--frequency", frequency) : [],
            Id = invocation[_id],
            Method = invocation[_method] is { } method ? Method(method) : s_plan.Method,
            Settings = Settings(invocation),
            K = invocation[_k] is { } k && Values.Range("-k", k, 1, 1_000_000) is var (least, most) ? new KRange(least, most) : null,
            Scale = invocation[_scale] is { } scale ? Values.Word("--scale", scale, "standard", "robust", "minmax", "none") : s_plan.Scale,
            Missing = invocation[_missing] is { } missing ? Values.Word("--missing", missing, "refuse", "drop", "mean", "median") : s_plan.Missing,
            Seed = invocation[_seed] is { } seed ? Values.Seed("--seed", seed) : s_plan.Seed,
            Model = invocation[_model],
            TrustUnits = invocation.Has(_trust),
        };
        if (plan.Model is null) return plan.TrustUnits ? throw new UserException("usage.contradiction", "--trust-units means nothing without --model.", "Leave it out.") : plan;
        foreach (var setting in new[] { _columns, _categorical, _frequency, _method, _k, _scale, _missing }.Concat(_knobs.Select(k => k.Setting)))
        {
            if (invocation[setting] is not null) throw new UserException("usage.contradiction", $"{setting.Name} cannot be given with --model: the model says it.", $"Leave {setting.Name} out.");
        }

        return plan;
    }

    private static string Method(string method) =>
        string.Equals(method, ClusterPlan.AllMethods, StringComparison.OrdinalIgnoreCase) ? ClusterPlan.AllMethods : Clusterers.Catalog.Find(method).Name;

    private Dictionary<string, double> Settings(Invocation invocation)
    {
        var settings = new Dictionary<string, double>();
        foreach (var (knob, setting) in _knobs)
        {
            if (invocation[setting] is { } text) settings[knob.Name] = Value(knob, setting.Name, text);
        }

        return settings;
    }

    private static double Value(Knob knob, string option, string text)
    {
        if (knob.Words.Count > 0) return IndexOf(knob.Words, Values.Word(option, text, [.. knob.Words]));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= knob.Least && value <= knob.Most && (!knob.Whole || value == Math.Floor(value))
            ? value
            : throw Problems.Value(option, text, $"It takes a {(knob.Whole ? "whole " : "")}number from {Number(knob.Least)}{(double.IsInfinity(knob.Most) || knob.Most >= double.MaxValue ? " on" : $" to {Number(knob.Most)}")}.");
    }

    private static string Meaning(Knob knob)
    {
        var owners = string.Join(", ", Clusterers.Catalog.Where(c => c.Knobs.Any(k => k.Name == knob.Name)).Select(c => c.Name));
        var words = knob.Words.Count > 0 ? $" {string.Join(", ", knob.Words)}." : "";
        return $"{owners}: {knob.Summary.TrimEnd('.')}{(words.Length > 0 ? ":" + words.TrimEnd('.') : "")} [{knob.Otherwise ?? (knob.Words.Count > 0 ? knob.Words[(int)knob.Default] : Number(knob.Default))}].";
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        var at = 0;
        while (words[at] != word) at++;
        return at;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
