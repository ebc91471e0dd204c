namespace Clientele.Cli.Screen;

/// <summary>Waits whether the work takes long enough for a progress bar, and only then brings the terminal library in.</summary>
internal sealed class ProgressWatch : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly Lock _gate = new();
    private ProgressBar? _bar;
    private bool _ended;

    public void Report(RunProgress progress)
    {
        if (_bar is null && TimeProvider.System.GetElapsedTime(_start) < s_patience) return;
        lock (_gate)
        {
            if (_ended) return;
            _bar ??= ProgressBar.Start();
            _bar.Show(progress);
        }
    }

    /// <summary>Takes the bar off the screen.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _bar?.End();
        }
    }
}
