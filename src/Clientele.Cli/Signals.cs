using System.Runtime.InteropServices;
using Clientele.Reports;

namespace Clientele.Cli;

/// <summary>
/// Stops a run when the user or the system asks: the first signal stops it cleanly, and by force if that takes longer than
/// <see cref="Patience"/>; the second one at once. Either way no half-written file stays.
/// </summary>
internal sealed class Signals : IDisposable
{
    /// <summary>Raised when a file would pass the size limit of the process; ignored, so that the write fails and is told.</summary>
    private const int FileSizeExceeded = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private RunFolder? _folder;
    private Timer? _force;
    private int _count;

    public Signals()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal));
        if (!OperatingSystem.IsWindows()) _registrations.Add(PosixSignalRegistration.Create((PosixSignal)FileSizeExceeded, static signal => signal.Cancel = true));
    }

    /// <summary>Exit code of a stopped run.</summary>
    public static ExitCode Exit { get; private set; } = ExitCode.Interrupted;

    public CancellationToken Token => _stop.Token;

    /// <summary>Removed when the run is stopped by force.</summary>
    public void Guard(RunFolder? folder) => Volatile.Write(ref _folder, folder);

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _force?.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        var exit = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
        if (Interlocked.Increment(ref _count) > 1)
        {
            Leave(exit);
            return;
        }

        Exit = exit;
        _force = new Timer(_ => Leave(exit), null, Patience, Timeout.InfiniteTimeSpan);
        _stop.Cancel();
    }

    private void Leave(ExitCode exit)
    {
        Volatile.Read(ref _folder)?.Dispose();
        Environment.Exit((int)exit);
    }
}
