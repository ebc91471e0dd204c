using Clientele.Numerics;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class ClarityTests
{
    [Fact]
    public void Groups_stand_out_and_one_hump_does_not()
    {
        var (groups, hump) = (Clarity.Of(Rows(300, 3, 1))!, Clarity.Of(Rows(300, 0, 1))!);
        Assert.Equal(3, groups.K);
        Assert.InRange(groups.Excess, 0.2, 1);
        Assert.InRange(hump.Excess, -0.1, 0.06);
        Assert.Equal(groups.Silhouette - groups.Expected, groups.Excess, 1e-15);
    }

    [Fact]
    public void A_column_of_noise_lowers_it()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (with, without) = (Clarity.Of(Rows(200, 3, seed, noise: true))!, Clarity.Of(Rows(200, 3, seed))!);
            Assert.True(with.Excess < without.Excess, $"seed {seed}: {with.Excess} with noise, {without.Excess} without");
        }
    }

    [Fact]
    public void Order_of_rows_and_threads_change_no_bit()
    {
        var x = Rows(700, 3, 2);
        int[] order = Oracle.Shuffled(700, 9);
        var mixed = new Matrix([.. order.SelectMany(i => x.Row(i).ToArray())], 700, x.Columns);
        Assert.Equal(Clarity.Of(x, context: new() { Threads = 1 }), Clarity.Of(mixed, context: new() { Threads = 3 }));
        Assert.Equal(Clarity.BestSilhouette(x), Clarity.BestSilhouette(mixed));
    }

    [Fact]
    public void Too_few_rows_say_nothing()
    {
        Assert.Null(Clarity.Of(Rows(7, 0, 1)));
        Assert.Null(Clarity.Of(new Matrix(new double[40], 20, 2)));
        Assert.True(double.IsNaN(Clarity.BestSilhouette(Rows(7, 0, 1))));
    }

    // Normal values of two columns around so many centres, 6 apart; perhaps a third column of even noise.
    private static Matrix Rows(int n, int centres, int seed, bool noise = false)
    {
        var (random, d) = (new Random(seed), noise ? 3 : 2);
        var values = new double[n * d];
        for (var i = 0; i < n; i++)
        {
            var centre = centres == 0 ? 0 : i % centres;
            values[i * d] = Normal(random) + (centre == 1 ? 6 : 0);
            values[(i * d) + 1] = Normal(random) + (centre == 2 ? 6 : 0);
            if (noise) values[(i * d) + 2] = random.NextDouble() * 12;
        }

        return new(values, n, d);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
