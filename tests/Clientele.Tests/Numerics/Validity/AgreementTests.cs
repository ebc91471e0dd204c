using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class AgreementTests
{
    [Fact]
    public void Agreement_with_the_species_is_as_scikit_learn_has_it()
    {
        var iris = References.Python.GetProperty("iris-partitions");
        var species = References.Integers(iris.GetProperty("species"));
        foreach (var partition in iris.GetProperty("partitions").EnumerateArray())
        {
            var labels = References.Integers(partition.GetProperty("labels"));
            Assert.Equal(partition.GetProperty("adjustedRand").GetDouble(), Agreement.AdjustedRand(species, labels), 1e-10);
            Assert.Equal(partition.GetProperty("rand").GetDouble(), Agreement.Rand(species, labels), 1e-10);
            Assert.Equal(partition.GetProperty("nmi").GetDouble(), Agreement.NormalisedMutualInformation(species, labels), 1e-10);
            Assert.Equal(partition.GetProperty("ami").GetDouble(), Agreement.AdjustedMutualInformation(species, labels), 1e-10);
        }
    }

    [Fact]
    public void Many_clusters_by_chance_are_as_scikit_learn_has_them()
    {
        var chance = References.Python.GetProperty("chance-agreement");
        var (a, b) = (References.Integers(chance.GetProperty("a")), References.Integers(chance.GetProperty("b")));
        Assert.Equal(chance.GetProperty("ami").GetDouble(), Agreement.AdjustedMutualInformation(a, b), 1e-9);
        Assert.Equal(chance.GetProperty("nmi").GetDouble(), Agreement.NormalisedMutualInformation(a, b), 1e-9);
    }

    [Fact]
    public void Indices_are_those_of_all_pairs() => Case.Check(1000, c =>
    {
        var (a, b) = Two(c, c.Rows + 2);
        var (both, first, second, none) = PlainMeasures.Pairs(a, b);
        var information = PlainMeasures.Information(a, b) / (0.5 * (PlainMeasures.Entropy(a) + PlainMeasures.Entropy(b)));
        return Close(Agreement.Rand(a, b), (both + none) / (both + first + second + none))
            && Close(Agreement.Jaccard(a, b), both + first + second == 0 ? 1 : both / (both + first + second))
            && (double.IsNaN(information) || Close(Agreement.NormalisedMutualInformation(a, b), information));
    });

    [Fact]
    public void Expected_information_is_the_mean_over_all_orders() => Case.Check(15, c =>
    {
        var (a, b) = Two(c, 6);
        var mean = PlainMeasures.MeanInformation(a, b);
        return Close(ExpectedInformation.Of(new Overlap(a, b)), mean);
    });

    [Fact]
    public void All_are_symmetric_one_for_equal_and_adjusted_ones_near_zero_by_chance() => Case.Check(400, c =>
    {
        var (a, b) = Two(c, c.Rows + 300);
        int[] renamed = [.. a.Select(l => (l * 17) + 5)];
        Func<int[], int[], double>[] all =
            [(s, t) => Agreement.AdjustedRand(s, t), (s, t) => Agreement.Rand(s, t), (s, t) => Agreement.Jaccard(s, t), (s, t) => Agreement.NormalisedMutualInformation(s, t), (s, t) => Agreement.AdjustedMutualInformation(s, t)];
        return Array.TrueForAll(all, of => Math.Abs(of(a, b) - of(b, a)) <= 1e-12 && of(a, renamed) == 1 && Math.Abs(of(renamed, b) - of(a, b)) <= 1e-12 && of(a, b) <= 1)
            && Math.Abs(Agreement.AdjustedRand(a, b)) < 0.12 && Math.Abs(Agreement.AdjustedMutualInformation(a, b)) < 0.12;
    });

    [Fact]
    public void Large_tables_keep_their_digits()
    {
        var random = new Random(3);
        var (a, b) = (new int[400_000], new int[400_000]);
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (random.Next(10), random.Next(10));
        // By chance 2 n MI is about chi-squared with 81 degrees; what is left has mean 0 and deviation √162 / 2 n, over log 10.
        Assert.InRange(Agreement.AdjustedMutualInformation(a, b), -5e-5, 5e-5);
        Assert.Equal(1, Agreement.AdjustedMutualInformation(a, a));
    }

    [Fact]
    public void Edges_agree()
    {
        Assert.Equal(1, Agreement.Rand([], []));
        Assert.Equal(1, Agreement.Jaccard([1, 2, 3], [3, 2, 1]));
        Assert.Equal(1, Agreement.NormalisedMutualInformation([4, 4], [7, 7]));
        Assert.Equal(0, Agreement.NormalisedMutualInformation([4, 4], [7, 8]));
        Assert.Equal(0, Agreement.AdjustedMutualInformation([4, 4, 4], [7, 8, 9]));
        Assert.Equal(1, Agreement.AdjustedMutualInformation([1, 2, 3], [3, 2, 1]));
        Assert.Throws<ArgumentException>(() => Agreement.Jaccard([1], [1, 2]));
    }

    private static (int[] A, int[] B) Two(Case c, int n)
    {
        var random = new Random(c.Seed);
        return ([.. Enumerable.Range(0, n).Select(_ => random.Next(-1, c.K))], [.. Enumerable.Range(0, n).Select(_ => random.Next(4))]);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-12;
}
