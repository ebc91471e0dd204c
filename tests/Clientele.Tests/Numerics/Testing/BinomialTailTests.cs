using Clientele.Numerics.Testing;

namespace Clientele.Tests.Numerics.Testing;

public sealed class BinomialTailTests
{
    [Fact]
    public void Equals_the_sum_of_its_terms()
    {
        foreach (var n in (int[])[1, 2, 7, 30, 60])
        {
            foreach (var share in (double[])[0.001, 0.1, 0.5, 0.93])
            {
                var term = Math.Pow(1 - share, n);
                var below = 0.0;
                for (var x = 0; x <= n; x++)
                {
                    // Small tails from above, where a difference from 1 would lose all digits.
                    var sum = Enumerable.Range(x, n - x + 1).Sum(k => Term(n, k, share));
                    Assert.Equal(1, BinomialTail.AtLeast(x, n, share) / sum, 1e-11);
                    Assert.Equal(1 - below, BinomialTail.AtLeast(x, n, share), 1e-12);
                    below += term;
                    term *= (n - x) / (x + 1.0) * share / (1 - share);
                }
            }
        }
    }

    [Fact]
    public void Ends_are_certain()
    {
        Assert.Equal((1.0, 1.0, 0.0, 1.0), (BinomialTail.AtLeast(0, 0, 0.3), BinomialTail.AtLeast(0, 9, 0), BinomialTail.AtLeast(1, 9, 0), BinomialTail.AtLeast(9, 9, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTail.AtLeast(4, 3, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTail.AtLeast(1, 3, double.NaN));
    }

    private static double Term(int n, int k, double share)
    {
        var log = 0.0;
        for (var i = 1; i <= k; i++) log += Math.Log((double)(n - k + i) / i);
        return Math.Exp(log + (k * Math.Log(share)) + ((n - k) * Math.Log(1 - share)));
    }
}
