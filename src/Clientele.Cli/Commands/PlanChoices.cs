using System.Globalization;
using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The options that say what a run does. Defaults come from the plan's own records.</summary>
internal sealed class PlanChoices
{
    private static readonly SegmentOptions s_segments = new();
    private static readonly CleaningOptions s_cleaning = new();

    private readonly Setting _method, _map, _scoring, _thresholds, _k, _starts, _features, _transform, _scale, _seed;
    private readonly Setting _with, _asOf, _returns, _rules, _maxRejects, _excludedCap;
    private readonly ReadingChoices _reading;

    /// <summary>Makes the options.</summary>
    /// <param name="segments">Offers those of segments; without, the plan's own defaults hold.</param>
    public PlanChoices(bool segments = true)
    {
        var group = new OptionGroup("Segments");
        _method = group.Value("--method", "METHOD", $"both (the map and clusters, shown against each other), rfm (the map alone), kmeans (clusters alone), or clusters by another method of 'clientele cluster', like ward [{s_segments.Method}].");
        _map = group.Value("--map", "MAP", $"Map from scores to names: one of 'clientele maps', or a file of your own [{s_segments.Map}].");
        _scoring = group.Value("--scoring", "HOW", $"Scores 1 to 5 by quantile, nested quantile, or fixed thresholds [{s_segments.Scoring}].");
        _thresholds = group.Value("--thresholds", "M=A,B,…", "Upper bounds for fixed scores, like recency=30,90,180,365. Once per measure.", repeatable: true);
        _k = group.Value("-k", "N|A..B", $"Clusters: a number, or a range to choose from [{Text(s_segments.LeastK)}..{Text(s_segments.MostK)}].");
        _starts = group.Value("--starts", "N", $"Starts of every clustering; the best one counts [{Text(s_segments.Starts)}].");
        _features = group.Value("--features", "A,B,…", $"Measures to cluster by; see 'clientele features' [{string.Join(',', s_segments.Features)}].");
        _transform = group.Value("--transform", "HOW", $"log1p or none, before scaling [{s_segments.Transform}].");
        _scale = group.Value("--scale", "HOW", $"standard, robust, minmax or none [{s_segments.Scale}].");
        _seed = group.Value("--seed", "N", $"Chooses the random starts; the same seed gives the same result [{Text((long)s_segments.Seed)}].");
        var cleaning = new OptionGroup("Cleaning");
        _returns = cleaning.Value("--returns", "HOW", "exclude cancelled lines, net them against the customer's money, or match each with its sale [exclude].");
        _rules = cleaning.Value("--rules", "±RULE,…", "Rules on (+) or off (-): +non-product,-duplicate-line.");
        _with = group.Value("--with", "FILE[:KEY]", "Joins a table by customer, like demographics: its columns stand in segments.csv. May be given several times.", repeatable: true);
        _asOf = cleaning.Value("--as-of", "DATE", "Day that recency counts back from [the day after the last sale].");
        _maxRejects = cleaning.Value("--max-rejects", "SHARE", $"Most unreadable lines before the run stops [{s_cleaning.MaxRejects.ToString(CultureInfo.InvariantCulture)}].");
        _excludedCap = cleaning.Value("--excluded-cap", "N|all", $"Most lines per rule in excluded.csv [{Text(s_cleaning.ExcludedCap)}].");
        _reading = new ReadingChoices();
        Groups = segments ? [group, cleaning, .. _reading.Groups] : [cleaning, .. _reading.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public Plan Read(Invocation invocation)
    {
        var (extra, without) = Rules(invocation[_rules]);
        return new Plan
        {
            Inputs = invocation.Operands,
            Reading = _reading.Read(invocation),
            AsOf = invocation[_asOf] is { } date ? Values.Instant("--as-of", date) : null,
            With = invocation.All(_with),
            Segments = Segments(invocation),
            Cleaning = s_cleaning with
            {
                Returns = Returns(invocation[_returns]),
                Extra = extra,
                Without = without,
                MaxRejects = invocation[_maxRejects] is { } share ? Values.Share("--max-rejects", share) : s_cleaning.MaxRejects,
                ExcludedCap = invocation[_excludedCap] is not { } cap ? s_cleaning.ExcludedCap : cap == "all" ? -1 : Values.Long("--excluded-cap", cap, 0, long.MaxValue),
            },
        };
    }

    /// <summary>What was typed of the options that customer tables have, too.</summary>
    public SharedChoices Shared(Invocation invocation) => new(
        _reading.Read(invocation),
        invocation[_method],
        invocation[_k] is { } k ? Values.Range("-k", k, 1, 1000) : null,
        invocation[_features] is { } features ? Values.List("--features", features) : null,
        invocation.All(_with),
        invocation[_seed] is { } seed ? Values.Seed("--seed", seed) : null,
        invocation[_asOf] is { } date ? Values.Instant("--as-of", date) : null);

    /// <summary>A method that only customer tables have.</summary>
    public bool NamesTableMethod(Invocation invocation) => invocation[_method] is { } method && method.ToLowerInvariant() is not ("both" or "rfm" or "kmeans") && !Has(Clientele.Segments.SegmentStage.OtherMethods, method) && Has(People.Segments.Grouping.PeopleMethods.Names, method);

    private static bool Has(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Options about sales say nothing about a customer table.</summary>
    public void RefuseSalesOptions(Invocation invocation)
    {
        foreach (var setting in new[] { _map, _scoring, _thresholds, _starts, _transform, _scale, _returns, _rules, _maxRejects, _excludedCap })
        {
            if (invocation.Has(setting)) throw new UserException("usage.contradiction", $"{setting.Name} is for sales; this is a customer table.", $"Leave {setting.Name} out, or say --as sales.");
        }
    }

    // The other methods are looked up only when one of them may be meant.
    private static string Method(string text) => text.ToLowerInvariant() is "both" or "rfm" or "kmeans" ? text.ToLowerInvariant() : Values.Word("--method", text, ["both", "rfm", "kmeans", .. Clientele.Segments.SegmentStage.OtherMethods]);

    private SegmentOptions Segments(Invocation invocation)
    {
        var (leastK, mostK) = invocation[_k] is { } k ? Values.Range("-k", k, 1, 1000) : (s_segments.LeastK, s_segments.MostK);
        return s_segments with
        {
            Method = invocation[_method] is { } method ? Method(method) : s_segments.Method,
            Map = invocation[_map] ?? s_segments.Map,
            Scoring = invocation[_scoring] is { } scoring ? Values.Word("--scoring", scoring, "quantile", "nested", "fixed") : s_segments.Scoring,
            Thresholds = Thresholds(invocation.All(_thresholds)),
            LeastK = leastK,
            MostK = mostK,
            Starts = invocation[_starts] is { } starts ? Values.Integer("--starts", starts, 1, 10_000) : s_segments.Starts,
            Features = invocation[_features] is { } features ? Values.List("--features", features) : s_segments.Features,
            Transform = invocation[_transform] is { } transform ? Values.Word("--transform", transform, "log1p", "none") : s_segments.Transform,
            Scale = invocation[_scale] is { } scale ? Values.Word("--scale", scale, "standard", "robust", "minmax", "none") : s_segments.Scale,
            Seed = invocation[_seed] is { } seed ? Values.Seed("--seed", seed) : s_segments.Seed,
        };
    }

    private static IReadOnlyDictionary<string, double[]> Thresholds(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return s_segments.Thresholds;
        var thresholds = new Dictionary<string, double[]>();
        foreach (var text in texts)
        {
            var at = text.IndexOf('=');
            var words = at > 0 ? text[(at + 1)..].Split(',') : [];
            var bounds = new double[words.Length];
            var good = words.Length > 0;
            for (var i = 0; i < bounds.Length; i++)
            {
                good &= double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out bounds[i]) && double.IsFinite(bounds[i]);
                good &= i == 0 || bounds[i] > bounds[i - 1];
            }

            if (!good || !thresholds.TryAdd(text[..at].Trim(), bounds)) throw Problems.Value("--thresholds", text, "It takes a measure and rising bounds, once per measure, like recency=30,90,180,365.");
        }

        return thresholds;
    }

    private static (IReadOnlyList<string> Extra, IReadOnlyList<string> Without) Rules(string? text)
    {
        if (text is null) return (s_cleaning.Extra, s_cleaning.Without);
        var (extra, without) = (new List<string>(), new List<string>());
        foreach (var word in Values.List("--rules", text))
        {
            if (word.Length < 2 || word[0] is not ('+' or '-')) throw Problems.Value("--rules", text, "Each rule starts with + (on) or - (off): +non-product,-duplicate-line.");
            (word[0] == '+' ? extra : without).Add(word[1..]);
        }

        return (extra, without);
    }

    private static Returns Returns(string? text) => text is null
        ? s_cleaning.Returns
        : Values.Word("--returns", text, "exclude", "net", "match") switch
        {
            "net" => Clientele.Returns.Net,
            "match" => Clientele.Returns.Match,
            _ => Clientele.Returns.Exclude,
        };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
