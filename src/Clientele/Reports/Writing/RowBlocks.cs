namespace Clientele.Reports.Writing;

/// <summary>Formats rows in blocks on several threads and writes the blocks in order.</summary>
internal static class RowBlocks
{
    private const int MostRows = 8192;

    /// <summary>Below this many rows another thread costs more than it saves.</summary>
    private const int LeastRows = 1024;

    public delegate void Formatter(int from, int to, Utf8Text text);

    /// <summary>Writes all rows; an exception on any thread is thrown here once every thread has ended.</summary>
    /// <param name="rows">Rows in all.</param>
    /// <param name="threads">Most threads; 0 means one per core.</param>
    /// <param name="output">Receives the blocks, one write each.</param>
    /// <param name="format">Appends rows from … to−1. Called from several threads.</param>
    /// <param name="cancellation">Checked once per block.</param>
    public static void Write(int rows, int threads, Stream output, Formatter format, CancellationToken cancellation)
    {
        if (threads == 0) threads = Environment.ProcessorCount;
        threads = Math.Clamp(rows / LeastRows, 1, Math.Min(threads, 16));
        var size = Math.Clamp((rows + threads - 1) / threads, 1, MostRows);
        var line = new Line(rows, size, threads, output, format, cancellation);
        var others = new Thread[threads - 1];
        for (var i = 0; i < others.Length; i++)
        {
            var turn = i + 1;
            others[i] = new Thread(() => line.Work(turn), 256 * 1024) { IsBackground = true };
            others[i].Start();
        }

        line.Work(0);
        foreach (var other in others) other.Join();
        line.Failure?.Throw();
    }

    private sealed class Line(int rows, int size, int threads, Stream output, Formatter format, CancellationToken cancellation)
    {
        private readonly object _gate = new();
        private int _turn;

        public System.Runtime.ExceptionServices.ExceptionDispatchInfo? Failure { get; private set; }

        /// <summary>Formats every block whose number is <paramref name="first"/> modulo the threads, and writes each when its turn comes.</summary>
        public void Work(int first)
        {
            try
            {
                var text = new Utf8Text(size * 256);
                for (var block = first; (long)block * size < rows; block += threads)
                {
                    cancellation.ThrowIfCancellationRequested();
                    format(block * size, (int)Math.Min(rows, (long)(block + 1) * size), text);
                    if (!Write(block, text)) return;
                }
            }
            catch (Exception problem)
            {
                lock (_gate)
                {
                    Failure ??= System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(problem);
                    Monitor.PulseAll(_gate);
                }
            }
        }

        private bool Write(int block, Utf8Text text)
        {
            lock (_gate)
            {
                while (_turn != block && Failure is null) Monitor.Wait(_gate);
                if (Failure is not null) return false;
                text.FlushTo(output);
                _turn++;
                Monitor.PulseAll(_gate);
                return true;
            }
        }
    }
}
