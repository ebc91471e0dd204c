using System.Runtime.Intrinsics;
using Clientele.Numerics.Mixtures;

namespace Clientele.Tests.Numerics.Mixtures;

public sealed class ExponentialTests
{
    private static double Units(double expected, double found) => Math.Abs(found - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));

    [Fact]
    public void Powers_of_e_are_right_to_2_units()
    {
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            var x = i % 4 == 0 ? -random.NextDouble() : (random.NextDouble() * 1408) - 708;
            if (x > 700) continue;
            Assert.True(Units(Math.Exp(x), Exponential.Of(Vector256.Create(x))[i & 3]) <= 2, $"{x:R}");
        }

        Assert.Equal(1, Exponential.Of(Vector256.Create(0.0))[0]);
        Assert.Equal(0, Exponential.Of(Vector256.Create(-708.0001))[0]);
        Assert.Equal(0, Exponential.Of(Vector256.Create(double.NegativeInfinity))[0]);
    }

    [Fact]
    public void Logarithms_are_right_to_2_units()
    {
        var random = new Random(2);
        for (var i = 0; i < 200_000; i++)
        {
            var x = i % 2 == 0 ? 1 + (random.NextDouble() * 30) : Math.ScaleB(1 + random.NextDouble(), random.Next(-1022, 1023));
            var found = Exponential.Log(x);
            Assert.True(Units(Math.Log(x), found) <= 2 || Math.Abs(found - Math.Log(x)) <= Math.ScaleB(1, -53), $"{x:R} {found:R}");
        }

        Assert.Equal(0, Exponential.Log(1));
    }
}
