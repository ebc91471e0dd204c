using System.Globalization;
using System.Text.Json;
using Clientele.Reports.Writing;

namespace Clientele.Handover.Charts;

/// <summary>A column of a chart's data.</summary>
/// <param name="Name">Lower case with underscores.</param>
/// <param name="Unit">customers, money, days, share (0 to 1) … or empty.</param>
internal sealed record ChartColumn(string Name, string Unit = "");

/// <summary>The data of one chart as a table.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Kind">How the report draws it: bar, line, heatmap …</param>
/// <param name="Title">As in the report.</param>
/// <param name="Words">How to read it, in a sentence.</param>
/// <param name="Columns">What each cell of a row is.</param>
internal sealed record Chart(string Name, string Kind, string Title, string Words, params ChartColumn[] Columns)
{
    /// <summary>Cells by column: texts, numbers as their digits, or null.</summary>
    private readonly List<(string? Value, bool IsText)[]> _rows = [];

    public int Rows => _rows.Count;

    /// <summary>Adds a row. A cell is a text, a number, a piece of a JSON document, or null.</summary>
    public void Add(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length != Columns.Length) throw new ArgumentException($"{cells.Length} cells for {Columns.Length} columns of {Name}.", nameof(cells));
        var row = new (string?, bool)[cells.Length];
        for (var i = 0; i < row.Length; i++) row[i] = Cell(cells[i]);
        _rows.Add(row);
    }

    public void Write(JsonText json)
    {
        json.Object().Integer("format", ChartFolder.Format).Text("name", Name).Text("kind", Kind).Text("title", Title).Text("words", Words).List("columns");
        foreach (var column in Columns) json.Object().Text("name", column.Name).Text("unit", column.Unit).EndObject();
        json.EndList().List("rows");
        foreach (var row in _rows)
        {
            json.List();
            foreach (var (value, isText) in row)
            {
                if (isText || value is null) json.Text(null, value);
                else json.Digits(null, value);
            }

            json.EndList();
        }

        json.EndList().EndObject();
    }

    private static (string? Value, bool IsText) Cell(object? cell) => cell switch
    {
        null => (null, false),
        string text => (text, true),
        int whole => (whole.ToString(CultureInfo.InvariantCulture), false),
        long whole => (whole.ToString(CultureInfo.InvariantCulture), false),
        double number => (double.IsFinite(number) ? Digits(number) : null, false),
        Money money => (money.ToText(), false),
        JsonElement { ValueKind: JsonValueKind.String } json => (json.GetString(), true),
        JsonElement { ValueKind: JsonValueKind.Number } json => (json.GetRawText(), false),
        JsonElement { ValueKind: JsonValueKind.True } => ("1", false),
        JsonElement { ValueKind: JsonValueKind.False } => ("0", false),
        JsonElement => (null, false),
        _ => throw new ArgumentException($"No cell holds a {cell.GetType()}.", nameof(cell)),
    };

    private static string Digits(double number)
    {
        var text = new Utf8Text(32);
        text.Rounded(number);
        return text.ToString();
    }
}
