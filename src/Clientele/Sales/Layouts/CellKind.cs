namespace Clientele.Sales.Layouts;

/// <summary>What one cell can be read as, before any notation is known.</summary>
internal enum CellKind
{
    Empty,
    Integer,
    Decimal,
    Date,
    Time,
    Text,
}

internal static class CellKinds
{
    /// <summary>The narrowest kind that explains the cell. Eight digits that make a day from 1900 to 2199 are a date.</summary>
    public static CellKind Of(ReadOnlySpan<byte> cell)
    {
        cell = Words.Trim(cell);
        if (cell.Length == 0) return CellKind.Empty;
        if (Words.Digits(cell))
        {
            return cell.Length is 8 or 14 && DateText.TryRead(cell, out _) ? CellKind.Date : CellKind.Integer;
        }

        if (!Words.HasDigit(cell)) return CellKind.Text;
        if (DateText.TryRead(cell, out _)) return CellKind.Date;
        var number = NumberText.Of(cell);
        switch (NumberMarks.Examine(number.Body, out _))
        {
            case MarkMeaning.None: return CellKind.Integer;
            case not MarkMeaning.Malformed: return CellKind.Decimal;
        }

        return DateParser.TryParseTime(cell, out _) ? CellKind.Time : CellKind.Text;
    }
}
