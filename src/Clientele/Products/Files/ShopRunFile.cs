using System.Text.Json;
using Clientele.Baskets;
using Clientele.Reports;
using Clientele.Sales.Kept;

namespace Clientele.Products.Files;

/// <summary>run.json of products or of baskets, read back: exactly one of the plans is there.</summary>
/// <param name="Products">Everything that a look at the products depended on.</param>
/// <param name="Baskets">Everything that a look into the baskets depended on.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record ShopRunFile(ProductPlan? Products, BasketPlan? Baskets, IReadOnlyList<RunFileInput> Inputs)
{
    private const long MostBytes = 64 << 20;

    /// <summary>Reads run.json at <paramref name="path"/>, or in the folder at <paramref name="path"/>; null when it is of another command, or no JSON.</summary>
    /// <param name="path">File or run folder.</param>
    /// <param name="version">Version of this program; a file of another version is refused because its results may differ.</param>
    public static ShopRunFile? Read(string path, string version)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return null;
            var bytes = File.ReadAllBytes(path);
            switch (Command(bytes))
            {
                case ShopRunJson.Products:
                    var products = JsonSerializer.Deserialize(bytes, ShopRunFileJson.Default.ProductRunText)!;
                    Check(path, products.Format, products.Version, version);
                    return new(products.Settings.ToPlan(products.Plan.ToPlan(path)), null, products.Inputs);
                case ShopRunJson.Baskets:
                    var baskets = JsonSerializer.Deserialize(bytes, ShopRunFileJson.Default.BasketRunText)!;
                    Check(path, baskets.Format, baskets.Version, version);
                    return new(null, baskets.Settings.ToPlan(baskets.Plan.ToPlan(path)), baskets.Inputs);
                default:
                    return null;
            }
        }
        catch (JsonException problem)
        {
            throw Problem("run.unreadable", $"{path} is not a run.json that this program can read: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(KeptSales sales)
    {
        ArgumentNullException.ThrowIfNull(sales);
        for (var i = 0; i < Math.Max(Inputs.Count, sales.Inputs.Count); i++)
        {
            var then = i < Inputs.Count ? Inputs[i] : null;
            var now = i < sales.Inputs.Count ? sales.Inputs[i] : null;
            if (then?.Path != now?.Layout.Path) throw Problem("run.inputs", $"The run had {then?.Path ?? "no further input"} where there is now {now?.Layout.Path ?? "none"}.");
            if (then!.Bytes != now!.Bytes || then.Hash != now.Hash)
                throw Problem("run.changed-input", $"{then.Path} has changed since the run: {then.Bytes} bytes and hash {then.Hash} then, {now.Bytes} and {now.Hash} now.");
        }
    }

    private static string? Command(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("command", out var command) && command.ValueKind == JsonValueKind.String ? command.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Check(string path, int format, string theirs, string ours)
    {
        if (format != ShopRunJson.Format) throw Problem("run.format", $"{path} has format {format}; this program reads format {ShopRunJson.Format}.");
        if (theirs != ours) throw Problem("run.version", $"{path} was written by version {theirs}; this is version {ours}, whose results may differ.");
    }

    private static UserException Problem(string code, string what) =>
        new(code, what, "Run the command again with the options you want; it writes a new run.json.", ExitCode.BadData);
}
