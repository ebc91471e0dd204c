using Clientele.Reports.Writing;

namespace Clientele.Explore.Files;

/// <summary>The table of one analysis. Empty cells: not known, or not observed.</summary>
internal static class ExploreCsv
{
    public static void Write(ExploreResult result, Utf8Text text)
    {
        for (var c = 0; c < result.Columns.Count; c++)
        {
            if (c > 0) text.Byte((byte)',');
            text.Cell(result.Columns[c].Name);
        }

        text.Byte((byte)'\n');
        for (var row = 0; row < result.Rows; row++)
        {
            for (var c = 0; c < result.Columns.Count; c++)
            {
                if (c > 0) text.Byte((byte)',');
                Cell(result.Columns[c], row, text);
            }

            text.Byte((byte)'\n');
        }
    }

    private static void Cell(ExploreColumn column, int row, Utf8Text text)
    {
        if (!column.Has(row)) return;
        switch (column.Kind)
        {
            case ExploreKind.Text: text.Cell(column.Text(row)); break;
            case ExploreKind.Count: text.Integer(column.Whole(row)); break;
            case ExploreKind.Money: text.Money(column.Amount(row)); break;
            default: text.Rounded(column.Number(row)); break;
        }
    }
}
