using Clientele.Numerics.Medoids;
using Clientele.Numerics.Mixed;

namespace Clientele.Clusters;

/// <summary>Methods whose clusters gather around typical rows.</summary>
internal static class MedoidMethods
{
    private static readonly Knob s_sample = new("sample-rows", "Beyond so many different rows, medoids are sought in five samples of that size; 0 compares all pairs.", 4000, 0, 1e9) { Whole = true };

    public static Choice<ClusterMethod> KMedoids { get; } = new(
        "kmedoids", "Groups around typical rows; outliers pull less.", [s_sample],
        settings => new ClusterMethod(aim => new KMedoids(new KMedoidsOptions { K = aim.K, Seed = aim.Seed, SampleRows = (int)settings[s_sample] }))
        {
            Centres = static model => ((KMedoidsModel)model).Medoids.Values,
            NotByCentre = "a medoid is one of the rows, not the mean of its cluster",
            SampledBeyond = (int)settings[s_sample],
            Facts = static model => [new("totalDistance", [((KMedoidsModel)model).TotalDistance])],
        });

    public static Choice<ClusterMethod> KPrototypes { get; } = new(
        "kprototypes", "K-Means for numbers and categories together; see --categorical.", [CentreMethods.Starts],
        settings => new ClusterMethod(aim => new KPrototypes(new KPrototypesOptions { K = aim.K, Seed = aim.Seed, Starts = (int)settings[CentreMethods.Starts], Categorical = aim.Categorical }))
        {
            Centres = static model => ((KPrototypesModel)model).Centres.ToArray(),
            NotByCentre = "centres hold the commonest categories beside means, and rows are held against them in another unit",
            TakesCategories = true,
            Facts = static model => [new("cost", [((KPrototypesModel)model).Cost]), new("gamma", [((KPrototypesModel)model).Gamma])],
        });
}
