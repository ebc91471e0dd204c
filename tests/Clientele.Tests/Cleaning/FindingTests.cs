using System.Globalization;
using Clientele.Tests.Sales;

namespace Clientele.Tests.Cleaning;

/// <summary>What deserves a word does get one, and sound sales get none.</summary>
public sealed class FindingTests
{
    private const string Header = "invoice,product,quantity,date,price,customer\n";

    [Fact]
    public void Sound_sales_raise_nothing() => Assert.Equal(["as-of.default"], Codes(Sound(12)));

    [Theory]
    [InlineData("1.23457E+11", "customer.scientific-ids")]
    [InlineData("Total", "customer.totals-lines")]
    [InlineData("Gesamtsumme", "customer.totals-lines")]
    [InlineData("#N/A", "customer.suspicious-ids")]
    [InlineData("-", "customer.suspicious-ids")]
    [InlineData("C1", "customer.look-alike-ids")]
    public void Odd_customer_id(string id, string code) => Assert.Contains(code, Codes(Sound(12) + Sale("901", id)));

    [Fact]
    public void Customers_by_name_are_told_of_unless_they_are_few()
    {
        Assert.Contains("customer.names", Codes(Sale("901", "Ann Lee") + Sale("902", "Bo Ek") + Sale("903", "C7")));
        Assert.DoesNotContain("customer.names", Codes(Sound(12) + Sale("901", "Ann Lee")));
        Assert.DoesNotContain("customer.names", Codes(Sale("901", "Ward 7") + Sale("902", "anna") + Sale("903", " C7 ")));
    }

    [Theory]
    [InlineData("101", "00101", 2)]
    [InlineData("101", "101.0", 2)]
    [InlineData("0101", "00101.0", 2)]
    [InlineData("00101", "00102", 0)]
    [InlineData("0", "000", 2)]
    [InlineData("101", "1010", 0)]
    [InlineData("1.0", "10", 0)]
    public void Numbers_that_look_alike(string one, string other, long count)
    {
        var audit = EngineReading.OfText(Header + Sale("1", one) + Sale("2", other) + Sale("3", "x")).Audit;
        Assert.Equal(count, audit.Findings.Where(f => f.Code == "customer.look-alike-ids").Sum(f => f.Count));
    }

    [Fact]
    public void Largest_line_is_held_against_the_others_even_in_a_small_file() =>
        Assert.Contains("lines.largest", Codes(Sound(12) + "901,P,1000000,2024-01-05,5.00,c3\n"));

    [Fact]
    public void Date_far_behind_all_others()
    {
        Assert.Contains("as-of.lonely", Codes(Sound(12) + "901,P,1,2042-01-05,5.00,c3\n"));
        Assert.DoesNotContain("as-of.lonely", Codes(Sound(12) + "901,P,1,2024-12-05,5.00,c3\n"));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Sales_between_two_stray_quotes(int swallowed, bool told)
    {
        var text = Sound(12) + Sale("901", "c1").Replace("P", "\"P", StringComparison.Ordinal) + Sound(swallowed) + Sale("902", "c2").Replace("P", "P\"", StringComparison.Ordinal);
        Assert.Equal(told, Codes(text).Contains("lines.tall"));
    }

    private static string Sound(int customers) => string.Concat(Enumerable.Range(1, customers).Select(i => Sale(i.ToString(CultureInfo.InvariantCulture), "c" + i.ToString(CultureInfo.InvariantCulture))));

    private static string Sale(string invoice, string customer) => $"{invoice},P,2,2024-01-13,5.00,{customer}\n";

    private static string[] Codes(string lines) => [.. EngineReading.OfText(Header + lines).Audit.Findings.Select(f => f.Code)];
}
