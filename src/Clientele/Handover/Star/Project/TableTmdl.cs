using System.Globalization;
using System.Text;

namespace Clientele.Handover.Star.Project;

/// <summary>One table in TMDL: figures, columns, and the query that reads its CSV.</summary>
internal static class TableTmdl
{
    public static string Of(StarTable table, StarModel model)
    {
        var text = new StringBuilder(4096);
        Line(text, 0, $"/// {Tmdl.Line(table.Meaning)}");
        Line(text, 0, $"table {Tmdl.Name(table.Name)}");
        if (table.Name == "dates") Line(text, 1, "dataCategory: Time");
        text.Append('\n');
        foreach (var measure in model.Measures)
        {
            if (measure.Table == table.Name) Measure(text, measure);
        }

        foreach (var column in table.Columns) Column(text, column);
        Partition(text, table);
        return text.ToString();
    }

    private static void Measure(StringBuilder text, StarMeasure measure)
    {
        Line(text, 1, $"/// {Tmdl.Line(measure.Words)}");
        Line(text, 1, $"measure {Tmdl.Name(measure.Name)} = {measure.Dax}");
        if (measure.Format.Length > 0) Line(text, 2, $"formatString: {measure.Format}");
        if (measure.Hidden) Line(text, 2, "isHidden");
        Line(text, 2, $"displayFolder: {Tmdl.Value(measure.Folder)}");
        text.Append('\n');
    }

    private static void Column(StringBuilder text, StarColumn column)
    {
        if (column.Meaning.Length > 0) Line(text, 1, $"/// {Tmdl.Line(column.Meaning)}");
        Line(text, 1, $"column {Tmdl.Name(column.Name)}");
        Line(text, 2, $"dataType: {DataType(column.Type)}");
        if (column.IsKey) Line(text, 2, "isKey");
        if (column.Hidden) Line(text, 2, "isHidden");
        if ((column.Format ?? UsualFormat(column.Type)) is { } format) Line(text, 2, $"formatString: {format}");
        Line(text, 2, $"summarizeBy: {(column.Adds ? "sum" : "none")}");
        Line(text, 2, $"sourceColumn: {Tmdl.Value(column.Name)}");
        if (column.SortedBy is { } by) Line(text, 2, $"sortByColumn: {Tmdl.Name(by)}");
        text.Append('\n');
    }

    private static void Partition(StringBuilder text, StarTable table)
    {
        Line(text, 1, $"partition {Tmdl.Name(table.Name)} = m");
        Line(text, 2, "mode: import");
        Line(text, 2, "source =");
        Line(text, 4, "let");
        Line(text, 5, string.Create(CultureInfo.InvariantCulture, $"Source = Csv.Document(File.Contents(Folder & \"\\{table.File}\"), [Delimiter = \",\", Columns = {table.Columns.Count}, Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),"));
        Line(text, 5, "Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),");
        Line(text, 5, "Blanks = Table.ReplaceValue(Headed, \"\", null, Replacer.ReplaceValue, Table.ColumnNames(Headed)),");
        Line(text, 5, "Typed = Table.TransformColumnTypes(Blanks, {");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Line(text, 6, $"{{{Tmdl.Query(table.Columns[i].Name)}, {QueryType(table.Columns[i].Type)}}}{(i < table.Columns.Count - 1 ? "," : "")}");
        }

        Line(text, 5, "}, \"en-US\")");
        Line(text, 4, "in");
        Line(text, 5, "Typed");
        text.Append('\n');
        Line(text, 1, "annotation PBI_ResultType = Table");
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append('\t', depth).Append(line).Append('\n');

    private static string DataType(StarType type) => type switch
    {
        StarType.Whole => "int64",
        StarType.Number => "double",
        StarType.Fixed => "decimal",
        StarType.Day or StarType.Instant or StarType.Time => "dateTime",
        _ => "string",
    };

    private static string QueryType(StarType type) => type switch
    {
        StarType.Whole => "Int64.Type",
        StarType.Number => "type number",
        StarType.Fixed => "Currency.Type",
        StarType.Day => "type date",
        StarType.Instant => "type datetime",
        StarType.Time => "type time",
        _ => "type text",
    };

    private static string? UsualFormat(StarType type) => type switch
    {
        StarType.Whole => "#,0",
        StarType.Day => "yyyy-mm-dd",
        StarType.Instant => "yyyy-mm-dd hh:nn",
        StarType.Time => "hh:nn:ss",
        _ => null,
    };
}
