using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Validity;

/// <summary>The measures that rest on the centres of a partition.</summary>
/// <param name="Inertia">As <see cref="Validity.Inertia"/> gives it.</param>
/// <param name="CalinskiHarabasz">As <see cref="Validity.CalinskiHarabasz"/> gives it.</param>
/// <param name="DaviesBouldin">As <see cref="Validity.DaviesBouldin"/> gives it.</param>
public sealed record CentreMeasures(double Inertia, double CalinskiHarabasz, double DaviesBouldin)
{
    /// <summary>
    /// All of them for several partitions of the same rows, bit for bit what each gives alone: the rows are laid out once, each partition
    /// is summed up once, and threads share the partitions.
    /// </summary>
    /// <param name="x">Finite values [n × d].</param>
    /// <param name="partitions">Cluster of each row [n] each, 0 and up; −1 is noise.</param>
    /// <param name="context">Threads and cancellation; null: the defaults.</param>
    /// <remarks>Costs n · d per partition.</remarks>
    public static CentreMeasures[] Of(Matrix x, IReadOnlyList<int[]> partitions, FitContext? context = null)
    {
        Require.Finite(x);
        ArgumentNullException.ThrowIfNull(partitions);
        context ??= FitContext.Default;
        using var crew = new Crew(context.Threads);
        var (points, measures) = (new Points(x, null, crew, context.Cancellation), new CentreMeasures[partitions.Count]);
        crew.Run(measures.Length, (p, _) =>
        {
            var sums = ClusterSums.Of(points, x.Rows, partitions[p], null);
            measures[p] = new(points.OriginalSquare(Validity.Inertia.Within(sums)), Validity.CalinskiHarabasz.Of(sums), Validity.DaviesBouldin.Of(sums));
        }, context.Cancellation);
        return measures;
    }
}
