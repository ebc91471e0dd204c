using System.Buffers;
using System.Text;

namespace Clientele.Reports.Writing;

/// <summary>UTF-8 text that grows in a buffer and is handed to a stream in one piece.</summary>
internal sealed class Utf8Text
{
    private byte[] _bytes;

    // Not cleared: room that is never written into is then never touched.
    public Utf8Text(int room = 1 << 16) => _bytes = GC.AllocateUninitializedArray<byte>(room);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>At least <paramref name="bytes"/> of free room; <see cref="Advance"/> says how much of it was used.</summary>
    public Span<byte> Room(int bytes)
    {
        if (_bytes.Length - Length < bytes) Grow(bytes);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int bytes) => Length += bytes;

    public void Byte(byte value)
    {
        if (_bytes.Length == Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    public void Text(ReadOnlySpan<char> value)
    {
        var room = Room(value.Length * 3);
        if (Ascii.FromUtf16(value, room, out var written) != OperationStatus.Done) written = Encoding.UTF8.GetBytes(value, room);
        Length += written;
    }

    public void FlushTo(Stream stream)
    {
        stream.Write(Written);
        Length = 0;
    }

    public void Clear() => Length = 0;

    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void Grow(int bytes)
    {
        var larger = GC.AllocateUninitializedArray<byte>(Math.Max(checked(_bytes.Length * 2), checked(Length + bytes)));
        Written.CopyTo(larger);
        _bytes = larger;
    }
}
