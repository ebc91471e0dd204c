using System.Text.Json;
using Clientele.Reports;

namespace Clientele.Handover;

/// <summary>The exports that an earlier run was asked for, from its run.json: member <c>exports</c>, missing where there were none.</summary>
public static class AskedExports
{
    /// <summary>Names of exports that this version has; none where run.json cannot be read, which its own reader tells.</summary>
    /// <param name="path">run.json or its folder.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, Exports.Run);
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("exports", out var exports) || exports.ValueKind != JsonValueKind.Array) return [];
            var asked = new List<string>();
            foreach (var export in exports.EnumerateArray())
            {
                if (export.ValueKind == JsonValueKind.String) asked.Add(export.GetString()!);
            }

            return Handovers.Names(asked);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
