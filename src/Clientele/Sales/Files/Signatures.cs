namespace Clientele.Sales.Files;

/// <summary>Tells by its first bytes what a file is. Names do not count.</summary>
internal static class Signatures
{
    private const string ExportCsv = "Export the sales as CSV and name that file.";

    /// <summary>How to read a file that starts with these bytes, or an error that says what it is.</summary>
    public static Container Recognize(ReadOnlySpan<byte> head, OpenedInput input)
    {
        if (IsGzip(head)) return Container.Gzip;
        if (IsZip(head)) return ZipContents.Recognize(input);
        if (CompoundFile.Is(head)) return CompoundFile.Recognize(input);
        RefuseAlien(head, input.Name);
        return Container.Plain;
    }

    /// <summary>Refuses what a gzip file should not hold.</summary>
    public static void RefuseInside(ReadOnlySpan<byte> head, string name)
    {
        if (IsGzip(head)) throw Problems.GzipNested(name);
        if (IsZip(head) || CompoundFile.Is(head))
        {
            throw Problems.Alien(name, "a workbook or zip file packed with gzip", $"Unpack it first: gzip -dc '{Problems.Show(name)}' > sales.xlsx");
        }

        RefuseAlien(head, name);
    }

    /// <summary>Refuses, before a pipe is set aside, what can never be sales: endless zeros, noise, known kinds of files.</summary>
    public static void MustLookReadable(ReadOnlySpan<byte> head, string name)
    {
        if (head.Length >= NulBlock.Least && head.IndexOfAnyExcept((byte)0) < 0) throw Problems.NulBytes(name, 0);
        if (IsGzip(head) || IsZip(head) || CompoundFile.Is(head)) return;
        RefuseAlien(head, name);
        if (EncodingGuess.ByMark(head) is null && EncodingGuess.ByZeros(head, name) is null) RefuseBinary(head, 0, name);
    }

    /// <summary>Refuses text with more than one control character in fifty.</summary>
    public static void RefuseBinary(ReadOnlySpan<byte> text, long offset, string name)
    {
        var first = -1;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // A plain loop: the vectorised search over bytes would have to be compiled at start-up, which costs more than it saves here.
            if (text[i] >= 0x20) continue;
            // Separators (FS…US), the old end-of-file mark and escapes do occur in text files.
            if (text[i] is (>= 0x09 and <= 0x0D) or >= 0x1A or 0) continue;
            if (count++ == 0) first = i;
        }

