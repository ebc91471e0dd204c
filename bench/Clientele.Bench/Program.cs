using BenchmarkDotNet.Running;
using Clientele.Bench.Numerics;

if (args is ["growth", .. var rest]) GrowthRuns.Run(rest, Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(GrowthRuns).Assembly).Run(args);
