namespace Clientele.Sales.Spreadsheets;

/// <summary>Where the parts of a workbook lie in its zip file.</summary>
/// <param name="Sheets">Name, hidden, part; in tab order.</param>
/// <param name="SharedStrings">Part, or null when there is none.</param>
/// <param name="Styles">Part, or null when there is none.</param>
/// <param name="From1904">Days are counted from 1904-01-01.</param>
internal sealed record WorkbookParts(IReadOnlyList<(string Name, bool Hidden, string Part)> Sheets, string? SharedStrings, string? Styles, bool From1904)
{
    public static WorkbookParts Read(Package package)
    {
        var workbook = Root(package);
        var related = Relationships.Read(package, workbook);
        var sheets = new List<(string, bool, string)>();
        var from1904 = false;
        using var xml = package.Scan(workbook);
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.End)
        {
            if (kind != XmlKind.Open) continue;
            if (xml.Depth == 1 && !xml.Name.SequenceEqual("workbook"u8)) throw Problems.WrongKind(package.Path, "another kind of document");
            if (xml.Depth == 2 && xml.Name.SequenceEqual("workbookPr"u8))
            {
                from1904 = xml.TryAttribute("date1904"u8, out var on) && (on.SequenceEqual("1"u8) || on.SequenceEqual("true"u8));
            }
            else if (xml.Depth == 3 && xml.Name.SequenceEqual("sheet"u8))
            {
                AddSheet(sheets, xml, related);
            }
        }

        if (sheets.Count == 0) throw xml.Damaged("the workbook has no sheet");
        return new WorkbookParts(sheets, Existing("/sharedStrings"), Existing("/styles"), from1904);

        string? Existing(string type)
        {
            foreach (var r in related.Values)
            {
                if (r.Type.EndsWith(type, StringComparison.Ordinal)) return r.Part;
            }

            return null;
        }
    }

    private static void AddSheet(List<(string Name, bool Hidden, string Part)> sheets, XmlScanner xml, Dictionary<string, Relationship> related)
    {
        if (!xml.TryAttribute("name"u8, out var rawName)) throw xml.Damaged("a sheet has no name");
        var name = XmlText.String(rawName, xml);
        var hidden = xml.TryAttribute("state"u8, out var state) && !state.SequenceEqual("visible"u8);
        if (!xml.TryPrefixed("id"u8, out var rawId) || !related.TryGetValue(XmlText.String(rawId, xml), out var target))
        {
            throw xml.Damaged($"sheet '{Problems.Cut(name)}' leads to no part");
        }

        if (target.Type.EndsWith("/worksheet", StringComparison.Ordinal)) sheets.Add((name, hidden, target.Part));
    }

    /// <summary>The workbook's own part; other office documents are named for what they are.</summary>
    private static string Root(Package package)
    {
        if (package.Has("content.xml") && package.Has("mimetype")) throw Problems.WrongKind(package.Path, "an OpenDocument file (.ods or another)");
        var part = "xl/workbook.xml";
        if (package.Has("_rels/.rels"))
        {
            foreach (var r in Relationships.Read(package, "").Values)
            {
                if (r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)) part = r.Part;
            }
        }

        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw Problems.WrongKind(package.Path, "a binary workbook (.xlsb)");
        if (part.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) throw Problems.WrongKind(package.Path, "a text document (.docx)");
        if (part.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) throw Problems.WrongKind(package.Path, "a presentation (.pptx)");
        if (!package.Has(part)) throw Problems.WrongKind(package.Path, "a zip file without a workbook");
        return part;
    }
}
