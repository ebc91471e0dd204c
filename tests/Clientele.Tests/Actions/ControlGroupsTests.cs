using Clientele.Actions.Evidence;

namespace Clientele.Tests.Actions;

public sealed class ControlGroupsTests
{
    /// <summary>R: power.prop.test(p1 = .1, p2 = .12, power = .8) gives 3840.847, p1 = .3, p2 = .35 gives 1376.035 per group.</summary>
    [Theory]
    [InlineData(0.1, 0.02, 3841)]
    [InlineData(0.3, 0.05, 1377)]
    public void Sizes_are_those_of_the_power_formula(double rate, double response, int size) =>
        Assert.Equal(size, ControlGroups.Size(100_000, rate, response));

    [Fact]
    public void An_audience_that_is_too_small_gets_none()
    {
        Assert.Equal(0, ControlGroups.Size(2 * 3841 - 1, 0.1, 0.02));
        Assert.Equal(0, ControlGroups.Size(1_000, 0.1, 0));
        Assert.Equal(0, ControlGroups.Size(1_000, 0.99, 0.02));
    }
}
