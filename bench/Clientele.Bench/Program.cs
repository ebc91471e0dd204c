using BenchmarkDotNet.Running;
using Clientele.Bench.Numerics;

if (args is ["mixture", .. var work]) return MixtureRun.Run(work);
BenchmarkSwitcher.FromAssembly(typeof(MixtureRun).Assembly).Run(args);
return 0;
