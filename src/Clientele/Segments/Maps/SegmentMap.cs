namespace Clientele.Segments.Maps;

/// <summary>Names for every combination of recency, frequency and money score.</summary>
/// <remarks>Rows are tried in the order they are written; the first that catches a code names it. What no row catches goes to
/// the <c>else</c> name. <see cref="MapLint"/> says where that matters.</remarks>
public sealed class SegmentMap
{
    private readonly byte[] _segmentOfCode;

    internal SegmentMap(MapDraft draft)
    {
        Name = draft.Name;
        Parts = draft.Parts;
        Bounds = draft.Bounds;
        Rules = [.. draft.Rules];
        Else = draft.Names.Count;
        StatesElse = draft.Else is not null;
        _segmentOfCode = new byte[Parts * Parts * Parts];
        for (var code = 0; code < _segmentOfCode.Length; code++) _segmentOfCode[code] = (byte)FirstCatch(code);
        Segments = Describe(draft);
    }

    public string Name { get; }

    /// <summary>Best score: scores run from 1 to this.</summary>
    public int Parts { get; }

    /// <summary>Upper bounds that the map itself sets, by measure name; usually none.</summary>
    public IReadOnlyDictionary<string, double[]> Bounds { get; }

    /// <summary>In the order of first mention; the last one takes what no rule catches.</summary>
    public IReadOnlyList<MapSegment> Segments { get; }

    /// <summary>The map says itself where uncaught codes go.</summary>
    public bool StatesElse { get; }

    /// <summary>All codes, 111 first, with the segment that each belongs to.</summary>
    public IEnumerable<(string Code, MapSegment Segment)> Codes
    {
        get
        {
            for (var code = 0; code < _segmentOfCode.Length; code++) yield return (CodeText(code), Segments[_segmentOfCode[code]]);
        }
    }

    internal MapRule[] Rules { get; }

    internal int Else { get; }

    internal int CodeCount => _segmentOfCode.Length;

    /// <summary>The segment of a customer with these scores, each from 1 to <see cref="Parts"/>.</summary>
    public MapSegment this[int r, int f, int m] => Segments[IndexOf(r, f, m)];

    internal int IndexOf(int r, int f, int m) => _segmentOfCode[((r - 1) * Parts + f - 1) * Parts + m - 1];

    internal int SegmentOfCode(int code) => _segmentOfCode[code];

    internal MapCode Scores(int code) => new(code / (Parts * Parts) + 1, code / Parts % Parts + 1, code % Parts + 1);

    internal string CodeText(int code) => Scores(code).ToString();

    private int FirstCatch(int code)
    {
        var scores = Scores(code);
        foreach (var rule in Rules)
        {
            if (rule.Catches(scores)) return rule.Segment;
        }

        return Else;
    }

    private MapSegment[] Describe(MapDraft draft)
    {
        var segments = new MapSegment[draft.Names.Count + 1];
        for (var s = 0; s < draft.Names.Count; s++)
        {
            var index = s;
            var rule = string.Join("; ", draft.Rules.FindAll(r => r.Segment == index).ConvertAll(r => r.Text));
            segments[s] = new MapSegment(draft.Names[s], draft.Groups[s] ?? GroupOf(s), rule);
        }

        segments[Else] = new MapSegment(draft.Else ?? "Others", draft.ElseGroup ?? GroupOf(Else), "every other code");
        return segments;
    }

    /// <summary>By the mean position of the codes it gets; of those it would catch when it gets none.</summary>
    private string GroupOf(int segment)
    {
        var codes = new List<MapCode>();
        for (var code = 0; code < _segmentOfCode.Length; code++)
        {
            if (_segmentOfCode[code] == segment) codes.Add(Scores(code));
        }

        var reached = codes.Count > 0;
        for (var code = 0; code < _segmentOfCode.Length && !reached; code++)
        {
            var scores = Scores(code);
            if (Array.Exists(Rules, rule => rule.Segment == segment && rule.Catches(scores))) codes.Add(scores);
        }

        if (codes.Count == 0) return Groups.Occasional;
        double span = codes.Count * (Parts - 1);
        return Groups.Of(codes.Sum(c => c.R - 1) / span, codes.Sum(c => c.F - 1) / span, codes.Sum(c => c.M - 1) / span);
    }
}
