using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Mixed;

namespace Clientele.Clusters;

/// <summary>
/// Rows with categories as numbers whose squared distances are what the method says two rows cost: a column of 0 and √(γ/2) per category,
/// so that two categories that differ lie γ apart. Scores are taken there; without categories the rows stay as they are.
/// </summary>
internal static class CategorySpace
{
    /// <summary>[rows × (numbers + categories)].</summary>
    public static Matrix Of(Matrix x, IReadOnlyList<ClusterColumn> columns, ClusterModel model)
    {
        if (model is not KPrototypesModel prototypes || !columns.Any(c => c.IsCategory)) return x;
        var width = columns.Sum(c => c.Categories?.Count ?? 1);
        if ((long)x.Rows * width > Array.MaxLength) throw ClusterProblems.TooManyValues(x.Rows, width);
        var (values, step) = (new double[x.Rows * width], Math.Sqrt(prototypes.Gamma / 2));
        for (var i = 0; i < x.Rows; i++)
        {
            var row = x.Row(i);
            var at = i * width;
            for (var q = 0; q < columns.Count; q++)
            {
                if (columns[q].Categories is { } words)
                {
                    values[at + (int)row[q]] = step;
                    at += words.Count;
                }
                else values[at++] = row[q];
            }
        }

        return new(values, x.Rows, width);
    }
}
