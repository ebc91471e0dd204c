using System.Text.Json;
using Clientele.Explore;

namespace Clientele.Handover.Charts.Sources;

/// <summary>The analyses of an exploration, each as its table, and the same by segment: months, hours, places.</summary>
internal static class ExploreCharts
{
    public static string NameOf(string analysis) => "explore-" + analysis;

    public static IEnumerable<Chart> Of(HandoverRun run, JsonElement document)
    {
        foreach (var analysis in AllAnalyses.Catalog)
        {
            var json = document.At("explore", analysis.Name);
            if (json.ValueKind == JsonValueKind.Object) yield return Analysis(analysis.Name, analysis.Summary, json);
        }

        var slices = document.At("slices");
        if (slices.ValueKind != JsonValueKind.Object) yield break;
        yield return Months(slices, run);
        yield return Hours(slices, run);
        yield return Places(slices.At("places"), run);
    }

    private static Chart Analysis(string name, string summary, JsonElement json)
    {
        var chart = new Chart(NameOf(name), name switch { "hours" or "cohorts" => "heatmap", "sales" or "season" or "returning" => "line", "concentration" => "lorenz", "change" => "waterfall", _ => "bar" },
            summary, $"The table of the analysis '{name}', as explore-{name}.csv has it; money to the cent, other numbers to seven digits.", Array.ConvertAll(json.At("columns").Texts(), column => new ChartColumn(column)));
        foreach (var row in json.At("rows").Entries())
        {
            var cells = row.Entries();
            var values = new object?[chart.Columns.Length];
            for (var i = 0; i < values.Length; i++) values[i] = cells[i];
            chart.Add(values);
        }

        return chart;
    }

    private static Chart Months(JsonElement slices, HandoverRun run)
    {
        string[] members = ["orders", "newCustomers", "returningCustomers", "sales", "newSales", "returningSales"];
        var chart = new Chart(
            "months", "line", "Months by segment", "Orders, customers and money by month and segment; new means that the month is the customer's first.",
            new("segment"), new("month"), new("orders", "orders"), new("new_customers", "customers"), new("returning_customers", "customers"), new("money", "money"), new("money_of_new", "money"), new("money_of_returning", "money"));
        var months = slices.At("months").Texts();
        for (var s = 0; s < run.Segments.Segments.Count; s++)
        {
            for (var m = 0; m < months.Length; m++)
            {
                var cells = new object?[2 + members.Length];
                (cells[0], cells[1]) = (run.Segments.Segments[s].Name, months[m]);
                for (var i = 0; i < members.Length; i++) cells[2 + i] = Cell(slices.At(members[i]), s, m);
                chart.Add(cells);
            }
        }

        return chart;
    }

    private static Chart Hours(JsonElement slices, HandoverRun run)
    {
        var chart = new Chart("weekday-hours", "heatmap", "Weekday by hour", "Orders by segment, weekday (1 for Monday) and hour of their first line; no hours where the files have no times.",
            new("segment"), new("weekday"), new("hour"), new("orders", "orders"));
        var hours = slices.At("hours").ValueKind == JsonValueKind.Number ? slices.At("hours").GetInt32() : 1;
        for (var s = 0; s < run.Segments.Segments.Count; s++)
        {
            for (var i = 0; i < 7 * hours; i++) chart.Add(run.Segments.Segments[s].Name, (i / hours) + 1, hours > 1 ? i % hours : null, Cell(slices.At("weekdayHours"), s, i));
        }

        return chart;
    }

    private static Chart Places(JsonElement places, HandoverRun run)
    {
        var chart = new Chart("places", "bar", "Places and categories by segment", "Customers by country, store and category, and segment.", new("kind"), new("place"), new("segment"), new("customers", "customers"));
        foreach (var place in places.Entries())
        {
            var labels = place.At("labels").Texts();
            for (var s = 0; s < run.Segments.Segments.Count; s++)
            {
                for (var l = 0; l < labels.Length; l++) chart.Add(place.At("kind"), labels[l], run.Segments.Segments[s].Name, Cell(place.At("customers"), s, l));
            }
        }

        return chart;
    }

    private static JsonElement Cell(JsonElement table, int row, int column)
    {
        if (table.ValueKind != JsonValueKind.Array || row >= table.GetArrayLength()) return default;
        var cells = table[row];
        return column < cells.GetArrayLength() ? cells[column] : default;
    }
}
