using Clientele.Segments.Maps;

namespace Clientele.Tests.Segments.Maps;

public sealed class MapTextTests
{
    [Fact]
    public void Codes_ranges_and_comments_are_read()
    {
        var map = MapText.Parse("own.map", "# mine\n\nBest (high-value): 555, 5[4,3-4]* # top\nTwo: [12]5\nbest: 111\nRange: r 3 - 4 F2,M1-5\nHalf: R 5, FM 2.5-3\nelse: Rest (of us)\n");
        Assert.Equal("Best", map[5, 5, 5].Name);
        Assert.Equal("Best", map[5, 3, 1].Name);
        Assert.Equal("Best", map[1, 1, 1].Name);
        Assert.Equal("Two", map[2, 5, 1].Name);
        Assert.Equal("Range", map[3, 2, 5].Name);
        Assert.Equal("Half", map[5, 1, 4].Name);
        Assert.Equal("Half", map[5, 2, 4].Name);
        Assert.Equal("Rest (of us)", map[5, 2, 5].Name);
        Assert.Equal(["Best", "Two", "Range", "Half", "Rest (of us)"], map.Segments.Select(s => s.Name));
        Assert.Equal("555, 5[4,3-4]*; 111", map.Segments[0].Rule);
        Assert.True(map.StatesElse);
    }

    [Theory]
    [InlineData("", 1, 1, "no segment")]
    [InlineData("# only\n", 1, 1, "no segment")]
    [InlineData("Best 555", 1, 1, "no colon")]
    [InlineData("Best: 555\n  : 444", 2, 3, "name is missing")]
    [InlineData("Best:", 1, 6, "no rule")]
    [InlineData("Best: 556", 1, 9, "'6' is not a score from 1 to 5")]
    [InlineData("Best: 055", 1, 7, "'0' is not a score from 1 to 5")]
    [InlineData("Best: 5", 1, 7, "two scores")]
    [InlineData("Best: 5555", 1, 7, "at most three")]
    [InlineData("Best: 555 [5-4]55", 1, 11, "backwards")]
    [InlineData("Best: [4-5", 1, 7, "not closed")]
    [InlineData("Best: []55", 1, 7, "empty")]
    [InlineData("Best: 55x", 1, 9, "'x' is not a score")]
    [InlineData("Best: R 4-6", 1, 9, "range from 0 to 5 is missing")]
    [InlineData("Best: R 5-4", 1, 7, "backwards")]
    [InlineData("Best: R 4, R 5", 1, 12, "two ranges")]
    [InlineData("Best: R 2.5", 1, 9, "range from 0 to 5")]
    [InlineData("Best: Q 4", 1, 7, "'Q' is not a measure")]
    [InlineData("Best: R 4-5; F 3", 1, 12, "is no range")]
    [InlineData("else: Rest\nBest: 555", 2, 1, "after else")]
    [InlineData("Best: 555\nelse: Rest\nelse: More", 3, 1, "second else")]
    [InlineData("Best: 555\nelse: best", 2, 7, "as a segment above")]
    [InlineData("Best (lost): 555\nBest (at-risk): 554", 2, 1, "at-risk here and lost above")]
    [InlineData("scores: 12\nBest: 55", 1, 9, "not a best score")]
    [InlineData("Best: 55\nscores: 3", 2, 1, "below the first segment")]
    [InlineData("scores: 3\nBest: 334", 2, 9, "'4' is not a score from 1 to 3")]
    [InlineData("recency: soon\nBest: 55", 1, 10, "'soon' is not a number")]
    [InlineData("recency: 1 2 3 4\nrecency: 1 2 3 4\nBest: 55", 2, 1, "second line for recency")]
    public void Mistakes_are_placed(string text, int line, int column, string what)
    {
        var trouble = Assert.Throws<UserException>(() => MapText.Parse("own.map", text));
        Assert.StartsWith($"own.map:{line}:{column}: ", trouble.What, StringComparison.Ordinal);
        Assert.Contains(what, trouble.What, StringComparison.Ordinal);
        Assert.NotEmpty(trouble.Fix);
    }

    [Fact]
    public void Wrong_bounds_in_a_map_are_refused()
    {
        var trouble = Assert.Throws<UserException>(() => MapText.Parse("own.map", "recency: 9 8 7 6\nBest: 55"));
        Assert.Equal("scoring.threshold-order", trouble.Code);
        Assert.StartsWith("own.map: ", trouble.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_wrong_word_is_cut() =>
        Assert.True(Assert.Throws<UserException>(() => MapText.Parse("own.map", new string('x', 5000))).What.Length < 120);

    [Fact]
    public void Random_text_never_crashes()
    {
        var chance = new Random(11);
        const string Letters = "RFMfm:[]-,*0123456 \n#.();else scoresx";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, chance.Next(40)).Select(_ => Letters[chance.Next(Letters.Length)])]);
            try
            {
                Assert.NotEmpty(MapText.Parse("own.map", text).Segments);
            }
            catch (UserException trouble)
            {
                Assert.StartsWith("own.map:", trouble.What, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Random_maps_are_partitions_and_the_linter_counts_like_a_plain_count()
    {
        var chance = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var rows = Enumerable.Range(0, 1 + chance.Next(6)).Select(_ => Enumerable.Range(0, 6).Select(_ => chance.Next(1, 6)).ToArray())
                .Select(v => (R: v[..2].Order().ToArray(), F: v[2..4].Order().ToArray(), M: v[4..].Order().ToArray())).ToArray();
            var map = MapText.Parse("random", string.Join('\n', rows.Select((v, n) => $"Row {n}: R {v.R[0]}-{v.R[1]}, F {v.F[0]}-{v.F[1]}, M {v.M[0]}-{v.M[1]}")));
            var findings = MapLint.Check(map);
            var hits = map.Codes.Select(c => rows.Count(v => In(c.Code[0], v.R) && In(c.Code[1], v.F) && In(c.Code[2], v.M))).ToArray();
            Assert.Equal(125, map.Codes.Select(c => c.Code).Distinct().Count());
            Assert.Equal(hits.Count(h => h == 0), findings.Where(f => f.Fault == MapFault.Gap).Sum(f => f.Codes.Count));
            Assert.Equal(hits.Count(h => h > 1), findings.Where(f => f.Fault == MapFault.Overlap).Sum(f => f.Codes.Count));
            Assert.Equal(
                Enumerable.Range(0, rows.Length).Select(n => $"Row {n}").Except(map.Codes.Select(c => c.Segment.Name)),
                findings.Where(f => f.Fault == MapFault.NeverReached).Select(f => f.Segment));
        }
    }

    private static bool In(char score, int[] range) => score - '0' >= range[0] && score - '0' <= range[1];
}
