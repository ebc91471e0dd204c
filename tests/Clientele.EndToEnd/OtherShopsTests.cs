namespace Clientele.EndToEnd;

/// <summary>Files of other shapes need no option either.</summary>
public sealed class OtherShopsTests
{
    [Theory]
    [InlineData("CDNOW_master.txt.gz", 69_659, 23_502)]
    [InlineData("Retail_Transaction_Dataset.csv.gz", 30_000, 29_562)]
    public async Task Segments_without_an_option(string name, long lines, int customers)
    {
        using var place = new Workplace();
        var outcome = (await Command.Run("segment", Repository.Data(name), "--out", place["run"])).Done();
        var run = new RunFolder(place["run"]);
        Assert.Equal(lines, run.LinesRead);
        Assert.Equal(customers, run.Table("segments.csv").Rows.Count);
        run.AssertBalances();
        Assert.Contains(lines.ToString("N0", CultureInfo.InvariantCulture), outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("online_retail.csv.gz", "InvoiceNo")]
    [InlineData("CDNOW_master.txt.gz", "customer_id")]
    [InlineData("Retail_Transaction_Dataset.csv.gz", "TransactionDate")]
    public async Task Inspect_says_what_was_understood(string name, string column)
    {
        var outcome = (await Command.Run("inspect", Repository.Data(name))).Done();
        Assert.Contains(column, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("customer", outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("date", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }
}
