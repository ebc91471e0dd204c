using System.Globalization;
using System.Text;

namespace Clientele.Tests.Sales;

/// <summary>Random sales with every kind of dirt, as rows that can be written in any order, dialect and number of files.</summary>
internal sealed class DirtyShop
{
    public static readonly string[] Header = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country", "Category"];

    private static readonly string[] s_texts =
        ["WHITE LAMP", "12\" RULER", "\"quoted\"", "tea, green", "a;b|c\td", "two\nlines", "crlf\r\nlines", "", " spaced ", "Grüße £5", "x\"\"y", "\"", "tail\"", "C\rR"];

    private static readonly string[] s_countries = ["United Kingdom", "France", "EIRE", "Deutschland", "", "  ", "Österreich"];

    private readonly Random _chance;

    public DirtyShop(int seed, int lines)
    {
        _chance = new Random(seed);
        for (var i = 0; i < 40; i++) Rows.Add(Sale(i, plain: true));
        while (Rows.Count < lines) Rows.Add(Next());
    }

    /// <summary>Fields of each row, or one text that stands as it is.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>Writes rows with random quoting.</summary>
    /// <param name="order">Columns of the file as indices in <see cref="Header"/>.</param>
    public string Write(IEnumerable<string[]> rows, char delimiter = ',', int[]? order = null, double quoting = 0.1, string end = "\n", int seed = 1)
    {
        var chance = new Random(seed);
        order ??= [.. Enumerable.Range(0, Header.Length)];
        var text = new StringBuilder();
        text.AppendJoin(delimiter, order.Select(c => Header[c])).Append(end);
        foreach (var row in rows)
        {
            if (row.Length == 1) text.Append(row[0].Replace(',', delimiter));
            else text.AppendJoin(delimiter, order.Select(c => Field(row[c], delimiter, chance.NextDouble() < quoting)).Concat(row.Skip(Header.Length)));
            text.Append(end);
        }

        return text.ToString();
    }

    private static string Field(string value, char delimiter, bool quote) =>
        quote || value.Contains(delimiter) || value.Contains('\n') || value.StartsWith('"') || value.EndsWith('\r')
            ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : value;

    private string[] Next()
    {
        var kind = _chance.Next(100);
        if (kind < 6) return [.. Rows[_chance.Next(Rows.Count)]];
        var row = Sale(Rows.Count, plain: false);
        switch (kind)
        {
            case < 12: row[6] = _chance.Next(3) == 0 ? " " : ""; break;
            case < 20: (row[0], row[3]) = ("C" + row[0], "-" + row[3]); break;
            case < 23: row[3] = "-" + row[3]; break;
            case < 24: row[3] = "0"; break;
            case < 26: row[5] = "0.00"; break;
            case < 27: row[5] = "-" + row[5]; break;
            case < 28: row[3] = "two"; break;
            case < 29: row[5] = "4..95"; break;
            case < 30: row[4] = "2024-02-30 10:00:00"; break;
            case < 31: return [",,"];
            case < 32: return [.. row, "surplus"];
            case < 33: return [.. row, ""];
            case < 34: return [""];
            case < 35: return ["   "];
            case < 36: return ["536365,\"ab\"c,x,1,2024-01-01 10:00:00,1.00,17850,France,Home"];
            case < 37: row[1] = s_codes[_chance.Next(s_codes.Length)]; break;
            case < 38: row[3] = "20000"; break;
            case < 39: row[5] = "1234.5678"; break;
            case < 40: row[3] = "0.125"; break;
            case < 41: row[0] = ""; break;
            case < 42: row[8] = ""; break;
            case < 43: row[5] = "$" + row[5]; break;
            case < 44: row[4] = row[4][..10]; break;
            case < 45: return Return();
        }

        return row;
    }

    private static readonly string[] s_codes = ["POST", "post", " D ", "TEST001", "test", "gift_0001_40", "BANK CHARGES", "AMAZONFEE", "M"];

    /// <summary>The exact opposite of an earlier sale, a little later.</summary>
    private string[] Return()
    {
        var sale = Rows[_chance.Next(40)];
        var time = DateTime.Parse(sale[4], CultureInfo.InvariantCulture).AddDays(_chance.Next(1, 60));
        string[] back = [.. sale];
        (back[0], back[3], back[4]) = ("C" + sale[0], "-" + sale[3], Text(time));
        return back;
    }

    private string[] Sale(int number, bool plain)
    {
        var customer = _chance.Next(60);
        var invoice = 536365 + number / 3;
        var time = new DateTime(2024, 1, 1).AddDays(invoice % 300).AddSeconds(invoice % 80_000);
        return
        [
            invoice.ToString(CultureInfo.InvariantCulture),
            "P" + _chance.Next(50).ToString("000", CultureInfo.InvariantCulture),
            plain ? "LAMP" : s_texts[_chance.Next(s_texts.Length)],
            _chance.Next(1, 30).ToString(CultureInfo.InvariantCulture),
            Text(time),
            (_chance.Next(1, 9999) / 100m).ToString(CultureInfo.InvariantCulture),
            customer < 55 || plain ? (10_000 + customer).ToString(CultureInfo.InvariantCulture) : "00" + customer + "ü",
            plain ? "France" : s_countries[_chance.Next(s_countries.Length)],
            "Kind" + _chance.Next(4),
        ];
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
