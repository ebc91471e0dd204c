using System.Buffers.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>The format of each cell style, by its number.</summary>
internal static class Styles
{
    /// <summary>A workbook without styles has one: plain numbers.</summary>
    public static CellFormat[] None { get; } = [CellFormat.Number];

    public static CellFormat[] Read(XmlScanner xml)
    {
        var custom = new Dictionary<int, CellFormat>();
        var styles = new List<CellFormat>();
        var inCells = 0;
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.End)
        {
            if (kind == XmlKind.Close && xml.Depth < inCells) inCells = 0;
            if (kind != XmlKind.Open) continue;
            if (xml.Depth == 1 && !xml.Name.SequenceEqual("styleSheet"u8)) throw xml.Damaged("this is not a part with styles");
            if (xml.Depth == 2 && xml.Name.SequenceEqual("cellXfs"u8)) inCells = xml.Depth;
            else if (xml.Depth == 3 && inCells == 2 && xml.Name.SequenceEqual("xf"u8)) styles.Add(Format(xml, custom));
            else if (xml.Depth == 3 && xml.Name.SequenceEqual("numFmt"u8) && Id(xml) is { } id && xml.TryAttribute("formatCode"u8, out var code))
            {
                custom[id] = CellFormats.Of(XmlText.String(code, xml));
            }
        }

        return styles.Count == 0 ? None : [.. styles];
    }

    private static CellFormat Format(XmlScanner xml, Dictionary<int, CellFormat> custom) =>
        Id(xml) is not { } id ? CellFormat.Number
        : custom.TryGetValue(id, out var format) ? format
        : CellFormats.BuiltIn(id);

    private static int? Id(XmlScanner xml) =>
        xml.TryAttribute("numFmtId"u8, out var text) && Utf8Parser.TryParse(text, out int id, out var used) && used == text.Length ? id : null;
}
