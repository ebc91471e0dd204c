using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics;

/// <summary>Multiplication by a power of two from −2,200 to 2,200: in two steps, because 2^1074 is no double.</summary>
internal readonly struct Power(int exponent)
{
    private readonly double _first = Math.ScaleB(1, exponent / 2);
    private readonly double _second = Math.ScaleB(1, exponent - (exponent / 2));

    public double Times(double value) => value * _first * _second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Times(Vector256<double> values) => values * Vector256.Create(_first) * Vector256.Create(_second);
}