        if (count >= 4 && count * 50L > text.Length) throw Problems.Binary(name, offset + first);
    }

    /// <summary>Refuses marked-up text and other kinds that only show once the text is decoded.</summary>
    public static void RefuseMarkup(ReadOnlySpan<byte> text, string name)
    {
        text = text[BlanksAt(text)..];
        if (text.Length == 0) return;
        if (text[0] is (byte)'<')
        {
            if (StartsWith(text, "<?xml"u8) && text[..Math.Min(text.Length, 1024)].IndexOf("Excel.Sheet"u8) >= 0)
            {
                throw Problems.Alien(name, "a workbook in the old XML form of Excel 2003", "Open it in a spreadsheet program and save it as .xlsx or CSV.");
            }

            if (StartsWith(text, "<!doctype"u8) || StartsWith(text, "<html"u8) || StartsWith(text, "<head"u8) || StartsWith(text, "<table"u8) || StartsWith(text, "<meta"u8) || StartsWith(text, "<style"u8))
            {
                throw Problems.Alien(name, "a web page (HTML)", "Often that is a login or error page, or an .xls export that is HTML inside: open it in a browser, or in a spreadsheet program and save it as .xlsx or CSV.");
            }

            if (StartsWith(text, "<?xml"u8) || StartsWith(text, "<!--"u8)) throw Problems.Alien(name, "XML", ExportCsv);
        }
        else if (text[0] is (byte)'{' or (byte)'[')
        {
            var rest = text[1..];
            var next = BlanksAt(rest);
            if (next < rest.Length && (text[0] == (byte)'{' ? rest[next] is (byte)'"' or (byte)'}' : rest[next] is (byte)'{' or (byte)'[' or (byte)'"' or (byte)']'))
            {
                throw Problems.Alien(name, "JSON", "Convert it to CSV, for example with jq: jq -r '.[] | [.customer, .date, .amount] | @csv'");
            }
        }
        else if (StartsWith(text, "version https://git-lfs"u8))
        {
            throw Problems.Alien(name, "a pointer left by Git LFS in the place of the file", "Fetch the file itself: git lfs pull");
        }
        else if (StartsWith(text, "-----BEGIN "u8))
        {
            throw Problems.Alien(name, "an encrypted or signed message", "Decrypt it first and name the result.");
        }
    }

    private static int BlanksAt(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (i < text.Length && text[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') i++;
        return i;
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.Length > 1 && head[0] == 0x1F && head[1] == 0x8B;

    private static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK\u0007\u0008"u8);

    private static void RefuseAlien(ReadOnlySpan<byte> head, string name)
    {
        // Text starts with a letter, a digit or a quote far more often than with anything below.
        if (head.Length < 4) return;
        switch (head[0])
        {
            case 0x28 when Is(head, 0xB5, 0x2F, 0xFD):
                throw Problems.Alien(name, "packed with Zstandard", $"Unpack it first: zstd -d '{Problems.Show(name)}'");
            case >= 0x50 and <= 0x5F when Is(head, 0x2A, 0x4D, 0x18):
                throw Problems.Alien(name, "packed with Zstandard", $"Unpack it first: zstd -d '{Problems.Show(name)}'");
            case (byte)'B' when head.StartsWith("BZh"u8) && head[3] is >= (byte)'1' and <= (byte)'9' && head.Length > 9 && (head[4..].StartsWith("1AY&SY"u8) || head[4] == 0x17):
                throw Problems.Alien(name, "packed with bzip2", $"Unpack it first: bunzip2 '{Problems.Show(name)}'");
            case 0xFD when Starts(head, [0xFD, 0x37, 0x7A, 0x58, 0x5A]):
                throw Problems.Alien(name, "packed with xz", $"Unpack it first: xz -d '{Problems.Show(name)}'");
            case 0x37 when Is(head, 0x7A, 0xBC, 0xAF):
                throw Problems.Alien(name, "a 7-Zip archive", $"Unpack it first: 7z x '{Problems.Show(name)}'");
            case (byte)'R' when head.StartsWith("Rar!\u001A"u8):
                throw Problems.Alien(name, "a RAR archive", "Unpack it first and name the file inside.");
            case 0x04 when Is(head, 0x22, 0x4D, 0x18):
                throw Problems.Alien(name, "packed with LZ4", $"Unpack it first: lz4 -d '{Problems.Show(name)}'");
            case 0x1F when head[1] is 0x9D or 0xA0:
                throw Problems.Alien(name, "packed with compress", $"Unpack it first: uncompress '{Problems.Show(name)}'");
            case (byte)'L' when head.StartsWith("LZIP\u0001"u8):
                throw Problems.Alien(name, "packed with lzip", $"Unpack it first: lzip -d '{Problems.Show(name)}'");
            case (byte)'P' when head.Length > 4 && (head.StartsWith("PAR1"u8) || head.StartsWith("PARE"u8)) && head[4] < 0x20:
                throw Problems.Alien(name, "a Parquet file", "Convert it, for example: duckdb -c \"copy 'sales.parquet' to 'sales.csv'\"");
            case (byte)'O' when head.StartsWith("ORC"u8) && head[3] < 0x20:
                throw Problems.Alien(name, "an ORC file", ExportCsv);
            case (byte)'O' when head.StartsWith("Obj\u0001"u8):
                throw Problems.Alien(name, "an Avro file", ExportCsv);
            case (byte)'A' when head.StartsWith("ARROW1\0"u8):
            case (byte)'F' when head.Length > 4 && head.StartsWith("FEA1"u8) && head[4] < 0x20:
                throw Problems.Alien(name, "an Arrow or Feather file", ExportCsv);
            case (byte)'S' when head.StartsWith("SQLite format 3\0"u8):
                throw Problems.Alien(name, "an SQLite database", "Export the table: sqlite3 -header -csv sales.db 'select * from sales' > sales.csv");
            case (byte)'%' when head.StartsWith("%PDF"u8):
                throw Problems.Alien(name, "a PDF document", "Ask for the same report as CSV or .xlsx and name that file.");
            case (byte)'{' when head.StartsWith("{\\rtf"u8):
                throw Problems.Alien(name, "a rich text document (RTF)", ExportCsv);
            case 0x89 when Starts(head, [0x89, (byte)'P', (byte)'N', (byte)'G']):
            case 0xFF when Starts(head, [0xFF, 0xD8, 0xFF]):
            case (byte)'G' when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8):
                throw Problems.Alien(name, "a picture", ExportCsv);
            case 0x89 when Starts(head, [0x89, (byte)'H', (byte)'D', (byte)'F']):
                throw Problems.Alien(name, "an HDF5 file", ExportCsv);
            case 0x7F when head.StartsWith("\u007FELF"u8):
            case (byte)'M' when head[1] == (byte)'Z' && head[2] == 0x90 && head[3] == 0:
                throw Problems.Alien(name, "a program", ExportCsv);
        }
    }

    private static bool Is(ReadOnlySpan<byte> head, byte second, byte third, byte fourth) => head[1] == second && head[2] == third && head[3] == fourth;

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> start) => head.StartsWith(start);

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
