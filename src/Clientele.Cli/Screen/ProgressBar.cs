using System.Runtime.CompilerServices;
using Spectre.Console;

namespace Clientele.Cli.Screen;

/// <summary>A live bar on the error stream, drawn by a thread of its own.</summary>
internal sealed class ProgressBar
{
    private readonly object _gate = new();
    private readonly Thread _drawer;
    private RunProgress _now;
    private bool _ended;

    private ProgressBar() => _drawer = new Thread(Draw) { IsBackground = true, Name = "progress" };

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ProgressBar Start()
    {
        var bar = new ProgressBar();
        bar._drawer.Start();
        return bar;
    }

    public void Show(RunProgress progress)
    {
        lock (_gate) _now = progress;
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }

        _drawer.Join();
    }

    private void Draw()
    {
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            console.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(Follow);
        }
        catch (IOException)
        {
            // The window was closed; the run goes on.
        }
    }

    private void Follow(ProgressContext context)
    {
        ProgressTask? task = null;
        var stage = "";
        while (true)
        {
            RunProgress now;
            lock (_gate)
            {
                if (_ended) break;
                now = _now;
            }

            if (task is null || now.Stage != stage)
            {
                task?.StopTask();
                task = context.AddTask(Describe(now), maxValue: Math.Max(1, now.Total));
                stage = now.Stage;
            }

            task.Description = Describe(now);
            task.IsIndeterminate = now.Total <= 0;
            task.MaxValue = Math.Max(1, now.Total);
            task.Value = now.Done;
            lock (_gate)
            {
                if (!_ended) Monitor.Wait(_gate, 100);
            }
        }
    }

    private static string Describe(RunProgress now) =>
        Markup.Escape(now.Lines > 0 ? $"{now.Stage}, {Figures.Count(now.Lines)} lines" : now.Stage);
}
