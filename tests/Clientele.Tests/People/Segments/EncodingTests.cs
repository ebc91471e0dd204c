using Clientele.People.Segments;
using Clientele.People.Segments.Encoded;
using Clientele.People.Segments.Grouping;
using Clientele.Tables;
using Clientele.Tests.Numerics;

namespace Clientele.Tests.People.Segments;

/// <summary>Words of a column as numbers: places, coordinates of their own, or shares.</summary>
public sealed class EncodingTests
{
    // Towns: Large 60%, Middle 30%, Small 10%; visits in two groups.
    private static string Towns(int n = 200) => "id,Town,Visits,Side,Level\n" + string.Concat(Enumerable.Range(0, n).Select(i =>
        $"k{i:0000},{(i % 10) switch { < 6 => "Large", < 9 => "Middle", _ => "Small" }},{(i % 2 == 0 ? 5 : 40) + (i % 7)},{(i % 2 == 0 ? "left" : "right")},{(i % 3) switch { 0 => "low", 1 => "medium", _ => "high" }}\n"));

    [Fact]
    public void A_frequency_is_the_share_of_the_known_customers_with_the_word_standardised()
    {
        var random = new Random(11);
        for (var round = 0; round < 1_000; round++)
        {
            var (n, levels) = (random.Next(1, 60), random.Next(1, 9));
            var codes = Enumerable.Range(0, n).Select(_ => random.Next(-1, levels)).ToArray();
            var trait = Trait(codes, levels);
            var column = new Frequency().Fit(trait).Column;

            // The plain form, word by word.
            var known = codes.Where(c => c >= 0).ToArray();
            double Share(int code) => known.Length == 0 ? 0 : (double)known.Count(c => c == code) / known.Length;
            var commonest = Enumerable.Range(0, levels).OrderByDescending(Share).ThenBy(l => l).First();
            var shares = codes.Select(c => Share(c < 0 ? commonest : c)).ToArray();
            var mean = shares.Average();
            var sd = Math.Sqrt(shares.Sum(s => (s - mean) * (s - mean)) / n);
            Assert.Equal(Enumerable.Range(0, levels).Select(Share), column.Shares);
            Assert.Equal(codes.Count(c => c < 0), column.Filled);
            if (sd < 1e-9) continue; // all alike: nothing to standardise by
            for (var i = 0; i < n; i++) Assert.Equal((shares[i] - mean) / sd, column.Coordinate(FeatureSpace.Raw(trait, column, i)), 1e-9);
        }
    }

    [Fact]
    public void A_category_asked_for_takes_part_and_its_shares_are_said()
    {
        var plan = new PeopleSegmentPlan { Encodings = ["town=frequency"], Without = ["Side", "Level"] };
        var report = Tables.Run(Towns(), plan);
        var column = Assert.Single(report.Features, f => f.Name == "Town");
        Assert.Equal(("frequency", 1), (column.Treatment, column.Width));
        Assert.Equal([.6, .3, .1], column.Shares);
        Assert.Equal(["Large", "Middle", "Small"], column.Levels);
        Assert.Contains("by how many have the same word", report.Verdicts.Single(v => v.Column == "Town").Reason, StringComparison.Ordinal);
        Assert.Contains(report.Notes, n => n.StartsWith("Town counts as the share of the customers with the same word: Large 60%, Middle 30%, Small 10%.", StringComparison.Ordinal));
        Assert.Contains("\"share\": 0.3", Tables.Files(report)["columns.json"], StringComparison.Ordinal);
        Assert.DoesNotContain(Tables.Run(Towns(), plan with { Encodings = [] }).Features, f => f.Name == "Town");
        Assert.Contains(report.Explain("k0000").Pushes, p => p is { Column: "Town", Value: "Large (60%)" });
    }

    [Fact]
    public void Rules_name_the_words_behind_a_share()
    {
        var report = Tables.Run(Towns(), new() { Encodings = ["Town=frequency"], Features = ["Town"], K = new(3, 3) });
        Assert.Equal([120, 60, 20], report.Segments.Select(s => s.Customers));
        Assert.Equal("Common town", report.Segments[0].Name);
        Assert.StartsWith("Rare town", report.Segments[2].Name, StringComparison.Ordinal);
        var parts = report.Segments.Select(s => Assert.Single(s.Rule.Conditions)).ToArray();
        Assert.Equal([["Large"], ["Middle"], ["Small"]], parts.Select(p => p.Levels!));
        Assert.Equal(["town is Large", "town is Middle", "town is Small"], report.Segments.Select(s => s.Rule.Words));
        Assert.All(report.Segments, s => Assert.Equal((1, 1), (s.Rule.Precision, s.Rule.Coverage)));
    }

