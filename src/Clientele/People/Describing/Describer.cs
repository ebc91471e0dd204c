using Clientele.Customers;
using Clientele.Numerics;
using Clientele.Numerics.Statistics;
using Clientele.People.Reading;
using ColumnKind = Clientele.Customers.ColumnKind;

namespace Clientele.People.Describing;

/// <summary>Describes the customers of a table or of a sales file.</summary>
public static class Describer
{
    /// <summary>Reads a customer table and describes it.</summary>
    public static DescribeReport Of(PeoplePlan plan, RunContext context)
    {
        var people = PeopleReader.Read(plan, context);
        return Of(people.Customers, people, people.Files, context);
    }

    /// <summary>Describes customers that are there already.</summary>
    /// <param name="customers">The table.</param>
    /// <param name="people">How it was read, or null.</param>
    /// <param name="files">What was read.</param>
    /// <param name="context">Threads, cancellation.</param>
    public static DescribeReport Of(CustomerTable customers, PeopleData? people, IReadOnlyList<PeopleFile> files, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(context);
        var fit = new FitContext { Threads = context.Threads, Cancellation = context.Cancellation };
        CustomerColumn[] numbers = [.. customers.Columns.Where(c => c.Kind is ColumnKind.Number or ColumnKind.Money && c.Nature is not (Tables.ColumnKind.Id or Tables.ColumnKind.Empty))];
        CustomerColumn[] categories = [.. customers.Columns.Where(IsCategory)];
        var described = numbers.Length == 0 ? [] : Description.Of([.. numbers.Select(c => c.Numbers)], context: fit);
        var coded = new CodedColumn[categories.Length];
        EachColumn.Do(coded.Length, context, q => coded[q] = CodedColumn.Of(categories[q]));
        CategorySummary[] shares = [.. coded.Select(c => new CategorySummary(c.Column, c.Levels, CategoryDescription.Of(c.Codes, c.Levels.Count)))];
        var pairs = (numbers.Length + categories.Length) * (numbers.Length + categories.Length - 1L) / 2;
        var relations = pairs > Relating.MostPairs ? [] : Relating.All(customers, numbers, coded, context);
        return new DescribeReport
        {
            Customers = customers,
            People = people,
            Files = files,
            Numbers = [.. numbers.Select((c, q) => new NumberSummary(c, described[q]))],
            Categories = shares,
            Dates = [.. customers.Columns.Where(c => c.Kind == ColumnKind.Date).Select(Dates)],
            Others = [.. customers.Columns.Where(c => c.Kind == ColumnKind.Text && !IsCategory(c)).Select(Texts)],
            Relations = relations,
            PairsLeftOut = pairs > Relating.MostPairs ? pairs : 0,
            Strongest = Relating.Strongest(relations, people),
        };
    }

    // Sales files name countries and shops without saying that they are categories.
    private static bool IsCategory(CustomerColumn column) =>
        column.Kind == ColumnKind.Text && (column.Nature is Tables.ColumnKind.Category or Tables.ColumnKind.Ordinal || (column.Nature == Tables.ColumnKind.Amount && column.Levels.Count == 0));

    private static DateSummary Dates(CustomerColumn column)
    {
        long[] known = [.. column.Ticks.Where(t => t > 0)];
        return new(column, known.Length, column.Ticks.Length - known.Length, known.Distinct().LongCount(), known.Length == 0 ? null : new DateTime(known.Min()), known.Length == 0 ? null : new DateTime(known.Max()));
    }

    private static TextSummary Texts(CustomerColumn column)
    {
        var (count, different) = (0L, new HashSet<string>(StringComparer.Ordinal));
        foreach (var text in column.Texts)
        {
            if (text.Length == 0) continue;
            count++;
            different.Add(text);
        }

        return new(column, count, column.Texts.Length - count, different.Count);
    }
}
