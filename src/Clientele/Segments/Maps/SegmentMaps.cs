using System.Text;

namespace Clientele.Segments.Maps;

/// <summary>Segment maps by name, and a person's own from a file.</summary>
public static class SegmentMaps
{
    private const int MostBytes = 1 << 20;

    public static Catalog<SegmentMap> Catalog { get; } = new(
        "map",
        CodesMap.Choice,
        RfmPackageMap.Choice,
        PutlerMap.Choice,
        KlaviyoMap.Choice,
        TwoDigitMap.Choice);

    /// <summary>The map of that name in the catalog, or the one in the file of that path.</summary>
    public static SegmentMap Find(string nameOrPath)
    {
        foreach (var choice in Catalog)
        {
            if (string.Equals(choice.Name, nameOrPath, StringComparison.OrdinalIgnoreCase)) return choice.Create(Settings.Defaults);
        }

        if (!File.Exists(nameOrPath)) throw Problems.UnknownMap(nameOrPath, string.Join(", ", Catalog.Select(c => c.Name)));
        return MapText.Parse(nameOrPath, Load(nameOrPath));
    }

    private static string Load(string path)
    {
        byte[] bytes;
        try
        {
            using var file = File.OpenRead(path);
            bytes = new byte[MostBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MostBytes) throw Problems.MapTooLarge(path, MostBytes);
            bytes = bytes[..length];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.MapUnreadable(path, trouble.Message);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException trouble)
        {
            var line = bytes.AsSpan(0, Math.Max(trouble.Index, 0)).Count((byte)'\n') + 1;
            throw Problems.Map(path, line, 1, "The text is not UTF-8.", "Save the map as UTF-8.");
        }
    }
}
