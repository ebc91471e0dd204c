using Clientele.Numerics;
using Clientele.People.Segments.Grouping;
using Clientele.People.Segments.Profiling;

namespace Clientele.People.Segments.Naming;

/// <summary>
/// Names every segment by where it stands in the columns that tell the segments apart, the same columns for all of them:
/// <c>High income, low spending</c>. Where two would be called the same, a further column is named, and at last a number.
/// </summary>
internal static class SegmentNames
{
    private const int Usual = 2;

    public static string[] Of(FeatureSpace space, Matrix points, Members members, double[] centres, RunContext context)
    {
        if (members.K < 2) return [.. Enumerable.Repeat("All customers", members.K)];
        var anchors = Anchors.Of(space, points, members.Labels, centres, context);
        anchors = [.. anchors.Take(Usual).OrderBy(q => space.Traits[q].Part != ColumnPart.Income), .. anchors.Skip(Usual)];
        var starts = Anchors.Starts(space);
        var words = new (string Word, string Column)[members.K][];
        for (var c = 0; c < members.K; c++) words[c] = new (string, string)[anchors.Count];
        FeatureSpace.Each(anchors.Count, context, a =>
        {
            for (var c = 0; c < members.K; c++) words[c][a] = Words(c, anchors[a]);
        });

        var names = new string[members.K];
        var lengths = new int[members.K];
        Array.Fill(lengths, Math.Min(Usual, anchors.Count));
        for (var round = 0; round <= anchors.Count; round++)
        {
            for (var c = 0; c < names.Length; c++) names[c] = Sentence(words[c].AsSpan(0, lengths[c]), anchors.Count);
            var again = names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet(StringComparer.Ordinal);
            if (again.Count == 0) return names;
            for (var c = 0; c < names.Length; c++)
            {
                if (again.Contains(names[c])) lengths[c] = Math.Min(lengths[c] + 1, anchors.Count);
            }
        }

        return Numbered(names);

        (string, string) Words(int segment, int q)
        {
            var (column, trait) = (space.Columns[q], space.Traits[q]);
            if (column.Treatment == FeatureColumn.Category) return LevelWords.Of(trait, column, Shares(trait, column, members.Of(segment)));
            if (column.Treatment == FeatureColumn.Frequency) return LevelWords.Frequent(trait, centres[(segment * points.Columns) + starts[q]]);
            return LevelWords.Of(trait, centres[(segment * points.Columns) + starts[q]], Mean(trait, column, members.Of(segment)));
        }
    }

    // "High income, low spending"; what is average is only said when nothing else is, or to tell two apart.
    private static string Sentence(ReadOnlySpan<(string Word, string Column)> words, int all)
    {
        var average = true;
        foreach (var (word, _) in words) average &= word == LevelWords.Average;
        var parts = new List<string>();
        foreach (var (word, column) in words)
        {
            if (average && parts.Count > 0) parts.Add(column);
            else parts.Add(column.Length == 0 ? word : $"{word} {column}");
        }

        var text = average ? string.Join(" and ", parts) : string.Join(", ", parts);
        return all == 0 ? "All customers" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string[] Numbered(string[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new string[names.Length];
        for (var c = 0; c < names.Length; c++)
        {
            var count = seen[names[c]] = seen.GetValueOrDefault(names[c]) + 1;
            numbered[c] = names.Count(n => n == names[c]) > 1 ? $"{names[c]} ({count})" : names[c];
        }

        return numbered;
    }

    private static double Mean(Trait trait, FeatureColumn column, ReadOnlySpan<int> customers)
    {
        var sum = 0.0;
        foreach (var i in customers) sum += FeatureSpace.Raw(trait, column, i);
        return sum / Math.Max(customers.Length, 1);
    }

    private static double[] Shares(Trait trait, FeatureColumn column, ReadOnlySpan<int> customers)
    {
        var shares = new double[column.Levels.Count];
        foreach (var i in customers) shares[(int)FeatureSpace.Raw(trait, column, i)] += 1.0 / customers.Length;
        return shares;
    }
}
