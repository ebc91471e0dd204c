using System.Text;
using Clientele.Sales;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

/// <summary>An .xlsx workbook under construction: every part can be replaced or left out.</summary>
internal sealed class TestBook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> _extra = new(StringComparer.Ordinal);
    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly HashSet<string> _without = new(StringComparer.Ordinal);
    private string? _strings;
    private string _formats = "";
    private string _workbookPr = "";

    /// <summary>A sheet from the XML inside sheetData.</summary>
    public TestBook Rows(string rows, string name = "Sheet1", string state = "visible", string before = "", string after = "") =>
        Sheet($"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>", name, state);

    /// <summary>A sheet from its whole XML.</summary>
    public TestBook Sheet(string xml, string name = "Sheet1", string state = "visible")
    {
        _sheets.Add((name, state, xml));
        return this;
    }

    /// <summary>Shared strings from the XML of their <c>si</c> elements.</summary>
    public TestBook Strings(params string[] items)
    {
        _strings = $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>";
        return this;
    }

    /// <summary>Cell styles 1, 2, 3 … with these format codes or built-in numbers; style 0 is General.</summary>
    public TestBook Formats(params string[] codes)
    {
        var custom = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (var i = 0; i < codes.Length; i++)
        {
            var id = int.TryParse(codes[i], out var builtIn) ? builtIn : 164 + i;
            styles.Append($"<xf numFmtId=\"{id}\" applyNumberFormat=\"1\"/>");
            if (id >= 164) custom.Append($"<numFmt numFmtId=\"{id}\" formatCode=\"{System.Security.SecurityElement.Escape(codes[i])}\"/>");
        }

        _formats = $"<styleSheet xmlns=\"{Main}\"><numFmts>{custom}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>";
        return this;
    }

    public TestBook From1904()
    {
        _workbookPr = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public TestBook Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public TestBook Part(string name, byte[] content)
    {
        _extra[name] = content;
        return this;
    }

    public TestBook Without(string name)
    {
        _without.Add(name);
        return this;
    }

    public IReadOnlyDictionary<string, byte[]> Parts()
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            ["_rels/.rels"] = Relations(("r1", "officeDocument", "xl/workbook.xml")),
        };
        var related = new List<(string, string, string)>();
        var listed = new StringBuilder();
        for (var i = 0; i < _sheets.Count; i++)
        {
            related.Add(($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml"));
            listed.Append($"<sheet name=\"{System.Security.SecurityElement.Escape(_sheets[i].Name)}\" sheetId=\"{i + 1}\" state=\"{_sheets[i].State}\" r:id=\"rId{i + 1}\"/>");
            parts[$"xl/worksheets/sheet{i + 1}.xml"] = _sheets[i].Xml;
        }

        if (_strings is not null)
        {
            related.Add(("rIdS", "sharedStrings", "sharedStrings.xml"));
            parts["xl/sharedStrings.xml"] = _strings;
        }

        if (_formats.Length > 0)
        {
            related.Add(("rIdF", "styles", "styles.xml"));
            parts["xl/styles.xml"] = _formats;
        }

        parts["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\">{_workbookPr}<sheets>{listed}</sheets></workbook>";
        parts["xl/_rels/workbook.xml.rels"] = Relations([.. related]);
        var result = parts.ToDictionary(p => p.Key, p => Encoding.UTF8.GetBytes(p.Value), StringComparer.Ordinal);
        foreach (var (name, content) in _extra) result[name] = content;
        foreach (var name in _without) result.Remove(name);
        return result;
    }

    public byte[] ToZip()
    {
        var zip = new TinyZip();
        foreach (var (name, content) in Parts()) zip.Add(name, content);
        return zip.ToArray();
    }

    /// <summary>The sheet as text with U+001F shown as |.</summary>
    public string Text(string? sheet = null) => ReadText(ToZip(), sheet);

    public UserException Fails(string? sheet = null) => Assert.Throws<UserException>(() => Text(sheet));

    public static string Relations(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Rel}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    public static string ReadText(byte[] zip, string? sheet = null, Container kind = Container.Xlsx, WorkbookLimits? limits = null)
    {
        using var file = new TempFile(zip);
        using var text = limits is null ? Workbook.OpenText(file.Path, kind, sheet) : XlsxWorkbook.OpenText(file.Path, sheet, limits);
        using var reader = new StreamReader(text, Encoding.UTF8);
        return reader.ReadToEnd().Replace('\u001f', '|');
    }
}
