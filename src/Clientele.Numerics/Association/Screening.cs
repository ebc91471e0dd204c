using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Association;

/// <summary>
/// Looks columns of numbers over before they become features. Of two that say the same, the one with fewer gaps stays, of equals the
/// earlier: columns are gone through in that order, and one leaves when one that stays is near enough to it.
/// </summary>
public static class Screening
{
    /// <summary>Numbers for each column; costs the correlation of all pairs.</summary>
    /// <param name="columns">[d], each [n]; finite, or NaN for missing.</param>
    /// <param name="groups">A partition to separate: from 0, −1 for none [n]; null: not asked.</param>
    /// <param name="options">Bounds; null: the defaults.</param>
    /// <param name="context">Threads, progress, cancellation, limit; null: the defaults.</param>
    public static ColumnScreening[] Of(IReadOnlyList<double[]> columns, int[]? groups = null, ScreeningOptions? options = null, FitContext? context = null)
    {
        var (n, d) = (ColumnCheck.Rows(columns), columns.Count);
        if (groups is not null && groups.Length != n) throw new ArgumentException($"{groups.Length} groups for {n} rows.", nameof(groups));
        (options, context) = (options ?? new(), context ?? FitContext.Default);
        var correlation = Correlation.Pearson(columns, context);
        var (counts, ratios, sorts) = (new (int Present, int Distinct, bool Whole)[d], new double[d], new ValueSort[Crew.Count(context.Threads)]);
        using var crew = new Crew(context.Threads);
        crew.Run(d, (q, worker) =>
        {
            counts[q] = Count((sorts[worker] ??= new()).Sort(columns[q], $"columns[{q}]"));
            ratios[q] = groups is null ? double.NaN : CorrelationRatio.Of(columns[q], groups).EtaSquared;
        }, context.Cancellation);

        var twins = Twins(correlation, counts, options.NearDuplicate);
        var screened = new ColumnScreening[d];
        for (var q = 0; q < d; q++)
        {
            var (present, distinct, whole) = counts[q];
            var (missing, share) = (n == 0 ? 0 : (double)(n - present) / n, present == 0 ? 0 : (double)distinct / present);
            screened[q] = new(
                missing, distinct, share, distinct <= 1, missing >= options.TooEmpty, whole && distinct > 1 && present >= options.IdLikeFrom && share >= options.IdLike,
                twins[q], twins[q] < 0 ? double.NaN : correlation[q, twins[q]], ratios[q], groups is null || ratios[q] >= options.Separating);
        }

        return screened;
    }

    private static (int Present, int Distinct, bool Whole) Count(ReadOnlySpan<double> sorted)
    {
        var (distinct, whole) = (0, true);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] == sorted[i - 1]) continue;
            distinct++;
            whole &= sorted[i] == Math.Floor(sorted[i]);
        }

        return (sorted.Length, distinct, whole);
    }

    private static int[] Twins(CorrelationMatrix correlation, (int Present, int Distinct, bool Whole)[] counts, double bound)
    {
        var (twins, stay) = (new int[counts.Length], new List<int>());
        foreach (var q in Enumerable.Range(0, counts.Length).OrderByDescending(q => counts[q].Present).ThenBy(q => q))
        {
            twins[q] = -1;
            var nearest = 0.0;
            foreach (var other in stay)
            {
                var near = Math.Abs(correlation[q, other]);
                if (near >= bound && (near > nearest || (near == nearest && other < twins[q]))) (twins[q], nearest) = (other, near);
            }

            if (twins[q] < 0) stay.Add(q);
        }

        return twins;
    }
}
