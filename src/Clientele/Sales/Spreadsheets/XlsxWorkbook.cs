using Clientele.Sales.Files;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Workbooks of the zip kind (.xlsx, .xlsm).</summary>
internal static class XlsxWorkbook
{
    public static IReadOnlyList<SheetInfo> Sheets(string path, WorkbookLimits limits)
    {
        using var package = new Package(path, limits);
        return Sheets(package, WorkbookParts.Read(package), limits);
    }

    public static SheetText OpenText(string path, string? sheet, WorkbookLimits limits)
    {
        var held = new Stack<IDisposable>();
        try
        {
            var package = Hold(new Package(path, limits));
            var parts = WorkbookParts.Read(package);
            var chosen = Workbook.Choose(path, Sheets(package, parts, limits), sheet);
            var styles = Styles.None;
            if (parts.Styles is not null)
            {
                using var xml = package.Scan(parts.Styles);
                styles = Styles.Read(xml);
            }

            var strings = Hold(new SharedStrings(
                parts.SharedStrings is { } part ? new XmlScanner(package.Open(part, limits.SharedStringBytes), path, part, limits) : null));

            // The sheet is inflated by another thread, so it needs a file position of its own.
            var own = Hold(new Package(path, limits));
            var sheetPart = parts.Sheets[chosen.Index].Part;
            var scanner = Hold(new XmlScanner(new ReadAhead(own.Open(sheetPart, limits.SheetBytes)), path, sheetPart, limits));
            var rows = new TextRows();
            var facts = new SheetFacts { HiddenSheet = chosen.Hidden };
            var reader = new SheetReader(scanner, new SheetContext(path, chosen.Name, styles, parts.From1904, strings, limits), rows, facts);
            return new SheetText(rows, facts, WriteRow, held, path, limits.TextBytes);

            bool WriteRow()
            {
                if (reader.ReadRow()) return true;
                strings.Finish();
                return false;
            }
        }
        catch
        {
            while (held.TryPop(out var one)) one.Dispose();
            throw;
        }

        T Hold<T>(T one)
            where T : IDisposable
        {
            held.Push(one);
            return one;
        }
    }

    private static List<SheetInfo> Sheets(Package package, WorkbookParts parts, WorkbookLimits limits)
    {
        var sheets = new List<SheetInfo>();
        foreach (var (name, hidden, part) in parts.Sheets)
        {
            using var xml = new XmlScanner(package.Open(part, limits.SheetBytes), package.Path, part, limits);
            sheets.Add(new SheetInfo(name, hidden, sheets.Count, HasData(xml)));
        }

        return sheets;
    }

    /// <summary>Reads up to the first value or formula.</summary>
    private static bool HasData(XmlScanner xml)
    {
        var inValue = false;
        XmlKind kind;
        while ((kind = xml.Read()) != XmlKind.End)
        {
            if (kind == XmlKind.Open)
            {
                if (xml.Depth == 5 && xml.Name.SequenceEqual("f"u8)) return true;
                inValue = xml.Depth > 4 && (xml.Name.SequenceEqual("v"u8) || xml.Name.SequenceEqual("t"u8));
            }
            else if (kind == XmlKind.Close) inValue = false;
            else if (inValue && xml.Text.Length > 0) return true;
        }

        return false;
    }
}
