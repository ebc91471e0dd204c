using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Workbooks of the old binary kind (.xls), 65,536 rows at most; read by ExcelDataReader.</summary>
internal static class LegacyWorkbook
{
    public static IReadOnlyList<SheetInfo> Sheets(string path)
    {
        using var reader = Open(path);
        return Guard(path, () => Sheets(reader));
    }

    public static SheetText OpenText(string path, string? sheet)
    {
        var chosen = Workbook.Choose(path, Sheets(path), sheet);
        var reader = Open(path);
        try
        {
            var rows = new TextRows();
            var facts = new SheetFacts { HiddenSheet = chosen.Hidden };
            var cells = Guard(path, () =>
            {
                for (var i = 0; i < chosen.Index; i++) reader.NextResult();
                return new LegacySheet(reader, BiffErrors.Read(path, chosen.Index), rows, facts);
            });
            return new SheetText(rows, facts, () => Guard(path, cells.WriteRow), new Stack<IDisposable>([reader]), path, WorkbookLimits.Default.TextBytes);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static List<SheetInfo> Sheets(IExcelDataReader reader)
    {
        var sheets = new List<SheetInfo>();
        do
        {
            sheets.Add(new SheetInfo(reader.Name, reader.VisibleState is not (null or "visible"), sheets.Count, HasData(reader)));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static bool HasData(IExcelDataReader reader)
    {
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not null) return true;
            }
        }

        return false;
    }

    private static IExcelDataReader Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problems.Unreadable(path, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "no access");
        }

        try
        {
            return Guard(path, () =>
            {
                // Workbooks before 1997 store text in a code page.
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                return ExcelReaderFactory.CreateBinaryReader(file);
            });
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw Problems.Protected(path);
        }
        catch (Exception e) when (e is not (UserException or OutOfMemoryException))
        {
            throw Problems.Damaged(path, "workbook", "the .xls file is damaged or cut off");
        }
    }
}
