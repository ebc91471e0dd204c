using System.Buffers.Binary;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>Checksums of the pieces in which files were read, in any order, and the one of each whole file.</summary>
internal sealed class PieceHashes
{
    private ulong[] _words = new ulong[64];
    private int _length;

    public void Add(int file, int piece, ulong low, ulong high)
    {
        if (_length + 4 > _words.Length)
        {
            var words = _words;
            _words = new ulong[words.Length * 2];
            Array.Copy(words, _words, _length);
        }

        _words[_length++] = (ulong)file;
        _words[_length++] = (ulong)piece;
        _words[_length++] = low;
        _words[_length++] = high;
    }

    public void AddAll(PieceHashes other)
    {
        for (var i = 0; i < other._length; i += 4) Add((int)other._words[i], (int)other._words[i + 1], other._words[i + 2], other._words[i + 3]);
    }

    /// <summary>The hash over the hashes of a file's pieces, in order: <c>c128:</c> and 32 hexadecimal digits.</summary>
    public string Of(int file)
    {
        var pieces = 0;
        for (var i = 0; i < _length; i += 4) pieces += _words[i] == (ulong)file ? 1 : 0;
        var bytes = new byte[pieces * 16 + 16];
        for (var i = 0; i < _length; i += 4)
        {
            if (_words[i] != (ulong)file) continue;
            var at = bytes.AsSpan((int)_words[i + 1] * 16);
            BinaryPrimitives.WriteUInt64LittleEndian(at, _words[i + 2]);
            BinaryPrimitives.WriteUInt64LittleEndian(at[8..], _words[i + 3]);
        }

        KeyedHash.Fixed.Line(ref bytes[0], pieces * 16, out var low, out var high);
        return $"c128:{high:x16}{low:x16}";
    }
}
