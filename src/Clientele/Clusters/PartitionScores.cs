using Clientele.Numerics;
using Clientele.Numerics.Validity;
using Measured = Clientele.Numerics.Validity;

namespace Clientele.Clusters;

/// <summary>How well a partition fits, in the scaled space that was clustered. Noise is left out of every figure but its own count.</summary>
/// <param name="Inertia">Sum of squared distances of the rows to the mean of their cluster.</param>
/// <param name="Silhouette">Mean; NaN, not defined, with fewer than two clusters.</param>
/// <param name="CalinskiHarabasz">NaN with fewer than two clusters, or no rows more than clusters.</param>
/// <param name="DaviesBouldin">NaN with fewer than two clusters.</param>
/// <param name="Sizes">Rows of each cluster.</param>
/// <param name="Noise">Rows that belong to none.</param>
public sealed record PartitionScores(double Inertia, double Silhouette, double CalinskiHarabasz, double DaviesBouldin, IReadOnlyList<int> Sizes, int Noise)
{
    /// <summary>Up to so many rows every silhouette is exact; above, a seeded sample of them is measured against all.</summary>
    internal const int ExactSilhouettes = 20_000;

    // The choice of k says it in the same words.
    private const string Estimates = "Silhouettes are estimates";

    private const int LeastSample = 1_000;

    /// <summary>Scores of several partitions of the same rows; the distances for the silhouettes are shared where nothing is noise.</summary>
    internal static PartitionScores[] Of(Matrix x, IReadOnlyList<(int[] Labels, int K)> partitions, ulong seed, RunContext context, List<string> notes)
    {
        var scores = new PartitionScores[partitions.Count];
        var silhouettes = Silhouettes(x, partitions, seed, context, notes);
        var measures = CentreMeasures.Of(x, [.. partitions.Select(p => p.Labels)], new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        for (var p = 0; p < scores.Length; p++)
        {
            var (sizes, noise) = Counted(partitions[p].Labels, partitions[p].K);
            scores[p] = new(measures[p].Inertia, silhouettes[p], measures[p].CalinskiHarabasz, measures[p].DaviesBouldin, sizes, noise);
        }

        return scores;
    }

    /// <summary>Inertia, silhouette and sizes of several partitions of the same rows, none of them noise. What their method knows is not measured again.</summary>
    internal static (double Inertia, double Silhouette, int[] Sizes)[] Clear(Matrix x, IReadOnlyList<Partition> partitions, ulong seed, RunContext context, List<string> notes)
    {
        var silhouettes = Silhouettes(x, [.. partitions.Select(p => (p.Labels, p.K))], seed, context, notes);
        var unknown = partitions.Where(p => p.Inertia is null).ToArray();
        var measured = unknown.Length == 0 ? [] : CentreMeasures.Of(x, [.. unknown.Select(p => p.Labels)], new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        return [.. partitions.Select((p, i) => (p.Inertia ?? measured[Array.IndexOf(unknown, p)].Inertia, silhouettes[i], Counted(p.Labels, p.K).Sizes))];
    }

    /// <summary>The same from what the choice of k measured.</summary>
    internal static PartitionScores Of(Candidate candidate)
    {
        var (sizes, noise) = Counted(candidate.Model.Labels, candidate.Model.K);
        return new(candidate.Inertia, candidate.Silhouette, candidate.CalinskiHarabasz, candidate.DaviesBouldin, sizes, noise);
    }

    private static (int[] Sizes, int Noise) Counted(int[] labels, int k)
    {
        var sizes = new int[k];
        foreach (var label in labels)
        {
            if (label >= 0) sizes[label]++;
        }

        return (sizes, labels.Length - sizes.Sum());
    }

    private static double[] Silhouettes(Matrix x, IReadOnlyList<(int[] Labels, int K)> partitions, ulong seed, RunContext context, List<string> notes)
    {
        var silhouettes = new double[partitions.Count];
        Array.Fill(silhouettes, double.NaN);
        var (whole, places) = (new List<(int[], int)>(), new List<int>());
        for (var p = 0; p < partitions.Count; p++)
        {
            var (labels, k) = partitions[p];
            if (k < 2) continue;
            if (Array.TrueForAll(labels, label => label >= 0))
            {
                whole.Add((labels, k));
                places.Add(p);
                continue;
            }

            var (clean, kept) = Kept(x, labels);
            silhouettes[p] = Means(clean, [(kept, k)], seed, context, notes)[0];
        }

        if (whole.Count == 0) return silhouettes;
        var means = Means(x, whole, seed, context, notes);
        for (var i = 0; i < means.Length; i++) silhouettes[places[i]] = means[i];
        return silhouettes;
    }

    private static double[] Means(Matrix x, IReadOnlyList<(int[], int)> partitions, ulong seed, RunContext context, List<string> notes)
    {
        if (x.Rows <= ExactSilhouettes) return Measured.Silhouette.ExactMeans(x, partitions, context.Threads, context.Cancellation);
        var sample = (int)Math.Max(LeastSample, (long)ExactSilhouettes * ExactSilhouettes / x.Rows);
        var note = $"{Estimates} from {ClusterWords.Count(sample)} rows drawn by the seed, each measured against all; up to {ClusterWords.Count(ExactSilhouettes)} rows they are exact.";
        if (!notes.Exists(n => n.StartsWith(Estimates, StringComparison.Ordinal))) notes.Add(note);
        return Measured.Silhouette.SampledMeans(x, partitions, sample, seed, context.Threads, context.Cancellation);
    }

    private static (Matrix Rows, int[] Labels) Kept(Matrix x, int[] labels)
    {
        var (values, kept) = (new List<double>(), new List<int>());
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0) continue;
            kept.Add(labels[i]);
            foreach (var value in x.Row(i)) values.Add(value);
        }

        return (new([.. values], kept.Count, x.Columns), [.. kept]);
    }
}
