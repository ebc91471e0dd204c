using Clientele.Customers;

namespace Clientele.People.Reading;

/// <summary>Values of chosen rows.</summary>
internal static class Gather
{
    /// <summary>Row i of the result is row <c>rows[i]</c>, or nothing known where that is −1.</summary>
    public static CustomerColumn Of(CustomerColumn column, int[] rows) => column.Kind switch
    {
        ColumnKind.Number => column with { Numbers = Of(column.Numbers, rows, double.NaN) },
        ColumnKind.Money => column with { Amounts = Of(column.Amounts, rows, default), Numbers = Of(column.Numbers, rows, double.NaN) },
        ColumnKind.Date => column with { Ticks = Of(column.Ticks, rows, 0) },
        _ => column with { Texts = Of(column.Texts, rows, "") },
    };

    public static T[] Of<T>(T[] values, int[] rows, T missing)
    {
        var chosen = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++) chosen[i] = rows[i] < 0 ? missing : values[rows[i]];
        return chosen;
    }

    public static T[] Of<T>(T[] values, int[] rows) => Of(values, rows, default!);
}
