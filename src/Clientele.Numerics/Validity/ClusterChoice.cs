using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Validity;

/// <summary>What the measures say about one number of clusters.</summary>
/// <param name="K">Clusters asked for.</param>
/// <param name="Model">The fit on all rows.</param>
/// <param name="Inertia">Σ squared distances to the means of the clusters.</param>
/// <param name="Share">What part of all squares that is.</param>
/// <param name="Silhouette">Mean; NaN where it is not defined.</param>
/// <param name="CalinskiHarabasz">Larger is better.</param>
/// <param name="DaviesBouldin">Smaller is better.</param>
/// <param name="Gap">Gap statistic and its error; null beyond the end of its curve.</param>
/// <param name="Strength">Prediction strength; null where the rows do not suffice.</param>
public sealed record Candidate(
    int K, ClusterModel Model, double Inertia, double Share, double Silhouette, double CalinskiHarabasz, double DaviesBouldin, GapAtK? Gap, Strength? Strength);

/// <summary>What one measure would choose.</summary>
/// <param name="Measure">Its name.</param>
/// <param name="K">Its choice; 1 for "no clusters", 0 when it has none.</param>
/// <param name="Weight">Votes it has.</param>
/// <param name="Why">Its figures, a phrase.</param>
public sealed record Vote(string Measure, int K, int Weight, string Why);

/// <summary>A recommended number of clusters, with its reasons.</summary>
/// <param name="K">Recommended; 1 when there is no cluster structure.</param>
/// <param name="RunnerUp">The number with the next most votes; 0 when there is none.</param>
/// <param name="Structure">The test for clusters; null when there are too few rows to say anything.</param>
/// <param name="Votes">What each measure would choose.</param>
/// <param name="Candidates">All figures, by k.</param>
/// <param name="Text">The reasons in plain words with their numbers: a few sentences.</param>
/// <param name="Notes">What was estimated from samples, a sentence each.</param>
public sealed record ClusterChoice(
    int K, int RunnerUp, StructureFinding? Structure, IReadOnlyList<Vote> Votes, IReadOnlyList<Candidate> Candidates, string Text, IReadOnlyList<string> Notes)
{
    /// <summary>Whether there is a cluster structure.</summary>
    public bool HasStructure => K > 1;
}
