using BenchmarkDotNet.Running;
using Clientele.Bench.Numerics;

if (CentreRuns.Try(args)) return;
BenchmarkSwitcher.FromAssembly(typeof(CentreRuns).Assembly).Run(args);
