using System.Runtime.ExceptionServices;

namespace Clientele.Sales.Files;

/// <summary>A gzip file's text. Inflating runs ahead on a thread of its own by at most four blocks.</summary>
/// <remarks>Damage is thrown once the text before it has been read. The last byte comes only after the whole file was found good.</remarks>
internal sealed class InflatedStream : ReadStream
{
    private const int Blocks = 4;
    private const int BlockSize = 1 << 17;

    private readonly SealedGzip _gzip;
    private readonly Lock _failing = new();
    private readonly SemaphoreSlim _free = new(Blocks);
    private readonly SemaphoreSlim _full = new(0);
    private readonly byte[][] _blocks = new byte[Blocks][];
    private readonly int[] _counts = new int[Blocks];
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _trouble;
    private volatile bool _stopped;
    private int _block = -1;
    private int _position;
    private int _reading;
    private bool _ended;

    public InflatedStream(OpenedInput input)
    {
        _gzip = new SealedGzip(input);
        _thread = new Thread(Inflate, 256 << 10) { IsBackground = true, Name = "inflate" };
        _thread.Start();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.Length == 0) return 0;
        if (_block < 0)
        {
            _full.Wait();
            if (_counts[_reading] == 0)
            {
                _ended = true;
                lock (_failing) _trouble?.Throw();
                return 0;
            }

            _block = _reading;
            _position = 0;
        }

        var count = Math.Min(buffer.Length, _counts[_block] - _position);
        _blocks[_block].AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        if (_position == _counts[_block])
        {
            _reading = (_reading + 1) % Blocks;
            _block = -1;
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
            _gzip.Dispose();
            _free.Dispose();
            _full.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Inflate()
    {
        for (var i = 0; ; i = (i + 1) % Blocks)
        {
            _free.Wait();
            if (_stopped) return;
            try
            {
                _blocks[i] ??= new byte[BlockSize];
                _counts[i] = _gzip.Fill(_blocks[i]);
            }
            catch (Exception trouble)
            {
                _counts[i] = 0;
                lock (_failing) _trouble = ExceptionDispatchInfo.Capture(trouble);
            }

            var count = _counts[i];
            _full.Release();
            if (count == 0) return;
        }
    }
}
