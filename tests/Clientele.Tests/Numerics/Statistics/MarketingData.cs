using System.Globalization;
using System.IO.Compression;

namespace Clientele.Tests.Numerics.Statistics;

/// <summary>The customer table of the shared data, read the plain way.</summary>
internal static class MarketingData
{
    private static readonly Lazy<(string[] Names, string[][] Rows)> s_table = new(Read);

    /// <summary>A column of numbers; empty fields are NaN, $ and commas are left out.</summary>
    public static double[] Numbers(string name) => [.. Text(name).Select(t => t.Length == 0 ? double.NaN : double.Parse(t.Replace("$", "").Replace(",", ""), CultureInfo.InvariantCulture))];

    /// <summary>A column of categories as codes, in ordinal order of their names.</summary>
    public static int[] Codes(string name)
    {
        var levels = Text(name).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. Text(name).Select(t => levels.IndexOf(t))];
    }

    private static IEnumerable<string> Text(string name)
    {
        var (names, rows) = s_table.Value;
        var at = Array.IndexOf(names, name);
        Assert.True(at >= 0, $"marketing_data.csv.gz has no column {name}.");
        return rows.Select(row => row[at]);
    }

    private static (string[] Names, string[][] Rows) Read()
    {
        var path = Path.GetFullPath(Path.Combine(OnlineRetail.Root, "..", "shared", "data", "marketing_data.csv.gz"));
        Assert.True(File.Exists(path), $"The test needs {path}; put the shared data folder beside the repository.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (Fields(lines[0]), [.. lines.Skip(1).Select(Fields)]);
    }

    // Every odd piece between quotes is quoted.
    private static string[] Fields(string line) =>
        [.. string.Concat(line.Trim('\r', '\uFEFF').Split('"').Select((part, i) => i % 2 == 0 ? part.Replace(',', '\0') : part)).Split('\0').Select(field => field.Trim())];
}
