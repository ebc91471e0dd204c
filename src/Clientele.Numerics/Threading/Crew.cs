using System.Runtime.ExceptionServices;

namespace Clientele.Numerics.Threading;

/// <summary>One piece of work.</summary>
/// <param name="item">Which piece, 0 … items − 1.</param>
/// <param name="worker">Who does it, 0 … threads − 1; owns the scratch space of that number.</param>
internal delegate void Work(int item, int worker);

/// <summary>
/// Threads that take numbered pieces of work until none is left. Who takes which piece is chance; a piece must therefore write
/// only to its own place, and whoever joins the pieces does so in their order.
/// </summary>
internal sealed class Crew : IDisposable
{
    private readonly Lock _one = new();
    private readonly SemaphoreSlim _start = new(0);
    private readonly Thread[] _helpers;
    private Work? _work;
    private CancellationToken _cancellation;
    private Exception? _trouble;
    private int _items;
    private int _next;
    private int _busy;
    private bool _closing;

    /// <summary>Starts the threads, which wait for work.</summary>
    /// <param name="threads">Threads in all, the caller's own included; 0 means one per core.</param>
    public Crew(int threads)
    {
        Threads = Count(threads);
        _helpers = new Thread[Threads - 1];
        for (var h = 0; h < _helpers.Length; h++)
        {
            var worker = h + 1;
            _helpers[h] = new Thread(() => Help(worker)) { IsBackground = true };
            _helpers[h].Start();
        }
    }

    public int Threads { get; }

    public static int Count(int threads) => threads == 0 ? Environment.ProcessorCount : Require.AtLeast(1, threads);

    /// <summary><see cref="Run"/>, or one piece after the other without a crew.</summary>
    public static void Share(Crew? crew, int items, Work work, CancellationToken cancellation)
    {
        if (crew is not null)
        {
            crew.Run(items, work, cancellation);
            return;
        }

        for (var item = 0; item < items; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            work(item, 0);
        }
    }

    /// <summary>Does all pieces and returns when the last is done. The first exception of a piece stops the rest and is thrown here.</summary>
    public void Run(int items, Work work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_helpers.Length == 0 || items <= 1)
        {
            for (var item = 0; item < items; item++)
            {
                cancellation.ThrowIfCancellationRequested();
                work(item, 0);
            }

            return;
        }

        (_work, _items, _next, _cancellation, _trouble) = (work, items, -1, cancellation, null);
        var helpers = Math.Min(_helpers.Length, items - 1);
        Volatile.Write(ref _busy, helpers);
        _start.Release(helpers);
        Take(0);

        var wait = default(SpinWait);
        while (Volatile.Read(ref _busy) != 0) wait.SpinOnce(sleep1Threshold: -1);
        _work = null;
        if (_trouble is { } trouble) ExceptionDispatchInfo.Throw(trouble);
    }

    public void Dispose()
    {
        Volatile.Write(ref _closing, true);
        if (_helpers.Length > 0) _start.Release(_helpers.Length);
        foreach (var helper in _helpers) helper.Join();
        _start.Dispose();
    }

    private void Help(int worker)
    {
        while (true)
        {
            _start.Wait();
            if (Volatile.Read(ref _closing)) return;
            Take(worker);
            Interlocked.Decrement(ref _busy);
        }
    }

    private void Take(int worker)
    {
        try
        {
            while (true)
            {
                var item = Interlocked.Increment(ref _next);
                if (item >= _items) return;
                _cancellation.ThrowIfCancellationRequested();
                _work!(item, worker);
            }
        }
        catch (Exception e)
        {
            lock (_one) _trouble ??= e;
            Volatile.Write(ref _next, int.MaxValue / 2);
        }
    }
}
