namespace Clientele.Numerics;

/// <summary>Multiplication by a power of two from −2,200 to 2,200: in two steps, because 2^1074 is no double.</summary>
internal readonly struct Power(int exponent)
{
    private readonly double _first = Math.ScaleB(1, exponent / 2);
    private readonly double _second = Math.ScaleB(1, exponent - (exponent / 2));

    public double Times(double value) => value * _first * _second;
}
