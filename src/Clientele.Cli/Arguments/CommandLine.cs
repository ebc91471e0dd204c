using System.CommandLine;
using System.CommandLine.Parsing;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Arguments;

/// <summary>From the words typed to an invocation, or to an error that says what to type instead.</summary>
internal static class CommandLine
{
    public static Invocation Parse(Form form, IReadOnlyList<string> words, Terminal terminal)
    {
        var operand = new Argument<string[]>("operands") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(form.Name) { operand };
        var typed = Typed(form, words, command);

        // The parser takes a first word that equals the command's name for the name; with the name in front, a file may be called so.
        var result = CommandLineParser.Parse(command, [form.Name, .. words], new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        foreach (var error in result.Errors) Refuse(form, error);

        var operands = new List<string>();
        if (result.GetResult(operand) is { } given)
        {
            foreach (var token in given.Tokens) operands.Add(token.Value);
        }

        var literal = IndexOf(words, "--");
        var before = literal < 0 ? operands.Count : operands.Count - (words.Count - literal - 1);
        for (var i = 0; i < before; i++)
        {
            if (operands[i].Length > 1 && operands[i][0] == '-') throw Problems.UnknownOption(form, operands[i]);
        }

        RefuseSwallowedOptions(form, result, typed, words);
        if (operands.Count < form.OperandCount.Least) throw Problems.TooFew(form);
        if (operands.Count > form.OperandCount.Most) throw Problems.TooMany(form, operands[form.OperandCount.Most]);
        return new Invocation(result, typed, operands, terminal);
    }

    /// <summary>Tells the parser of those options that stand on the line: making all forty would cost more than the parsing.</summary>
    private static List<(Setting, Option)> Typed(Form form, IReadOnlyList<string> words, Command command)
    {
        var typed = new List<(Setting, Option)>();
        foreach (var group in form.Further is null || Knows(form, words) ? form.Groups : form.All())
        {
            foreach (var setting in group.Settings)
            {
                for (var i = 0; i < words.Count; i++)
                {
                    if (!setting.Begins(words[i])) continue;
                    Option option = setting.Repeatable ? new Option<string[]>(setting.Name) { Arity = ArgumentArity.OneOrMore }
                        : new Option<string>(setting.Name) { Arity = setting.Value is null ? ArgumentArity.Zero : ArgumentArity.ExactlyOne };
                    if (setting.Alias is { } alias) option.Aliases.Add(alias);
                    command.Options.Add(option);
                    typed.Add((setting, option));
                    break;
                }
            }
        }

        return typed;
    }

    private static bool Knows(Form form, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length > 1 && words[i][0] == '-' && !Knows(form, words[i])) return false;
        }

        return true;
    }

    private static bool Knows(Form form, string word)
    {
        foreach (var group in form.Groups)
        {
            foreach (var setting in group.Settings)
            {
                if (setting.Begins(word)) return true;
            }
        }

        return false;
    }

    /// <summary><c>--out --forse</c> must not make a folder called <c>--forse</c>; <c>--out=--forse</c> may.</summary>
    private static void RefuseSwallowedOptions(Form form, ParseResult result, List<(Setting, Option)> typed, IReadOnlyList<string> words)
    {
        foreach (var (_, option) in typed)
        {
            if (result.GetResult(option) is not { Implicit: false } given) continue;
            foreach (var token in given.Tokens)
            {
                if (token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal) && IndexOf(words, token.Value) >= 0) throw Problems.NoValue(form, option.Name);
            }
        }
    }

    private static void Refuse(Form form, ParseError error)
    {
        if (error.SymbolResult is OptionResult { Tokens.Count: 0 } empty) throw Problems.NoValue(form, empty.Option.Name);
        if (error.SymbolResult is OptionResult several) throw Problems.Twice(form, several.Option.Name);
        throw Problems.Other(form, error.Message);
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return i;
        }

        return -1;
    }
}
