using Clientele.Reports.Writing;

namespace Clientele.People.Files;

/// <summary>Cells that were changed or flagged, one a row: <c>customer,line,column,rule,before,after,reason</c>.</summary>
public static class CellsCsv
{
    public const string File = "cells.csv";

    public static void Write(TableAudit audit, Stream output)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(output);
        var text = new Utf8Text();
        text.Bytes("customer,line,column,rule,before,after,reason\n"u8);
        foreach (var cell in audit.Changes)
        {
            text.Cell(cell.Customer);
            text.Byte((byte)',');
            if (cell.Line > 0) text.Integer(cell.Line);
            foreach (var value in (string[])[cell.Column, cell.Rule, cell.Before, cell.After, cell.Reason])
            {
                text.Byte((byte)',');
                text.Cell(value);
            }

            text.Byte((byte)'\n');
            if (text.Length > 1 << 16) text.FlushTo(output);
        }

        text.FlushTo(output);
    }
}
