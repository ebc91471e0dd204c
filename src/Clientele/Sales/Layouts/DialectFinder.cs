using System.Diagnostics.CodeAnalysis;
using Clientele.Sales.Files;

namespace Clientele.Sales.Layouts;

/// <summary>Finds the delimiter: the one that gives most records the same number of fields and leaves fields that mean something.</summary>
internal static class DialectFinder
{
    /// <summary>U+001F, which workbooks are streamed with.</summary>
    public const byte UnitSeparator = 0x1F;

    private const int MostRecords = 200;

    /// <summary>A second delimiter that scores this much of the best one makes the choice ambiguous.</summary>
    private const double TooClose = 0.9;

    /// <summary>Below this nothing explains the text.</summary>
    private const double TooPoor = 0.3;

    private static ReadOnlySpan<byte> Candidates => ",;\t|\u001f "u8;

    public static Dialect Find(string path, TextSample sample, ReadOptions options)
    {
        var head = sample.Parts[0];
        int start = 0, line = 1;
        var forced = options.Delimiter is null ? (byte)0 : Asked(options.Delimiter);
        var reason = forced == 0 ? "" : "asked for";
        if (SepLine(head, start, out var named, out var behind))
        {
            start = behind;
            line = 2;
            if (forced == 0)
            {
                forced = named;
                reason = "the file says so in its sep= line";
            }
        }

        if (forced == 0 && sample.Container is Container.Xlsx or Container.Xls)
        {
            forced = UnitSeparator;
            reason = "cells of a sheet";
        }

        if (forced != 0)
        {
            Measure(sample, forced, start, line, out var width, out _);
            return new(Format(forced), start, line, Math.Max(width, 1), reason);
        }

        return Best(path, sample, start, line);
    }

    private static Dialect Best(string path, TextSample sample, int start, int line)
    {
        double best = 0, second = 0, share = 0, tabs = 0;
        byte chosen = 0, other = 0;
        var width = 1;
        foreach (var candidate in Candidates)
        {
            var score = Measure(sample, candidate, start, line, out var fields, out var same);
            if (candidate == '\t') tabs = score;
            if (candidate == ' ' && score <= tabs) continue; // Tabs are blanks, too.
            if (score > best)
            {
                (second, other) = (best, chosen);
                (best, chosen, width, share) = (score, candidate, fields, same);
            }
            else if (score > second)
            {
                (second, other) = (score, candidate);
            }
        }

        if (best < TooPoor) ExplainNone(path, sample, start, line);
        if (second >= best * TooClose) throw LayoutProblems.AmbiguousDelimiter(path, line, chosen, other);
        var why = share >= 1 ? $"every sampled record has {width} fields" : $"{share:P0} of the sampled records have {width} fields";
        return new(Format(chosen), start, line, width, why);
    }

    [DoesNotReturn]
    private static void ExplainNone(string path, TextSample sample, int start, int line)
    {
        foreach (var candidate in Candidates)
        {
            var table = new SampleTable(Format(candidate));
            table.Add(sample.Parts[0], start, line, sample.Complete, MostRecords);
            var open = HeaderFinder.Unclosed(table);
            if (open >= 0) throw LayoutProblems.UnclosedHeader(path, table, open);
        }

        throw LayoutProblems.NoDelimiter(path);
    }

    private static SplitFormat Format(byte delimiter) => new(delimiter, delimiter == ' ');

    /// <summary>Share of records with the usual number of fields × share of their cells that mean something by themselves; 0 when there is but one field.</summary>
    private static double Measure(TextSample sample, byte delimiter, int start, int line, out int width, out double share)
    {
        var table = new SampleTable(Format(delimiter));
        table.Add(sample.Parts[0], start, line, sample.Complete, MostRecords);
        width = UsualWidth(table);
        share = 0;
        if (width < 2) return 0;
        var first = 0;
        while (table[first].Fields != width || !table[first].Whole) first++;
        int same = 0, cells = 0, clean = 0;
        for (var i = first; i < table.Count; i++)
        {
            if (table[i].Fields != width || !table[i].Whole) continue;
            same++;
            if (i == first && table.Count > first + 1) continue;
            for (var field = 0; field < width; field++)
            {
                cells++;
                if (Clean(table, i, field)) clean++;
            }
        }

        share = same / (double)(table.Count - first);
        return cells == 0 ? share / 2 : share * clean / cells;
    }

    /// <summary>A cell that could stand alone: a number, a date, a quoted text, or a text without any other delimiter in it.</summary>
    private static bool Clean(SampleTable table, int record, int field)
    {
        var cell = table.Cell(record, field);
        return table.Quoted(record, field)
            || !HasCandidate(cell)
            || CellKinds.Of(cell) is not (CellKind.Text or CellKind.Empty);
    }

    private static bool HasCandidate(ReadOnlySpan<byte> cell)
    {
        foreach (var value in cell)
        {
            if (value is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|' or UnitSeparator) return true;
        }

        return false;
    }

    /// <summary>The commonest number of fields from 2 up, the larger one of two equally common; 1 when there is none.</summary>
    internal static int UsualWidth(SampleTable table)
    {
        int usual = 1, most = 0;
        for (var i = 0; i < table.Count; i++)
        {
            var width = table[i].Fields;
            if (width < 2 || width == usual || !table[i].Whole) continue;
            var count = 0;
            for (var j = 0; j < table.Count; j++) count += table[j].Fields == width && table[j].Whole ? 1 : 0;
            if (count > most || (count == most && width > usual)) (usual, most) = (width, count);
        }

        return usual;
    }

    private static bool SepLine(byte[] head, int start, out byte delimiter, out int behind)
    {
        delimiter = 0;
        behind = start;
        var text = head.AsSpan(start);
        var length = text.IndexOf((byte)'\n');
        if (length < 0) return false;
        ReadOnlySpan<byte> line = Words.Trim(text[..length]);
        if (line.Length == 7 && line[0] == '"' && line[6] == '"') line = line[1..6];
        if (line.Length != 5 || !(line.StartsWith("sep="u8) || line.StartsWith("SEP="u8) || line.StartsWith("Sep="u8))) return false;
        delimiter = line[4];
        behind = start + length + 1;
        return true;
    }

    private static byte Asked(string delimiter) => delimiter.ToLowerInvariant() switch
    {
        "tab" or "\\t" or "\t" => (byte)'\t',
        "blanks" or "blank" or "spaces" or " " => (byte)' ',
        "comma" => (byte)',',
        "semicolon" => (byte)';',
        "pipe" => (byte)'|',
        [var one] when one is > ' ' and < '\x7F' and not '"' && !char.IsAsciiLetterOrDigit(one) => (byte)one,
        "\u001f" => UnitSeparator,
        _ => throw LayoutProblems.BadOption("--delimiter", delimiter, "one sign like , ; | or one of: tab, blanks, comma, semicolon, pipe"),
    };
}
