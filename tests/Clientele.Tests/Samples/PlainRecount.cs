using System.Globalization;
using System.Text;

namespace Clientele.Tests.Samples;

/// <summary>A second opinion: reads a sales file the slow and obvious way, applies the cleaning rules one by one, adds up in decimals.</summary>
internal sealed class PlainRecount
{
    public const int Columns = 10;

    public sealed record Sale(string Invoice, string Code, string Category, decimal Quantity, DateTime Date, decimal Price, string Customer, string Country);

    public Dictionary<string, (long Lines, decimal Money)> Excluded { get; } = new(StringComparer.Ordinal)
    {
        ["unreadable-line"] = default,
        ["duplicate-line"] = default,
        ["no-customer"] = default,
        ["cancellation"] = default,
        ["quantity-not-positive"] = default,
        ["price-not-positive"] = default,
    };

    public List<Sale> Kept { get; } = [];

    public List<Sale> Cancelled { get; } = [];

    public long Lines { get; private set; }

    public List<DateTime> Times { get; } = [];

    public static PlainRecount Of(byte[] file)
    {
        var recount = new PlainRecount();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n')[1..^1]) recount.Judge(line, seen);
        return recount;
    }

    /// <summary>Fields of one line; quotes may hold commas and doubled quotes.</summary>
    public static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(line[i]);
        }

        fields.Add(field.ToString());
        return fields;
    }

    private void Judge(string line, HashSet<string> seen)
    {
        Lines++;
        if (Read(line) is not { } sale)
        {
            Exclude("unreadable-line", 0);
            return;
        }

        Times.Add(sale.Date);
        var money = sale.Quantity * sale.Price;
        if (!seen.Add(line)) Exclude("duplicate-line", money);
        else if (sale.Customer.Trim().Length == 0) Exclude("no-customer", money);
        else if (sale.Invoice.StartsWith('C'))
        {
            Cancelled.Add(sale);
            Exclude("cancellation", money);
        }
        else if (sale.Quantity <= 0) Exclude("quantity-not-positive", money);
        else if (sale.Price <= 0) Exclude("price-not-positive", money);
        else Kept.Add(sale);
    }

    private static Sale? Read(string line)
    {
        var fields = Fields(line);
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return fields.Count == Columns
            && decimal.TryParse(fields[4], Plain, CultureInfo.InvariantCulture, out var quantity)
            && DateTime.TryParseExact(fields[5], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && decimal.TryParse(fields[6], Plain, CultureInfo.InvariantCulture, out var price)
            ? new Sale(fields[0], fields[1], fields[3], quantity, date, price, fields[7], fields[8])
            : null;
    }

    private void Exclude(string rule, decimal money)
    {
        var (lines, before) = Excluded[rule];
        Excluded[rule] = (lines + 1, before + money);
    }
}
