using Clientele.Cli.Arguments;
using Clientele.Cli.Commands;
using Clientele.Sales;

namespace Clientele.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("segmnt x.csv", "usage.command", "segment")]
    [InlineData("--verson", "usage.command", "clientele --help")]
    [InlineData("segment", "usage.operands", "clientele segment sales.csv")]
    [InlineData("segment x.csv --ouf a", "usage.option", "--out")]
    [InlineData("segment --mothod rfm x.csv", "usage.option", "--method")]
    [InlineData("segment x.csv --out", "usage.value", "--out")]
    [InlineData("segment x.csv --out --force", "usage.value", "--out")]
    [InlineData("segment x.csv --out --forse", "usage.value", "--out")]
    [InlineData("segment x.csv --seed 1 --seed 2", "usage.twice", "--seed")]
    [InlineData("segment x.csv -k 0", "usage.value", "2..10")]
    [InlineData("segment x.csv -k 9..2", "usage.value", "2..10")]
    [InlineData("segment x.csv -k 1000000000", "usage.value", "1000")]
    [InlineData("segment x.csv --seed -1", "usage.value", "0 or more")]
    [InlineData("segment x.csv --method kmean", "usage.value", "kmeans")]
    [InlineData("segment x.csv --as-of 31.12.2011", "usage.value", "2011-12-10")]
    [InlineData("segment x.csv --thresholds recency=90,30", "usage.value", "rising")]
    [InlineData("segment x.csv --thresholds recency=1 --thresholds recency=2", "usage.value", "once per measure")]
    [InlineData("segment x.csv --rules duplicate-line", "usage.value", "+")]
    [InlineData("segment x.csv --max-rejects 101%", "usage.value", "1%")]
    [InlineData("segment x.csv --json --quiet", "usage.contradiction", "one of them")]
    [InlineData("run a.json b.json", "usage.operands", "RUN.json")]
    [InlineData("maps nosuchmap", "map", "codes")]
    public void Mistakes_say_what_to_type(string line, string code, string hint)
    {
        var (exit, output, error) = Screens.Type(line.Split(' '));
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.StartsWith($"error {code}", error, StringComparison.Ordinal);
        Assert.Contains(hint, error, StringComparison.Ordinal);
        Assert.Contains("\n  fix: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Debug_adds_the_stack() => Assert.Contains("   at ", Screens.Type("segment", "x.csv", "-k", "0", "--debug").Error, StringComparison.Ordinal);

    [Fact]
    public void Nothing_typed_means_nothing_but_defaults()
    {
        var plan = Plan("sales.csv");
        var usual = new Plan();
        Assert.Equal(["sales.csv"], plan.Inputs);
        Assert.Equal(usual.Segments, plan.Segments with { Features = usual.Segments.Features, Thresholds = usual.Segments.Thresholds });
        Assert.Equal(usual.Segments.Features, plan.Segments.Features);
        Assert.Empty(plan.Segments.Thresholds);
        Assert.Equal(usual.Cleaning, plan.Cleaning with { Extra = usual.Cleaning.Extra, Without = usual.Cleaning.Without });
        Assert.Null(plan.AsOf);
        Assert.Empty(plan.Reading.Columns);
    }

    [Fact]
    public void Everything_typed_reaches_the_plan()
    {
        var plan = Plan(
            "a.csv", "-", "--method", "KMEANS", "-k", "5", "--starts", "3", "--features", "recency, units", "--transform", "none", "--scale", "robust",
            "--seed", "18446744073709551615", "--map", "klaviyo", "--scoring", "fixed", "--thresholds", "recency=30,90,180,365", "--thresholds", "monetary=1.5",
            "--as-of", "2011-12-10T08:30", "--returns", "net", "--rules", "+non-product,-duplicate-line", "--max-rejects", "5%", "--excluded-cap", "all",
            "--customer", "Kunde Nr.", "--currency", "", "--price", "7", "--encoding", "windows-1252", "--delimiter", ";", "--decimal", "comma",
            "--date-order", "dmy", "--time-zone", "+02:00", "--header-line", "0", "--sheet", "2");
        Assert.Equal(["a.csv", "-"], plan.Inputs);
        Assert.Equal(("kmeans", 5, 5, 3), (plan.Segments.Method, plan.Segments.LeastK, plan.Segments.MostK, plan.Segments.Starts));
        Assert.Equal(["recency", "units"], plan.Segments.Features);
        Assert.Equal(("none", "robust", ulong.MaxValue), (plan.Segments.Transform, plan.Segments.Scale, plan.Segments.Seed));
        Assert.Equal(("klaviyo", "fixed"), (plan.Segments.Map, plan.Segments.Scoring));
        Assert.Equal([30, 90, 180, 365], plan.Segments.Thresholds["recency"]);
        Assert.Equal([1.5], plan.Segments.Thresholds["monetary"]);
        Assert.Equal(new DateTime(2011, 12, 10, 8, 30, 0), plan.AsOf);
        Assert.Equal((Returns.Net, 0.05, -1L), (plan.Cleaning.Returns, plan.Cleaning.MaxRejects, plan.Cleaning.ExcludedCap));
        Assert.Equal(["non-product"], plan.Cleaning.Extra);
        Assert.Equal(["duplicate-line"], plan.Cleaning.Without);
        Assert.Equal("Kunde Nr.", plan.Reading.Columns[Role.Customer]);
        Assert.Equal("", plan.Reading.Columns[Role.Currency]);
        Assert.Equal("7", plan.Reading.Columns[Role.Price]);
        Assert.Equal(("windows-1252", ";", "comma", "dmy"), (plan.Reading.Encoding, plan.Reading.Delimiter, plan.Reading.Decimal, plan.Reading.DateOrder));
        Assert.Equal(("+02:00", 0, "2"), (plan.Reading.TimeZone, plan.Reading.HeaderLine, plan.Reading.Sheet));
    }

    [Theory]
    [InlineData("segment")]
    [InlineData("@sales.rsp")]
    public void Odd_file_names_are_file_names(string name) => Assert.Equal([name], Plan(name).Inputs);

    [Fact]
    public void Behind_two_dashes_everything_is_a_file() => Assert.Equal(["x", "--out", "-k"], Plan("x", "--", "--out", "-k").Inputs);

    [Theory]
    [InlineData("--seed=7", 7)]
    [InlineData("--seed:7", 7)]
    public void Values_may_be_glued(string word, ulong seed) => Assert.Equal(seed, Plan("x", word).Segments.Seed);

    private static Plan Plan(params string[] words)
    {
        var choices = new PlanChoices();
        var form = new Form("segment", "") { Operands = "FILE", OperandCount = (1, 99), Groups = choices.Groups, Run = _ => ExitCode.Done };
        return choices.Read(CommandLine.Parse(form, words, new Screens().Terminal));
    }
}
