namespace Clientele.Sales.Spreadsheets;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Hidden">Hidden or very hidden.</param>
/// <param name="Index">Position of its tab, from 0; charts and dialogs are no sheets and are not counted.</param>
/// <param name="HasData">At least one cell holds a value.</param>
internal sealed record SheetInfo(string Name, bool Hidden, int Index, bool HasData);
