using System.Numerics;

namespace Clientele.Numerics.Association;

/// <summary>Pearson's r of exact sums.</summary>
internal static class PearsonSums
{
    /// <summary>n Σab − Σa Σb over the root of the product of the same for each with itself; exactly ± 1 on a line.</summary>
    public static double Of(long n, Int128 a, Int128 b, Int128 aa, Int128 bb, Int128 ab)
    {
        if (n < 2) return double.NaN;
        var (first, second) = (Centred(n, a, a, aa), Centred(n, b, b, bb));
        if (first.IsZero || second.IsZero) return double.NaN;
        var both = Centred(n, a, b, ab);
        if (both * both == first * second) return both.Sign;
        var r = Double(both) / (Math.Sqrt(Double(first)) * Math.Sqrt(Double(second)));
        return Math.Clamp(r, -1, 1);
    }

    private static BigInteger Centred(long n, Int128 a, Int128 b, Int128 ab) => ((BigInteger)n * ab) - ((BigInteger)a * b);

    // The library's conversion drops bits; the top 62 are enough to round by.
    private static double Double(BigInteger value)
    {
        var shift = (int)Math.Max(0, (long)BigInteger.Abs(value).GetBitLength() - 62);
        return Math.ScaleB((double)(long)(value >> shift), shift);
    }
}
