using Clientele.Explore;
using Clientele.Tests.Sales;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Explore;

/// <summary>Files that lack columns, tiny shops, and results that hang on nothing but the sales.</summary>
public sealed class ExploreTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_rows_and_files_change_no_byte(int threads)
    {
        var shop = new DirtyShop(31, 5_000);
        var rows = shop.Rows.Where(row => row.Length != 1).Distinct().ToArray();
        var expected = Explored.Bytes(Explored.Of(EngineReading.Plan(_scratch.Write("a.csv", shop.Write(rows)))));
        new Random(threads).Shuffle(rows);
        var mixed = EngineReading.Plan(_scratch.Write("b.csv", shop.Write(rows.Take(2_000), seed: threads)), _scratch.Write("c.csv", shop.Write(rows.Skip(2_000), ';', quoting: 0.5)));
        Assert.Equal(WithoutFindings(expected), WithoutFindings(Explored.Bytes(Explored.Of(mixed, threads))));
        Assert.DoesNotContain("NaN", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("product", "order,date,customer,amount\n1,2024-01-02,a,5.00\n2,2024-02-20,a,7.50\n3,2024-02-21,b,1.00\n", "concentration")]
    [InlineData("price", "order,product,quantity,date,customer\n1,A,1,2024-01-02,a\n2,B,3,2024-02-20,a\n3,A,2,2024-02-21,b\n", "customers")]
    [InlineData("quantity", "order,product,price,date,customer\n1,A,5.00,2024-01-02,a\n2,B,7.50,2024-02-20,a\n3,A,1.00,2024-02-21,b\n", "change")]
    [InlineData("order", "product,price,date,customer\nA,5.00,2024-01-02,a\nB,7.50,2024-02-20,a\nA,1.00,2024-02-21,b\n", "basket")]
    public void A_missing_column_is_said_and_the_rest_is_told(string missing, string text, string told)
    {
        var report = Explored.Of(Plan(text));
        Assert.Null(report[told]!.CannotTell);
        Assert.Equal(3, report["sales"]!.Figure("orders"));
        switch (missing)
        {
            case "product":
                Assert.Contains("products", report["concentration"]!.Notes.Single(), StringComparison.Ordinal);
                Assert.True(double.IsNaN(report["concentration"]!.Figure("products_gini")));
                break;
            case "price":
                Assert.All(["concentration", "prices", "change"], name => Assert.NotNull(report[name]!.CannotTell));
                Assert.All(report.Results, result => Assert.Null(result.Column("money")));
                break;
            case "quantity":
                Assert.Equal(["customers", "frequency", "order_value"], Factors(report["change"]!));
                break;
            default:
                Assert.Contains(report["basket"]!.Notes, note => note.Contains("order numbers", StringComparison.Ordinal));
                break;
        }

        Assert.DoesNotContain("NaN", Explored.Bytes(report), StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_on_one_day()
    {
        var report = Explored.Of(Plan("order,product,quantity,price,date,customer\n1,A,2,5.00,2024-01-02,a\n1,B,1,1.00,2024-01-02,a\n"));
        Assert.Equal(0, report["concentration"]!.Figure("customers_gini"));
        Assert.NotNull(report["change"]!.CannotTell);
        Assert.NotNull(report["gaps"]!.CannotTell);
        Assert.NotNull(report["season"]!.CannotTell);
        Assert.True(double.IsNaN(report["hours"]!.Figure("busiest_hour")));
        Assert.Equal("Tuesday", report["hours"]!.TextFigure("busiest_weekday"));
        Assert.Equal(1, report["cohorts"]!.Rows);
    }

    [Fact]
    public void A_month_without_sales_is_a_row_of_its_own()
    {
        var report = Explored.Of(Plan("order,product,quantity,price,date,customer\n1,A,2,5.00,2024-01-02,a\n2,B,1,1.00,2024-03-30,a\n"));
        Assert.Equal(0, Explored.Row(report["sales"]!, ("grain", "month"), ("period", "2024-02"), ("state", "empty"))("orders"));
        Assert.Equal(0, Explored.Row(report["returning"]!, ("month", "2024-02"), ("state", "empty"))("new_customers"));
        Assert.Equal([1.0, 0.0, 1.0], Explored.Rows(report["cohorts"]!, ("cohort", "2024-01")).Select(row => row("active")));
    }

    [Fact]
    public void Ages_ahead_are_empty_not_zero()
    {
        var report = Explored.Of(Plan("order,product,quantity,price,date,customer\n1,A,2,5.00,2024-01-02,a\n2,B,1,1.00,2024-02-27,b\n"));
        Assert.Equal([1.0, 0.0], Explored.Rows(report["cohorts"]!, ("cohort", "2024-01")).Select(row => row("active")));
        Assert.Equal([1.0, double.NaN], Explored.Rows(report["cohorts"]!, ("cohort", "2024-02")).Select(row => row("active")));
    }

    [Fact]
    public void A_period_without_customers_changes_by_customers_alone()
    {
        var plan = Plan("order,product,quantity,price,date,customer\n1,A,2,5.00,2024-01-02,a\n2,B,1,1.00,2024-03-27,b\n");
        var change = Explored.Of(plan, compare: "2024-02,2024-03")["change"]!;
        Assert.Equal("1.00", change.MoneyFigure("customers_part").ToText());
        Assert.Equal("0.00", change.MoneyFigure("price_part").ToText());
        Assert.Equal("explore.compare-empty", Assert.Throws<UserException>(() => Explored.Of(plan, compare: "2023-02,2023-03")).Code);
    }

    [Fact]
    public void Parts_add_up_whatever_the_shop()
    {
        for (var seed = 40; seed < 52; seed++)
        {
            var shop = new DirtyShop(seed, 300 + 150 * (seed - 40));
            var plan = EngineReading.Plan(_scratch.Write("shop.csv", shop.Write(shop.Rows))) with { Cleaning = new CleaningOptions { MaxRejects = 1, Returns = (Returns)(seed % 3) } };
            var report = Explored.Of(plan);
            var change = report["change"]!;
            foreach (var kind in new[] { "factor", "who" })
            {
                var sum = Money.Zero;
                for (var row = 0; row < change.Rows; row++)
                {
                    if (change.Column("kind")!.Text(row) == kind) sum += change.Column("part")!.Amount(row);
                }

                Assert.Equal(change.MoneyFigure("money_change"), sum);
            }

            Assert.InRange(report["concentration"]!.Figure("customers_gini"), 0, 1);
            Assert.InRange(report["concentration"]!.Figure("products_gini"), 0, 1);
            Assert.Equal(report.Sales.Customers.Count, Explored.Rows(report["cohorts"]!).Where(row => row("age") == 0).Sum(row => row("customers")));
        }
    }

    [Fact]
    public void Only_what_was_asked_for()
    {
        var path = _scratch.Write("shop.csv", "order,product,quantity,price,date,customer\n1,A,2,5.00,2024-01-02,a\n2,B,1,1.00,2024-03-27,b\n");
        var plan = new ExplorePlan { Sales = EngineReading.Plan(path), Only = ["Cohorts", "sales"] };
        Assert.Equal(["sales", "cohorts"], ExploreJob.Run(plan, new RunContext()).Results.Select(r => r.Name));
        Assert.Equal("analysis.unknown", Assert.Throws<UserException>(() => ExploreJob.Run(plan with { Only = ["cohort"] }, new RunContext())).Code);
    }

    public void Dispose() => _scratch.Dispose();

    private Plan Plan(string text) => EngineReading.Plan(_scratch.Write("shop.csv", text));

    private static IEnumerable<string> Factors(ExploreResult change) =>
        Enumerable.Range(0, change.Rows).Where(row => change.Column("kind")!.Text(row) == "factor").Select(row => change.Column("name")!.Text(row));

    /// <summary>Quoting decides which lines are repeated word for word across files; audit.json tells of both files.</summary>
    private static string WithoutFindings(string bytes) => bytes[..bytes.IndexOf("== audit.json", StringComparison.Ordinal)];
}
