using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.People.Segments;

namespace Clientele.Cli.Summary;

/// <summary>What the columns that were named mean, in the words of the dictionary.</summary>
internal static class MeaningLines
{
    /// <summary>Adds nothing where no dictionary was given or none of the columns is described.</summary>
    /// <param name="page">Receives them, in table order.</param>
    /// <param name="report">Where the columns come from.</param>
    /// <param name="columns">Names, some of them more than once.</param>
    /// <param name="ink">How the title looks.</param>
    /// <param name="width">Of the page.</param>
    public static void AppendTo(StringBuilder page, PeopleSegmentReport report, IEnumerable<string> columns, Ink ink, int width)
    {
        if (report.Data.Plan.Dictionary is null) return;
        var named = columns.ToHashSet(StringComparer.Ordinal);
        var described = report.Data.Customers.Columns.Where(c => named.Contains(c.Name) && c.Meaning.Length > 0).ToArray();
        if (described.Length == 0) return;
        Help.Title(page.Append('\n'), "What the columns mean", ink, width);
        foreach (var column in described) Help.Paragraph(page, $"{column.Name}: {column.Meaning}{(column.Unit.Length > 0 ? $" [{column.Unit}]" : "")}", 2, width);
    }
}
