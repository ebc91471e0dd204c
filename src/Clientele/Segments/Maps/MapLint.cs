namespace Clientele.Segments.Maps;

/// <summary>Checks a map before it is used: gaps, overlaps and names that no customer can ever get.</summary>
public static class MapLint
{
    /// <summary>Nothing for a map that is a partition; else at most one gap, one overlap, and one finding per name never reached.</summary>
    public static IReadOnlyList<MapFinding> Check(SegmentMap map)
    {
        var findings = new List<MapFinding>();
        var gaps = new List<string>();
        var overlaps = new List<string>();
        var reached = new bool[map.Segments.Count];
        for (var code = 0; code < map.CodeCount; code++)
        {
            var segment = map.SegmentOfCode(code);
            reached[segment] = true;
            if (segment == map.Else) gaps.Add(map.CodeText(code));
            if (CaughtByAnother(map, code, segment)) overlaps.Add(map.CodeText(code));
        }

        if (gaps.Count > 0) findings.Add(new(MapFault.Gap, $"{gaps.Count} of {map.CodeCount} codes are caught by no row and fall to {map.Segments[map.Else].Name}: {Shown(gaps)}.", gaps));
        if (overlaps.Count > 0) findings.Add(new(MapFault.Overlap, $"{overlaps.Count} of {map.CodeCount} codes match rows of two names or more; the first row wins: {Shown(overlaps)}.", overlaps));
        for (var s = 0; s < map.Else; s++)
        {
            if (!reached[s]) findings.Add(NeverReached(map, s));
        }

        return findings;
    }

    /// <summary>One sentence for a run's notes, or null for a partition.</summary>
    internal static string? Summary(SegmentMap map)
    {
        var parts = new List<string>();
        var unreached = new List<string>();
        foreach (var finding in Check(map))
        {
            if (finding.Fault == MapFault.Gap) parts.Add($"{finding.Codes.Count} of {map.CodeCount} codes have no row and fall to {map.Segments[map.Else].Name}");
            if (finding.Fault == MapFault.Overlap) parts.Add($"{finding.Codes.Count} of {map.CodeCount} codes match several rows, of which the first wins");
            if (finding.Segment is not null) unreached.Add(finding.Segment);
        }

        if (unreached.Count > 0) parts.Add($"{Figures.List(unreached)} can never be reached");
        return parts.Count == 0 ? null : $"The map {map.Name} is not a partition: {string.Join("; ", parts)}.";
    }

    private static bool CaughtByAnother(SegmentMap map, int code, int segment)
    {
        var scores = map.Scores(code);
        foreach (var rule in map.Rules)
        {
            if (rule.Segment != segment && rule.Catches(scores)) return true;
        }

        return false;
    }

    private static MapFinding NeverReached(SegmentMap map, int segment)
    {
        var codes = new List<string>();
        var takers = new List<string>();
        for (var code = 0; code < map.CodeCount; code++)
        {
            var scores = map.Scores(code);
            if (!Array.Exists(map.Rules, rule => rule.Segment == segment && rule.Catches(scores))) continue;
            codes.Add(map.CodeText(code));
            var taker = map.Segments[map.SegmentOfCode(code)].Name;
            if (!takers.Contains(taker)) takers.Add(taker);
        }

        var name = map.Segments[segment].Name;
        var text = codes.Count == 0
            ? $"{name} is never reached: its rows catch no code."
            : $"{name} is never reached: {Figures.List(takers)} {(takers.Count == 1 ? "stands" : "stand")} above it and {(takers.Count == 1 ? "takes" : "take")} all of its {codes.Count} codes.";
        return new MapFinding(MapFault.NeverReached, text, codes, name);
    }

    private static string Shown(List<string> codes)
    {
        const int Most = 25;
        return codes.Count <= Most ? string.Join(' ', codes) : $"{string.Join(' ', codes.Take(Most))} and {codes.Count - Most} more";
    }
}
