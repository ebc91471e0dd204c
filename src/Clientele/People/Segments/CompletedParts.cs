using Clientele.Customers;
using Clientele.Numerics.Statistics;
using Clientele.People.Deriving.Expressions;

namespace Clientele.People.Segments;

/// <summary>
/// Columns worked out from others are missing where one part is. To compare customers, that part takes its median and the rest counts: a
/// total of which five parts in six are known says more than the median of all totals. Profiles go on showing that it is not known.
/// </summary>
internal static class CompletedParts
{
    public static Trait Of(Trait trait, PeopleData data)
    {
        if (trait.Part != ColumnPart.Derived || trait.Note.Expression is not { } text || !Array.Exists(trait.Numbers, double.IsNaN)) return trait;
        var parts = new Dictionary<string, (CustomerColumn Own, CustomerColumn Filled)>(StringComparer.Ordinal);
        try
        {
            var expression = Expression.Parse(text, name => Part(name)?.Filled.Kind);
            var values = new Evaluation(name => Part(name)!.Value.Filled, trait.Numbers.Length, data.AsOf).Numbers(expression.Root);
            var completed = (double[])trait.Numbers.Clone();
            for (var i = 0; i < completed.Length; i++)
            {
                if (double.IsNaN(completed[i]) && parts.Values.Any(p => p.Own.Kind == ColumnKind.Number && !double.IsNaN(p.Own.Numbers[i]))) completed[i] = values[i];
            }

            return trait with { Completed = completed };
        }
        catch (UserException)
        {
            // It speaks of a column that another took the place of.
            return trait;
        }

        (CustomerColumn Own, CustomerColumn Filled)? Part(string name)
        {
            if (parts.TryGetValue(name, out var known)) return known;
            var folded = Tables.Table.Folded(name, gaps: false);
            var column = data.Customers.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal)) ?? data.Customers.Columns.FirstOrDefault(c => Tables.Table.Folded(c.Name, gaps: false) == folded);
            return column is null ? null : parts[name] = (column, column.Kind == ColumnKind.Number ? column with { Numbers = Filled(column.Numbers) } : column);
        }
    }

    private static double[] Filled(double[] numbers)
    {
        double[] present = [.. numbers.Where(v => !double.IsNaN(v))];
        if (present.Length == numbers.Length || present.Length == 0) return numbers;
        var median = Quantile.Median(present);
        return Array.ConvertAll(numbers, v => double.IsNaN(v) ? median : v);
    }
}
