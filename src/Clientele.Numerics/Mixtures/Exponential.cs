using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics.Mixtures;

/// <summary>exp and ln, four at a time, from additions, multiplications and one division alone: the same bits on every machine.</summary>
internal static class Exponential
{
    // Adding this puts the nearest whole number into the low bits.
    private const double Round = 6755399441055744.0;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Below this, <see cref="Of"/> is 0.</summary>
    public const double Least = -708;

    /// <summary>e^x for x ≤ 700, within 2 units of the last place; 0 below −708 (and for −∞).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        var some = Vector256.GreaterThanOrEqual(x, Vector256.Create(Least));
        x = Vector256.ConditionalSelect(some, x, Vector256<double>.Zero);
        var shifted = (x * Vector256.Create(1.4426950408889634)) + Vector256.Create(Round);
        var whole = shifted - Vector256.Create(Round);
        var r = (x - (whole * Vector256.Create(Ln2High))) - (whole * Vector256.Create(Ln2Low));

        // Taylor to the 13th power, in halves by Estrin: |r| ≤ ln 2 / 2 leaves an error of 4e-18.
        var r2 = r * r;
        var r4 = r2 * r2;
        var a = (Vector256.Create(1 / 2.0) + (r * Vector256.Create(1 / 6.0))) + (r2 * (Vector256.Create(1 / 24.0) + (r * Vector256.Create(1 / 120.0))));
        var b = (Vector256.Create(1 / 720.0) + (r * Vector256.Create(1 / 5040.0))) + (r2 * (Vector256.Create(1 / 40320.0) + (r * Vector256.Create(1 / 362880.0))));
        var c = (Vector256.Create(1 / 3628800.0) + (r * Vector256.Create(1 / 39916800.0))) + (r2 * (Vector256.Create(1 / 479001600.0) + (r * Vector256.Create(1 / 6227020800.0))));
        var power = Vector256<double>.One + (r + (r2 * (a + (r4 * (b + (r4 * c))))));
        var scaled = (power.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
        return Vector256.ConditionalSelect(some, scaled, Vector256<double>.Zero);
    }

    /// <summary>ln x for normal x above 0, within 2 units of the last place (near 1: 2^−53 absolute).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        // x = m · 2^e with m in [√½, √2).
        var bits = x.AsInt64() - Vector256.Create(0x3FE6A09E667F3BCDL);
        var exponent = Vector256.ShiftRightArithmetic(bits, 52);
        var m = (x.AsInt64() - Vector256.ShiftLeft(exponent, 52)).AsDouble();
        var e = (exponent + Vector256.Create(Round).AsInt64()).AsDouble() - Vector256.Create(Round);
        var f = m - Vector256<double>.One;
        var s = f / (f + Vector256.Create(2.0));
        var z = s * s;

        // ln m = 2 artanh s = f − s (f − 2 z (1/3 + z/5 + …)); |s| ≤ 0.172.
        var series = Vector256.Create(2 / 23.0);
        series = (series * z) + Vector256.Create(2 / 21.0);
        series = (series * z) + Vector256.Create(2 / 19.0);
        series = (series * z) + Vector256.Create(2 / 17.0);
        series = (series * z) + Vector256.Create(2 / 15.0);
        series = (series * z) + Vector256.Create(2 / 13.0);
        series = (series * z) + Vector256.Create(2 / 11.0);
        series = (series * z) + Vector256.Create(2 / 9.0);
        series = (series * z) + Vector256.Create(2 / 7.0);
        series = (series * z) + Vector256.Create(2 / 5.0);
        series = (series * z) + Vector256.Create(2 / 3.0);
        var small = f - (s * (f - (series * z)));
        return (e * Vector256.Create(Ln2High)) + (small + (e * Vector256.Create(Ln2Low)));
    }

    /// <summary>ln x as <see cref="Log(Vector256{double})"/> gives it; x normal, above 0.</summary>
    public static double Log(double x) => Log(Vector256.Create(x))[0];
}
