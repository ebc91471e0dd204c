using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>Random workbooks give the same values as ExcelDataReader gives.</summary>
public sealed class OracleTests
{
    private static readonly string[] s_formats = ["14", "22", "20", "yyyy\\-mm\\-dd hh:mm:ss", "0.00", "[$-409]mmm d, yyyy", "#,##0", "d.m.yy"];
    private static readonly string[] s_words = ["WHITE HEART", "café", "12\" PLATE", "a &amp; b", "&lt;tag&gt;", " lead", "tail ", "gift_0001_40", "日本", "x&#10;y", "two\nlines", "\"quoted\"", "&#128512;"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_workbooks_read_alike(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var book = Any(random);
            var zip = book.ToZip();
            Assert.Equal(Expected(zip), TestBook.ReadText(zip, "1"));
        }
    }

    private static TestBook Any(Random random)
    {
        var book = new TestBook().Formats(s_formats);
        var shared = Enumerable.Range(0, random.Next(1, 30))
            .Select(_ => random.Next(4) == 0
                ? $"<r><rPr><b/></rPr><t>{Word(random)}</t></r><r><t xml:space=\"preserve\">{Word(random)}</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>"
                : $"<t xml:space=\"preserve\">{Word(random)}</t>").ToArray();
        book.Strings(shared);
        if (random.Next(3) == 0) book.From1904();
        var rows = new StringBuilder();
        var references = random.Next(4) != 0;
        var r = 0;
        for (var n = random.Next(1, 40); n > 0; n--)
        {
            r += references && random.Next(5) == 0 ? random.Next(1, 5) : 1;
            rows.Append(references ? $"<row r=\"{r}\" spans=\"1:5\">" : "<row>");
            var c = -1;
            for (var m = random.Next(0, 8); m > 0; m--)
            {
                c += references && random.Next(4) == 0 ? random.Next(1, 4) : 1;
                rows.Append(Cell(random, references ? $" r=\"{(char)('A' + c)}{r}\"" : "", shared.Length));
            }

            rows.Append(random.Next(3) == 0 ? "</row>\r\n  " : "</row>");
        }

        return book.Rows(rows.ToString());
    }

    private static string Cell(Random random, string reference, int shared) => random.Next(8) switch
    {
        0 => $"<c{reference} t=\"s\"><v>{random.Next(shared)}</v></c>",
        1 => $"<c{reference} t=\"inlineStr\"><is><t xml:space=\"preserve\">{Word(random)}</t></is></c>",
        2 => $"<c{reference} s=\"{random.Next(1, 9)}\"><v>{(random.Next(100, 80_000) + random.Next(86_400) / 86_400.0).ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        3 => $"<c{reference} t=\"str\"><f>A1&amp;B1</f><v>{Word(random)}</v></c>",
        4 => $"<c{reference} t=\"b\"><v>{random.Next(2)}</v></c>",
        5 => $"<c{reference} s=\"0\"/>",
        6 => $"<c{reference}><v>{Math.Round(random.NextDouble() * 1000, 2).ToString("E16", CultureInfo.InvariantCulture)}</v></c>",
        _ => $"<c{reference} t=\"n\"><v>{random.Next(-1000, 100_000)}</v></c>",
    };

    private static string Word(Random random) => s_words[random.Next(s_words.Length)] + (random.Next(3) == 0 ? s_words[random.Next(s_words.Length)] : "");

    /// <summary>The same text made the slow way from ExcelDataReader's values.</summary>
    internal static string Expected(byte[] zip)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new MemoryStream(zip);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        var rows = new List<List<string>>();
        while (reader.Read())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(i => Plain(reader.GetValue(i))).ToList();
            while (row.Count > 0 && row[^1].Length == 0) row.RemoveAt(row.Count - 1);
            rows.Add(row);
        }

        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        return string.Concat(rows.Select(r => (r.Count == 0 ? "" : string.Join('|', r.Concat(Enumerable.Repeat("", width - r.Count)))) + "\n"));
    }

    private static string Plain(object? value) => value switch
    {
        null => "",
        string s => s.StartsWith('"') || s.Contains('\n', StringComparison.Ordinal) ? $"\"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : s,
        bool b => b ? "TRUE" : "FALSE",
        DateTime d => d.ToString(d.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : d.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        double n => ((decimal)n).ToString("0.############################", CultureInfo.InvariantCulture) is var text && double.Parse(text, CultureInfo.InvariantCulture) == n
            ? text
            : n.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
