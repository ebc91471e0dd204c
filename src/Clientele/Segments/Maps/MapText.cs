using System.Globalization;

namespace Clientele.Segments.Maps;

/// <summary>Reads the text form of a map; built-in maps and a person's own are written in it. docs/segment-maps.md describes it.</summary>
/// <remarks>Lines: <c>Name: 555 [4-5]5*</c>, <c>Name (high-value): R 4-5, FM 3-5</c>, <c>else: Others</c>, <c>scores: 3</c>,
/// <c>recency: 180 365</c>, and comments after #. The first row that catches a code names it.</remarks>
internal static class MapText
{
    private const int MostNames = 100;
    private const int LongestName = 60;

    /// <summary>The map, or a <see cref="UserException"/> that opens with name:line:column.</summary>
    /// <param name="name">Path or catalog name; stands in front of every error.</param>
    /// <param name="text">The whole text.</param>
    public static SegmentMap Parse(string name, string text)
    {
        var draft = new MapDraft(name);
        var number = 1;
        for (var start = 0; start < text.Length; number++)
        {
            var end = start;
            while (end < text.Length && text[end] is not ('\n' or '\r')) end++;
            var line = text.AsSpan(start, end - start);
            var comment = line.IndexOf('#');
            var cursor = new MapCursor(name, number, comment < 0 ? line : line[..comment]);
            if (!cursor.AtEnd) ReadLine(draft, ref cursor);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        if (draft.Rules.Count == 0)
            throw Problems.Map(name, 1, 1, "There is no segment in the map.", "Write one line per segment, like: Champions: 555 554 [4-5][4-5]5");
        CheckBounds(draft);
        return new SegmentMap(draft);
    }

    private static void ReadLine(MapDraft draft, ref MapCursor cursor)
    {
        var (key, column) = cursor.UpToColon();
        if (Is(key, "else")) ReadElse(draft, ref cursor);
        else if (Is(key, "scores")) ReadScores(draft, ref cursor);
        else if (Is(key, "recency") || Is(key, "frequency") || Is(key, "monetary")) ReadBounds(draft, key.ToLowerInvariant(), ref cursor);
        else
        {
            if (draft.Else is not null)
                throw cursor.Error(column, "A segment stands after else, where nothing is left for it.", "Move the else line to the end.");
            var segment = SegmentOf(draft, key, column, ref cursor);
            draft.Rules.Add(MapRuleText.Read(segment, draft.Parts, ref cursor));
        }
    }

    private static void ReadElse(MapDraft draft, ref MapCursor cursor)
    {
        if (draft.Else is not null) throw cursor.Error(1, "There is a second else line.", "Keep one of them.");
        var (text, column) = cursor.Rest();
        (draft.Else, draft.ElseGroup) = NameAndGroup(text, column, cursor);
        foreach (var name in draft.Names)
        {
            if (Is(name, draft.Else))
                throw cursor.Error(column, $"else is called '{Problems.Cut(name)}', as a segment above.", "Give the rest a name of its own, like: else: Others");
        }
    }

    private static void ReadScores(MapDraft draft, ref MapCursor cursor)
    {
        if (draft.Rules.Count > 0) throw cursor.Error(1, "scores stands below the first segment.", "Move it to the top.");
        var (text, column) = cursor.Rest();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) || parts is < 2 or > 9)
            throw cursor.Error(column, $"'{Problems.Cut(text)}' is not a best score.", "Write a whole number from 2 to 9, like: scores: 5");
        draft.Parts = parts;
    }

    private static void ReadBounds(MapDraft draft, string measure, ref MapCursor cursor)
    {
        var bounds = new List<double>();
        var (text, column) = cursor.Rest();
        foreach (var part in text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound))
                throw cursor.Error(column, $"'{Problems.Cut(part)}' is not a number.", "Write upper bounds from small to large, like: recency: 30 90 180 365 (a segment cannot be called recency, frequency or monetary)");
            bounds.Add(bound);
        }

        if (!draft.Bounds.TryAdd(measure, [.. bounds])) throw cursor.Error(1, $"There is a second line for {measure}.", "Keep one of them.");
    }

    private static void CheckBounds(MapDraft draft)
    {
        if (draft.Bounds.Count == 0) return;
        try
        {
            Scoring.Thresholds.Check(draft.Bounds, draft.Parts);
        }
        catch (UserException wrong)
        {
            throw new UserException(wrong.Code, $"{draft.Name}: {wrong.What}", "Mend that line of the map.", ExitCode.BadData);
        }
    }

    private static int SegmentOf(MapDraft draft, string key, int column, ref MapCursor cursor)
    {
        var (name, group) = NameAndGroup(key, column, cursor);
        var index = draft.Names.FindIndex(n => Is(n, name));
        if (index < 0)
        {
            if (draft.Names.Count == MostNames) throw cursor.Error(column, $"A map has at most {MostNames} segments.", "Join some of them.");
            draft.Names.Add(name);
            draft.Groups.Add(group);
            return draft.Names.Count - 1;
        }

        if (group is not null && draft.Groups[index] is { } before && !Is(before, group))
            throw cursor.Error(column, $"'{Problems.Cut(name)}' is {group} here and {before} above.", "Use one group for it.");
        draft.Groups[index] ??= group;
        return index;
    }

    /// <summary><c>Champions (high-value)</c>; other words in brackets belong to the name.</summary>
    private static (string Name, string? Group) NameAndGroup(string text, int column, in MapCursor cursor)
    {
        string? group = null;
        var open = text.LastIndexOf('(');
        if (open >= 0 && text.EndsWith(')'))
        {
            var inside = text[(open + 1)..^1].Trim();
            foreach (var known in Groups.All)
            {
                if (Is(inside, known)) group = known;
            }

            if (group is not null) text = text[..open].TrimEnd();
        }

        if (text.Length == 0) throw cursor.Error(column, "The name is missing.", "Write it before the colon, like: Champions: 555 554; the rest is called like this: else: Others");
        if (text.Length > LongestName || HasControls(text))
            throw cursor.Error(column, $"'{Problems.Cut(text)}' is no name for a segment.", $"Use at most {LongestName} printable characters.");
        return (text, group);
    }

    private static bool HasControls(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character)) return true;
        }

        return false;
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
