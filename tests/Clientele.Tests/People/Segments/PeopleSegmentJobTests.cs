using Clientele.Clusters;
using Clientele.People.Cleaning;
using Clientele.People.Segments;
using Clientele.Tests.Numerics;

namespace Clientele.Tests.People.Segments;

public sealed class PeopleSegmentJobTests
{
    [Fact]
    public void The_mall_shows_its_five_without_an_option()
    {
        var report = Tables.Run(Tables.Shared("Mall_Customers.csv.gz"));
        Assert.Equal(["Annual Income (k$)", "Spending Score (1-100)"], report.Features.Select(f => f.Name));
        Assert.Equal([81, 39, 35, 23, 22], report.Segments.Select(s => s.Customers));
        Assert.Equal(["Average income and spending", "High income, high spending", "High income, low spending", "Low income, low spending", "Low income, high spending"], report.Segments.Select(s => s.Name));
        Assert.True(report.Choice.Structured);
        Assert.InRange(report.Choice.Agreement, 0.9, 1);
        Assert.InRange(report.Rules.Fidelity, 0.95, 1);
        Assert.Equal("blurs", report.Verdicts.Single(v => v.Column == "Age").Rule);
        Assert.Equal("category", report.Verdicts.Single(v => v.Column == "Genre").Rule);
    }

    [Fact]
    public void Two_notations_of_the_marketing_table_give_the_same_segments_byte_for_byte()
    {
        var (one, two) = (Tables.Run(Tables.Shared("marketing_data.csv.gz")), Tables.Run(Tables.Shared("marketing_data_mdyyyy.csv.gz")));
        Assert.InRange(one.Segments.Count, 3, 6);
        Assert.Equal(one.Segments.Count, one.Segments.Select(s => s.Name).Distinct().Count());
        Assert.All(one.Segments, s => Assert.Equal(3, s.Apart.Count));
        Assert.All(one.Segments, s => Assert.NotEmpty(s.Rule.Words));
        Assert.Equal(Tables.Files(one, "columns.json", "audit.json"), Tables.Files(two, "columns.json", "audit.json"));
        Assert.Equal("money", one.Order);
        Assert.Equal(one.Segments.Select(s => s.Money).OrderDescending(), one.Segments.Select(s => s.Money));
        Assert.Equal(1_356_988, one.Segments.Sum(s => s.Money)); // Σ of the six Mnt columns of the file
        Assert.All(one.Verdicts.Where(v => v.Column.StartsWith("Accepted", StringComparison.Ordinal) || v.Column is "Response" or "Complain"), v => Assert.Equal("outcome", v.Rule));
        Assert.Equal(2240 * 7, one.Answers.Sum(a => a.Customers));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_of_rows_and_columns_and_threads_change_no_byte(int seed)
    {
        var text = Tables.Shop(150);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int[] rows = Oracle.Shuffled(lines.Length - 1, seed), columns = Oracle.Shuffled(lines[0].Split(',').Length, seed + 7);
        string[] mixed = [Turned(lines[0]), .. rows.Select(i => Turned(lines[1 + i]))];
        Assert.Equal(Tables.Files(Tables.Run(text), "columns.json", "audit.json"), Tables.Files(Tables.Run(string.Join('\n', mixed) + "\n", threads: seed), "columns.json", "audit.json"));

        string Turned(string line)
        {
            var cells = line.Split(',');
            return string.Join(',', columns.Select(q => cells[q]));
        }
    }

    [Fact]
    public void Order_of_columns_of_the_marketing_table_changes_no_segment_no_rule_and_no_word()
    {
        var lines = Tables.Shared("marketing_data.csv.gz").Trim('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = Oracle.Shuffled(Fields(lines[0]).Length, 3);
        var plan = new PeopleSegmentPlan { Table = new() { Cleaning = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["missing"] = TableRules.Settings("missing", "knn") } } };
        var turned = string.Join('\n', lines.Select(line => string.Join(',', columns.Select(q => Fields(line)[q])))) + "\n";
        var (one, other) = (Tables.Run(string.Join('\n', lines), plan), Tables.Run(turned, plan));
        Assert.Equal(Tables.Files(one, "columns.json", "audit.json", "cells.csv"), Tables.Files(other, "columns.json", "audit.json", "cells.csv"));
        Assert.Equal(one.Notes, other.Notes);

        // Every odd piece between quotes is quoted; quotes stay.
        static string[] Fields(string line) => [.. string.Join('"', line.Split('"').Select((part, i) => i % 2 == 0 ? part.Replace(',', '\0') : part)).Split('\0')];
    }

    [Fact]
    public void Outcomes_never_move_a_customer()
    {
        var text = Tables.Shop(120);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var turned = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Select((l, i) => Answered(l, i % 5 == 0 ? "1" : "0")))) + "\n";
        var (one, other) = (Tables.Run(text), Tables.Run(turned));
        Assert.Equal(one.Labels, other.Labels);
        Assert.NotEqual(one.Answers, other.Answers);

