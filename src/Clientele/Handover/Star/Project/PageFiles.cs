using Clientele.Reports.Writing;

namespace Clientele.Handover.Star.Project;

/// <summary>The report of the project in PBIR: its pages, and the colours of Clientele's own report as its theme.</summary>
internal static class PageFiles
{
    private const string Theme = "Clientele.json";
    private const string Definition = "definition";

    /// <summary>Whether the report may have a file of that name.</summary>
    public static bool Writes(string file)
    {
        if (file is $"{Definition}/report.json" or $"{Definition}/version.json" or $"{Definition}/pages/pages.json" or $"StaticResources/RegisteredResources/{Theme}") return true;
        foreach (var page in StarPages.Names)
        {
            var folder = $"{Definition}/pages/{page}/";
            if (!file.StartsWith(folder, StringComparison.Ordinal)) continue;
            var own = file[folder.Length..];
            if (own == "page.json") return true;
            foreach (var visual in StarPages.Visuals)
            {
                if (own == $"visuals/{visual}/visual.json") return true;
            }
        }

        return false;
    }

    /// <summary>Writes them.</summary>
    /// <param name="model">What can be shown.</param>
    /// <param name="schemas">Address of the report's schemas.</param>
    /// <param name="folder">Folder of the report.</param>
    /// <param name="put">Makes the files.</param>
    public static void Write(StarModel model, string schemas, string folder, TextFiles put)
    {
        var pages = StarPages.Of(model);
        put.Json($"{folder}/{Definition}/version.json", json => json.Object().Text("$schema", schemas + "versionMetadata/1.0.0/schema.json").Text("version", "2.0.0").EndObject());
        put.Json($"{folder}/{Definition}/report.json", json => Report(json, schemas));
        put.Json($"{folder}/StaticResources/RegisteredResources/{Theme}", json => json.Object().Text("name", "Clientele").Texts("dataColors", StarColours.All).EndObject());
        put.Json($"{folder}/{Definition}/pages/pages.json", json =>
        {
            json.Object().Text("$schema", schemas + "pagesMetadata/1.0.0/schema.json").List("pageOrder");
            foreach (var page in pages) json.Text(null, page.Name);
            json.EndList().Text("activePageName", pages[0].Name).EndObject();
        });
        foreach (var page in pages)
        {
            var own = $"{folder}/{Definition}/pages/{page.Name}";
            put.Json($"{own}/page.json", json => json.Object().Text("$schema", schemas + "page/2.0.0/schema.json").Text("name", page.Name).Text("displayName", page.Title)
                .Text("displayOption", "FitToPage").Integer("height", StarPages.Height).Integer("width", StarPages.Width).EndObject());
            for (var i = 0; i < page.Visuals.Count; i++)
            {
                var (visual, place) = (page.Visuals[i], i);
                put.Json($"{own}/visuals/{visual.Name}/visual.json", json => VisualJson.Write(json, visual, place, schemas));
            }
        }
    }

    private static void Report(JsonText json, string schemas)
    {
        json.Object().Text("$schema", schemas + "report/3.0.0/schema.json").Object("themeCollection");
        One("baseTheme", "CY24SU10", "SharedResources");
        One("customTheme", Theme, "RegisteredResources");
        json.EndObject().List("resourcePackages").Object().Text("name", "RegisteredResources").Text("type", "RegisteredResources").List("items")
            .Object().Text("name", Theme).Text("path", Theme).Text("type", "CustomTheme").EndObject().EndList().EndObject().EndList();
        json.Object("settings").Flag("useStylableVisualContainerHeader", true).Flag("useEnhancedTooltips", true).Text("exportDataMode", "AllowSummarized").EndObject().EndObject();

        void One(string member, string name, string type) => json.Object(member).Text("name", name)
            .Object("reportVersionAtImport").Text("visual", "1.8.92").Text("report", "2.0.84").Text("page", "1.3.40").EndObject().Text("type", type).EndObject();
    }
}
