using System.Diagnostics;
using Clientele.Reports;

namespace Clientele.Clusters;

/// <summary>How long each stage of a run took.</summary>
internal sealed class StageClock
{
    private readonly List<StageTime> _times = [];
    private long _start = Stopwatch.GetTimestamp();

    public IReadOnlyList<StageTime> Times => _times;

    public void Note(string stage)
    {
        _times.Add(new StageTime(stage, Stopwatch.GetElapsedTime(_start).TotalMilliseconds));
        _start = Stopwatch.GetTimestamp();
    }
}
