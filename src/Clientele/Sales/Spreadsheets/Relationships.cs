namespace Clientele.Sales.Spreadsheets;

/// <summary>What one part says about another.</summary>
/// <param name="Type">A URI; only its last word differs in meaning, strict and transitional files use different hosts.</param>
/// <param name="Part">Name of the part in the zip file.</param>
internal sealed record Relationship(string Type, string Part);

internal static class Relationships
{
    /// <summary>The relationships of a part by id; those of the whole package for an empty name. Links out of the file are left out.</summary>
    public static Dictionary<string, Relationship> Read(Package package, string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        using var xml = package.Scan($"{folder}_rels/{part[(slash + 1)..]}.rels");
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.End)
        {
            if (kind != XmlKind.Open || xml.Depth != 2 || !xml.Name.SequenceEqual("Relationship"u8)) continue;
            if (xml.TryAttribute("TargetMode"u8, out var mode) && mode.SequenceEqual("External"u8)) continue;
            if (!xml.TryAttribute("Id"u8, out var id) || !xml.TryAttribute("Type"u8, out var type) || !xml.TryAttribute("Target"u8, out var target))
            {
                throw xml.Damaged("a relationship lacks its id, type or target");
            }

            found[XmlText.String(id, xml)] = new Relationship(XmlText.String(type, xml), Resolve(folder, XmlText.String(target, xml)));
        }

        return found;
    }

    /// <summary>Absolute from the package's root, else from the folder of the part; <c>.</c> and <c>..</c> resolved, never above the root.</summary>
    internal static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (name.Length == 0 || name == ".") continue;
            if (name != "..") names.Add(name);
            else if (names.Count > 0) names.RemoveAt(names.Count - 1);
        }

        return string.Join('/', names);
    }
}
