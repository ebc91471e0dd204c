using System.Runtime.ExceptionServices;

namespace Clientele.Sales.Kept;

/// <summary>Numbered pieces of work that threads take until none is left; each writes to its own place only.</summary>
internal sealed class Sharing
{
    /// <summary>One piece of work.</summary>
    /// <param name="item">Which, from 0.</param>
    /// <param name="worker">Who does it, from 0; owns the scratch space of that number.</param>
    public delegate void Work(int item, int worker);

    private readonly Work _work;
    private readonly int _items;
    private readonly CancellationToken _cancellation;
    private int _next = -1;
    private ExceptionDispatchInfo? _trouble;

    private Sharing(int items, Work work, CancellationToken cancellation) => (_items, _work, _cancellation) = (items, work, cancellation);

    /// <summary>Threads that do the work.</summary>
    public static int Threads(RunContext context) => context.Threads > 0 ? context.Threads : Environment.ProcessorCount;

    /// <summary>Does all pieces; the first trouble stops the rest and is thrown here.</summary>
    public static void Run(int items, RunContext context, Work work)
    {
        var sharing = new Sharing(items, work, context.Cancellation);
        var others = new Thread[Math.Max(0, Math.Min(Threads(context), items) - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            var worker = i + 1;
            others[i] = new Thread(() => sharing.Take(worker)) { IsBackground = true };
            others[i].Start();
        }

        sharing.Take(0);
        foreach (var other in others) other.Join();
        sharing._trouble?.Throw();
    }

    private void Take(int worker)
    {
        try
        {
            for (var item = Interlocked.Increment(ref _next); item < _items; item = Interlocked.Increment(ref _next))
            {
                _cancellation.ThrowIfCancellationRequested();
                _work(item, worker);
            }
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            Interlocked.CompareExchange(ref _trouble, ExceptionDispatchInfo.Capture(trouble), null);
            Volatile.Write(ref _next, int.MaxValue / 2);
        }
    }
}
