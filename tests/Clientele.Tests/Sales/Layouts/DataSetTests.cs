using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

/// <summary>Every shared data set is understood without an option, or refused for what it is.</summary>
public sealed class DataSetTests
{
    [Fact]
    public void Online_retail()
    {
        var layout = LayoutReader.Understand("online_retail.csv", Samples.Data("online_retail.csv"), ReadOptions.Default);
        Assert.Equal(
            "customer=CustomerID invoice=InvoiceNo product=StockCode description=Description quantity=Quantity price=UnitPrice date=InvoiceDate country=Country",
            Samples.Roles(layout));
        Assert.Equal((byte)',', layout.Text.Delimiter);
        Assert.Equal((1, 1), (layout.HeaderLine, layout.SkippedLines));
        Assert.True(layout.FloatCustomerIds);
        Assert.False(layout.FloatInvoiceIds);
        Assert.Equal(DateOrder.YearMonthDay, layout.Dates!.Order);
        Assert.Equal('.', layout.Numbers.Decimal);
        Assert.Equal(MoneySource.QuantityTimesPrice, layout.Money);
    }

    [Fact]
    public void Cdnow_master_has_runs_of_blanks()
    {
        var layout = LayoutReader.Understand("CDNOW_master.txt", Samples.Data("CDNOW_master.txt"), ReadOptions.Default);
        Assert.Equal("customer=customer_id quantity=number_of_cds amount=dollar_value date=date", Samples.Roles(layout));
        Assert.True(layout.Text.BlankRuns);
        Assert.Equal(1, layout.HeaderLine);
        Assert.Equal(MoneySource.Amount, layout.Money);
        Assert.Equal("none", Samples.Decision(layout, "invoice").Value);
    }

    [Fact]
    public void Cdnow_sample_has_no_header()
    {
        var layout = LayoutReader.Understand("CDNOW_sample.txt", Samples.Data("CDNOW_sample.txt"), ReadOptions.Default);
        Assert.Equal("customer=column 1 quantity=column 4 amount=column 5 date=column 3", Samples.Roles(layout));
        Assert.Equal((0, 0), (layout.HeaderLine, layout.SkippedLines));
        Assert.Contains("same customers", Samples.Decision(layout, "customer").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Retail_transactions_have_line_breaks_in_quotes_and_amounts_after_discount()
    {
        var layout = LayoutReader.Understand("Retail_Transaction_Dataset.csv", Samples.Data("Retail_Transaction_Dataset.csv"), ReadOptions.Default);
        Assert.Equal(
            "customer=CustomerID product=ProductID quantity=Quantity price=Price amount=TotalAmount date=TransactionDate store=StoreLocation category=ProductCategory",
            Samples.Roles(layout));
        Assert.Equal(DateOrder.MonthDayYear, layout.Dates!.Order);
        Assert.Equal(MoneySource.Amount, layout.Money);
        Assert.Contains("discount", Samples.Decision(layout, "amount").Reason, StringComparison.Ordinal);
        Assert.Equal(10, layout.Columns.Count);
    }

    [Theory]
    [InlineData("Mall_Customers.csv", "sales.customer-table")]
    [InlineData("marketing_data.csv", "sales.customer-table")]
    [InlineData("marketing_data_mdyyyy.csv", "sales.customer-table")]
    [InlineData("cdnow_customers_summary.csv", "sales.customer-table")]
    [InlineData("cdnow_customers_summary_with_transactions.csv", "sales.customer-table")]
    [InlineData("marketing_data_dictionary.csv", "sales.missing-column")]
    public void Other_tables_are_refused_for_what_they_are(string name, string code)
    {
        var error = Assert.Throws<UserException>(() => LayoutReader.Understand(name, Samples.Data(name), ReadOptions.Default));
        Assert.Equal(code, error.Code);
        Assert.Equal(ExitCode.BadData, error.Exit);
        Assert.Contains(name, error.What, StringComparison.Ordinal);
    }
}
