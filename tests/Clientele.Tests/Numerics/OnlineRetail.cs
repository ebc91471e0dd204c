using System.Globalization;
using System.IO.Compression;
using Clientele.Numerics;

namespace Clientele.Tests.Numerics;

/// <summary>Recency, frequency and monetary of the online_retail customers, read the plain way.</summary>
internal static class OnlineRetail
{
    public static string Root { get; } = FindRoot();

    public static Matrix Rfm()
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "online_retail.csv.gz"));
        Assert.True(File.Exists(path), $"The test needs {path}; put the shared data folder beside the repository.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var customers = new Dictionary<string, (DateTime Last, HashSet<string> Orders, decimal Money)>(StringComparer.Ordinal);
        var latest = DateTime.MinValue;
        while (reader.ReadLine() is { } line)
        {
            if (!seen.Add(line)) continue;

            // Only the description, the third field, is ever quoted, and it holds no line break: the others count from the ends.
            var (start, end) = (line.Split(',', 3), line.Split(','));
            var (invoice, customer) = (start[0], end[^2]);
            var quantity = int.Parse(end[^5], CultureInfo.InvariantCulture);
            var price = decimal.Parse(end[^3], CultureInfo.InvariantCulture);
            if (customer.Length == 0 || invoice.StartsWith('C') || quantity <= 0 || price <= 0) continue;

            var date = DateTime.ParseExact(end[^4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            latest = date > latest ? date : latest;
            if (!customers.TryGetValue(customer, out var known)) known = (date, new HashSet<string>(StringComparer.Ordinal), 0);
            known.Orders.Add(invoice);
            customers[customer] = (date > known.Last ? date : known.Last, known.Orders, known.Money + (quantity * price));
        }

        var asOf = latest.AddDays(1);
        var values = customers.OrderBy(c => c.Key, StringComparer.Ordinal)
            .SelectMany(c => new[] { (asOf - c.Value.Last).Days, c.Value.Orders.Count, (double)c.Value.Money }).ToArray();
        return new(values, customers.Count, 3);
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Clientele.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Clientele.slnx stands in no folder above the tests.");
    }
}
