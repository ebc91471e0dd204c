using Clientele.Cleaning;

namespace Clientele.Sales.Spreadsheets;

/// <summary>What a reader of the result should know about the sheet it came from. Complete once the sheet was read to its end.</summary>
internal sealed class SheetFacts
{
    public bool HiddenSheet { get; set; }

    public long Formulas { get; set; }

    public long HiddenRows { get; set; }

    public long HiddenColumns { get; set; }

    public long MergedCells { get; set; }

    public long LongNumbers { get; set; }

    public long ErrorValues { get; set; }

    public long OddDates { get; set; }

    public IReadOnlyList<Finding> Findings()
    {
        var found = new List<Finding>();
        if (HiddenSheet) found.Add(new Finding("sheet.hidden", "The sheet is hidden in the workbook.", 0));
        Add("sheet.formulas", Formulas, "cells hold formulas; their saved values were read, nothing was computed.");
        Add("sheet.hidden-rows", HiddenRows, "hidden or filtered rows were read like all others.");
        Add("sheet.hidden-columns", HiddenColumns, "hidden columns were read like all others.");
        Add("sheet.merged-cells", MergedCells, "ranges of merged cells; only the first cell of each holds the value.");
        Add("sheet.long-numbers", LongNumbers, "whole numbers have more than 15 digits; a spreadsheet program changes the digits behind the 15th, so ids among them may be damaged.");
        Add("sheet.error-values", ErrorValues, "cells hold an error value like #N/A.");
        Add("sheet.odd-dates", OddDates, "cells are formatted as dates but hold a number that is no date.");
        return found;

        void Add(string code, long count, string text)
        {
            if (count > 0) found.Add(new Finding(code, $"{count:N0} {text}", count));
        }
    }
}
