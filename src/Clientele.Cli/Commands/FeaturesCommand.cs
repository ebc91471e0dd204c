using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Customers;

namespace Clientele.Cli.Commands;

/// <summary>Lists the measures of a customer.</summary>
internal static class FeaturesCommand
{
    public static Choice<Form> Choice { get; } = new("features", "Lists the measures of a customer: the columns of segments.csv, names for --features.", [], _ => Form());

    private static Form Form() => new(Choice.Name, Choice.Summary)
    {
        Examples = [new("clientele features", "Each with its unit and its meaning.")],
        Run = invocation =>
        {
            var page = new StringBuilder();
            foreach (var choice in Features.Catalog)
            {
                var column = choice.Create(Settings.Defaults).Column;
                var unit = column.Unit.Length == 0 ? "" : $" [{column.Unit}]";
                Help.Entry(page, column.Name, column.Meaning + unit, 22, invocation.Terminal.Width);
            }

            page.Append('\n');
            Help.Paragraph(page, "Files with categories have one more per category: its share of the customer's money. To cluster by some: clientele segment FILE --features recency,frequency,units", 0, invocation.Terminal.Width);
            invocation.Terminal.Print(page.ToString());
            return ExitCode.Done;
        },
    };
}
