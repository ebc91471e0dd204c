using Clientele.Segments;
using Clientele.Segments.Clusters;

namespace Clientele.Tests.Segments.Clusters;

public sealed class ChoiceOfKTests
{
    private static KTrial[] Trials(params double[] silhouettes) => [.. silhouettes.Select((s, i) => new KTrial(i + 2, 100 - i, s, 1, true, []))];

    [Theory]
    [InlineData(3, 4, 0.4, 0.8, 0.6)]       // apart: the silhouette decides
    [InlineData(2, 4, 0.5, 0.4, 0.45)]      // .5 is apart
    [InlineData(4, 4, 0.43, 0.33, 0.34)]    // continuum: the knee and its neighbours
    [InlineData(3, 4, 0.43, 0.35, 0.34, 0.3)]
    [InlineData(2, 3, 0.43, 0.33, 0.34)]    // the neighbour may be the best of all
    [InlineData(4, 0, 0.3, 0.33, 0.34)]     // no knee
    [InlineData(2, 0, 0.3, 0.3, 0.3)]       // a tie takes the smallest
    [InlineData(2, 0, 0.3, 0.3000000001, 0.3)]
    [InlineData(3, 0, double.NaN, 0.1, 0.05)]
    public void Elbow_and_silhouette_are_weighed_by_the_stated_rule(int expected, int elbow, params double[] silhouettes)
    {
        var (k, reason) = ChoiceOfK.Of(Trials(silhouettes), elbow);
        Assert.Equal(expected, k);
        Assert.Contains($"k = {k}", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Weak_structure_is_said() =>
        Assert.Contains("divide a continuum", ChoiceOfK.Of(Trials(0.2, 0.1, 0.1), 3).Reason, StringComparison.Ordinal);

    [Fact]
    public void One_k_needs_no_reason() => Assert.Equal(2, ChoiceOfK.Of(Trials(0.2), 0).K);
}
