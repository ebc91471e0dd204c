using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Clientele.Sales.Files;

/// <summary>UTF-16 text as UTF-8. Half a pair of surrogates or half a character at the end is an error.</summary>
/// <param name="start">Bytes before the first of the source's, for places in messages: the mark's length.</param>
internal sealed class Utf16Stream(Stream source, bool bigEndian, string name, long start) : ConvertingStream(source)
{
    private const int Piece = 4096;

    private readonly ushort[] _swapped = new ushort[bigEndian ? Piece : 0];
    private LineCount _lines;
    private long _offset = start;

    /// <summary>Converts as much as fits.</summary>
    /// <returns>Bytes used and written, and whether the next unit is half a pair.</returns>
    public static (int Used, int Written, bool Stuck) ToUtf8(ReadOnlySpan<byte> input, bool bigEndian, Span<ushort> swapped, Span<byte> output)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(input);
        if (bigEndian)
        {
            units = units[..Math.Min(units.Length, swapped.Length)];
            BinaryPrimitives.ReverseEndianness(units, swapped);
            units = swapped[..units.Length];
        }

        var status = Utf8.FromUtf16(
            MemoryMarshal.Cast<ushort, char>(units), output, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: false);
        return (read * sizeof(char), written, status == OperationStatus.InvalidData);
    }

    protected override int Convert(ReadOnlySpan<byte> input, bool last, Span<byte> output, out int used)
    {
        (used, var written, var stuck) = ToUtf8(input, bigEndian, _swapped, output);
        _lines.Add(output[..written]);
        _offset += used;
        if (written > 0) return written;
        if (stuck) throw EncodingProblems.LoneSurrogate(name, new Place(_offset, _lines.Line, _lines.Column));
        if (last && input.Length > 0 && input.Length < 4) throw EncodingProblems.EndsInsideCharacter(name, _offset, bigEndian ? EncodingNames.Utf16Big : EncodingNames.Utf16Little);
        return 0;
    }
}
