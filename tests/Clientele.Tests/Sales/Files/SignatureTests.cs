using System.IO.Compression;
using System.Text;

namespace Clientele.Tests.Sales.Files;

/// <summary>What is no sales file says what it is.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("28B52FFD0458", "Zstandard")]
    [InlineData("502A4D1804000000", "Zstandard")]
    [InlineData("425A6839314159265359", "bzip2")]
    [InlineData("FD377A585A0000", "xz")]
    [InlineData("377ABCAF271C", "7-Zip")]
    [InlineData("526172211A0700", "RAR")]
    [InlineData("04224D186440", "LZ4")]
    [InlineData("1F9D9061", "compress")]
    [InlineData("5041523115041500", "Parquet")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("53514C69746520666F726D6174203300", "SQLite")]
    [InlineData("89504E470D0A1A0A", "picture")]
    [InlineData("7B5C727466315C", "RTF")]
    [InlineData("7F454C460201", "program")]
    public void Magic_bytes_are_named(string hex, string what)
    {
        var path = _scratch.Write("sales.csv", [.. Convert.FromHexString(hex), .. new byte[40]]);
        var trouble = Scratch.Refused(() => Scratch.Take(path));
        Assert.Equal("file.kind", trouble.Code);
        Assert.Contains(what, trouble.What, StringComparison.Ordinal);
        Assert.NotEmpty(trouble.Fix);
        Assert.Equal("file.kind", Scratch.Refused(() => Scratch.Take(_scratch.Write("sales.gz", Scratch.Gzip(File.ReadAllBytes(path))))).Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>", "HTML")]
    [InlineData("  \n<HTML><body>", "HTML")]
    [InlineData("<table><tr><td>1", "HTML")]
    [InlineData("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>", "Excel 2003")]
    [InlineData("<?xml version=\"1.0\"?><orders>", "XML")]
    [InlineData("{\"orders\": [1]}", "JSON")]
    [InlineData("[{\"id\": 1}]", "JSON")]
    [InlineData("[\n  {\"id\": 1}]", "JSON")]
    [InlineData("{\"id\":1}\n{\"id\":2}\n", "JSON")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "Git LFS")]
    public void Markup_is_named_in_any_encoding(string text, string what)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            var path = _scratch.Write("sales.xls", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Contains(what, Scratch.Refused(() => Scratch.Take(path)).What, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[Customer],[Date]\n1,2\n")]
    [InlineData("{x},y\n1,2\n")]
    [InlineData("PAR1,PAR2\n1,2\n")]
    [InlineData("GIF8,b\n1,2\n")]
    [InlineData("MZ,b\n1,2\n")]
    [InlineData("BZh9,b\n1,2\n")]
    [InlineData("PK,b\n1,2\n")]
    [InlineData("(a),b\n")]
    [InlineData("<5,6-10\n1,2\n")]
    [InlineData("a\u001Fb\n1\u001F2\n\u001A")]
    public void Text_that_begins_oddly_is_still_text(string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(Scratch.ReadAll(_scratch.Write("t.csv", text))));

    [Fact]
    public void A_zip_file_names_what_it_holds()
    {
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("s.xlsx", Zip(("january.csv", "a,b"), ("february.csv", "a,b")))));
        Assert.Contains("a zip file holding 'january.csv', 'february.csv'", trouble.What, StringComparison.Ordinal);
        Assert.Contains("unzip", trouble.Fix, StringComparison.Ordinal);
        Assert.Contains(".ods", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.csv", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""))))).What, StringComparison.Ordinal);
        Assert.Contains(".xlsb", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.csv", Zip(("[Content_Types].xml", ""), ("xl/workbook.bin", ""))))).What, StringComparison.Ordinal);
        Assert.Contains("Word", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.csv", Zip(("[Content_Types].xml", ""), ("word/document.xml", ""))))).What, StringComparison.Ordinal);
        Assert.Contains("empty", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.csv", Zip()))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_zip_file_is_truncated_at_every_byte()
    {
        var zip = Zip(("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<b/>"));
        for (var length = 4; length < zip.Length; length++)
        {
            Assert.Equal("file.zip-damaged", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.xlsx", zip[..length]))).Code);
        }
    }

    [Fact]
    public void A_protected_workbook_is_told_from_old_ones()
    {
        Assert.Equal("file.password", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.xlsx", Compound("Root Entry", "EncryptionInfo", "\u0006DataSpaces", "Version", "EncryptedPackage")))).Code);
        Assert.Contains("Word", Scratch.Refused(() => Scratch.Take(_scratch.Write("s.xls", Compound("Root Entry", "WordDocument")))).What, StringComparison.Ordinal);
        var old = Compound("Root Entry", "Workbook");
        for (var length = 8; length < 1024; length += 8)
        {
            Assert.Equal(ExitCode.BadData, Scratch.Refused(() => Scratch.Take(_scratch.Write("s.xls", old[..length]))).Exit);
        }
    }

    [Fact]
    public void An_encoding_asked_for_a_workbook_is_refused()
    {
        var path = _scratch.Write("s.csv", Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")));
        Assert.Equal("encoding.workbook", Scratch.Refused(() => Scratch.Take(path, "utf-8")).Code);
    }

    public void Dispose() => _scratch.Dispose();

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Header, one table, and a directory that goes on in a second sector behind it.</summary>
    private static byte[] Compound(params string[] names)
    {
        var file = new byte[512 * 5];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(file, 0);
        file[30] = 9;
        BitConverter.TryWriteBytes(file.AsSpan(48), 1);
        file.AsSpan(76, 436).Fill(0xFF);
        BitConverter.TryWriteBytes(file.AsSpan(76), 0);
        BitConverter.TryWriteBytes(file.AsSpan(512 + 4), 3);
        BitConverter.TryWriteBytes(file.AsSpan(512 + 12), -2);
        for (var i = 0; i < names.Length; i++)
        {
            var at = (i < 4 ? 1024 : 2048 - 512) + 128 * i;
            var name = Encoding.Unicode.GetBytes(names[i]);
            name.CopyTo(file, at);
            file[at + 64] = (byte)(name.Length + 2);
        }

        return file;
    }
}
