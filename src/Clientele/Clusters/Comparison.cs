using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;

namespace Clientele.Clusters;

/// <summary>Every method on the same rows.</summary>
/// <param name="Rows">In menu order.</param>
/// <param name="Recommended">Name of the method to use.</param>
/// <param name="Recommendation">Why, in words; or that there are no clusters.</param>
public sealed record Comparison(IReadOnlyList<ComparedMethod> Rows, string Recommended, string Recommendation)
{
    /// <summary>A silhouette less than this below the best is as good: then the method further up in the menu is taken.</summary>
    private const double AsGood = 0.02;

    /// <summary>A partition with a cluster smaller than this share of the rows sets single rows aside rather than finding groups.</summary>
    private const double Sliver = 0.01;

    /// <summary>Average agreement from which methods are said to agree.</summary>
    private const double Agree = 0.8;

    internal static Comparison Of(IReadOnlyList<ComparedMethod> rows, KSearch? search, int count)
    {
        var usable = rows.Where(r => r.Model is { K: > 1 } && r.Scores!.Noise * 2 < count).ToList();
        if (usable.Count == 0)
        {
            var any = rows.First(r => r.Model is not null);
            return new(rows, any.Name, "No method found more than one cluster.");
        }

        var solid = usable.Where(r => r.Scores!.Sizes.Min() >= Math.Max(2, Sliver * count)).ToList();
        if (solid.Count > 0) usable = solid;
        var best = usable.Max(Height);
        var chosen = usable.First(r => !(Height(r) < best - AsGood));
        var agreement = Agreements(chosen, usable);
        var words = $"Recommended: {chosen.Name} with {ClusterWords.Count(chosen.Model!.K, "cluster")}, silhouette {ClusterWords.Score(chosen.Scores!.Silhouette)}";
        words += Height(chosen) >= best - 1e-9 ? ", the best of all." : $"; the best has {ClusterWords.Score(best)}, hardly more, and {chosen.Name} is the simpler one.";
        if (agreement.Length > 0)
        {
            var mean = agreement.Average();
            words += mean >= Agree
                ? $" The methods agree: on average their clusters match by {ClusterWords.Score(mean)} (adjusted Rand index; 1 is the same)."
                : $" The methods do not agree: on average their clusters match by {ClusterWords.Score(mean)} only (adjusted Rand index; 1 is the same), so look before you trust them.";
        }

        if (search is { NoStructure: true }) words = $"{search.Reason} If parts are wanted all the same: {char.ToLowerInvariant(words[0])}{words[1..]}";
        else if (search is not null) words += $" {search.Reason}";
        return new(rows, chosen.Name, words);

        // Rows that were left out count as lying between clusters: leaving out what is hard must not pay.
        double Height(ComparedMethod method) => method.Scores!.Silhouette * (count - method.Scores.Noise) / count;
    }

    private static double[] Agreements(ComparedMethod chosen, List<ComparedMethod> usable) =>
        [.. usable.Where(r => !ReferenceEquals(r, chosen)).Select(r => Agreement.AdjustedRand(chosen.Model!.Labels, r.Model!.Labels))];
}

/// <summary>What one method found.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Model">Null when it did not run.</param>
/// <param name="Scores">Null when it did not run.</param>
/// <param name="LeftOut">Why it did not run, or null.</param>
public sealed record ComparedMethod(string Name, ClusterModel? Model, PartitionScores? Scores, string? LeftOut);
