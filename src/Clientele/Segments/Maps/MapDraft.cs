namespace Clientele.Segments.Maps;

/// <summary>A map while its text is read.</summary>
internal sealed class MapDraft(string name)
{
    public string Name => name;

    public int Parts { get; set; } = 5;

    public Dictionary<string, double[]> Bounds { get; } = [];

    /// <summary>In the order of first mention.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Stated groups, null where the rule decides.</summary>
    public List<string?> Groups { get; } = [];

    public List<MapRule> Rules { get; } = [];

    public string? Else { get; set; }

    public string? ElseGroup { get; set; }
}
