using System.Runtime.ExceptionServices;

namespace Clientele.Sales.Files;

/// <summary>Fills a small ring of buffers on a thread of its own, so that inflating and reading overlap; at most four buffers ahead.</summary>
/// <remarks>A failure is thrown once what came before it has been read.</remarks>
internal sealed class ReadAhead : ReadStream
{
    private const int Slots = 4;
    private const int SlotBytes = 128 << 10;

    private readonly Filling _fill;
    private readonly IDisposable _source;
    private readonly byte[][] _slots = new byte[Slots][];
    private readonly int[] _lengths = new int[Slots];
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _full = new(0);
    private readonly SemaphoreSlim _free = new(Slots);
    private Exception? _failure;
    private volatile bool _stopped;
    private int _slot;
    private int _offset;
    private bool _holding;
    private bool _ended;

    /// <summary>Reads a stream ahead and closes it in the end.</summary>
    public ReadAhead(Stream source)
        : this(buffer => source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false), source)
    {
    }

    /// <summary>Reads ahead from anything that fills buffers.</summary>
    /// <param name="fill">Called with 128 KiB at a time; 0 is the end.</param>
    /// <param name="source">What is closed in the end.</param>
    public ReadAhead(Filling fill, IDisposable source)
    {
        _fill = fill;
        _source = source;
        _thread = new Thread(Work, 256 << 10) { IsBackground = true, Name = "inflate" };
        _thread.Start();
    }

    /// <summary>Puts the next bytes into a buffer and says how many; 0 at the end.</summary>
    public delegate int Filling(Span<byte> buffer);

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
            lock (_gate)
            {
                if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
            }

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
                _slots[slot] ??= new byte[SlotBytes];
                length = _fill(_slots[slot]);
            }
            catch (Exception e)
            {
                lock (_gate) _failure = e;
            }

            _lengths[slot] = length;
            _full.Release();
            if (length == 0) return;
        }
    }
}
