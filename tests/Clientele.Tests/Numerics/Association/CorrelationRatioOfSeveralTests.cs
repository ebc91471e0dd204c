using Clientele.Numerics.Association;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Association;

public sealed class CorrelationRatioOfSeveralTests
{
    [Fact]
    public void Several_groupings_at_once_are_bit_for_bit_as_one_by_one() => Columns.Check(1000, c =>
    {
        int[][] groupings = [c.Codes(3), [.. c.Codes(4, 2).Select(code => Math.Max(code, 0))], [.. c.Codes(2, 3).Select(code => Math.Max(code, 0))]];
        return c.Values().All(column => CorrelationRatio.Of(column, groupings).SequenceEqual(groupings.Select(g => CorrelationRatio.Of(column, g))));
    });
}
