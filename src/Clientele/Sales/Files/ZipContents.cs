using System.IO.Compression;

namespace Clientele.Sales.Files;

/// <summary>Tells an .xlsx workbook from the other things that are zip files inside.</summary>
internal static class ZipContents
{
    private const int MostNamed = 5;

    /// <summary>Xlsx, or an error that says what the zip file holds.</summary>
    public static Container Recognize(OpenedInput input)
    {
        try
        {
            using var file = new FileStream(input.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (Has(zip, "xl/workbook.bin")) throw Problems.Alien(input.Name, "a binary workbook (.xlsb)", "Open it in a spreadsheet program and save it as .xlsx or CSV.");
            if (Has(zip, "xl/workbook.xml")) return Container.Xlsx;
            if (Has(zip, "[Content_Types].xml") && Starts(zip, "xl/")) return Container.Xlsx;
            throw Problems.Alien(input.Name, What(zip), Fix(zip, input.Name));
        }
        catch (Exception trouble) when (trouble is InvalidDataException or EndOfStreamException)
        {
            throw new UserException(
                "file.zip-damaged",
                $"'{Problems.Show(input.Name)}' begins like a workbook or zip file, but is not a whole one: it was truncated or damaged.",
                "Download or copy it again; the size must match the original's.",
                ExitCode.BadData);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Problems.ReadFailed(input.Name, 0, trouble);
        }
    }

    private static string What(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is { Length: < 256 } type)
        {
            using var text = new StreamReader(type.Open());
            var kind = text.ReadToEnd();
            if (kind.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)) return "an OpenDocument spreadsheet (.ods)";
            if (kind.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal)) return "an OpenDocument file";
        }

        if (Starts(zip, "word/")) return "a Word document";
        if (Starts(zip, "ppt/")) return "a PowerPoint presentation";
        if (Starts(zip, "Index/") && Starts(zip, "Metadata/")) return "an Apple Numbers or Pages document";
        var files = zip.Entries.Where(e => e.Name.Length > 0).Select(e => e.FullName).ToList();
        var more = files.Count > MostNamed ? $" and {files.Count - MostNamed} more" : "";
        return files.Count == 0
            ? "an empty zip file"
            : $"a zip file holding {Problems.List([.. files.Take(MostNamed)])}{more}";
    }

    private static string Fix(ZipArchive zip, string name) =>
        zip.GetEntry("mimetype") is not null || Starts(zip, "word/") || Starts(zip, "ppt/") || Starts(zip, "Index/")
            ? "Open it in its program and save the sales as .xlsx or CSV."
            : $"Unpack it and name the files inside: unzip '{Problems.Show(name)}'";

    private static bool Has(ZipArchive zip, string name) => zip.Entries.Any(e => string.Equals(Plain(e.FullName), name, StringComparison.OrdinalIgnoreCase));

    private static bool Starts(ZipArchive zip, string folder) => zip.Entries.Any(e => Plain(e.FullName).StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.Replace('\\', '/').TrimStart('/');
}
