namespace Clientele.Handover.Star.Project;

/// <summary>A project of Power BI Desktop: clientele.pbip, the semantic model in TMDL, the report in PBIR. Schemas are those that Microsoft publishes.</summary>
internal static class PowerBiProject
{
    private const string Schemas = "https://developer.microsoft.com/json-schemas/fabric/";
    private const string Shortcut = "clientele.pbip";
    private const string Semantic = "clientele.SemanticModel";
    private const string Report = "clientele.Report";

    /// <summary>Whether the project may have a file of that name.</summary>
    /// <param name="file">With <c>/</c> between folders.</param>
    /// <param name="tables">Every table that a star can have.</param>
    public static bool Writes(string file, ReadOnlySpan<string> tables)
    {
        if (file is Shortcut or $"{Semantic}/.platform" or $"{Semantic}/definition.pbism" or $"{Report}/.platform" or $"{Report}/definition.pbir") return true;
        foreach (var table in tables)
        {
            if (file == $"{Semantic}/definition/tables/{table}.tmdl") return true;
        }

        return file is $"{Semantic}/definition/database.tmdl" or $"{Semantic}/definition/model.tmdl" or $"{Semantic}/definition/expressions.tmdl" or $"{Semantic}/definition/relationships.tmdl"
            || (file.StartsWith(Report + "/", StringComparison.Ordinal) && PageFiles.Writes(file[(Report.Length + 1)..]));
    }

    public static void Write(StarModel model, TextFiles put)
    {
        put.Json(Shortcut, json => json.Object().Text("$schema", Schemas + "pbip/pbipProperties/1.0.0/schema.json").Text("version", "1.0")
            .List("artifacts").Object().Object("report").Text("path", Report).EndObject().EndObject().EndList()
            .Object("settings").Flag("enableAutoRecovery", true).EndObject().EndObject());
        Platform(put, Semantic, "SemanticModel", "5a0f6d52-3a1c-4f0e-9d1e-7c1e9b6a0001");
        put.Json($"{Semantic}/definition.pbism", json => json.Object().Text("$schema", Schemas + "item/semanticModel/definitionProperties/1.0.0/schema.json")
            .Text("version", "4.2").Object("settings").EndObject().EndObject());
        Put($"{Semantic}/definition/database.tmdl", ModelTmdl.Database);
        Put($"{Semantic}/definition/model.tmdl", ModelTmdl.Model(model));
        Put($"{Semantic}/definition/expressions.tmdl", ModelTmdl.Expressions);
        Put($"{Semantic}/definition/relationships.tmdl", ModelTmdl.Relationships(model));
        foreach (var table in model.Tables) Put($"{Semantic}/definition/tables/{table.Name}.tmdl", TableTmdl.Of(table, model));
        Platform(put, Report, "Report", "5a0f6d52-3a1c-4f0e-9d1e-7c1e9b6a0002");
        put.Json($"{Report}/definition.pbir", json => json.Object().Text("$schema", Schemas + "item/report/definitionProperties/2.0.0/schema.json").Text("version", "4.0")
            .Object("datasetReference").Object("byPath").Text("path", $"../{Semantic}").EndObject().EndObject().EndObject());
        PageFiles.Write(model, Schemas + "item/report/definition/", Report, put);

        void Put(string name, string content) => put.Text(name, text => text.Text(content));
    }

    /// <summary>What Git integration of Fabric calls the item; the ids are of this project, the same for every run.</summary>
    private static void Platform(TextFiles put, string folder, string type, string id) => put.Json($"{folder}/.platform", json => json.Object()
        .Text("$schema", Schemas + "gitIntegration/platformProperties/2.0.0/schema.json")
        .Object("metadata").Text("type", type).Text("displayName", "clientele").EndObject()
        .Object("config").Text("version", "2.0").Text("logicalId", id).EndObject().EndObject());
}
