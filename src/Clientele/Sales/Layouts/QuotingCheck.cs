namespace Clientele.Sales.Layouts;

/// <summary>Refuses files whose quoting is of another kind than ours, before it is read as content.</summary>
internal static class QuotingCheck
{
    public static void Verify(SampleColumns columns)
    {
        var table = columns.Table;
        int escaped = 0, firstEscaped = 0, wrapped = 0, firstWrapped = 0, records = 0;
        for (var i = columns.Header.FirstData; i < table.Count; i++)
        {
            records++;
            if (Escaped(table[i]) && ++escaped == 1) firstEscaped = table[i].Line;
            if (Wrapped(table, i) && ++wrapped == 1) firstWrapped = table[i].Line;
        }

        if (escaped > 0 && escaped * 100 >= records) throw LayoutProblems.BackslashQuotes(columns.Path, firstEscaped, escaped);
        if (wrapped * 10 >= records * 8 && wrapped > 0) throw LayoutProblems.ApostropheQuotes(columns.Path, firstWrapped);
    }

    /// <summary>Malformed behind a quote that a backslash stands before.</summary>
    private static bool Escaped(in SampleRecord record) =>
        record.End.State == RecordState.Malformed && record.End.Trouble - record.Start >= 2 && record.Text[record.End.Trouble - 2] == '\\';

    /// <summary>At least half of the filled fields stand between apostrophes.</summary>
    private static bool Wrapped(SampleTable table, int record)
    {
        int filled = 0, between = 0;
        for (var i = 0; i < table[record].Fields; i++)
        {
            var cell = Words.Trim(table.Cell(record, i));
            if (cell.Length == 0) continue;
            filled++;
            if (cell.Length > 1 && cell[0] == '\'' && cell[^1] == '\'') between++;
        }

        return between > 0 && between * 2 >= filled;
    }
}
