using Clientele.Customers;

namespace Clientele.Reports.Writing;

/// <summary>Values of customers as cells of a CSV file.</summary>
internal static class Utf8Columns
{
    /// <summary>What a column says of a customer, as its kind is written; nothing for a day that is not known.</summary>
    /// <param name="dayOnly">Dates without a time.</param>
    public static void Value(this Utf8Text text, CustomerColumn column, int row, bool dayOnly)
    {
        switch (column.Kind)
        {
            case ColumnKind.Number: text.Rounded(column.Numbers[row]); break;
            case ColumnKind.Money: text.Money(column.Amounts[row]); break;
            case ColumnKind.Date when column.Ticks[row] == 0: break;
            case ColumnKind.Date: text.Date(column.Ticks[row], dayOnly); break;
            default: text.Cell(column.Texts[row]); break;
        }
    }
}
