using System.Globalization;

namespace Clientele.Segments.Clusters;

/// <summary>Weighs elbow and silhouette when a range of k was asked for.</summary>
/// <remarks>
/// A mean silhouette of .5 or more says that the groups are really apart [Kaufman and Rousseeuw 1990: .5 is "a reasonable
/// structure"]; then the best silhouette decides alone. Below that, customers form a continuum, where the silhouette always
/// leans to two halves; then the located knee of the inertia curve decides, and the silhouette only chooses among the knee and
/// its two neighbours. Without a knee, the silhouette decides. Values that are equal to nine digits count as equal; then the smallest k wins.
/// </remarks>
internal static class ChoiceOfK
{
    public const double Apart = 0.5;
    public const double Weak = 0.25;
    private const double Same = 1e-9;

    /// <summary>The k to use and one sentence that says why.</summary>
    /// <param name="trials">Every k tried, ascending, at least one.</param>
    /// <param name="elbow">k of the located knee, or 0.</param>
    public static (int K, string Reason) Of(IReadOnlyList<KTrial> trials, int elbow)
    {
        if (trials.Count == 1) return (trials[0].K, $"k = {trials[0].K} was the only number of clusters to try.");
        var best = Best(trials, 0, int.MaxValue);
        if (best is null) return (trials[0].K, $"No silhouette is defined for any k, so the smallest, {trials[0].K}, was taken.");
        var weak = best.Silhouette < Weak ? " No k parts the customers clearly: the clusters divide a continuum." : "";
        if (best.Silhouette >= Apart)
            return (best.K, $"k = {best.K} has the best silhouette, {Text(best)}; from .5 on groups are really apart, so it decides{Against(elbow, best.K)}.");
        if (elbow == 0)
            return (best.K, $"The inertia curve has no knee, so the best silhouette decides: k = {best.K} with {Text(best)}.{weak}");
        var near = Best(trials, elbow - 1, elbow + 1) ?? best;
        if (near.K == best.K && near.K == elbow) return (near.K, $"Elbow and silhouette agree on k = {near.K} (silhouette {Text(near)}).{weak}");
        var overall = near.K == best.K ? "the best of all" : $"k = {best.K} has more, {Text(best)}, but below .5 the silhouette leans to few groups";
        return (near.K, $"The inertia curve bends at k = {elbow}; among it and its neighbours k = {near.K} has the best silhouette, {Text(near)} ({overall}).{weak}");
    }

    private static KTrial? Best(IReadOnlyList<KTrial> trials, int least, int most)
    {
        KTrial? best = null;
        foreach (var trial in trials)
        {
            if (trial.K < least || trial.K > most || double.IsNaN(trial.Silhouette)) continue;
            if (best is null || trial.Silhouette > best.Silhouette + Same) best = trial;
        }

        return best;
    }

    private static string Against(int elbow, int k) => elbow == 0 || elbow == k ? "" : $" (the inertia curve bends at {elbow})";

    private static string Text(KTrial trial) => trial.Silhouette.ToString("0.000", CultureInfo.InvariantCulture);
}
