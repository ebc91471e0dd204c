namespace Clientele.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(255, 2, "2.55")]
    [InlineData(-1106206, 2, "-11062.06")]
    [InlineData(8887208894, 3, "8887208.894")]
    [InlineData(5, 0, "5.00")]
    public void Text_is_exact(long mantissa, int scale, string text) => Assert.Equal(text, Money.Of(mantissa, scale).ToText());

    [Fact]
    public void Groups_thousands() => Assert.Equal("9,747,747.934", Money.Of(9747747934, 3).ToText(group: true));
}
