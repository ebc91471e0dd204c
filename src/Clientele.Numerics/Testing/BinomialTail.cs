using MathNet.Numerics;

namespace Clientele.Numerics.Testing;

/// <summary>Chances of counts when every trial succeeds with the same chance.</summary>
public static class BinomialTail
{
    /// <summary>Chance of <paramref name="x"/> successes or more: the exact upper tail.</summary>
    /// <param name="x">0 … <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="share">Chance of each, 0 to 1.</param>
    /// <remarks>By the regularized incomplete beta function I(x, n − x + 1): [AS64] 26.5.24. O(1) in the count.</remarks>
    public static double AtLeast(long x, long trials, double share)
    {
        if (trials < 0 || x < 0 || x > trials) throw new ArgumentOutOfRangeException(nameof(x), x, $"Must lie between 0 and {trials}.");
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Must lie between 0 and 1.");
        return x == 0 ? 1 : share == 0 ? 0 : share == 1 ? 1 : SpecialFunctions.BetaRegularized(x, trials - x + 1, share);
    }
}
