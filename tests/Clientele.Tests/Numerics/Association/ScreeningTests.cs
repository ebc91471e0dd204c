using Clientele.Numerics.Association;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Association;

public sealed class ScreeningTests
{
    [Fact]
    public void Each_reason_is_found_in_the_column_that_has_it()
    {
        var random = new Random(8);
        int[] groups = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
        double[] good = [.. groups.Select(g => (3.0 * g) + Case.Noise(random))];
        double[][] columns =
        [
            good,
            [.. good.Select(v => 7 - (2 * v))],
            [.. good.Select(_ => 4.0)],
            [.. good.Select((v, i) => i % 3 == 0 ? v : double.NaN)],
            [.. good.Select((_, i) => 10_000.0 + i)],
            [.. good.Select(_ => Case.Noise(random))],
            [.. good.Select(_ => double.NaN)],
        ];
        var found = Screening.Of(columns, groups);
        Assert.Equal([true, false, false, false, false, false, false], found.Select(s => s.Passes));
        Assert.Equal((0, -1.0), (found[1].DuplicateOf, found[1].DuplicateR));
        Assert.True(found[2].Constant && found[6].Constant && found[6].TooEmpty && found[3].TooEmpty && found[4].IdLike && !found[0].IdLike);
        Assert.Equal((0, 1.0), (found[3].DuplicateOf, found[3].DuplicateR));
        Assert.False(found[5].Separates);
        Assert.Equal(CorrelationRatio.Of(good, groups).EtaSquared, found[0].EtaSquared);
        Assert.True(Screening.Of(columns)[5].Passes);
        // Ten customers are all different in anything.
        Assert.False(Screening.Of([[.. Enumerable.Range(0, 10).Select(i => (double)i)]])[0].IdLike);
        Assert.Throws<ArgumentException>(() => Screening.Of(columns, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScreeningOptions { NearDuplicate = 0 });
    }

    [Fact]
    public void Of_two_that_say_the_same_the_one_with_fewer_gaps_stays_and_every_twin_stays_itself() => Columns.Check(1000, c =>
    {
        var values = c.Values();
        var (found, r) = (Screening.Of(values, null, new() { NearDuplicate = 0.9 }), Correlation.Pearson(values));
        for (var q = 0; q < values.Length; q++)
        {
            var there = values[q].Count(v => !double.IsNaN(v));
            if (found[q].Distinct != values[q].Where(v => !double.IsNaN(v)).Distinct().Count()) return false;
            if (found[q].MissingShare != (double)(c.Rows - there) / c.Rows || found[q].Constant != found[q].Distinct <= 1) return false;
            var twin = found[q].DuplicateOf;
            if (twin < 0)
            {
                // None of those that stay is near it.
                if (Enumerable.Range(0, values.Length).Any(p => p != q && found[p].DuplicateOf < 0 && Math.Abs(r[p, q]) >= 0.9)) return false;
                continue;
            }

            if (found[twin].DuplicateOf >= 0 || Math.Abs(r[q, twin]) < 0.9 || !found[q].DuplicateR.Equals(r[q, twin])) return false;
            var more = values[twin].Count(v => !double.IsNaN(v));
            if (more < there || (more == there && twin > q)) return false;
        }

        return true;
    });
}
