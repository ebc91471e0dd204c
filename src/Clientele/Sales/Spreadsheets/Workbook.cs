using System.Globalization;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Workbooks as text: which sheets there are, and one sheet as a stream.</summary>
internal static class Workbook
{
    /// <summary>The sheets in tab order.</summary>
    public static IReadOnlyList<SheetInfo> Sheets(string path, Container kind) =>
        kind == Container.Xls ? LegacyWorkbook.Sheets(path) : XlsxWorkbook.Sheets(path, WorkbookLimits.Default);

    /// <summary>
    /// A sheet as UTF-8 text, forward only: fields by U+001F, rows by LF, row r of the sheet is record r (missing rows are empty lines).
    /// A field is quoted (RFC 4180) only where it holds U+001F, LF or CR or starts with a quote.
    /// </summary>
    /// <param name="path">File as given.</param>
    /// <param name="kind">Xlsx or Xls.</param>
    /// <param name="sheet">Name or number from 1; null takes the only visible sheet that holds data.</param>
    public static SheetText OpenText(string path, Container kind, string? sheet) => kind switch
    {
        Container.Xlsx => XlsxWorkbook.OpenText(path, sheet, WorkbookLimits.Default),
        Container.Xls => LegacyWorkbook.OpenText(path, sheet),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only Xlsx and Xls are workbooks."),
    };

    /// <summary>The sheet asked for by name (case does not matter) or number from 1; else the only visible one that holds data.</summary>
    public static SheetInfo Choose(string path, IReadOnlyList<SheetInfo> sheets, string? asked)
    {
        if (asked is not null)
        {
            return Named(sheets, asked, StringComparison.Ordinal) ?? Named(sheets, asked, StringComparison.OrdinalIgnoreCase)
                ?? (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= sheets.Count
                    ? sheets[number - 1]
                    : throw Problems.NoSheet(path, asked, sheets));
        }

        var withData = sheets.Where(s => !s.Hidden && s.HasData).ToList();
        return withData.Count switch
        {
            1 => withData[0],
            0 => throw Problems.NoData(path, sheets),
            _ => throw Problems.SeveralSheets(path, withData),
        };
    }

    private static SheetInfo? Named(IReadOnlyList<SheetInfo> sheets, string asked, StringComparison comparison)
    {
        foreach (var sheet in sheets)
        {
            if (string.Equals(sheet.Name, asked, comparison)) return sheet;
        }

        return null;
    }
}
