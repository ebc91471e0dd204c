namespace Clientele.Tests.Segments.Scoring;

public sealed class NestedScoringTests
{
    [Fact]
    public void Money_is_scored_within_recency_and_frequency()
    {
        // Five recency groups of 25; within each, orders 2..6 five times; within each of those, money 1..5 in some unit of the cell.
        var (recency, frequency, cents, expected) = (new List<double>(), new List<double>(), new List<long>(), new List<string>());
        for (var r = 1; r <= 5; r++)
        {
            for (var f = 1; f <= 5; f++)
            {
                for (var m = 1; m <= 5; m++)
                {
                    recency.Add(100 - r);
                    frequency.Add(1 + r * 10 + f);
                    cents.Add(m * (long)Math.Pow(10, r + f));
                    expected.Add($"{r}{f}{m}");
                }
            }
        }

        var scores = Shop.Scores("nested", Shop.Of([.. recency], [.. frequency], [.. cents]));
        Assert.Equal(expected, Enumerable.Range(0, 125).Select(i => $"{scores.R[i]}{scores.F[i]}{scores.M[i]}"));
    }
}
