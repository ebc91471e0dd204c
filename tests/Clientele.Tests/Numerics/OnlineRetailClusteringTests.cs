using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Scaling;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics;

public sealed class OnlineRetailClusteringTests
{
    [Fact]
    public void Fits_are_as_good_as_the_reference_or_better()
    {
        var rfm = OnlineRetail.Rfm();
        Assert.Equal(4338, rfm.Rows);
        Assert.Equal(18_532, Enumerable.Range(0, rfm.Rows).Sum(i => rfm.Row(i)[1]));
        Assert.Equal(8_887_208.894, Enumerable.Range(0, rfm.Rows).Sum(i => rfm.Row(i)[2]), 1e-6);

        var x = Standard.Fit(rfm, log1p: true).Apply(rfm);
        var fits = KMeans.FitRange(x, 2, 10, new KMeansOptions { Starts = 10, Seed = 0 });
        var silhouettes = Silhouette.ExactMeans(x, [.. fits.Select(f => (f.Labels, f.K))], 0);

        using var reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OnlineRetail.Root, "reference", "clustering.json")));
        var rows = reference.RootElement.GetProperty("rfm-kmeans").GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(fits.Count, rows.Length);
        foreach (var row in rows)
        {
            var k = row.GetProperty("k").GetInt32();
            var (fit, inertia) = (fits[k - 2], row.GetProperty("inertia").GetDouble());
            Assert.True(fit.Converged && fit.K == k);
            Assert.True(fit.Inertia <= inertia * (1 + 1e-9), $"k = {k}: {fit.Inertia:R} is worse than {inertia:R}");
            var silhouette = row.GetProperty("silhouette").GetDouble();
            if (Math.Abs((fit.Inertia / inertia) - 1) <= 1e-7) Assert.Equal(silhouette, silhouettes[k - 2], 1e-5);
            Assert.Equal(silhouette, silhouettes[k - 2], 0.01);
        }

        Assert.InRange(Knee.Locate([.. fits.Select(f => (double)f.K)], [.. fits.Select(f => f.Inertia)]), 1, 7);
    }
}
