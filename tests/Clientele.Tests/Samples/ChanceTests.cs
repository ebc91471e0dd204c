using Clientele.Samples;

namespace Clientele.Tests.Samples;

public sealed class ChanceTests
{
    [Fact]
    public void Logarithm_and_exponential_agree_with_the_library()
    {
        for (var x = 1e-16; x < 1e6; x *= 1.37) Assert.Equal(Math.Log(x), Chance.Log(x), 1e-14 * Math.Max(1, Math.Abs(Math.Log(x))));
        for (var x = -40.0; x < 40; x += 0.173) Assert.Equal(1, Chance.Exp(x) / Math.Exp(x), 1e-14);
    }

    [Fact]
    public void Moments_are_right()
    {
        var chance = new Chance(5, ChanceStream.Day, 1);
        const int Draws = 200_000;
        double exponential = 0, gamma = 0, squares = 0, unit = 0, below = 0;
        for (var i = 0; i < Draws; i++)
        {
            exponential += chance.Exponential();
            var g = chance.Gamma(2.5);
            gamma += g;
            squares += g * g;
            unit += chance.Unit();
            below += chance.Below(7);
        }

        Assert.Equal(1, exponential / Draws, 0.01);
        Assert.Equal(1, gamma / Draws, 0.01);
        Assert.Equal(1 / 2.5, squares / Draws - 1, 0.02);
        Assert.Equal(0.5, unit / Draws, 0.005);
        Assert.Equal(3, below / Draws, 0.02);
    }

    [Fact]
    public void A_stream_depends_on_nothing_but_its_key()
    {
        var one = new Chance(1, ChanceStream.Basket, 7, 3);
        var same = new Chance(1, ChanceStream.Basket, 7, 3);
        var other = new Chance(1, ChanceStream.Basket, 7, 4);
        var first = one.Next();
        Assert.Equal(first, same.Next());
        Assert.NotEqual(first, other.Next());
        Assert.NotEqual(first, one.Next());
    }
}
