using Clientele.Cli.Arguments;
using Clientele.Cli.Commands;
using Clientele.Cli.Screen;

namespace Clientele.Cli;

/// <summary>From words to an exit code. Every error ends here, in words.</summary>
internal static class Entry
{
    public static int Run(IReadOnlyList<string> words, Terminal terminal)
    {
        var debug = Has(words, "--debug");
        if (debug) words = Without(words, "--debug");
        try
        {
            return (int)Dispatch(words, terminal);
        }
        catch (Exception problem)
        {
            return (int)Trouble.Tell(problem, terminal, debug);
        }
    }

    private static ExitCode Dispatch(IReadOnlyList<string> words, Terminal terminal)
    {
        if (words is [] or ["--help" or "-h" or "-?" or "help"])
        {
            terminal.Print(Help.Of(AllCommands.Catalog, terminal));
            return ExitCode.Done;
        }

        if (words is ["--version"])
        {
            terminal.Print(Product.Version + "\n");
            return ExitCode.Done;
        }

        var first = words[0] == "help" ? words[1] : words[0];
        var form = AllCommands.Find(first);
        var rest = new List<string>(words.Count);
        for (var i = 1; i < words.Count; i++) rest.Add(words[i]);
        if (words[0] == "help" || AsksForHelp(rest))
        {
            terminal.Print(Help.Of(form, terminal));
            return ExitCode.Done;
        }

        return form.Run(CommandLine.Parse(form, rest, terminal));
    }

    /// <summary>Help is given whatever else stands on the line, unless it stands behind <c>--</c>.</summary>
    private static bool AsksForHelp(List<string> words)
    {
        foreach (var word in words)
        {
            if (word == "--") return false;
            if (word is "--help" or "-h" or "-?") return true;
        }

        return false;
    }

    /// <summary>By hand, because the library of queries takes a millisecond to load.</summary>
    private static bool Has(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return true;
        }

        return false;
    }

    private static List<string> Without(IReadOnlyList<string> words, string word)
    {
        var rest = new List<string>(words);
        rest.Remove(word);
        return rest;
    }
}
