using System.Runtime.ExceptionServices;

namespace Clientele;

/// <summary>Work that goes on beside the main thread's own, and its result.</summary>
internal static class Side
{
    /// <summary>Starts the work on a thread of its own; with one thread allowed it is done at once.</summary>
    public static Side<T> Run<T>(Func<T> work, int threads)
        where T : class => new(work, (threads > 0 ? threads : Environment.ProcessorCount) == 1);
}

/// <summary>Work that goes on beside the main thread's own, and its result.</summary>
internal sealed class Side<T> : IDisposable
    where T : class
{
    private readonly Func<T> _work;
    private readonly Thread? _thread;
    private T? _result;
    private ExceptionDispatchInfo? _trouble;

    public Side(Func<T> work, bool now)
    {
        _work = work;
        if (now)
        {
            Do();
            return;
        }

        _thread = new Thread(Do) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits for the end; throws what the work threw.</summary>
    public T Result()
    {
        _thread?.Join();
        _trouble?.Throw();
        return _result!;
    }

    /// <summary>Waits for the end.</summary>
    public void Dispose() => _thread?.Join();

    private void Do()
    {
        try
        {
            _result = _work();
        }
        catch (Exception trouble)
        {
            _trouble = ExceptionDispatchInfo.Capture(trouble);
        }
    }
}
