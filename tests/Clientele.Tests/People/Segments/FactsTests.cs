using Clientele.Numerics.Testing;
using Clientele.People.Segments.Profiling;

namespace Clientele.Tests.People.Segments;

/// <summary>Figures of profiles, answers and patterns against their plain forms.</summary>
public sealed class FactsTests
{
    [Fact]
    public void Means_medians_and_effects_are_those_of_the_plain_formulas()
    {
        var report = Tables.Run(Tables.Shop(151));
        foreach (var name in (string[])["Age", "Basket", "Holes"])
        {
            var values = report.Data.Customers[name].Numbers;
            if (values.Length == 0) continue;
            for (var c = 0; c < report.Segments.Count; c++)
            {
                double[] own = [.. values.Where((v, i) => report.Labels[i] == c && !double.IsNaN(v))], others = [.. values.Where((v, i) => report.Labels[i] != c && !double.IsNaN(v))];
                var mean = report.Profile.SingleOrDefault(f => f.Segment == c && f.Column == name && f.Measure == "mean");
                if (mean is null) continue;
                Assert.Equal(own.Average(), mean.Value, 1e-9);
                Assert.Equal(others.Average(), mean.Others, 1e-9);
                Assert.Equal(values.Where(v => !double.IsNaN(v)).Average(), mean.Overall, 1e-9);
                var d = Means.CohenD(own, others);
                Assert.True(double.IsNaN(d) ? double.IsNaN(mean.Effect) : Math.Abs(d - mean.Effect) < 1e-9, $"{name}: {d} and {mean.Effect}");
                var median = report.Profile.Single(f => f.Segment == c && f.Column == name && f.Measure == "median");
                double[] sorted = [.. own.Order()];
                Assert.Equal((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, median.Value, 1e-12);
            }
        }
    }

    [Fact]
    public void Shares_and_lifts_of_levels_are_counts()
    {
        var report = Tables.Run(Tables.Shop(150));
        var towns = report.Data.Customers["Town"].Texts;
        foreach (var fact in report.Profile.Where(f => f.Column == "Town" && f.Measure == "share"))
        {
            double own = report.Labels.Count(l => l == fact.Segment), both = report.Labels.Where((l, i) => l == fact.Segment && towns[i] == fact.Level).Count();
            var overall = (double)towns.Count(t => t == fact.Level) / towns.Length;
            Assert.Equal(both / own, fact.Value, 1e-12);
            Assert.Equal(both / own / overall, fact.Lift, 1e-12);
        }

        Assert.Equal(report.Segments.Count * 2, report.Profile.Count(f => f.Column == "Town" && f.Measure == "share"));
    }

    [Fact]
    public void Answers_are_tested_against_the_rest_and_corrected_for_all_comparisons()
    {
        var report = Tables.Run(Tables.Shared("marketing_data_mdyyyy.csv.gz"));
        foreach (var answer in report.Answers)
        {
            var values = report.Data.Customers[answer.Column].Numbers;
            long yes = values.Where((v, i) => report.Labels[i] == answer.Segment && v == 1).Count(), all = report.Labels.Count(l => l == answer.Segment);
            Assert.Equal((yes, all), (answer.Yes, answer.Customers));
            Assert.Equal(Proportions.Wilson(yes, all), (answer.Low, answer.High));
            Assert.Equal((double)yes / all / values.Average(), answer.Lift, 1e-12);
            var restYes = values.Count(v => v == 1) - yes;
            var p = answer.Test == "fisher" ? FisherExact.TwoSided(yes, all - yes, restYes, values.Length - all - restYes) : Proportions.Difference(yes, all, restYes, values.Length - all).PValue;
            Assert.Equal(p, answer.P);
        }

        // Holm by its definition: the i-th smallest of m times m − i, never less than the one before.
        var (m, highest) = (report.Answers.Count, 0.0);
        foreach (var (answer, i) in report.Answers.OrderBy(a => a.P).Select((a, i) => (a, i)))
        {
            highest = Math.Max(highest, Math.Min(1, answer.P * (m - i)));
            Assert.Equal(highest, answer.Adjusted, 1e-15);
        }

        Assert.Equal(7 * report.Segments.Count, m);
    }

    [Fact]
    public void Patterns_share_out_what_was_bought()
    {
        var report = Tables.Run(Tables.Shared("marketing_data_mdyyyy.csv.gz"));
        foreach (var family in (string[])["goods", "channels"])
        {
            for (var c = 0; c < report.Segments.Count; c++) Assert.Equal(1, report.Patterns.Where(p => p.Family == family && p.Segment == c).Sum(p => p.Share), 1e-12);
        }

        Assert.Equal(report.Segments.Sum(s => s.Money), report.Patterns.Where(p => p.Family == "goods").Sum(p => p.Total), 1e-6);
        Assert.Equal(report.Data.Customers["MntWines"].Numbers.Sum(), report.Patterns.Where(p => p.Column == "MntWines").Sum(p => p.Total), 1e-6);
        Assert.All(report.Patterns, p => Assert.Equal(p.Share / p.Overall, p.Lift, 1e-12));
        Assert.Contains(report.Patterns, p => p.Family == "deals");
        Assert.Equal("fish", report.Patterns.First(p => p.Column == "MntFishProducts").Label);
        Assert.Equal("catalog", report.Patterns.First(p => p.Column == "NumCatalogPurchases").Label);
    }

    [Theory]
    [InlineData(.25, .2, true)]
    [InlineData(.15, .2, true)]
    [InlineData(.24, .2, false)]
    [InlineData(.012, .008, false)] // half as much again, and next to nothing
    [InlineData(double.NaN, .2, false)]
    [InlineData(.2, 0, false)]
    public void A_share_stands_out_by_a_quarter_and_two_points(double share, double overall, bool stands) =>
        Assert.Equal(stands, new Pattern("goods", "MntWines", 0, 1, share, overall, overall == 0 ? double.NaN : share / overall, 1).StandsOut);

    [Fact]
    public void Names_in_other_languages_tell_of_goods_channels_and_deals()
    {
        var text = "Kundennr;Ausgaben Räder (€);Ausgaben Zubehör (€);Online-Bestellungen;Filial-Bestellungen;Rabatt-Bestellungen\n"
            + string.Concat(Enumerable.Range(0, 60).Select(i => $"K{i:00};{(i % 2 * 900) + i},50;{50 + (i % 9)},25;{(i % 2 * 5) + (i % 3)};{4 - (i % 2 * 3) + (i % 3)};{i % 4}\n"));
        var patterns = Tables.Run(text).Patterns;
        Assert.Equal(["räder", "zubehör"], patterns.Where(p => p.Family == "goods" && p.Segment == 0).Select(p => p.Label).Order(StringComparer.Ordinal));
        Assert.Equal(2, patterns.Count(p => p.Family == "channels" && p.Segment == 0));
        Assert.Equal(1, patterns.Count(p => p.Family == "deals" && p.Segment == 0));
    }
}
