using System.Text.Json;

namespace Clientele.Tests.Handover.Star;

/// <summary>
/// Members that Microsoft's published schemas allow and demand, as far as the project uses them; each schema forbids all others.
/// Read from github.com/microsoft/json-schemas, folder fabric, at the versions named here.
/// </summary>
internal static class PublishedSchemas
{
    private const string Base = "https://developer.microsoft.com/json-schemas/fabric/";

    private static readonly (string Ends, string Schema, string[] Demanded, string[] Allowed)[] s_files =
    [
        (".pbip", "pbip/pbipProperties/1.0.0", ["version", "artifacts"], ["settings"]),
        (".pbism", "item/semanticModel/definitionProperties/1.0.0", ["version"], ["settings"]),
        (".pbir", "item/report/definitionProperties/2.0.0", ["version", "datasetReference"], []),
        (".platform", "gitIntegration/platformProperties/2.0.0", ["metadata", "config"], []),
        ("/version.json", "item/report/definition/versionMetadata/1.0.0", ["version"], []),
        ("/report.json", "item/report/definition/report/3.0.0", ["themeCollection"], ["resourcePackages", "settings", "objects", "annotations", "filterConfig"]),
        ("/pages.json", "item/report/definition/pagesMetadata/1.0.0", [], ["pageOrder", "activePageName"]),
        ("/page.json", "item/report/definition/page/2.0.0", ["name", "displayName", "displayOption"], ["height", "width"]),
        ("/visual.json", "item/report/definition/visualContainer/2.1.0", ["name", "position", "visual"], []),
    ];

    /// <summary>Demanded and allowed members of the objects inside, by the member that holds them.</summary>
    private static readonly Dictionary<string, (string[] Demanded, string[] Allowed)> s_inside = new(StringComparer.Ordinal)
    {
        ["position"] = (["height", "width", "x", "y"], ["z", "tabOrder", "angle"]),
        ["visual"] = (["visualType"], ["query", "objects", "visualContainerObjects", "drillFilterOtherVisuals", "syncGroup", "expansionStates", "autoSelectVisualType"]),
        ["query"] = (["queryState"], ["sortDefinition", "options", "isDrillDisabled"]),
        ["sortDefinition"] = ([], ["sort", "isDefaultSort"]),
        ["sort"] = (["direction", "field"], []),
        ["projections"] = (["field", "queryRef"], ["nativeQueryRef", "displayName", "format", "active", "hidden"]),
        ["visualContainerObjects"] = ([], ["title", "subTitle", "divider", "spacing", "background", "padding", "lockAspect", "general", "border"]),
        ["title"] = (["properties"], ["selector"]),
        ["general"] = (["properties"], ["selector"]),
        ["themeCollection"] = ([], ["baseTheme", "customTheme"]),
        ["baseTheme"] = (["name", "reportVersionAtImport", "type"], []),
        ["customTheme"] = (["name", "reportVersionAtImport", "type"], []),
        ["reportVersionAtImport"] = (["page", "report", "visual"], []),
        ["resourcePackages"] = (["items", "name", "type"], ["id", "disabled"]),
        ["items"] = (["name", "path", "type"], ["id"]),
        ["artifacts"] = (["report"], []),
        ["datasetReference"] = ([], ["byPath", "byConnection"]),
        ["byPath"] = (["path"], []),
        ["metadata"] = (["type", "displayName"], ["description"]),
        ["config"] = (["version", "logicalId"], []),
    };

    private static readonly string[] s_reportSettings = ["useStylableVisualContainerHeader", "useEnhancedTooltips", "exportDataMode"];

    public static void Check(string name, JsonElement json)
    {
        var file = Assert.Single(s_files, f => name.EndsWith(f.Ends, StringComparison.Ordinal));
        Assert.Equal($"{Base}{file.Schema}/schema.json", json.GetProperty("$schema").GetString());
        Members(name, json, ["$schema", .. file.Demanded], file.Allowed);
        if (json.TryGetProperty("name", out var own)) Assert.True(own.GetString()!.Length <= 50);
        if (json.TryGetProperty("settings", out var settings) && file.Ends == "/report.json") Members(name, settings, [], s_reportSettings);
        foreach (var member in json.EnumerateObject()) Inside(name, member);
    }

    private static void Inside(string name, JsonProperty member)
    {
        if (member.Name is "properties" or "selector" or "field" or "settings") return; // formats of their own
        var objects = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : member.Value.ValueKind == JsonValueKind.Object ? [member.Value] : [];
        foreach (var one in objects)
        {
            if (s_inside.TryGetValue(member.Name, out var rule)) Members($"{name} {member.Name}", one, rule.Demanded, rule.Allowed);
            foreach (var below in one.EnumerateObject()) Inside(name, below);
        }
    }

    private static void Members(string name, JsonElement json, string[] demanded, string[] allowed)
    {
        var members = json.EnumerateObject().Select(m => m.Name).ToArray();
        Assert.Empty(demanded.Except(members).Select(m => $"{name} lacks {m}"));
        Assert.Empty(members.Except([.. demanded, .. allowed]).Select(m => $"{name} must not have {m}"));
    }
}
