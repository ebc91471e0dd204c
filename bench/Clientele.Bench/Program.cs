using BenchmarkDotNet.Running;
using Clientele.Bench.Numerics;

if (args is ["trees", .. var rest]) TreeSpeed.Run(rest, Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
