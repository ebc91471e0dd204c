using System.Runtime.ExceptionServices;

namespace Clientele;

/// <summary>Work that goes on beside the main thread's own, and its result.</summary>
internal static class Side
{
    /// <summary>Offers the work to another thread; with one thread allowed it is done at once.</summary>
    public static Side<T> Run<T>(Func<T> work, int threads)
        where T : class => new(work, Hands.Count(threads) == 1);
}

/// <summary>Work that goes on beside the main thread's own, and its result. Where no other thread was free for it, whoever waits for it does it.</summary>
internal sealed class Side<T> : IDisposable
    where T : class
{
    private readonly Func<T> _work;
    private readonly object _gate = new();
    private T? _result;
    private Exception? _trouble;
    private int _taken;
    private bool _done;

    public Side(Func<T> work, bool now)
    {
        _work = work;
        if (now) Do();
        else Hands.Offer(Do, 1);
    }

    /// <summary>Waits for the end; throws what the work threw.</summary>
    public T Result()
    {
        Do();
        Wait();
        if (_trouble is not null) ExceptionDispatchInfo.Throw(_trouble);
        return _result!;
    }

    /// <summary>Waits for the end.</summary>
    public void Dispose()
    {
        Do();
        Wait();
    }

    private void Wait()
    {
        lock (_gate)
        {
            while (!_done) Monitor.Wait(_gate);
        }
    }

    private void Do()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0) return;
        try
        {
            _result = _work();
        }
        catch (Exception trouble)
        {
            _trouble = trouble;
        }

        lock (_gate)
        {
            _done = true;
            Monitor.PulseAll(_gate);
        }
    }
}
