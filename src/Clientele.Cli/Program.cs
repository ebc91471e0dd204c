using System.Runtime.CompilerServices;

namespace Clientele.Cli;

/// <summary>The <c>clientele</c> command.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var code = Entry.Run(args, Screen.Terminal.OfProcess());
        if (Environment.GetEnvironmentVariable("CLIENTELE_STARTUP") is not null) SayStartUp();
        return code;
    }

    /// <summary>How many methods had to be compiled although everything is compiled ahead; the start-up test reads it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SayStartUp()
    {
        var age = TimeProvider.System.GetUtcNow().UtcDateTime - System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();
        Screen.Terminal.OfProcess().Complain(FormattableString.Invariant(
            $"compiled {System.Runtime.JitInfo.GetCompiledMethodCount()} methods in {System.Runtime.JitInfo.GetCompilationTime().TotalMilliseconds:F1} ms, age {age.TotalMilliseconds:F0} ms\n"));
    }
}
