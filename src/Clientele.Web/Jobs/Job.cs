using Clientele.Web.Sources;

namespace Clientele.Web.Jobs;

/// <summary>A run under way.</summary>
/// <param name="id">What addresses call it.</param>
/// <param name="title">What is being looked at, for people.</param>
/// <param name="work">From a context to the id of the finished run.</param>
internal sealed class Job(string id, string title, Func<RunContext, string> work) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private JobProgress _now = new(id, title, "waiting", "", 0, 0, 0, null, null);

    public string Id => id;

    /// <summary>As it stands at this moment.</summary>
    public JobProgress Now
    {
        get
        {
            lock (_lock) return _now;
        }
    }

    public bool Ended => Now.State is "done" or "failed" or "cancelled";

    /// <summary>Asks it to stop; what it has written so far goes away. Once it is done nothing happens.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (_now.State is "done" or "failed" or "cancelled") return;
            if (_now.State == "waiting") _now = _now with { State = "cancelled" };
        }

        _stop.Cancel();
    }

    /// <summary>Does the work on the caller's thread. Never throws: how it ended is told by <see cref="Now"/>.</summary>
    public void Do()
    {
        lock (_lock)
        {
            if (_now.State != "waiting") return;
            _now = _now with { State = "running" };
        }

        try
        {
            var run = work(new RunContext { Cancellation = _stop.Token, Progress = Note });
            End("done", run, null);
        }
        catch (UserException problem)
        {
            End("failed", null, Trouble.Of(problem));
        }
        catch (OutOfMemoryException)
        {
            End("failed", null, new Trouble("memory", "There is not enough memory for this run.", "Close other programs, or give a smaller file."));
        }
        catch (Exception problem) when (IsStop(problem))
        {
            End("cancelled", null, null);
        }
        catch (Exception problem)
        {
            // The text of a bug may hold cell values; its kind does not.
            End("failed", null, new Trouble("bug", $"This should not have happened: {problem.GetType().Name}.", "Please report it; 'clientele segment' on the same file tells more."));
        }
    }

    public void Dispose() => _stop.Dispose();

    private static bool IsStop(Exception problem) =>
        problem is OperationCanceledException || (problem is AggregateException several && several.Flatten().InnerExceptions.All(p => p is OperationCanceledException));

    private void Note(RunProgress progress)
    {
        lock (_lock) _now = _now with { Stage = progress.Stage, Done = progress.Done, Total = progress.Total, Lines = progress.Lines };
    }

    private void End(string state, string? run, Trouble? trouble)
    {
        lock (_lock) _now = _now with { State = state, Run = run, Trouble = trouble };
    }
}

/// <summary>Where a job is.</summary>
/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="Stage">reading, customers, segments, writing.</param>
/// <param name="Done">Work done in the stage.</param>
/// <param name="Total">All work of the stage, or 0 when unknown.</param>
/// <param name="Lines">Data lines read so far.</param>
/// <param name="Run">Id of the finished run.</param>
/// <param name="Trouble">Why it failed.</param>
internal sealed record JobProgress(string Id, string Title, string State, string Stage, long Done, long Total, long Lines, string? Run, Trouble? Trouble);
