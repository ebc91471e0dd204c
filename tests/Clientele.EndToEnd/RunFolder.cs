using System.Text.Json;

namespace Clientele.EndToEnd;

/// <summary>What a run wrote.</summary>
internal sealed class RunFolder(string path)
{
    /// <summary>Files whose bytes depend on the sales and the plan alone.</summary>
    public static string[] Repeatable { get; } = ["segments.csv", "profiles.csv", "audit.json"];

    public JsonElement Run { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(path, "run.json"))).RootElement;

    public long LinesRead => Run.GetProperty("lines").GetProperty("read").GetInt64();

    public long LinesKept => Run.GetProperty("lines").GetProperty("kept").GetInt64();

    public decimal MoneyRead => Exact(Run.GetProperty("money").GetProperty("read"));

    public decimal MoneyKept => Exact(Run.GetProperty("money").GetProperty("kept"));

    /// <summary>Lines and money that each rule took out.</summary>
    public Dictionary<string, (long Lines, decimal Money)> Excluded => Run.GetProperty("audit").EnumerateArray().ToDictionary(
        e => e.GetProperty("rule").GetString()!,
        e => (e.GetProperty("lines").GetInt64(), Exact(e.GetProperty("money"))),
        StringComparer.Ordinal);

    public Table Table(string name) => new(Path.Combine(path, name));

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(path, name));

    /// <summary>All digits of a number, written as a number or as text.</summary>
    public static decimal Exact(JsonElement value) =>
        decimal.Parse(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The repeatable files are the same byte for byte.</summary>
    public void AssertSameAs(RunFolder other)
    {
        foreach (var name in Repeatable) Assert.True(Bytes(name).AsSpan().SequenceEqual(other.Bytes(name)), $"{name} differs");
    }

    /// <summary>Lines and money balance, to the last digit.</summary>
    public void AssertBalances()
    {
        Assert.Equal(LinesRead, LinesKept + Excluded.Values.Sum(e => e.Lines));
        Assert.Equal(MoneyRead, MoneyKept + Excluded.Values.Sum(e => e.Money));
        Assert.Equal(MoneyKept, Table("segments.csv")["monetary"].Sum(m => decimal.Parse(m, CultureInfo.InvariantCulture)));
    }
}
