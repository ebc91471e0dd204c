using System.Globalization;
using System.Text;

namespace Clientele.Handover.Star;

/// <summary>README.md of the folder: for the person who opens it.</summary>
internal static class StarReadme
{
    public static string Of(StarModel model, HandoverRun run)
    {
        var text = new StringBuilder(4096);
        text.Append("# The tables behind the report\n\n");
        Opening(text, model);
        text.Append("\n## Tables\n\n| file | one row is | rows |\n| --- | --- | ---: |\n");
        foreach (var table in model.Tables) text.Append(CultureInfo.InvariantCulture, $"| `{table.File}` | {table.Meaning} | {table.Rows:N0} |\n");
        text.Append("\nUTF-8, commas, a point before decimals, days as 2011-12-09. An empty cell means: not known, or not defined.\n`model.json` describes every column: type, unit and meaning.\n\n## How they hang together\n\n");
        foreach (var relation in model.Relations) text.Append(CultureInfo.InvariantCulture, $"* `{relation.From}.{relation.Column}` → `{relation.To}.{relation.Column}`, many to one\n");
        Keys(text);
        text.Append("\n## Figures\n\n| figure | how it is worked out |\n| --- | --- |\n");
        foreach (var measure in model.Measures)
        {
            if (!measure.Hidden) text.Append(CultureInfo.InvariantCulture, $"| {measure.Name} | {measure.Words} |\n");
        }

        text.Append("\n## What agrees with the run\n\n");
        if (run.Sales is { } sales)
        {
            text.Append(CultureInfo.InvariantCulture, $"`sales.csv` has one row per kept line, {sales.Audit.LinesKept:N0} in all; its amounts add up to the money kept, {sales.Audit.MoneyKept.ToText(group: true)}, to the last digit.\n");
            text.Append(Returns(sales.Plan.Cleaning.Returns));
        }
        else text.Append("`customers.csv` has one row per customer of the table. There are no sales, so there are no facts and no dates.\n");

        return text.ToString();
    }

    private static void Opening(StringBuilder text, StarModel model)
    {
        text.Append("## Open it in Power BI Desktop\n\n1. Open `clientele.pbip`.\n");
        text.Append("2. *Transform data* → *Edit parameters*: set **Folder** to the folder that this file lies in, without a `\\` at the end.\n3. *Refresh*. The page shows the segments");
        text.Append(model["sales"] is null ? ".\n\n" : ", money over time and the table of segments.\n\n");
        text.Append("The project follows the published formats (TMDL, PBIR) and was checked against them; it was not opened in Power BI Desktop by those who wrote it.\n");
        text.Append("Any other program takes the CSV files as they are.\n");
    }

    private static void Keys(StringBuilder text) => text.Append(
        "\nKeys are the ids themselves. A text that a spreadsheet would run as a formula has an apostrophe in front, in every table alike, so that tables still join.\n"
        + "Power BI takes no notice of case, of width or of blanks at either end: where two ids differ by nothing else, the later one has `~2` at its end;\n"
        + "`customer_id` and `code` hold them as they stand in your files.\n");

    private static string Returns(Returns returns) => returns switch
    {
        Clientele.Returns.Net => "Returns reduce money: they are rows with `return` = 1 and a negative amount.\n",
        Clientele.Returns.Match => "Returns were paired with their sales; both are left out, and so are returns without a sale.\n",
        _ => "Returns were left out, as the run was asked to; `audit.json` counts them.\n",
    };
}
