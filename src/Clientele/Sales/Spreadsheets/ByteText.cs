using System.Runtime.CompilerServices;
using System.Text;

namespace Clientele.Sales.Spreadsheets;

/// <summary>UTF-8 text under construction; grows as needed, is emptied and used again.</summary>
internal sealed class ByteText(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Shortens to that many bytes.</summary>
    public void Cut(int length) => Length = length;

    /// <summary>Room for at least that many more bytes; commit with <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int least)
    {
        if (_bytes.Length - Length < least) Grow(least);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void Add(Rune rune) => Length += rune.EncodeToUtf8(Room(4));

    /// <summary>That many times the same byte.</summary>
    public void Add(byte value, int count)
    {
        Room(count)[..count].Fill(value);
        Length += count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int least) => Array.Resize(ref _bytes, checked(Math.Max(2 * _bytes.Length, Length + least)));
}
