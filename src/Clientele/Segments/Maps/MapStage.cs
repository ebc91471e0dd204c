using Clientele.Segments.Scoring;

namespace Clientele.Segments.Maps;

/// <summary>Scores customers and looks their codes up on a map.</summary>
internal static class MapStage
{
    public static (RfmScores Scores, Segmentation Map) Run(RfmMeasures measures, SegmentOptions options, List<string> notes)
    {
        var map = SegmentMaps.Find(options.Map);
        var scores = ScoresFor(map, measures, options);
        var labels = new int[measures.Count];
        for (var i = 0; i < labels.Length; i++) labels[i] = map.IndexOf(scores.R[i], scores.F[i], scores.M[i]);

        var facts = SegmentFacts.Of(labels, map.Segments.Count, measures);
        var segments = new Segment[facts.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = map.Segments[facts[i].Label];
            segments[i] = new Segment(segment.Name, $"{RuleInWords(segment.Rule)}; {facts[i].Medians(measures.HasMoney)}.", segment.Group, facts[i].Count, facts[i].Money);
        }

        Note(map, facts, notes);
        return (scores, new Segmentation { Method = "rfm", Segments = segments, Labels = SegmentFacts.Relabel(labels, map.Segments.Count, facts) });
    }

    private static RfmScores ScoresFor(SegmentMap map, RfmMeasures measures, SegmentOptions options)
    {
        var scoring = Scorings.Catalog.Find(options.Scoring);
        if (map.Bounds.Count > 0)
        {
            if (options.Thresholds.Count > 0 || scoring != QuantileScoring.Choice) throw Problems.OwnScoring(map.Name, scoring.Name);
            return FixedScoring.Choice.Create(Settings.Defaults).Score(measures, map.Parts, map.Bounds);
        }

        if (options.Thresholds.Count > 0 && scoring != FixedScoring.Choice) throw Problems.ThresholdsUnused(scoring.Name);
        return scoring.Create(Settings.Defaults).Score(measures, map.Parts, options.Thresholds);
    }

    /// <summary>The rule as the map writes it; a long list of codes is cut and counted.</summary>
    private static string RuleInWords(string rule)
    {
        const int MostCodes = 8;
        if (char.IsAsciiLetter(rule[0])) return char.ToUpperInvariant(rule[0]) + rule[1..];
        var (codes, cut) = (0, rule.Length);
        for (var i = 0; i < rule.Length; i++)
        {
            if (Separates(rule[i]) || (i > 0 && !Separates(rule[i - 1]))) continue;
            codes++;
            if (codes == MostCodes + 1) cut = i;
        }

        return codes <= MostCodes ? $"Scores {rule}" : $"Scores {rule[..cut].TrimEnd(' ', ',', ';')} and {codes - MostCodes} more";
    }

    private static bool Separates(char character) => character is ' ' or ',' or ';' or '\t';

    private static void Note(SegmentMap map, List<SegmentFacts> facts, List<string> notes)
    {
        if (MapLint.Summary(map) is { } odd) notes.Add(odd);
        if (facts.Exists(f => f.Label == map.Else) && !map.StatesElse)
        {
            var others = facts.Find(f => f.Label == map.Else)!;
            notes.Add($"{Figures.Customers(others.Count)} have codes that the map {map.Name} does not name; they are called {map.Segments[map.Else].Name}.");
        }

        var empty = new List<string>();
        for (var s = 0; s < map.Else; s++)
        {
            if (!facts.Exists(f => f.Label == s)) empty.Add(map.Segments[s].Name);
        }

        if (empty.Count > 0 && facts.Count > 0) notes.Add($"Nobody is in {Figures.List(empty)}.");
    }
}
