namespace Clientele.Segments.Maps;

/// <summary>Reads what stands after the colon: codes, or ranges per measure.</summary>
internal static class MapRuleText
{
    public static MapRule Read(int segment, int parts, ref MapCursor cursor)
    {
        var text = cursor.Peek();
        if (text.Length == 0) throw cursor.Error(cursor.Column, "The segment has no rule.", Fix(parts));
        MapPattern[] patterns = char.IsAsciiLetter(cursor.Here) ? [Ranges(parts, ref cursor)] : Codes(parts, ref cursor);
        return new MapRule(segment, text, cursor.Line, patterns);
    }

    private static MapPattern[] Codes(int parts, ref MapCursor cursor)
    {
        var patterns = new List<MapPattern>();
        for (cursor.SkipSeparators(); !cursor.AtEnd; cursor.SkipSeparators())
        {
            var column = cursor.Column;
            var count = 0;
            var (r, f, m) = (MapPattern.Any, MapPattern.Any, MapPattern.Any);
            while (!cursor.AtEnd && cursor.Here != ',' && !char.IsWhiteSpace(cursor.Here))
            {
                if (count == 3) throw cursor.Error(column, "A code has at most three scores.", Fix(parts));
                var mask = Position(parts, ref cursor);
                if (count == 0) r = mask;
                else if (count == 1) f = mask;
                else m = mask;
                count++;
            }

            if (count < 2) throw cursor.Error(column, "A code has two scores (recency, frequency) or three (and money).", Fix(parts));
            patterns.Add(new MapPattern(r, f, m));
        }

        return [.. patterns];
    }

    /// <summary><c>5</c>, <c>[4-5]</c>, <c>[135]</c> or <c>*</c>.</summary>
    private static int Position(int parts, ref MapCursor cursor)
    {
        if (cursor.Here == '*')
        {
            cursor.Next();
            return MapPattern.Any;
        }

        if (cursor.Here != '[') return 1 << Score(parts, ref cursor);
        var column = cursor.Column;
        cursor.Next();
        var mask = 0;
        while (cursor.Here != ']')
        {
            if (cursor.AtEnd) throw cursor.Error(column, "The bracket is not closed.", "Write it like [4-5].");
            var from = Score(parts, ref cursor);
            var to = from;
            if (cursor.Here == '-')
            {
                cursor.Next();
                to = Score(parts, ref cursor);
            }

            mask |= Mask(from, to, column, cursor);
            if (cursor.Here == ',') cursor.Next();
        }

        cursor.Next();
        if (mask == 0) throw cursor.Error(column, "The bracket is empty.", "Write it like [4-5].");
        return mask;
    }

    private static int Score(int parts, ref MapCursor cursor)
    {
        var score = cursor.Here - '0';
        if (score < 1 || score > parts)
            throw cursor.Error(cursor.Column, cursor.AtEnd ? "A score is missing." : $"'{Problems.Cut(cursor.Here.ToString())}' is not a score from 1 to {parts}.", Fix(parts));
        cursor.Next();
        return score;
    }

    private static MapPattern Ranges(int parts, ref MapCursor cursor)
    {
        var (r, f, m, least, most) = (MapPattern.Any, MapPattern.Any, MapPattern.Any, 0, int.MaxValue);
        var seen = 0;
        for (; !cursor.AtEnd; cursor.SkipSeparators())
        {
            var column = cursor.Column;
            var measure = Measure(parts, ref cursor);
            if ((seen & (1 << measure)) != 0) throw cursor.Error(column, "A measure has two ranges in one row.", "Write a second row with the same name for the other range.");
            seen |= 1 << measure;
            var (from, to) = Range(parts, measure == 3, ref cursor);
            if (measure == 0) r = Mask(from, to, column, cursor);
            if (measure == 1) f = Mask(from, to, column, cursor);
            if (measure == 2) m = Mask(from, to, column, cursor);
            if (measure == 3) (least, most) = (from, to);
            if (from > to) throw cursor.Error(column, "The range runs backwards.", "Write the smaller number first, like R 4-5.");
        }

        return new MapPattern(r, f, m, least, most);
    }

    /// <summary>0 R, 1 F, 2 M, 3 FM.</summary>
    private static int Measure(int parts, ref MapCursor cursor)
    {
        var column = cursor.Column;
        var letters = "";
        for (; char.IsAsciiLetter(cursor.Here); cursor.Next()) letters += char.ToUpperInvariant(cursor.Here);
        cursor.SkipBlanks();
        return letters switch
        {
            "R" => 0,
            "F" => 1,
            "M" => 2,
            "FM" => 3,
            _ => throw cursor.Error(column, letters.Length == 0 ? $"'{Problems.Cut(cursor.Peek())}' is no range." : $"'{Problems.Cut(letters)}' is not a measure; they are R, F, M and FM (the mean of F and M).", Fix(parts)),
        };
    }

    /// <summary>Inclusive; doubled for FM, which knows halves.</summary>
    private static (int From, int To) Range(int parts, bool halves, ref MapCursor cursor)
    {
        var column = cursor.Column;
        var from = cursor.TwiceNumber();
        var to = from;
        cursor.SkipBlanks();
        if (from >= 0 && cursor.Here == '-')
        {
            cursor.Next();
            cursor.SkipBlanks();
            to = cursor.TwiceNumber();
        }

        if (from < 0 || to < 0 || from > 2 * parts || to > 2 * parts || (!halves && ((from | to) & 1) == 1))
            throw cursor.Error(column, $"A range from 0 to {parts} is missing here.", Fix(parts));
        return halves ? (from, to) : (from / 2, to / 2);
    }

    private static int Mask(int from, int to, int column, in MapCursor cursor)
    {
        if (from > to) throw cursor.Error(column, "The range runs backwards.", "Write the smaller number first, like 4-5.");
        return (2 << to) - (1 << from);
    }

    private static string Fix(int parts) =>
        $"Write codes like {parts}{parts}{parts} or [{parts - 1}-{parts}]{parts}*, or ranges like R {parts - 1}-{parts}, F {parts - 1}-{parts}, M 1-{parts}.";
}