    [Fact]
    public void Words_equally_frequent_are_told_and_alone_tell_nobody_apart()
    {
        var report = Tables.Run(Towns(), new() { Encodings = ["Side=frequency"] });
        Assert.Equal((false, "constant"), report.Verdicts.Single(v => v.Column == "Side") is var v ? (v.Chosen, v.Rule) : default);
        Assert.Contains("equally frequent", report.Verdicts.Single(v => v.Column == "Side").Reason, StringComparison.Ordinal);
        var asked = Tables.Run(Towns(), new() { Encodings = ["Side=frequency"], Features = ["Side", "Visits"] });
        Assert.Contains(asked.Notes, n => n.Contains("Equally frequent, so the same to it: left, right.", StringComparison.Ordinal));
    }

    [Fact]
    public void More_words_than_a_coordinate_each_could_bear_are_taken_by_frequency()
    {
        var text = "id,Place,Visits\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"k{i:000},p{(i < 300 ? 0 : i % 90)},{(i % 2 * 40) + (i % 5)}\n"));
        Assert.Equal("many-levels", Tables.Run(text, new() { Encodings = ["Place=onehot"] }).Verdicts.Single(v => v.Column == "Place").Rule);
        Assert.True(Tables.Run(text, new() { Encodings = ["Place=frequency"] }).Verdicts.Single(v => v.Column == "Place").Chosen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Order_of_rows_and_threads_change_no_byte(int seed)
    {
        var plan = new PeopleSegmentPlan { Encodings = ["Town=frequency", "Side=onehot", "Level=order"] };
        var lines = Towns().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] mixed = [lines[0], .. Oracle.Shuffled(lines.Length - 1, seed).Select(i => lines[1 + i])];
        Assert.Equal(Tables.Files(Tables.Run(Towns(), plan), "audit.json"), Tables.Files(Tables.Run(string.Join('\n', mixed) + "\n", plan, threads: seed), "audit.json"));
    }

    [Fact]
    public void Encodings_that_mean_what_is_done_anyway_change_no_segment()
    {
        var one = Tables.Run(Towns(), new() { Features = ["Town", "Level", "Visits"], K = new(2, 5) });
        var other = Tables.Run(Towns(), new() { Features = ["Town", "Level", "Visits"], K = new(2, 5), Encodings = ["Town=onehot", "Level=order"] });
        Assert.Equal(Tables.Files(one), Tables.Files(other));
    }

    [Theory]
    [InlineData("Visits=frequency", "segments.no-words")]
    [InlineData("Nothing=frequency", "segments.unknown-column")]
    [InlineData("Town=often", "encoding.unknown")]
    [InlineData("Town", "people.option")]
    [InlineData("Town=", "people.option")]
    [InlineData("Town=order", "segments.no-order")]
    [InlineData("Town=frequency;town=onehot", "segments.encoded-twice")]
    public void What_cannot_be_encoded_is_refused(string asked, string code)
    {
        var problem = Assert.Throws<UserException>(() => Tables.Run(Towns(), new() { Encodings = asked.Split(';') }));
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public void A_column_both_encoded_and_left_out_is_a_contradiction()
    {
        Assert.Equal("usage.contradiction", Assert.Throws<UserException>(() => Tables.Run(Towns(), new() { Encodings = ["Town=frequency"], Without = ["Town"] })).Code);
        Assert.Equal("usage.contradiction", Assert.Throws<UserException>(() => Tables.Run(Towns(), new() { Encodings = ["Town=frequency"], Features = ["Visits"] })).Code);
    }

    [Fact]
    public void An_outcome_stays_out_whatever_its_encoding()
    {
        var text = Towns().Replace("Side", "Response", StringComparison.Ordinal).Replace("left", "yes", StringComparison.Ordinal).Replace("right", "no", StringComparison.Ordinal);
        Assert.Equal("outcome", Tables.Run(text, new() { Encodings = ["Response=frequency"] }).Verdicts.Single(v => v.Column == "Response").Rule);
    }

    private static Trait Trait(int[] codes, int levels) => new(
        new Clientele.Customers.CustomerColumn("Town", "", "", Clientele.Customers.ColumnKind.Text) { Nature = ColumnKind.Category }, new Clientele.People.ColumnNote(Clientele.People.ColumnPart.None, ""),
        [], codes, [.. Enumerable.Range(0, levels).Select(l => $"w{l}")]);
}
