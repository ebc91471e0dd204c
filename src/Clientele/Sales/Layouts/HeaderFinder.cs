namespace Clientele.Sales.Layouts;

/// <summary>Finds the header: the last line of names above the first record that looks like the bulk of the records.</summary>
internal static class HeaderFinder
{
    private const int MostJudged = 200;

    public static Header Find(string path, SampleTable table, Dialect dialect, ReadOptions options)
    {
        var kinds = ColumnKinds(table, dialect.Width);
        if (options.HeaderLine is { } asked) return Asked(path, table, dialect, kinds, asked);
        var data = 0;
        while (data < table.Count && !LooksLikeData(table, data, kinds)) data++;
        if (data == table.Count && !Typed(kinds)) data = FirstOfWidth(table, kinds.Length) + 1;
        if (data >= table.Count - 1 && Unclosed(table) is var open and >= 0) throw LayoutProblems.UnclosedHeader(path, table, open);
        var header = Math.Min(data, table.Count) - 1;
        while (header >= 0 && !LooksLikeHeader(table, header, kinds)) header--;
        if (header < 0 || data - header > 10) return None(path, table, dialect, data, "the first record already looks like the others");
        return Make(path, table, dialect, header, "the last line of names above the first data line");
    }

    private static Header Asked(string path, SampleTable table, Dialect dialect, CellKind[] kinds, int line)
    {
        if (line == 0)
        {
            var data = 0;
            while (data < table.Count && !LooksLikeData(table, data, kinds)) data++;
            return None(path, table, dialect, data == table.Count ? FirstOfWidth(table, kinds.Length) : data, "asked for");
        }

        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].Line == line) return Make(path, table, dialect, i, "asked for");
        }

        throw LayoutProblems.NoSuchHeaderLine(path, line);
    }

    private static Header Make(string path, SampleTable table, Dialect dialect, int record, string reason)
    {
        var fields = table[record].Fields;
        var width = dialect.Width;
        if (fields == width + 1 && Words.Trim(table.Cell(record, width)).Length == 0) fields--;
        else if (width == fields + 1 && EmptyBelow(table, record, fields)) fields++;
        if (fields != width && Below(table, record, width) > 0) throw LayoutProblems.HeaderWidth(path, table[record].Line, fields, width);
        var names = new string[fields];
        for (var i = 0; i < names.Length; i++)
        {
            var name = i < table[record].Fields ? Words.OneLine(table.CellText(record, i)) : "";
            names[i] = name.Length == 0 ? Unnamed(i) : name;
        }

        var line = table[record].Line;
        var last = line + table[record].Bytes.Count((byte)'\n') - 1;
        return new(record, line, record + 1, Math.Max(last, line), names, reason);
    }

    private static Header None(string path, SampleTable table, Dialect dialect, int data, string reason)
    {
        if (data >= table.Count) throw LayoutProblems.NoRows(path);
        var names = new string[dialect.Width];
        for (var i = 0; i < names.Length; i++) names[i] = Unnamed(i);
        return new(-1, 0, data, table[data].Line - 1, names, reason);
    }

    private static string Unnamed(int column) => $"column {column + 1}";

    /// <summary>What most cells of a column hold, judged by the last third of the records, where no title or header stands.</summary>
    private static CellKind[] ColumnKinds(SampleTable table, int width)
    {
        var kinds = new CellKind[width];
        var first = table.Count * 2 / 3;
        var last = Math.Min(table.Count, first + MostJudged);
        for (var column = 0; column < width; column++)
        {
            int all = 0, numbers = 0, dates = 0, times = 0;
            for (var i = first; i < last; i++)
            {
                if (table[i].Fields != width || !table[i].Whole) continue;
                var kind = CellKinds.Of(table.Cell(i, column));
                if (kind == CellKind.Empty) continue;
                all++;
                if (kind is CellKind.Integer or CellKind.Decimal) numbers++;
                if (kind == CellKind.Date) dates++;
                if (kind == CellKind.Time) times++;
            }

            kinds[column] = all == 0 ? CellKind.Empty
                : numbers * 2 > all ? CellKind.Decimal
                : dates * 2 > all ? CellKind.Date
                : times * 2 > all ? CellKind.Time
                : CellKind.Text;
        }

        return kinds;
    }

    private static bool Typed(CellKind kind) => kind is CellKind.Decimal or CellKind.Date or CellKind.Time;

    private static bool Typed(CellKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            if (Typed(kind)) return true;
        }

        return false;
    }

    private static bool LooksLikeData(SampleTable table, int record, CellKind[] kinds)
    {
        if (table[record].Fields != kinds.Length || !table[record].Whole) return false;
        Compare(table, record, kinds, out var fitting, out var others);
        return fitting > 0 && fitting >= others;
    }

    /// <summary>As wide as the data, most cells filled, and text above the numbers and dates.</summary>
    private static bool LooksLikeHeader(SampleTable table, int record, CellKind[] kinds)
    {
        var fields = table[record].Fields;
        if (Math.Abs(fields - kinds.Length) > 1 || !table[record].Whole) return false;
        var filled = 0;
        for (var i = 0; i < fields; i++) filled += Words.Trim(table.Cell(record, i)).Length > 0 ? 1 : 0;
        if (filled * 2 < kinds.Length || filled < Math.Min(2, kinds.Length)) return false;
        Compare(table, record, kinds, out var fitting, out var others);
        return others > fitting || !Typed(kinds);
    }

    /// <summary>Counts filled cells of number, date and time columns that fit their column, and those that do not.</summary>
    private static void Compare(SampleTable table, int record, CellKind[] kinds, out int fitting, out int others)
    {
        fitting = 0;
        others = 0;
        for (var i = 0; i < Math.Min(table[record].Fields, kinds.Length); i++)
        {
            if (!Typed(kinds[i])) continue;
            var kind = CellKinds.Of(table.Cell(record, i));
            if (kind == CellKind.Integer) kind = CellKind.Decimal;
            if (kind == kinds[i]) fitting++;
            else if (kind != CellKind.Empty) others++;
        }
    }

    /// <summary>The record that the sample ends in the quotes of, or -1.</summary>
    internal static int Unclosed(SampleTable table)
    {
        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].End.State == RecordState.Unclosed && table[i].Line > 0) return i;
        }

        return -1;
    }

    private static int FirstOfWidth(SampleTable table, int width)
    {
        var first = 0;
        while (first < table.Count && (table[first].Fields != width || !table[first].Whole)) first++;
        return first;
    }

    private static bool EmptyBelow(SampleTable table, int header, int column)
    {
        for (var i = header + 1; i < table.Count; i++)
        {
            if (table[i].Fields == column + 1 && Words.Trim(table.Cell(i, column)).Length > 0) return false;
        }

        return true;
    }

    private static int Below(SampleTable table, int header, int width)
    {
        var count = 0;
        for (var i = header + 1; i < table.Count; i++) count += table[i].Fields == width ? 1 : 0;
        return count;
    }
}
