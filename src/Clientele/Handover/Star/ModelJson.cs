using Clientele.Reports.Writing;

namespace Clientele.Handover.Star;

/// <summary>model.json: tables, columns, keys, relations and figures, for programs that have no project of their own here.</summary>
internal static class ModelJson
{
    /// <summary>Changes when a member changes its meaning.</summary>
    public const int Format = 1;

    public static void Write(JsonText json, StarModel model, HandoverRun run)
    {
        json.Object().Integer("format", Format).Text("version", run.Version);
        json.Object("files").Text("encoding", "utf-8").Text("delimiter", ",").Text("quote", "\"").Text("decimal", ".").Text("date", "yyyy-MM-dd").Text("empty", "not known or not defined").EndObject();
        if (run.Sales is { } sales)
        {
            json.Object("totals").Integer("lines", sales.Audit.LinesKept).Money("money", sales.Audit.MoneyKept)
                .Integer("customers", sales.Totals.Customers).Integer("orders", sales.Totals.Orders).EndObject();
        }
        else json.Object("totals").Integer("customers", run.Customers.Count).EndObject();

        json.List("tables");
        foreach (var table in model.Tables) Table(json, table);
        json.EndList().List("relationships");
        foreach (var relation in model.Relations)
        {
            json.Object().Text("from", $"{relation.From}.{relation.Column}").Text("to", $"{relation.To}.{relation.Column}")
                .Text("kind", "many to one").EndObject();
        }

        json.EndList().List("measures");
        foreach (var measure in model.Measures)
        {
            if (measure.Hidden) continue;
            json.Object().Text("name", measure.Name).Text("table", measure.Table).Text("words", measure.Words).Text("dax", measure.Dax).Text("format", measure.Format).EndObject();
        }

        json.EndList().EndObject();
    }

    private static void Table(JsonText json, StarTable table)
    {
        json.Object().Text("name", table.Name).Text("file", table.File).Text("meaning", table.Meaning).Integer("rows", table.Rows).List("columns");
        foreach (var column in table.Columns)
        {
            json.Object().Text("name", column.Name).Text("type", Word(column.Type)).Text("unit", column.Unit).Text("meaning", column.Meaning);
            if (column.IsKey) json.Flag("key", true);
            if (column.SortedBy is { } by) json.Text("sortedBy", by);
            json.EndObject();
        }

        json.EndList().EndObject();
    }

    /// <summary>The type in a word.</summary>
    public static string Word(StarType type) => type switch
    {
        StarType.Whole => "whole number",
        StarType.Number => "number",
        StarType.Fixed => "number of at most 4 decimals",
        StarType.Day => "date",
        StarType.Instant => "date and time",
        StarType.Time => "time",
        _ => "text",
    };
}
