using System.Runtime.ExceptionServices;

namespace Clientele.Sales.Spreadsheets;

/// <summary>Reads a stream on a thread of its own into a small ring of buffers, so that inflating and scanning overlap.</summary>
internal sealed class ReadAhead : ForwardStream
{
    private const int Slots = 4;
    private const int SlotBytes = 128 << 10;

    private readonly Stream _source;
    private readonly byte[][] _slots = new byte[Slots][];
    private readonly int[] _lengths = new int[Slots];
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _full = new(0);
    private readonly SemaphoreSlim _free = new(Slots);
    private ExceptionDispatchInfo? _failure;
    private volatile bool _stopped;
    private int _slot;
    private int _offset;
    private bool _holding;
    private bool _ended;

    public ReadAhead(Stream source)
    {
        _source = source;
        for (var i = 0; i < Slots; i++) _slots[i] = new byte[SlotBytes];
        _thread = new Thread(Work, 256 << 10) { IsBackground = true, Name = "inflate" };
        _thread.Start();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        if (!_holding)
        {
            _full.Wait();
            _holding = true;
            _offset = 0;
        }

        var rest = _lengths[_slot] - _offset;
        if (rest == 0)
        {
            _ended = true;
            lock (_gate) _failure?.Throw();
            return 0;
        }

        var count = Math.Min(rest, buffer.Length);
        _slots[_slot].AsSpan(_offset, count).CopyTo(buffer);
        _offset += count;
        if (_offset == _lengths[_slot])
        {
            _holding = false;
            _slot = (_slot + 1) % Slots;
            _free.Release();
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_stopped)
        {
            _stopped = true;
            _free.Release();
            _thread.Join();
            _source.Dispose();
            _full.Dispose();
            _free.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>An empty slot marks the end, also after a failure.</summary>
    private void Work()
    {
        for (var slot = 0; ; slot = (slot + 1) % Slots)
        {
            _free.Wait();
            if (_stopped) return;
            var length = 0;
            try
            {
                length = _source.ReadAtLeast(_slots[slot], SlotBytes, throwOnEndOfStream: false);
            }
            catch (Exception e)
            {
                lock (_gate) _failure = ExceptionDispatchInfo.Capture(e);
            }

            _lengths[slot] = length;
            _full.Release();
            if (length == 0) return;
        }
    }
}
