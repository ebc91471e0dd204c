using System.Globalization;
using System.IO.Compression;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Spreadsheets;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>Real sales put into a workbook with typed cells come out field by field as they were.</summary>
public sealed class RetailTests
{
    private const int Lines = 30_000;

    [Fact]
    public void A_workbook_of_real_sales_equals_the_csv()
    {
        var records = Records();
        using var file = new TempFile(new TestBook().Formats("yyyy-mm-dd h:mm:ss").Strings(
            [.. records.Select(r => r[7]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => $"<t>{c}</t>")]).Rows(Xml(records)).ToZip());
        using var text = new StreamReader(Workbook.OpenText(file.Path, Container.Xlsx, null), Encoding.UTF8);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, Delimiter = "\u001f", BadDataFound = null, Mode = CsvMode.NoEscape });
        var row = 0;
        while (csv.Read())
        {
            Assert.Equal(records[row++], csv.Parser.Record);
        }

        Assert.Equal(Lines + 1, row);
    }

    private static List<string[]> Records()
    {
        using var packed = File.OpenRead(SharedFile("data/online_retail.csv.gz"));
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });
        var records = new List<string[]>();
        while (records.Count <= Lines && csv.Read())
        {
            var record = csv.Parser.Record!;

            // What typed cells cannot keep: floats print as 17850.0 and 4.0 in the file.
            if (records.Count > 0)
            {
                record[5] = double.Parse(record[5], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
                record[6] = record[6].Replace(".0", "", StringComparison.Ordinal);
            }

            records.Add(record);
        }

        return records;
    }

    private static string Xml(List<string[]> records)
    {
        var countries = records.Select(r => r[7]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var xml = new StringBuilder();
        for (var i = 0; i < records.Count; i++)
        {
            xml.Append($"<row r=\"{i + 1}\">");
            for (var c = 0; c < 8; c++)
            {
                var value = records[i][c];
                var reference = $"{(char)('A' + c)}{i + 1}";
                if (value.Length == 0) continue;
                if (c == 7) xml.Append($"<c r=\"{reference}\" t=\"s\"><v>{countries.IndexOf(value)}</v></c>");
                else if (i > 0 && c == 4) xml.Append($"<c r=\"{reference}\" s=\"1\"><v>{DateTime.Parse(value, CultureInfo.InvariantCulture).ToOADate():R}</v></c>");
                else if (i > 0 && c == 5) xml.Append($"<c r=\"{reference}\"><v>{double.Parse(value, CultureInfo.InvariantCulture).ToString("G17", CultureInfo.InvariantCulture)}</v></c>");
                else if (i > 0 && c is 3 or 6) xml.Append($"<c r=\"{reference}\" t=\"n\"><v>{value}</v></c>");
                else xml.Append($"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(value)}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml.ToString();
    }

    private static string SharedFile(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clientele.slnx"))) folder = folder.Parent;
        Assert.NotNull(folder);
        var path = Path.Combine(folder.FullName, "..", "shared", name);
        Assert.True(File.Exists(path), $"The test needs ../shared/{name} beside the repository.");
        return path;
    }
}
