using System.Diagnostics;
using System.Globalization;
using Clientele.Sales;

namespace Clientele.Bench;

/// <summary>Times the pass over sales files alone, in process: <c>pass FILE [REPEATS] [THREADS]</c>. Best and middle wall time and CPU time, in milliseconds.</summary>
internal static class PassRun
{
    public static bool Try(string[] args)
    {
        if (args is not ["pass", var file, .. var rest]) return false;
        var repeats = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 7;
        var threads = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var (walls, cpus) = (new List<double>(), new List<double>());
        for (var i = 0; i <= repeats; i++)
        {
            var plan = new Plan { Inputs = [file] };
            var context = new RunContext { Threads = threads };
            var inputs = SalesInputs.Open(plan, context);
            var (clock, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var result = inputs.Read(plan, context);
            if (i == 0)
            {
                Console.WriteLine($"{result.Audit.LinesRead:N0} lines, {result.Audit.LinesKept:N0} kept, {result.Audit.MoneyKept.ToText()}, {result.Products.Count:N0} products");
                continue;
            }

            walls.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            cpus.Add((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
        }

        walls.Sort();
        cpus.Sort();
        Console.WriteLine($"{threads} threads: wall {walls[0]:F1} (middle {walls[walls.Count / 2]:F1}), CPU {cpus[0]:F1} (middle {cpus[cpus.Count / 2]:F1})");
        return true;
    }
}
