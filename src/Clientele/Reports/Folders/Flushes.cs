using System.Runtime.ExceptionServices;

namespace Clientele.Reports.Folders;

/// <summary>Makes written files durable one after the other, on a thread of its own, while others are still being written.</summary>
/// <remarks>Its thread waits for the disk, not for a core; the library's pool would keep two more threads turning for it.</remarks>
internal sealed class Flushes
{
    private readonly Queue<FileStream> _waiting = new();
    private Thread? _thread;
    private Exception? _trouble;
    private bool _all;

    /// <summary>Takes a file over that has been written: it is closed once it is durable.</summary>
    public void Add(FileStream file)
    {
        Thread thread;
        lock (_waiting)
        {
            if (_all)
            {
                file.Dispose();
                return;
            }

            _waiting.Enqueue(file);
            Monitor.Pulse(_waiting);
            if (_thread is not null) return;
            thread = _thread = new Thread(Work, 256 << 10) { IsBackground = true };
        }

        thread.Start();
    }

    /// <summary>Waits until all are durable and closed; throws what a disk told first.</summary>
    public void Finish()
    {
        End();
        _thread?.Join();
        if (_trouble is not null) ExceptionDispatchInfo.Throw(_trouble);
    }

    /// <summary>Nothing more will come that must be durable.</summary>
    public void End()
    {
        lock (_waiting)
        {
            _all = true;
            Monitor.Pulse(_waiting);
        }
    }

    private void Work()
    {
        while (Next() is { } file)
        {
            try
            {
                using (file) RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            catch (Exception trouble)
            {
                _trouble ??= trouble;
            }
        }
    }

    private FileStream? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                if (_all) return null;
                Monitor.Wait(_waiting);
            }

            return _waiting.Dequeue();
        }
    }
}
