using Clientele.Reports.Writing;

namespace Clientele.Handover.Star.Project;

/// <summary>One visual.json of PBIR.</summary>
internal static class VisualJson
{
    /// <summary>Writes it.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="visual">What is shown.</param>
    /// <param name="place">Place on the page, for the keyboard and for what lies above what.</param>
    /// <param name="schemas">Address of the report's schemas.</param>
    public static void Write(JsonText json, StarVisual visual, int place, string schemas)
    {
        json.Object().Text("$schema", schemas + "visualContainer/2.1.0/schema.json").Text("name", visual.Name);
        json.Object("position").Integer("x", visual.Box.X).Integer("y", visual.Box.Y).Integer("z", place * 1000L)
            .Integer("height", visual.Box.Height).Integer("width", visual.Box.Width).Integer("tabOrder", place * 1000L).EndObject();
        json.Object("visual").Text("visualType", visual.Type).Object("query").Object("queryState");
        foreach (var (role, fields) in visual.Roles)
        {
            json.Object(role).List("projections");
            foreach (var field in fields) Projection(json, field, role == "Category");
            json.EndList().EndObject();
        }

        json.EndObject();
        if (visual.Order is var (by, descending))
        {
            json.Object("sortDefinition").List("sort").Object();
            Field(json, "field", by);
            json.Text("direction", descending ? "Descending" : "Ascending").EndObject().EndList().Flag("isDefaultSort", false).EndObject();
        }

        json.EndObject();
        if (visual.Colour is { } colour) Colours(json, colour);
        json.Object("visualContainerObjects").List("title").Object().Object("properties");
        Literal(json, "show", "true");
        Literal(json, "text", $"'{visual.Title.Replace("'", "''", StringComparison.Ordinal)}'");
        json.EndObject().EndObject().EndList().List("general").Object().Object("properties");
        Literal(json, "altText", $"'{visual.Title.Replace("'", "''", StringComparison.Ordinal)}'");
        json.EndObject().EndObject().EndList().EndObject();
        json.Flag("drillFilterOtherVisuals", true).EndObject().EndObject();
    }

    private static void Projection(JsonText json, StarField field, bool active)
    {
        json.Object();
        Field(json, "field", field);
        json.Text("queryRef", $"{field.Table}.{field.Name}").Text("nativeQueryRef", field.Name);
        if (active) json.Flag("active", true);
        json.EndObject();
    }

    private static void Field(JsonText json, string member, StarField field) => json.Object(member).Object(field.IsMeasure ? "Measure" : "Column")
        .Object("Expression").Object("SourceRef").Text("Entity", field.Table).EndObject().EndObject().Text("Property", field.Name).EndObject().EndObject();

    /// <summary>Each mark has the colour that a figure of the model tells.</summary>
    private static void Colours(JsonText json, StarField colour)
    {
        json.Object("objects").List("dataPoint").Object().Object("properties").Object("fill").Object("solid").Object("color");
        Field(json, "expr", colour);
        json.EndObject().EndObject().EndObject().EndObject();
        json.Object("selector").List("data").Object().Object("dataViewWildcard").Integer("matchingOption", 1).EndObject().EndObject().EndList().EndObject();
        json.EndObject().EndList().EndObject();
    }

    private static void Literal(JsonText json, string member, string value) =>
        json.Object(member).Object("expr").Object("Literal").Text("Value", value).EndObject().EndObject().EndObject();
}
