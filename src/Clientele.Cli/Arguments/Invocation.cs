using System.CommandLine;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Arguments;

/// <summary>A command line, understood: operands and option values as typed.</summary>
internal sealed class Invocation(ParseResult result, List<(Setting Setting, Option Option)> typed, IReadOnlyList<string> operands, Terminal terminal)
{
    public Terminal Terminal => terminal;

    public IReadOnlyList<string> Operands => operands;

    public bool Has(Setting flag) => Find(flag) is not null;

    /// <summary>The value as typed, or null.</summary>
    public string? this[Setting setting] => Find(setting) is { Tokens: [.., var last] } ? last.Value : null;

    /// <summary>Every value as typed, in order.</summary>
    public IReadOnlyList<string> All(Setting setting)
    {
        if (Find(setting) is not { } given) return [];
        var values = new string[given.Tokens.Count];
        for (var i = 0; i < values.Length; i++) values[i] = given.Tokens[i].Value;
        return values;
    }

    private System.CommandLine.Parsing.OptionResult? Find(Setting setting)
    {
        foreach (var (known, option) in typed)
        {
            if (ReferenceEquals(known, setting)) return result.GetResult(option) is { Implicit: false } given ? given : null;
        }

        return null;
    }
}
