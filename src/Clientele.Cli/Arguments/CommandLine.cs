using System.CommandLine;
using System.CommandLine.Parsing;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Arguments;

/// <summary>From the words typed to an invocation, or to an error that says what to type instead.</summary>
internal static class CommandLine
{
    public static Invocation Parse(Form form, IReadOnlyList<string> words, Terminal terminal)
    {
        var command = new Command(form.Name) { form.Argument };
        foreach (var group in form.Groups)
        {
            foreach (var option in group.Options) command.Options.Add(option);
        }

        // The parser takes a first word that equals the command's name for the name; with the name in front, a file may be called so.
        var result = CommandLineParser.Parse(command, [form.Name, .. words], new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        foreach (var error in result.Errors) Refuse(form, error);

        var literal = new List<string>(words).IndexOf("--");
        var operands = new List<string>();
        if (result.GetResult(form.Argument) is { } given)
        {
            foreach (var token in given.Tokens) operands.Add(token.Value);
        }

        var typed = literal < 0 ? operands.Count : operands.Count - (words.Count - literal - 1);
        for (var i = 0; i < typed; i++)
        {
            if (operands[i].Length > 1 && operands[i][0] == '-') throw Problems.UnknownOption(form, operands[i]);
        }

        RefuseSwallowedOptions(form, result, words);
        if (operands.Count < form.OperandCount.Least) throw Problems.TooFew(form);
        if (operands.Count > form.OperandCount.Most) throw Problems.TooMany(form, operands[form.OperandCount.Most]);
        return new Invocation(result, operands, terminal);
    }

    /// <summary><c>--out --forse</c> must not make a folder called <c>--forse</c>; <c>--out=--forse</c> may.</summary>
    private static void RefuseSwallowedOptions(Form form, ParseResult result, IReadOnlyList<string> words)
    {
        foreach (var group in form.Groups)
        {
            foreach (var option in group.Options)
            {
                if (result.GetResult(option) is not { Implicit: false } given) continue;
                foreach (var token in given.Tokens)
                {
                    if (token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal) && words.Contains(token.Value)) throw Problems.NoValue(form, option.Name);
                }
            }
        }
    }

    private static void Refuse(Form form, ParseError error)
    {
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } empty) throw Problems.NoValue(form, empty.Option.Name);
        if (error.SymbolResult is OptionResult several) throw Problems.Twice(form, several.Option.Name);
        throw Problems.Other(form, error.Message);
    }
}
