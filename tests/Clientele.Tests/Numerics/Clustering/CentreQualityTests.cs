using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>How good the methods are, and what must not change how good.</summary>
public sealed class CentreQualityTests
{
    [Fact]
    public void Column_order_changes_no_cluster() => Case.Check(300, c => // I6
    {
        // Columns of different widths; a row that stands midway between two centres may go to either by the last digit.
        var x = (c with { Shape = c.Seed % 2 == 0 ? Shape.Blobs : Shape.Retail, Columns = 4 }).Matrix();
        var order = Oracle.Shuffled(4, c.Seed);
        var mixed = new Matrix([.. Enumerable.Range(0, x.Rows).SelectMany(i => order.Select(q => x.Row(i)[q]))], x.Rows, 4);
        return CentreMethods.All(c).All(method =>
        {
            var (here, there) = (method.Of(x), method.Of(mixed));
            return here.K == there.K && Enumerable.Range(0, x.Rows).All(i =>
            {
                var (own, other) = (here.Labels[i], there.Labels[i]);
                var back = new double[4];
                for (var q = 0; q < 4; q++) back[order[q]] = there.Centres[(other * 4) + q];
                var (a, b) = (Oracle.Square(x.Row(i), here.Centres.AsSpan(own * 4, 4)), Oracle.Square(x.Row(i), back));
                return here.Centres.AsSpan(own * 4, 4).SequenceEqual(back) || Math.Abs(a - b) <= 1e-12 * a;
            });
        });
    });

    [Fact]
    public void Equal_columns_in_width_are_told_apart_by_what_they_hold()
    {
        var x = new Case(Shape.Ties, 60, 5, 3, 8).Matrix();
        var order = ColumnOrder.Of(x, ColumnRanges.Of(x, null, default));
        int[] turned = [3, 0, 4, 1, 2];
        var mixed = new Matrix([.. Enumerable.Range(0, 60).SelectMany(i => turned.Select(q => x.Row(i)[q]))], 60, 5);
        Assert.Equal(order, ColumnOrder.Of(mixed, ColumnRanges.Of(mixed, null, default)).Select(q => turned[q]));
    }

    [Fact]
    public void Small_data_is_solved_or_nearly_so() // I27
    {
        var gaps = new Dictionary<string, (int Cases, int Solved, double Gap)>(StringComparer.Ordinal);
        Case.Check(150, c =>
        {
            var k = 2 + (c.Seed % 2);
            var x = (c with { Rows = 4 + (c.Seed % 5), Columns = 1 + (c.Seed % 2) }).Matrix();
            var best = Oracle.Exhaustive(x, k);
            foreach (var method in CentreMethods.All(c with { K = k }))
            {
                var found = method.Of(x).Inertia;
                if (found < (best * (1 - 1e-9)) - 1e-9) return false;
                var (cases, solved, gap) = gaps.GetValueOrDefault(method.Method);
                var good = found <= (best * (1 + 1e-9)) + 1e-12;
                gaps[method.Method] = (cases + 1, solved + (good ? 1 : 0), gap + (good || best == 0 ? 0 : Math.Min(1, (found / best) - 1)));
            }

            return true;
        });
        Assert.True(gaps["kmeans"].Solved >= 0.8 * gaps["kmeans"].Cases, $"{gaps["kmeans"]}");
        Assert.All(gaps, gap => Assert.True(gap.Value.Gap / gap.Value.Cases <= 0.25, $"{gap}"));
    }

    [Fact]
    public void Separated_blobs_are_found_by_all()
    {
        var c = new Case(Shape.Blobs, 4000, 2, 4, 12);
        var best = KMeans.Fit(c.Matrix(), new() { K = 4, Starts = 20, Threads = 1 }).Inertia;
        foreach (var method in new IClusterer[] { new KMeansClusterer(new() { K = 4 }), new MiniBatchClusterer(new() { K = 4 }), new BisectingClusterer(new() { K = 4 }) })
            Assert.InRange(method.Of(c.Matrix()).Inertia / best, 1 - 1e-12, 1.05);
    }

    [Fact]
    public void Refinement_and_further_splits_lower_the_inertia() => Case.Check(200, c =>
    {
        var x = c.Matrix();
        double Of(int k, bool refine) => new BisectingClusterer(new() { K = k, Seed = (ulong)c.Seed, Starts = 2, Refine = refine }).Of(x).Inertia;
        return Of(c.K, true) <= Of(c.K, false) * (1 + 1e-12) && Of(c.K + 1, false) <= Of(c.K, false) * (1 + 1e-12);
    });

    [Fact]
    public void Far_more_rows_are_searched_on_a_stand_in_first()
    {
        var x = new Case(Shape.Blobs, 150_000, 2, 4, 5).Matrix();
        x.Values[77] = 400; // One row far from all others is a cluster of its own.
        var (one, two) = (Fit(x, 1), Fit(x, 2));
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Centres, two.Centres);
        Assert.Single(one.Labels, label => label == one.Labels[38]);
        var direct = new Descent(new Points(x), 5, null, default).FromDraws(5, new Draws(0, 5, 0), 300);
        Assert.True(one.Inertia <= new Points(x).OriginalSquare(direct.Inertia) * 1.02);

        static KMeansFit Fit(Matrix x, int threads) => KMeans.Fit(x, new() { K = 5, Starts = 1, Threads = threads });
    }
}
