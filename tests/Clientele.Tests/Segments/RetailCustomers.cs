using System.Globalization;
using System.IO.Compression;
using Clientele.Customers;
using CsvHelper;

namespace Clientele.Tests.Segments;

/// <summary>The customers of online_retail.csv.gz by the plainest means: a CSV library, decimals and dictionaries.</summary>
internal static class RetailCustomers
{
    private static readonly Lazy<CustomerTable> s_table = new(Read);

    public static CustomerTable Table => s_table.Value;

    private static CustomerTable Read()
    {
        var path = Path.GetFullPath(Path.Combine(Shop.Root, "..", "shared", "data", "online_retail.csv.gz"));
        if (!File.Exists(path)) throw new InvalidOperationException($"The real data is missing: {path} (see ../shared/data/README.md).");
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var customers = new SortedDictionary<string, (HashSet<string> Orders, DateTime Last, decimal Money)>(StringComparer.Ordinal);
        var latest = DateTime.MinValue;
        while (csv.Read())
        {
            var fields = csv.Parser.Record!;
            if (!lines.Add(string.Join('\u001f', fields)) || fields[6].Length == 0 || fields[0].StartsWith('C')) continue;
            var (quantity, price) = (int.Parse(fields[3], CultureInfo.InvariantCulture), decimal.Parse(fields[5], CultureInfo.InvariantCulture));
            if (quantity <= 0 || price <= 0) continue;
            var date = DateTime.Parse(fields[4], CultureInfo.InvariantCulture);
            var (orders, last, money) = customers.TryGetValue(fields[6], out var known) ? known : ([], date, 0m);
            orders.Add(fields[0]);
            customers[fields[6]] = (orders, date > last ? date : last, money + quantity * price);
            if (date > latest) latest = date;
        }

        var asOf = latest.AddDays(1);
        return Shop.OfThousandths(
            [.. customers.Values.Select(c => Math.Floor((asOf - c.Last).TotalDays))],
            [.. customers.Values.Select(c => (double)c.Orders.Count)],
            [.. customers.Values.Select(c => (long)(c.Money * 1000))]);
    }
}
