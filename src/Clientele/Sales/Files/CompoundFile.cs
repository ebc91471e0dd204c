using System.Buffers.Binary;
using System.Text;

namespace Clientele.Sales.Files;

/// <summary>The container of .xls workbooks, password-protected .xlsx workbooks and older Office documents: what its directory names.</summary>
/// <remarks>Layout after [MS-CFB]: a header of 512 bytes, a table of sector chains, a directory of 128-byte entries.</remarks>
internal static class CompoundFile
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int MostSectors = 256;

    private static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    /// <summary>Xls, or an error that says what the file is.</summary>
    public static Container Recognize(OpenedInput input)
    {
        var names = Names(input);
        if (names.Contains("EncryptedPackage"))
        {
            throw new UserException(
                "file.password",
                $"'{Problems.Show(input.Name)}' is a workbook protected by a password.",
                "Open it in a spreadsheet program, save it without a password, and name that file.",
                ExitCode.BadData);
        }

        if (names.Contains("Workbook") || names.Contains("Book")) return Container.Xls;
        var what = names.Contains("WordDocument") ? "a Word document"
            : names.Contains("PowerPoint Document") ? "a PowerPoint presentation"
            : names.Any(n => n.StartsWith("__substg1.0_", StringComparison.Ordinal)) ? "an Outlook message"
            : names.Count > 0 ? "an Office file without a workbook in it"
            : "a damaged or truncated Office file";
        throw Problems.Alien(input.Name, what, "Save the sales as .xlsx or CSV and name that file.");
    }

    private static HashSet<string> Names(OpenedInput input)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[HeaderSize];
        if (input.ReadAt(0, header) < HeaderSize) return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return names;
        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var count = 0; count < MostSectors && next < 0xFFFFFFF0; count++)
        {
            if (input.ReadAt((next + 1L) << shift, sector) < sector.Length) break;
            for (var at = 0; at < sector.Length; at += EntrySize)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64));
                if (length is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(sector, at, length - 2));
            }

            next = Following(input, header, shift, next);
        }

        return names;
    }

    /// <summary>The next sector of a chain, as far as the 109 tables named in the header reach.</summary>
    private static uint Following(OpenedInput input, byte[] header, int shift, uint sector)
    {
        var perTable = 1 << (shift - 2);
        var table = (int)(sector / perTable);
        if (table >= 109) return uint.MaxValue;
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + 4 * table));
        Span<byte> entry = stackalloc byte[4];
        var offset = ((tableSector + 1L) << shift) + 4L * (sector % perTable);
        return input.ReadAt(offset, entry) < 4 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }
}
