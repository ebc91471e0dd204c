using System.Runtime.ExceptionServices;

namespace Clientele.People.Reading;

/// <summary>The same work on many columns, a thread to a column.</summary>
internal static class EachColumn
{
    /// <summary>Does all; what is thrown is the trouble of the first column that had one, whatever the threads.</summary>
    public static void Do(int columns, RunContext context, Action<int> work)
    {
        var troubles = new Exception?[columns];
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads > 0 ? context.Threads : Environment.ProcessorCount, CancellationToken = context.Cancellation };
        Parallel.For(0, columns, options, q =>
        {
            try
            {
                work(q);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                troubles[q] = trouble;
            }
        });
        if (troubles.FirstOrDefault(t => t is not null) is { } first) ExceptionDispatchInfo.Throw(first);
    }
}
