namespace Clientele.Reports.Writing;

/// <summary>Formats rows in blocks on several threads and writes the blocks in order.</summary>
internal static class RowBlocks
{
    /// <summary>A block of this many rows is worth a write, and its text is small enough to be written into again and again.</summary>
    private const int Rows = 1024;

    private const int BytesPerRow = 256;

    public delegate void Formatter(int from, int to, Utf8Text text);

    /// <summary>Writes all rows; an exception on any thread is thrown here once every thread has ended.</summary>
    /// <param name="rows">Rows in all.</param>
    /// <param name="threads">Most threads; 0 means one per core.</param>
    /// <param name="output">Receives the blocks, one write each.</param>
    /// <param name="format">Appends rows from … to−1. Called from several threads.</param>
    /// <param name="cancellation">Checked once per block.</param>
    public static void Write(int rows, int threads, Stream output, Formatter format, CancellationToken cancellation)
    {
        var blocks = (rows + Rows - 1) / Rows;
        threads = Math.Min(Hands.Count(threads), blocks);
        if (threads <= 1)
        {
            var text = new Utf8Text(Math.Min(rows, Rows) * BytesPerRow);
            for (var block = 0; block < blocks; block++)
            {
                cancellation.ThrowIfCancellationRequested();
                format(block * Rows, Math.Min(rows, (block + 1) * Rows), text);
                text.FlushTo(output);
            }

            return;
        }

        var line = new Line(rows, blocks, threads, output, format, cancellation);
        Hands.Share(threads, line.Work);
    }

    /// <summary>Blocks are taken in their order; whoever has the next one to be written writes it and all that wait behind it.</summary>
    private sealed class Line(int rows, int blocks, int threads, Stream output, Formatter format, CancellationToken cancellation)
    {
        private readonly object _gate = new();

        // No more blocks than these are between taking and writing, so that a slow one does not fill the memory with those behind it.
        private readonly Utf8Text?[] _ready = new Utf8Text?[2 * threads];
        private readonly List<Utf8Text> _empty = [];
        private int _taken;
        private int _written;
        private bool _writes;
        private bool _failed;

        public void Work()
        {
            try
            {
                while (Take(out var block) is { } text)
                {
                    format(block * Rows, Math.Min(rows, (block + 1) * Rows), text);
                    Give(block, text);
                }
            }
            catch
            {
                lock (_gate)
                {
                    _failed = true;
                    Monitor.PulseAll(_gate);
                }

                throw;
            }
        }

        /// <summary>The next block and room for its text; null when there is none.</summary>
        private Utf8Text? Take(out int block)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (_gate)
            {
                while (_taken < blocks && _taken - _written >= _ready.Length && !_failed) Monitor.Wait(_gate);
                block = _taken;
                if (_taken == blocks || _failed) return null;
                _taken++;
                if (_empty.Count > 0)
                {
                    var text = _empty[^1];
                    _empty.RemoveAt(_empty.Count - 1);
                    return text;
                }
            }

            return new Utf8Text(Rows * BytesPerRow);
        }

        private void Give(int block, Utf8Text text)
        {
            lock (_gate)
            {
                _ready[block % _ready.Length] = text;
                if (_writes) return;
                _writes = true;
            }

            Utf8Text? done = null;
            while (Next(done) is { } next)
            {
                next.FlushTo(output);
                done = next;
            }
        }

        /// <summary>What is to be written now; null when it is not there yet.</summary>
        /// <param name="done">What has been written meanwhile.</param>
        private Utf8Text? Next(Utf8Text? done)
        {
            lock (_gate)
            {
                if (done is not null)
                {
                    _written++;
                    _empty.Add(done);
                    Monitor.PulseAll(_gate);
                }

                ref var place = ref _ready[_written % _ready.Length];
                var next = _failed ? null : place;
                place = null;
                _writes = next is not null;
                return next;
            }
        }
    }
}
