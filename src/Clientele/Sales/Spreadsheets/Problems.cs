namespace Clientele.Sales.Spreadsheets;

/// <summary>Every error about a workbook. Names the file and the cell or part, never a cell's value.</summary>
internal static class Problems
{
    private const string SaveAgain = "Open it in a spreadsheet program, save it again as .xlsx, or export the sheet as CSV.";

    public static UserException Damaged(string path, string where, string what) => new(
        "sheet.damaged", $"{path}: {where}: {what}.", SaveAgain, ExitCode.BadData);

    public static UserException NotComplete(string path, string what) => new(
        "sheet.truncated", $"{path}: this is not a complete .xlsx file ({what}).", "Copy or download it again.", ExitCode.BadData);

    public static UserException TooLarge(string path, string where, string what) => new(
        "sheet.limit", $"{path}: {where}: {what}.", "Export the sheet as CSV and read that.", ExitCode.Limit);

    public static UserException WrongKind(string path, string kind) => new(
        "sheet.kind", $"{path}: this is {kind}, not an Excel workbook (.xlsx).", "Save it as .xlsx or CSV.", ExitCode.BadData);

    public static UserException Protected(string path) => new(
        "sheet.protected", $"{path}: the workbook is protected by a password.", "Save it without a password.", ExitCode.BadData);

    public static UserException Unreadable(string path, string what) => new(
        "sheet.unreadable", $"{path}: the file cannot be read ({what}).", "Check the path and the permissions.", ExitCode.Disk);

    public static UserException NoValue(string path, string cell) => new(
        "sheet.formula-without-value", $"{path}: {cell}: the formula has no saved value, and formulas are not computed here.",
        "Open the workbook in a spreadsheet program, let it calculate, and save.", ExitCode.BadData);

    public static UserException Order(string path, string cell, string what) => new(
        "sheet.order", $"{path}: {cell}: {what}.", SaveAgain, ExitCode.BadData);

    public static UserException NoSheet(string path, string asked, IEnumerable<SheetInfo> sheets) => new(
        "sheet.unknown", $"{path}: there is no sheet '{Cut(asked)}'. Sheets: {Names(sheets)}.", "Choose one with --sheet NAME or its number.");

    public static UserException NoData(string path, IEnumerable<SheetInfo> sheets) => new(
        "sheet.empty", $"{path}: no visible sheet holds data. Sheets: {Names(sheets)}.", "A hidden sheet is read with --sheet NAME.", ExitCode.BadData);

    public static UserException SeveralSheets(string path, IEnumerable<SheetInfo> sheets) => new(
        "sheet.several", $"{path}: several sheets hold data: {Names(sheets)}.", "Choose one with --sheet NAME or its number.");

    public static string Cut(string value) => value.Length <= 80 ? value : string.Concat(value.AsSpan(0, 79), "…");

    private static string Names(IEnumerable<SheetInfo> sheets)
    {
        var shown = sheets.Take(20).Select(s => $"{s.Index + 1} '{Cut(s.Name)}'{(s.Hidden ? " (hidden)" : "")}");
        return string.Join(", ", shown);
    }
}
