using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace Clientele.Web.Jobs;

/// <summary>Jobs one after another: one run has all threads and memory. The latest hundred are remembered until the server ends.</summary>
internal sealed class JobQueue : IAsyncDisposable
{
    /// <summary>Jobs that may wait or run; more are told to come back.</summary>
    public const int MostOpen = 8;

    private const int MostRemembered = 100;

    private readonly Lock _lock = new();
    private readonly List<Job> _jobs = [];
    private readonly Channel<Job> _next = Channel.CreateUnbounded<Job>();
    private readonly Task _worker;

    public JobQueue() => _worker = Task.Run(Work);

    /// <summary>Latest first.</summary>
    public IReadOnlyList<JobProgress> All()
    {
        lock (_lock) return [.. Enumerable.Reverse(_jobs).Select(j => j.Now)];
    }

    /// <summary>The job of that id.</summary>
    /// <exception cref="RefusedException">There is none of that id.</exception>
    public Job Find(string? id)
    {
        lock (_lock) return _jobs.Find(j => string.Equals(j.Id, id, StringComparison.Ordinal)) ?? throw Problems.NotFound("job");
    }

    /// <summary>Puts a job at the end of the line.</summary>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    public JobProgress Add(string title, Func<RunContext, string> work)
    {
        var job = new Job("j" + RandomNumberGenerator.GetHexString(16, lowercase: true), title, work);
        lock (_lock)
        {
            if (_jobs.Count(j => !j.Ended) >= MostOpen)
            {
                job.Dispose();
                throw Problems.Busy(string.Create(CultureInfo.InvariantCulture, $"{MostOpen} runs are waiting already."));
            }

            if (_jobs.Count >= MostRemembered && _jobs.Find(j => j.Ended) is { } oldest)
            {
                _jobs.Remove(oldest);
                oldest.Dispose();
            }

            _jobs.Add(job);
        }

        _next.Writer.TryWrite(job);
        return job.Now;
    }

    /// <summary>Stops what is under way and waits until its half-written files are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _next.Writer.Complete();
        lock (_lock) _jobs.ForEach(j => j.Cancel());
        await _worker.ConfigureAwait(false);
        lock (_lock) _jobs.ForEach(j => j.Dispose());
    }

    private async Task Work()
    {
        await foreach (var job in _next.Reader.ReadAllAsync().ConfigureAwait(false)) job.Do();
    }
}
