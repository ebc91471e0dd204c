namespace Clientele.Sales.Spreadsheets;

/// <summary>Names of cells: column letters and row number.</summary>
internal static class CellReference
{
    /// <summary><c>C17</c> as column 2 (from 0) and row 17. False for anything else, also beyond XFD or row 1,048,576.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int column, out int row)
    {
        column = 0;
        row = 0;
        var i = 0;
        for (; i < text.Length && (uint)((text[i] | 0x20) - 'a') <= 'z' - 'a'; i++)
        {
            column = 26 * column + (text[i] | 0x20) - 'a' + 1;
            if (column > WorkbookLimits.Columns) return false;
        }

        return column-- > 0 && TryRow(text[i..], out row);
    }

    /// <summary>A row number from 1 to 1,048,576.</summary>
    public static bool TryRow(ReadOnlySpan<byte> text, out int row)
    {
        row = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9) return false;
            row = 10 * row + (int)digit;
            if (row > WorkbookLimits.Rows) return false;
        }

        return row > 0;
    }

    /// <summary>Letters of a column, from 0.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
