using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>The describe command on real tables.</summary>
public sealed class DescribeTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Marketing_data_is_understood_with_its_dictionary()
    {
        var outcome = (await Command.Run("describe", Repository.Data("marketing_data.csv.gz"), "--dictionary", Repository.Data("marketing_data_dictionary.csv.gz"), "--out", _place["one"])).Done();
        foreach (var said in (string[])["2,240 customers", "30 Jun 2014", "Customer's yearly household income", "older than 110 years", "no word for marital status", "placeholder"])
            Assert.Contains(said, string.Join(' ', outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var cells = new Table(Path.Combine(_place["one"], "cells.csv"));
        Assert.Equal(11, cells["customer"].Count);
        Assert.Contains("666666", cells["before"]);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_place["one"], "describe.json"), TestContext.Current.CancellationToken));
        var income = json.RootElement.GetProperty("numbers").EnumerateArray().Single(n => n.GetProperty("name").GetString() == "Income");
        Assert.Equal((2216, 24, "USD"), (income.GetProperty("count").GetInt32(), income.GetProperty("missing").GetInt32(), income.GetProperty("unit").GetString()));
        Assert.Equal(51381.5, income.GetProperty("median").GetDouble());
    }

    [Fact]
    public async Task Two_notations_of_dates_give_what_one_gives()
    {
        foreach (var name in (string[])["marketing_data", "marketing_data_mdyyyy"])
            (await Command.Run("describe", Repository.Data(name + ".csv.gz"), "--out", _place[name], "--quiet")).Done();
        foreach (var file in (string[])["categories.csv", "histograms.csv", "relations.csv", "cells.csv"])
            Assert.Equal(await Text("marketing_data", file), await Text("marketing_data_mdyyyy", file));
        Assert.Equal(await Text("marketing_data", "columns.csv"), (await Text("marketing_data_mdyyyy", "columns.csv")).Replace("marketing_data_mdyyyy", "marketing_data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sales_describe_their_customers_and_take_another_table()
    {
        var described = (await Command.Run("describe", Repository.Data("CDNOW_master.txt.gz"))).Done();
        Assert.Contains("23,502 customers", described.Output, StringComparison.Ordinal);
        var people = _place.Write("people.csv", "client,age\n00001,31\n00002,42\n99999,20\n");
        (await Command.Run("segment", Repository.Data("CDNOW_master.txt.gz"), "--method", "rfm", "--with", people + ":client", "--out", _place["joined"], "--quiet")).Done();
        var segments = new Table(Path.Combine(_place["joined"], "segments.csv"));
        Assert.Equal(["31", "42", ""], segments["age"].Take(3));
        var refused = (await Command.Run("segment", Repository.Data("CDNOW_master.txt.gz"), "--with", Repository.Data("Mall_Customers.csv.gz"), "--out", _place["no"])).Refused(3);
        Assert.Contains("leading zeros", refused.Errors, StringComparison.Ordinal);
    }

    private Task<string> Text(string folder, string file) => File.ReadAllTextAsync(Path.Combine(_place[folder], file), TestContext.Current.CancellationToken);
}
