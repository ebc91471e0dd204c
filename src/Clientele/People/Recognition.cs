using Clientele.Sales;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;

namespace Clientele.People;

/// <summary>Whether a file is a customer table or a sales file, and why.</summary>
/// <param name="IsCustomerTable">One row per customer.</param>
/// <param name="Reason">One sentence.</param>
public sealed record Recognition(bool IsCustomerTable, string Reason)
{
    /// <summary>Looks at a sample of the file, a few reads whatever its size. Never fails where the file can be opened: what is neither counts as sales, whose error says what is missing.</summary>
    /// <param name="path">File, or <c>-</c> for standard input, which is read to its end at the first look.</param>
    /// <param name="options">Columns named for roles say that it is sales.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    public static Recognition Of(string path, ReadOptions options, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Columns.Count > 0) return new(false, "columns of sales are named");
        var paths = InputPaths.Expand([path]);
        if (paths.Count != 1) return new(false, "several files are sales");
        var sample = TextProbe.Take(paths[0], options, standardInput);
        SampleColumns columns;
        try
        {
            columns = RecordLayout.Of(paths[0], sample, options, []).Columns;
        }
        catch (UserException)
        {
            return new(false, "it cannot be understood as a table");
        }

        try
        {
            LayoutReader.Understand(paths[0], sample, options);
            return new(false, "it has a customer and a day of sale in every line");
        }
        catch (UserException problem) when (problem.Code == "sales.customer-table")
        {
            return new(true, $"'{columns.Name(Ids(columns))}' is different in every row, and there is no day of sale");
        }
        catch (UserException problem)
        {
            return Without(columns, problem);
        }
    }

    // No sales file; a customer table when nothing in it belongs to a sale, or each row has another id.
    private static Recognition Without(SampleColumns columns, UserException problem)
    {
        var sale = Enumerable.Range(0, columns.Count).FirstOrDefault(q => Enumerable.Range((int)Role.Invoice, 5).Any(role => columns.Rank((Role)role, q) is >= 0 and <= 2), -1);
        var ids = Ids(columns);
        if (ids >= 0 && sale < 0) return new(true, $"'{columns.Name(ids)}' is different in every row, and no column belongs to a sale");
        if (sale >= 0 || columns.Count < 2 || columns.Header.Record < 0) return new(false, problem.What);
        return new(problem.Code is "sales.missing-column", problem.Code is "sales.missing-column" ? "no column belongs to a sale" : problem.What);
    }

    private static int Ids(SampleColumns columns)
    {
        var best = -1;
        for (var q = 0; q < columns.Count; q++)
        {
            var profile = columns.Profiles[q];
            if (!profile.Unique || profile.Filled < profile.Cells || profile.NoIds) continue;
            if (columns.Rank(Role.Customer, q) >= 0) return q;
            if (best < 0 && Tables.ColumnNature.NamesThings(columns.Name(q))) best = q;
        }

        return best;
    }
}