        static string Answered(string line, string answer)
        {
            var cells = line.Split(',');
            cells[7] = answer;
            return string.Join(',', cells);
        }
    }

    [Fact]
    public void Ids_and_flags_never_move_a_customer()
    {
        var lines = Tables.Shop(120).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string With(Func<int, string> id, Func<int, string> flag) =>
            $"{lines[0]},Newsletter,Account no\n" + string.Concat(lines.Skip(1).Select((l, i) => $"{id(i)}{l[l.IndexOf(',', StringComparison.Ordinal)..]},{flag(i)},{id(i)}\n"));
        var one = Tables.Run(With(i => $"{1000 + i}", i => i % 3 == 0 ? "yes" : "no"));
        var other = Tables.Run(With(i => $"{5_000_000 + (i * i)}", i => i % 2 == 0 ? "yes" : "no"));
        Assert.Equal(one.Labels, other.Labels);
        Assert.Equal(one.Segments.Select(s => s.Name), other.Segments.Select(s => s.Name));
        Assert.Equal(one.Segments.Select(s => s.Rule.Words), other.Segments.Select(s => s.Rule.Words));
        var rules = one.Verdicts.ToDictionary(v => v.Column, v => (v.Chosen, v.Rule));
        Assert.Equal(((false, "flag"), (false, "id")), (rules["Newsletter"], rules[rules.ContainsKey("Account no") ? "Account no" : "Customer"]));
    }

    [Theory]
    [InlineData("knn")]
    [InlineData("mean")]
    [InlineData("median")]
    public void Filled_gaps_never_depend_on_outcomes(string filling)
    {
        string Text(Func<int, int> answer) => "id,a,b,c,Response,Complain\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"k{i:000},{(i % 7 == 0 ? "" : $"{i % 3 * 10}.5")},{i * 37 % 11}.25,{(i % 5 == 0 ? "" : $"{i * 13 % 9}")},{answer(i)},{answer(i + 1)}\n"));
        var plan = new PeopleSegmentPlan { Table = new() { Cleaning = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["missing"] = TableRules.Settings("missing", filling) } } };
        var (one, other) = (Tables.Run(Text(i => i % 2), plan), Tables.Run(Text(i => i % 13 == 0 ? 1 : 0), plan));
        foreach (var name in (string[])["a", "b", "c"])
        {
            Assert.DoesNotContain(double.NaN, one.Data.Customers[name].Numbers);
            Assert.Equal(one.Data.Customers[name].Numbers, other.Data.Customers[name].Numbers);
        }
    }

    [Fact]
    public void A_total_with_a_part_missing_counts_the_parts_that_are_known()
    {
        var random = new Random(2);
        var text = "id,MntShoes,MntHats,Visits\n" + string.Concat(Enumerable.Range(0, 300).Select(i => FormattableString.Invariant(
            $"k{i:000},{(i % 3 == 0 ? 1000 : i % 3 == 1 ? 50 : 480) + random.Next(20)},{(i % 10 == 0 ? "" : (100 + random.Next(10)).ToString(System.Globalization.CultureInfo.InvariantCulture))},{random.Next(5)}\n")));
        var report = Tables.Run(text, new() { Features = ["total_spend"], K = new(3, 3) });
        Assert.Equal([100, 100, 100], report.Segments.Select(s => s.Customers));
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal((i % 3) switch { 0 => 0, 1 => 2, _ => 1 }, report.Labels[i]));
        Assert.Contains(report.Notes, n => n.StartsWith("total_spend is not known in full for 30 customers", StringComparison.Ordinal));
        Assert.True(double.IsNaN(report.Data.Customers["total_spend"].Numbers[0]));
    }

    [Fact]
    public void Every_column_has_a_verdict_with_a_reason()
    {
        var report = Tables.Run(Tables.Shop(150));
        var rules = report.Verdicts.ToDictionary(v => v.Column, v => v.Rule);
        Assert.Equal(("constant", "outcome", "category"), (rules["Same"], rules["AcceptedCmp1"], rules["Town"]));
        Assert.Single(new[] { rules["Basket"], rules["Basket_copy"] }, r => r == "duplicate");
        Assert.Equal(2, report.Features.Count);
        Assert.Equal(3, report.Segments.Count);
        Assert.All(report.Verdicts, v => Assert.NotEmpty(v.Reason));
        Assert.Contains("AcceptedCmp1", report.Answers.Select(a => a.Column));
        Assert.True(report.Answers.Where(a => a.Differs).Max(a => a.Rate) > 0.3);
    }

    [Fact]
    public void A_person_decides_what_forms_the_segments()
    {
        var asked = Tables.Run(Tables.Shop(90), new() { Features = ["age", "Town"], K = new(2, 4), Method = "kprototypes" });
        Assert.Equal(["Age", "Town"], asked.Features.Select(f => f.Name));
        Assert.Equal("category", asked.Features[1].Treatment);
        Assert.DoesNotContain(Tables.Run(Tables.Shop(90), new() { Without = ["Visits"] }).Features, f => f.Name == "Visits");
        Assert.Equal("segments.unknown-column", Assert.Throws<UserException>(() => Tables.Run(Tables.Shop(90), new() { Features = ["nonsense"] })).Code);
        Assert.Equal("usage.contradiction", Assert.Throws<UserException>(() => Tables.Run(Tables.Shop(90), new() { Features = ["Age"], Without = ["Age"] })).Code);
        Assert.Equal("segments.method", Assert.Throws<UserException>(() => Tables.Run(Tables.Shop(90), new() { Method = "dbscan" })).Code);
    }

    [Theory]
    [InlineData("ward")]
    [InlineData("kprototypes")]
    [InlineData("kmedoids")]
    [InlineData("gmm")]
    public void Every_method_finds_the_three_groups_and_is_held_against_another(string method)
    {
        var report = Tables.Run(Tables.Shop(150), new() { Method = method, Features = ["Visits", "Basket"], K = new(2, 5) });
        Assert.Equal(3, report.Segments.Count);
        Assert.Equal("kmeans", report.Choice.Alternative);
        Assert.Equal(1, report.Choice.Agreement, 1e-12);
    }

    [Theory]
    [InlineData("id,a,b\n7,1,2\n", 1)]
    [InlineData("id,a,b\nx1,1,2\nx2,1,2\nx3,1,2\n", 1)]
    [InlineData("id,a,b\nx1,1.5,\nx2,2.5,\nx3,9.5,\n", 2)]
    [InlineData("a,b\n1.5,2.5\n1.6,2.4\n9.5,8.5\n9.4,8.6\n1.4,2.6\n9.6,8.4\n1.45,2.55\n9.55,8.55\n", 2)]
    public void Tiny_tables_give_what_can_be_given(string text, int segments)
    {
        var report = Tables.Run(text);
        Assert.Equal(segments, report.Segments.Count);
        Assert.Equal(text.Count(c => c == '\n') - 1, report.Labels.Count);
        Assert.NotEmpty(report.Choice.Reason);
        Assert.All(Tables.Files(report).Values, f => Assert.DoesNotContain("NaN", f, StringComparison.Ordinal));
    }

    [Fact]
    public void More_segments_than_customers_are_cut_down_and_said()
    {
        var report = Tables.Run("id,a,b\nx1,1.5,3.5\nx2,2.5,1.5\nx3,9.5,2.5\n", new() { K = new(5, 5) });
        Assert.Equal(3, report.Segments.Count);
        Assert.Contains(report.Notes, n => n.Contains("cannot make 5 segments", StringComparison.Ordinal));
        Assert.Single(Tables.Run(Tables.Shop(30), new() { K = new KRange(1, 1) }).Segments);
    }

    [Fact]
    public void Customers_without_groups_are_said_to_have_none_and_get_segments_all_the_same()
    {
        var random = new Random(5);
        var text = "id,a,b,c\n" + string.Concat(Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"k{i},{random.NextDouble():R},{random.NextDouble():R},{random.NextDouble():R}\n")));
        var report = Tables.Run(text);
        Assert.False(report.Choice.Structured);
        Assert.Contains("do not fall into groups", report.Choice.Structure, StringComparison.Ordinal);
        Assert.True(report.Segments.Count > 1);
        Assert.Equal(report.Segments.Count, report.Segments.Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void An_explanation_adds_up_and_an_unknown_id_is_not_repeated()
    {
        var report = Tables.Run(Tables.Shop(150));
        foreach (var id in report.Data.Customers.Ids)
        {
            var reason = report.Explain(id);
            Assert.Equal((reason.NextDistance * reason.NextDistance) - (reason.Distance * reason.Distance), reason.Pushes.Sum(p => p.Toward), 1e-9);
            Assert.True(reason.Distance <= reason.NextDistance, "K-Means puts everybody with the nearest middle");
            Assert.Equal(report.Labels[reason.Customer], reason.Segment);
        }

        var problem = Assert.Throws<UserException>(() => report.Explain("secret-4711"));
        Assert.Equal("segments.unknown-customer", problem.Code);
        Assert.DoesNotContain("4711", problem.Message, StringComparison.Ordinal);
    }
}
