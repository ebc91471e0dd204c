using System.Globalization;
using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Sales.Layouts;

namespace Clientele.Cli.Summary;

/// <summary>What was understood about a file, as a page.</summary>
internal static class InspectText
{
    public static string Of(InspectView view, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder(4096);
        page.Append(ink.Bold($"{view.Path}: {Figures.Count(view.Length)} bytes")).Append('\n');
        page.Append('\n').Append(ink.Bold("Columns")).Append('\n');
        var columns = new Table(terminal.Width).Column("No.", right: true).Column("Name").Column("Is the").Column("Type").Column("For example", weight: 1);
        foreach (var column in view.Columns)
        {
            columns.Row(column.Number.ToString(CultureInfo.InvariantCulture), Cut(column.Name, 24), column.Role ?? "", column.Type, Cut(string.Join(", ", column.Examples), Math.Max(12, terminal.Width - 60)));
        }

        columns.AppendTo(page);
        page.Append('\n').Append(ink.Bold("What was decided, and why")).Append('\n');
        foreach (var decision in view.Decisions)
        {
            var otherwise = decision.Override.Length == 0 ? "" : $" Otherwise: {decision.Override}";
            Help.Paragraph(page, $"{decision.Subject}: {decision.Value}", 2, terminal.Width);
            Help.Paragraph(page, $"because {decision.Reason.TrimEnd('.')}.{otherwise}", 6, terminal.Width);
        }

        page.Append('\n').Append(ink.Bold("The first lines, as they will be read")).Append('\n');
        Rows(page, view, terminal);
        return page.ToString();
    }

    private static void Rows(StringBuilder page, InspectView view, Terminal terminal)
    {
        var table = new Table(terminal.Width)
            .Column("Line", right: true).Column("Customer").Column("Date").Column("Money", right: true)
            .Column("Quantity", right: true, weight: 2).Column("Invoice", weight: 3).Column("Product", weight: 4).Column("Country", weight: 5);
        foreach (var row in view.Rows)
        {
            if (row.Trouble is null)
            {
                table.Row(
                    row.Line.ToString(CultureInfo.InvariantCulture), row.Customer.Length == 0 ? "(none)" : Cut(row.Customer, 16),
                    row.Date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "", row.Money ?? "", row.Quantity ?? "",
                    Cut(row.Invoice ?? "", 16), Cut(row.Product ?? row.Description ?? "", 16), Cut(row.Country ?? "", 16));
            }
        }

        table.AppendTo(page);
        foreach (var row in view.Rows)
        {
            if (row.Trouble is { } trouble) Help.Paragraph(page, $"line {row.Line.ToString(CultureInfo.InvariantCulture)} will be set aside: {trouble}.", 2, terminal.Width);
        }
    }

    /// <summary>At most so many signs, line breaks as blanks.</summary>
    private static string Cut(string text, int most)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "~");
    }
}
