using System.Runtime.ExceptionServices;

namespace Clientele;

/// <summary>
/// Threads that lend a hand wherever work can be shared, started when they are first needed and kept. To start a thread costs as much as to
/// format a thousand rows, so one run should not do it for every stage.
/// </summary>
/// <remarks>Whoever asks does the work himself and takes every hand that happens to be free: work shared within shared work cannot wait for itself.</remarks>
internal static class Hands
{
    /// <summary>Work on fewer rows is done before another thread has heard of it.</summary>
    public const int Few = 2000;

    private const int Most = 63;

    private static readonly object s_gate = new();
    private static readonly Queue<Action> s_waiting = new();
    private static int s_free;
    private static int s_started;

    /// <summary>Threads that an option means.</summary>
    /// <param name="threads">0 means one per core.</param>
    public static int Count(int threads) => threads > 0 ? threads : Environment.ProcessorCount;

    /// <summary>Does every part once, on the calling thread and on free ones, and returns when all are done. The first trouble stops the rest and is thrown here.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="threads">Most threads; 0 means one per core.</param>
    /// <param name="work">Does a part, counted from 0. Called from several threads.</param>
    public static void Share(int parts, int threads, Action<int> work) => Share(parts, threads, (part, _) => work(part), default);

    /// <summary>Does every part once, on the calling thread and on free ones, and returns when all are done. The first trouble stops the rest and is thrown here.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="context">Threads, and cancellation that is looked at before every part.</param>
    /// <param name="work">Does a part, counted from 0, as a worker, counted from 0 and below <see cref="Count"/>: the owner of the scratch space of that number. Called from several threads.</param>
    public static void Share(int parts, RunContext context, Action<int, int> work) => Share(parts, context.Threads, work, context.Cancellation);

    private static void Share(int parts, int threads, Action<int, int> work, CancellationToken cancellation)
    {
        var (next, workers) = (-1, -1);
        Share(Math.Min(Count(threads), parts), () =>
        {
            var worker = Interlocked.Increment(ref workers);
            try
            {
                for (var part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
                {
                    cancellation.ThrowIfCancellationRequested();
                    work(part, worker);
                }
            }
            catch
            {
                Volatile.Write(ref next, int.MaxValue / 2);
                throw;
            }
        });
    }

    /// <summary>Does the work on the calling thread and beside it on those that are free before it ends there; returns when it has ended on all.</summary>
    /// <param name="threads">Most threads; 1 or less leaves the others alone.</param>
    /// <param name="work">Takes pieces until none is left.</param>
    public static void Share(int threads, Action work)
    {
        if (threads <= 1)
        {
            work();
            return;
        }

        var shared = new SharedWork(work);
        Offer(shared.Help, Math.Min(threads - 1, Most));
        shared.Do();
    }

    /// <summary>Offers work to the others, as often as it may be taken.</summary>
    /// <param name="work">Throws nothing.</param>
    /// <param name="times">0 or more.</param>
    public static void Offer(Action work, int times)
    {
        int missing;
        lock (s_gate)
        {
            for (var i = 0; i < times; i++) s_waiting.Enqueue(work);
            missing = Math.Min(s_waiting.Count - s_free, Math.Min(times, Most) - s_started);
            if (missing > 0) s_started += missing;
            for (var i = 0; i < Math.Min(times, s_free); i++) Monitor.Pulse(s_gate);
        }

        for (; missing > 0; missing--) new Thread(Lend) { IsBackground = true }.Start();
    }

    private static void Lend()
    {
        while (true)
        {
            Action work;
            lock (s_gate)
            {
                s_free++;
                while (s_waiting.Count == 0) Monitor.Wait(s_gate);
                s_free--;
                work = s_waiting.Dequeue();
            }

            work();
        }
    }

    private sealed class SharedWork(Action work)
    {
        private readonly object _gate = new();
        private int _inside;
        private bool _over;
        private Exception? _trouble;

        public void Do()
        {
            Work();
            lock (_gate)
            {
                _over = true;
                while (_inside > 0) Monitor.Wait(_gate);
            }

            if (_trouble is not null) ExceptionDispatchInfo.Throw(_trouble);
        }

        public void Help()
        {
            lock (_gate)
            {
                if (_over) return;
                _inside++;
            }

            Work();
            lock (_gate)
            {
                if (--_inside == 0 && _over) Monitor.PulseAll(_gate);
            }
        }

        private void Work()
        {
            try
            {
                work();
            }
            catch (Exception trouble)
            {
                Interlocked.CompareExchange(ref _trouble, trouble, null);
            }
        }
    }
}
