using System.CommandLine;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Arguments;

/// <summary>A command line, understood: operands and option values as typed.</summary>
internal sealed class Invocation(ParseResult result, IReadOnlyList<string> operands, Terminal terminal)
{
    public Terminal Terminal => terminal;

    public IReadOnlyList<string> Operands => operands;

    public bool Has(Option flag) => result.GetResult(flag) is { Implicit: false };

    /// <summary>The value as typed, or null.</summary>
    public string? this[Option option] => result.GetResult(option) is { Tokens: [.., var last] } ? last.Value : null;

    /// <summary>Every value as typed, in order.</summary>
    public IReadOnlyList<string> All(Option option)
    {
        if (result.GetResult(option) is not { } given) return [];
        var values = new string[given.Tokens.Count];
        for (var i = 0; i < values.Length; i++) values[i] = given.Tokens[i].Value;
        return values;
    }
}
