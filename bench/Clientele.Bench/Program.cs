using BenchmarkDotNet.Running;
using Clientele.Bench;
using Clientele.Bench.Numerics;

// Topics of bench/compare that measure the library itself; all else goes to the micro-benchmarks.
if (PassRun.Try(args) || CentreRuns.Try(args) || DescribeRun.Try(args)) return 0;
switch (args)
{
    case ["growth", .. var work]:
        GrowthRuns.Run(work, Console.Out);
        return 0;
    case ["trees", .. var work]:
        TreeSpeed.Run(work, Console.Out);
        return 0;
    case ["mixture", .. var work]:
        return MixtureRun.Run(work);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TreeSpeed).Assembly).Run(args);
        return 0;
}
