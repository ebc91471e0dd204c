using Clientele.Customers;
using Clientele.Numerics.Statistics;
using Clientele.People.Deriving.Expressions;

namespace Clientele.People.Segments;

/// <summary>
/// Columns worked out from others are missing where one part is. To compare customers, that part takes its median and the rest counts: a
/// total of which five parts in six are known says more than the median of all totals. Profiles go on showing that it is not known.
/// </summary>
internal sealed class CompletedParts(PeopleData data)
{
    // Many shares are made of the same few parts.
    private readonly Dictionary<string, CustomerColumn> _filled = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>May be asked from several threads.</summary>
    public Trait Of(Trait trait)
    {
        if (trait.Part != ColumnPart.Derived || trait.Note.Expression is not { } text || !HasGap(trait.Numbers)) return trait;
        var parts = new Dictionary<string, (CustomerColumn Own, CustomerColumn Filled)>(StringComparer.Ordinal);
        try
        {
            var expression = Expression.Parse(text, name => Part(name)?.Filled.Kind);
            var values = new Evaluation(name => Part(name)!.Value.Filled, trait.Numbers.Length, data.AsOf).Numbers(expression.Root);
            var completed = (double[])trait.Numbers.Clone();
            var numbers = parts.Values.Where(p => p.Own.Kind == ColumnKind.Number).Select(p => p.Own.Numbers).ToArray();
            for (var i = 0; i < completed.Length; i++)
            {
                if (double.IsNaN(completed[i]) && Array.Exists(numbers, n => !double.IsNaN(n[i]))) completed[i] = values[i];
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
            return column is null ? null : parts[name] = (column, Filled(column));
        }
    }

    private CustomerColumn Filled(CustomerColumn column)
    {
        if (column.Kind != ColumnKind.Number || !HasGap(column.Numbers)) return column;
        lock (_gate)
        {
            if (!_filled.TryGetValue(column.Name, out var filled)) _filled.Add(column.Name, filled = column with { Numbers = Filled(column.Numbers) });
            return filled;
        }
    }

    private static double[] Filled(double[] numbers)
    {
        double[] present = [.. numbers.Where(v => !double.IsNaN(v))];
        if (present.Length == 0) return numbers;
        var (median, filled) = (Quantile.Median(present), (double[])numbers.Clone());
        for (var i = 0; i < filled.Length; i++)
        {
            if (double.IsNaN(filled[i])) filled[i] = median;
        }

        return filled;
    }

    private static bool HasGap(double[] numbers)
    {
        foreach (var number in numbers)
        {
            if (double.IsNaN(number)) return true;
        }

        return false;
    }
}
