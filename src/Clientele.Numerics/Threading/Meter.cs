namespace Clientele.Numerics.Threading;

/// <summary>Tells how much is done, never less than before, from any thread, at most a thousand times.</summary>
/// <param name="progress">Hears it; may be null.</param>
/// <param name="total">Pieces in all, above 0.</param>
internal sealed class Meter(IProgress<double>? progress, double total)
{
    private readonly Lock _one = new();
    private double _done;
    private double _told;

    /// <summary>So many pieces more are done.</summary>
    public void Done(double pieces = 1)
    {
        if (progress is null) return;
        lock (_one)
        {
            _done += pieces;
            var share = Math.Min(1, _done / total);
            if (share <= _told || (share < _told + 0.001 && share < 1)) return;
            _told = share;
            progress.Report(share);
        }
    }

    /// <summary>All is done.</summary>
    public void End() => Done(Math.Max(0, total - _done));
}
