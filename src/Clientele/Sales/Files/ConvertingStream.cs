namespace Clientele.Sales.Files;

/// <summary>A stream whose bytes are those of another one, converted piece by piece.</summary>
internal abstract class ConvertingStream(Stream source) : ReadStream
{
    /// <summary>Least room that <see cref="Convert"/> is given for its output, and more than it may leave over of its input.</summary>
    protected const int Least = 64;

    private readonly byte[] _input = new byte[1 << 16];
    private readonly byte[] _spill = new byte[Least];
    private int _start;
    private int _end;
    private int _spillStart;
    private int _spillEnd;
    private bool _last;

    public sealed override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0) return 0;
        if (_spillStart == _spillEnd)
        {
            if (buffer.Length >= Least) return Next(buffer);
            _spillStart = 0;
            _spillEnd = Next(_spill);
        }

        var count = Math.Min(buffer.Length, _spillEnd - _spillStart);
        _spill.AsSpan(_spillStart, count).CopyTo(buffer);
        _spillStart += count;
        return count;
    }

    /// <summary>Converts as much as fits.</summary>
    /// <param name="input">What is at hand.</param>
    /// <param name="last">Nothing follows: all must be converted or refused. Otherwise a few bytes may be left over.</param>
    /// <param name="output">At least <see cref="Least"/> bytes.</param>
    /// <param name="used">Bytes of the input that are done with.</param>
    /// <returns>Bytes put out.</returns>
    protected abstract int Convert(ReadOnlySpan<byte> input, bool last, Span<byte> output, out int used);

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    private int Next(Span<byte> output)
    {
        while (true)
        {
            if (_start == _end && _last) return 0;
            var written = Convert(_input.AsSpan(_start, _end - _start), _last, output, out var used);
            _start += used;
            if (written > 0) return written;
            if (used == 0 || _start == _end) Refill();
        }
    }

    private void Refill()
    {
        if (_last) return;
        _input.AsSpan(_start, _end - _start).CopyTo(_input);
        _end -= _start;
        _start = 0;
        var read = source.Read(_input.AsSpan(_end));
        _end += read;
        _last = read == 0;
    }
}
