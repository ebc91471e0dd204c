using System.Text;
using Clientele.Cli.Screen;

namespace Clientele.Cli;

/// <summary>Tells what went wrong: one line what, one line how to mend it.</summary>
internal static class Trouble
{
    public static ExitCode Tell(Exception problem, Terminal terminal, bool debug)
    {
        if (problem is AggregateException several) problem = FirstOf(several);
        if (problem is TypeInitializationException { InnerException: OutOfMemoryException memory }) problem = memory;
        var (code, what, fix, exit) = problem switch
        {
            UserException user => (user.Code, user.What, user.Fix, user.Exit),
            OperationCanceledException => ("", "Stopped. Nothing was written.", "", Signals.Exit),
            OutOfMemoryException => ("memory", "There is not enough memory for this run.", "Close other programs, raise the limit, or give fewer files at once.", ExitCode.Limit),
            UnauthorizedAccessException or IOException => ("io", problem.Message, "Check that the path exists and may be read.", ExitCode.Disk),
            _ => ("bug", $"This should not have happened: {problem.GetType().Name}: {problem.Message}", "Please report it with the output of the same command and --debug.", ExitCode.Bug),
        };
        var ink = Ink.For(terminal);
        var text = new StringBuilder();
        if (code.Length == 0) text.Append(what).Append('\n');
        else text.Append(ink.Red("error")).Append(' ').Append(code).Append(": ").Append(what).Append('\n');
        if (fix.Length > 0) text.Append("  fix: ").Append(fix).Append('\n');
        if (debug) text.Append(problem).Append('\n');
        terminal.Complain(text.ToString());
        return exit;
    }

    /// <summary>Of trouble on several threads, what the user can mend; else a stop; else the first.</summary>
    private static Exception FirstOf(AggregateException several)
    {
        var all = several.Flatten().InnerExceptions;
        return all.FirstOrDefault(p => p is UserException) ?? all.FirstOrDefault(p => p is not OperationCanceledException) ?? all[0];
    }
}
